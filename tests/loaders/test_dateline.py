"""Where and when a release says that it was written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from osce_kg.loaders.dateline import find_dateline, place_and_date, title_case
from osce_kg.loaders.dateline_months import find_date, near
from osce_kg.loaders.layout.known import Known
from osce_kg.ontology.reference import reference

KNOWN = Known(reference())

FORMS = {
    "VIENNA, 5 October 2020 – The": (["VIENNA"], "2020-10-05"),
    "VIENNA, 5 October 2020- The": (["VIENNA"], "2020-10-05"),
    "COPENHAGEN, 10 March 1997-- The": (["COPENHAGEN"], "1997-03-10"),
    "BASEL, 3 December 2014 -- The": (["BASEL"], "2014-12-03"),
    "VIENNA, 20 January 2025 — The": (["VIENNA"], "2025-01-20"),
    "BRUSSELS, 24 November, 2006 - The": (["BRUSSELS"], "2006-11-24"),
    "TALAS, Kyrgyzstan, 3 May 2009 -The": (["TALAS"], "2009-05-03"),
    "Bishkek, Kyrgyz Republic – 27 February 2024 - The": (["Bishkek"], "2024-02-27"),
    "VIENNA/HELSINKI, 17 September 2025 — The": (["VIENNA", "HELSINKI"], "2025-09-17"),
    "TIRANA / BRUSSELS / GENEVA – 6 October 2020. The": (["TIRANA", "BRUSSELS", "GENEVA"], "2020-10-06"),
    "WARSAW, 4 October 2011/OSCE/– – The": (["WARSAW"], "2011-10-04"),
    "Mauerbach, 25 September 2025 The": (["Mauerbach"], "2025-09-25"),
    "ISSYK-KUL, Kyrgyzstan, 4 May 2010 - The": (["ISSYK-KUL"], "2010-05-04"),
    "WASHINGTON, D.C., 15 February 2012 – The": (["WASHINGTON, D.C."], "2012-02-15"),
    "THE HAGUE, 19 February 2008 - The": (["THE HAGUE"], "2008-02-19"),
    "LISBON, 22 January 2002 (OSCE) - The": (["LISBON"], "2002-01-22"),
    "WARSAW/VIENNA, 30 June – The": (["WARSAW", "VIENNA"], None),
    "VIENNA- The": (["VIENNA"], None),
    "BRUSSELS, November 24, 2006 - The": (["BRUSSELS"], "2006-11-24"),
    "BERLIN, 19. Mai 2016 – The": (["BERLIN"], "2016-05-19"),
    "GENÈVE, 13 juin 2014 – The": (["GENÈVE"], "2014-06-13"),
    "ROMA, 3 maggio 2018 – The": (["ROMA"], "2018-05-03"),
    "MADRID, 3 de mayo de 2018 – The": (["MADRID"], "2018-05-03"),
    "МИНСК, 19 мая 2004 г. - The": (["МИНСК"], "2004-05-19"),
    "19 December 2024, SARAJEVO – The": (["SARAJEVO"], "2024-12-19"),
    "6 October 2020 TIRANA / GENEVA - The": (["TIRANA", "GENEVA"], "2020-10-06"),
    "КИЇВ, 3 червня 2018 – The": (["КИЇВ"], "2018-06-03"),
}


@pytest.mark.parametrize("line", FORMS)
def test_the_forms_of_the_site(line: str) -> None:
    cities, day = FORMS[line]
    found = find_dateline(line, KNOWN.is_place)
    assert found is not None
    assert [place.said for place in found.places] == cities
    assert (str(found.date) if found.date else None) == day
    assert line[found.body :] == "The"
    assert all(place.span.of(line) == place.said for place in found.places)


@pytest.mark.parametrize(
    "line",
    [
        "On 5 May 2010, the Mission held a meeting",
        "5 May 2010, the Mission - with its partners - held a meeting",
        "From 24 to 29 September 2024, the Office held a course",
        "Today, 5 May 2010, the Mission",
        "The meeting on 5 May 2010 - a first",
        "UPDATE - The Mission",
        "ODIHR - The office",
        "Co-operation is good",
        "Vienna Document 2011, adopted 5 May 2011 - The",
        "",
        " - ",
        "5 May 2010 was a day",
    ],
)
def test_sentences_and_titles_are_no_datelines(line: str) -> None:
    assert find_dateline(line, KNOWN.is_place) is None


def test_a_place_and_date_line_has_no_comma() -> None:
    found = place_and_date("SARAJEVO 21 November 2002")
    assert found is not None
    assert found.date == date(2002, 11, 21)
    assert place_and_date("SARAJEVO, 21 November 2002 - The Mission") is None


@pytest.mark.parametrize(("said", "word"), [("31 February 2006", "calendar"), ("3 March 0206", "0206")])
def test_an_impossible_date_is_warned_about_and_not_guessed(said: str, word: str) -> None:
    found = find_dateline(f"VIENNA, {said} - The OSCE", KNOWN.is_place)
    assert found is not None
    assert found.date is None
    assert found.warning is not None
    assert said in found.warning
    assert word in found.warning


def test_an_agency_in_brackets_is_told() -> None:
    theirs = find_dateline("VIENNA (Reuters) - The OSCE", KNOWN.is_place)
    ours = find_dateline("VIENNA, 3 May 2002 (OSCE) - The", KNOWN.is_place)
    assert theirs is not None
    assert theirs.foreign
    assert ours is not None
    assert not ours.foreign


def test_a_date_with_no_year_takes_the_nearest() -> None:
    words = find_date("WARSAW, 30 December – The")
    assert words is not None
    assert near(words, date(2007, 1, 2)) == date(2006, 12, 30)
    assert near(words, None) is None


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("SREMSKI KARLOVCI", "Sremski Karlovci"),
        ("ANDORRA LA VELLA", "Andorra la Vella"),
        ("GARMISCH-PARTENKIRCHEN", "Garmisch-Partenkirchen"),
    ],
)
def test_a_city_in_capitals_gets_its_usual_form(said: str, name: str) -> None:
    assert title_case(said) == name


@given(st.text(max_size=200))
def test_spans_lie_within_any_line(line: str) -> None:
    found = find_dateline(line, KNOWN.is_place)
    if found is not None:
        assert 0 <= found.span.begin <= found.span.end <= found.body <= len(line)


@given(
    st.dates(min_value=date(1973, 1, 1), max_value=date(2100, 1, 1)),
    st.sampled_from(["{0.day} {0:%B} {0.year}", "{0:%Y-%m-%d}", "{0:%B} {0.day}, {0.year}"]),
)
def test_any_day_is_read_back(day: date, form: str) -> None:
    words = find_date(f"VIENNA, {form.format(day)} - The")
    assert words is not None
    assert words.date == day


def test_a_date_with_a_misspelt_month_is_warned_about() -> None:
    found = find_dateline("VIENNA, 5 Septmber 2006 – The OSCE", KNOWN.is_place)
    assert found is not None
    assert found.date is None
    assert found.warning is not None
    assert "5 Septmber 2006" in found.warning
