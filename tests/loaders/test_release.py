"""What the header of a release says: date, places, publishers, fields of work, language, number."""

from __future__ import annotations

from datetime import date

import pytest
from osce_kg.loaders.pipeline import Declared, read_source
from osce_kg.loaders.release import release_number, split_labels
from osce_kg.ontology.facts import Entity, EntityKind, HeaderValue, Release, SourceReading

BODY = (
    "The OSCE taught forty ferrymen to read the river, and the river was read by all of them by the evening."
)


def reading(page: str, **declared: object) -> SourceReading:
    return read_source(page.encode(), location="page", declared=Declared(**declared), today=date(2026, 1, 1))  # type: ignore[arg-type]


def release(page: str, **declared: object) -> Release:
    return reading(page, **declared).releases[0]


def header(**lines: str) -> str:
    labels = {"date": "Date", "place": "Place", "source": "Source", "fields": "Fields of work"}
    block = "".join(f"- {labels[key]}:\n- {value}\n" for key, value in lines.items())
    return f"Press release\nFerrymen go to school\n{block}OHRID, 4 May 2011 - {BODY}"


def ids(values: tuple[HeaderValue, ...]) -> list[str]:
    return [value.entity.id or value.entity.name for value in values]


def test_the_pages_date_goes_before_the_datelines_and_both_are_kept() -> None:
    said = release(header(date="5 May 2011"))
    assert (said.issued, said.dateline) == (date(2011, 5, 5), date(2011, 5, 4))
    assert said.issued_evidence is not None
    assert said.issued_evidence.rule == "header date line"


def test_without_a_page_date_the_dateline_gives_it() -> None:
    said = release(header(place="OHRID"))
    assert said.issued == date(2011, 5, 4)
    assert said.issued_evidence is not None
    assert said.issued_evidence.quote == "OHRID, 4 May 2011"


def test_a_dateline_without_a_year_takes_the_pages() -> None:
    page = f"Ferrymen go to school\n date 2011-05-06 OHRID, 4 May – {BODY}"
    assert release(page).dateline == date(2011, 5, 4)


@pytest.mark.parametrize(
    ("dateline", "word"),
    [("31 February 2011", "31 February"), ("4 May 0211", "0211"), ("4 May 2090", "2090-05-04")],
)
def test_a_date_that_cannot_be_is_warned_about(dateline: str, word: str) -> None:
    said = release(f"Ferrymen go to school\nOHRID, {dateline} - {BODY}")
    assert len(said.warnings) == 1
    assert word in said.warnings[0]


def test_a_future_date_is_kept_as_said() -> None:
    assert release(f"Ferrymen go to school\nOHRID, 4 May 2090 - {BODY}").issued == date(2090, 5, 4)


def test_publishers_and_fields_are_lists() -> None:
    said = release(
        header(source="OSCE Chairpersonship, OSCE Office in Minsk (closed)", fields="Policing, Rule of law")
    )
    assert ids(said.publishers) == ["chairpersonship", "office-minsk"]
    assert ids(said.fields) == ["policing", "rule-of-law"]
    assert (
        said.publishers[1]
        .evidence.marked[0]
        .of(reading(header(source="OSCE Chairpersonship, OSCE Office in Minsk (closed)")).text)
        .startswith("OSCE Office")
    )


def test_a_label_may_hold_commas() -> None:
    said = release(
        header(fields="Conflict prevention, crisis management and post-conflict rehabilitation, Youth")
    )
    assert ids(said.fields) == ["conflict-prevention", "youth"]


def test_an_unknown_label_is_kept_and_reported() -> None:
    said = release(header(source="OSCE Ferry Service, OSCE Secretariat", fields="Ferries"))
    assert ids(said.publishers) == ["secretariat"]
    assert [(label.label, label.where) for label in said.unplaced] == [
        ("OSCE Ferry Service", "source"),
        ("Ferries", "field of work"),
    ]


def test_a_heading_names_the_publisher() -> None:
    page = f"Press release of the OSCE Mission to Skopje\nFerrymen go to school\nOHRID, 4 May 2011 - {BODY}"
    said = release(page)
    assert ids(said.publishers) == ["mission-skopje"]
    assert said.title == "Ferrymen go to school"


def test_the_title_of_a_report_names_the_publisher() -> None:
    page = (
        "Spot Report by the OSCE Special Monitoring Mission to Ukraine (SMM), 4 May 2015: a bridge closed\n\n"
        "This report is for media and the general public.\n\nThe SMM saw no vehicle on the bridge.\n"
    )
    (publisher,) = release(page).publishers
    assert publisher.entity.id == "smm"
    assert [span.of(page) for span in publisher.evidence.marked] == [
        "OSCE Special Monitoring Mission to Ukraine"
    ]


@pytest.mark.parametrize(
    ("cities", "names"),
    [
        ("OHRID", ["Ohrid"]),
        ("VIENNA/WARSAW", ["Vienna", "Warsaw"]),
        ("PRISHTINË/PRIŠTINA", ["Pristina"]),
        ("GJILAN/GNJILANE", ["Gjilan"]),
        ("QVELLTHORPE", ["Qvellthorpe"]),
        ("ZUVRA/ZUVRË", ["Zuvra"]),
        ("ВЕНА", ["Vienna"]),
    ],
)
def test_cities_of_the_dateline(cities: str, names: list[str]) -> None:
    said = release(f"Ferrymen go to school\n{cities}, 4 May 2011 - {BODY}")
    assert [place.entity.name for place in said.places] == names


def test_header_in_another_language() -> None:
    page = (
        "Communiqué de presse\nLes passeurs vont à l'école\n- Date:\n- 5 mai 2011\n- Lieu:\n- GENÈVE\n- "
        "Source:\n"
        "- Présidence de l'OSCE, Secrétariat de l'OSCE\n- Domaines d'activité:\n- Gestion des frontières\n"
        "GENÈVE, 4 mai 2011 – L'OSCE a appris à quarante passeurs à lire le fleuve, et ils l'ont lu "
        "avant le soir."
    )
    said = release(page)
    assert said.language == "fr"
    assert (said.issued, said.dateline) == (date(2011, 5, 5), date(2011, 5, 4))
    assert [place.entity.name for place in said.places] == ["Geneva"]
    assert ids(said.publishers) == ["chairpersonship", "secretariat"]
    assert ids(said.fields) == ["border-management"]


def test_every_header_value_quotes_its_line() -> None:
    page = reading(header(date="5 May 2011", source="OSCE Secretariat", fields="Youth, Ferries"))
    said = page.releases[0]
    for value in (*said.places, *said.publishers, *said.fields):
        assert value.evidence.span.of(page.text) == value.evidence.quote
        assert all(value.evidence.span.covers(span) for span in value.evidence.marked)
    for label in said.unplaced:
        assert label.span.of(page.text) == label.label


@pytest.mark.parametrize(
    ("address", "number"),
    [
        ("https://www.osce.org/skopje/12345", "12345"),
        ("http://osce.org/ru/node/12345/", "12345"),
        ("https://www.osce.org/press-releases?page=2", None),
        ("https://example.org/skopje/12345", None),
        ("http://[", None),
        (None, None),
    ],
)
def test_the_number_of_a_page(address: str | None, number: str | None) -> None:
    assert release_number(address) == number


def test_declared_values_fill_what_the_page_lacks() -> None:
    said = release(
        f"Ferrymen go to school\n{BODY}", date=date(2011, 5, 7), digest_of="https://www.osce.org/skopje/777"
    )
    assert (said.issued, said.number) == (date(2011, 5, 7), "777")


def test_the_longest_known_label_is_taken() -> None:
    known = {"a, b, c": Entity(EntityKind.FIELD, "abc", "abc"), "a": Entity(EntityKind.FIELD, "a", "a")}
    assert [label.text for label in split_labels("a, b, c, a, d", known.get)] == ["a, b, c", "a", "d"]


def test_a_header_line_that_nobody_knows_is_reported() -> None:
    page = header(date="5 May 2011").replace("OHRID, 4", "- Author:\n- Jane Oarswoman\nOHRID, 4")
    assert [(label.label, label.where) for label in release(page).unplaced] == [
        ("Jane Oarswoman", "header line 'Author'")
    ]


def test_dates_that_lie_years_apart_are_warned_about() -> None:
    said = release(header(date="5 May 2021"))
    assert (said.issued, said.dateline) == (date(2021, 5, 5), date(2011, 5, 4))
    assert "days apart" in said.warnings[0]


def test_a_release_without_title_is_called_by_its_first_words() -> None:
    said = release(f"OHRID, 4 May 2011 - {BODY}")
    assert said.title.startswith("The OSCE taught forty ferrymen")
    assert said.title_span is None


def test_a_dateline_a_month_beside_the_page_is_a_slip() -> None:
    said = release(f"Newsroom\nBells ring\nOHRID 6 July 2011\nOHRID, 6 June 2011 – {BODY}")
    assert (str(said.issued), str(said.dateline)) == ("2011-07-06", "2011-06-06")
    assert any("slip" in warning for warning in said.warnings)


@pytest.mark.parametrize(
    "page",
    [
        header(date="03/04/2011"),
        f"Ferrymen go to school\nOHRID, 03/04/2011 - {BODY}",
        header(date="5 May 2011") + " The next course starts on 03/04/2011.",
        f"Newsroom\nFerrymen go to school\nPublishing date: 03/04/2011\n{BODY}",
    ],
    ids=["header", "dateline", "body", "listing"],
)
def test_a_date_that_can_be_read_two_ways_is_warned_about(page: str) -> None:
    said = [warning for warning in release(page).warnings if "03/04/2011" in warning]
    assert said == ["'03/04/2011' can be 2011-04-03 or 2011-03-04: it was read with its day first"]


@pytest.mark.parametrize(
    "page",
    [
        header(date="04/05/2011"),
        header(date="13/05/2011"),
        header(date="05/05/2011"),
        header(date="Thu, 05/05/2011 - 07:51"),
        header(date="5 May 2011") + " It is the course 3/4, and the room 5.4.2011.",
    ],
    ids=["as the dateline", "no 13th month", "both the same", "a weekday", "other figures"],
)
def test_a_date_that_can_be_read_one_way_is_not(page: str) -> None:
    assert not release(page).warnings
