"""Listings: several releases from one page."""

from __future__ import annotations

from datetime import date

import pytest
from osce_kg.loaders.pipeline import read_source
from osce_kg.ontology.facts import PageKind, Release, SourceReading

TOP = "Newsroom\nNews and press releases\nNews and press releases from the OSCE's global activities.\n"
LEAD = "The OSCE Mission to Skopje lent a boat to the ferrymen of the lake, who had asked for one..."


def listing(*entries: str) -> SourceReading:
    return read_source((TOP + "".join(entries)).encode(), location="listing", today=date(2026, 1, 1))


def releases(*entries: str) -> tuple[Release, ...]:
    return listing(*entries).releases


def test_each_entry_is_a_release_with_its_header() -> None:
    page = listing(
        "Boat for the lake\nPublishing date: 16 May 2008\nContent type: News\n"
        "Where we are: OSCE Chairmanship, OSCE Mission to Skopje\nWhat we do: Policing, Roma and Sinti\n"
        f"OHRID, 15 May 2008- {LEAD}\n",
        f"Second boat for the lake\nPublishing date: 20 May 2008\nContent type: Press release\n{LEAD}\n",
    )
    first, second = page.releases
    assert page.kind is PageKind.LISTING
    assert (first.title, first.issued, first.dateline) == (
        "Boat for the lake",
        date(2008, 5, 16),
        date(2008, 5, 15),
    )
    assert first.content_type == "News"
    assert [value.entity.id for value in first.publishers] == ["chairpersonship", "mission-skopje"]
    assert [value.entity.id for value in first.fields] == ["policing", "roma-sinti"]
    assert (second.title, second.publishers, second.content_type) == (
        "Second boat for the lake",
        (),
        "Press release",
    )
    assert second.body.of(page.text) == LEAD


def test_an_entry_may_have_a_title_and_a_date_only() -> None:
    first, second, third = releases(
        "Boat\nPublishing date: 16 May 2008\n",
        f"Oar\nPublishing date: 17 May 2008\n{LEAD}\n",
        "Rope\nPublishing date: 18 May 2008\n",
    )
    assert [entry.title for entry in (first, second, third)] == ["Boat", "Oar", "Rope"]
    assert first.body.begin == first.body.end


@pytest.mark.parametrize(
    "published",
    [
        "Date de publication : 16 mai 2008",
        "Veröffentlichungsdatum: 16. Mai 2008",
        "Fecha de publicación: 16 de mayo de 2008",
        "Дата публикации: 16 мая 2008",
    ],
)
def test_the_date_of_an_entry_is_labelled_in_the_language_of_the_site(published: str) -> None:
    (entry,) = releases(f"Boat\n{published}\n{LEAD}\n")
    assert (entry.title, entry.issued) == ("Boat", date(2008, 5, 16))


def test_a_lead_without_dots_does_not_swallow_the_next_title() -> None:
    first, second = releases(
        "Boat\nPublishing date: 16 May 2008\nThe boat is blue and the oars are to\n",
        f"Oar\nPublishing date: 17 May 2008\n{LEAD}\n",
    )
    assert second.title == "Oar"
    assert first.title == "Boat"


def test_facts_of_one_entry_stay_within_it() -> None:
    page = listing(
        f"Boat\nPublishing date: 16 May 2008\nOHRID, 16 May 2008- {LEAD}\n",
        f"Oar\nPublishing date: 17 May 2008\nBITOLA, 17 May 2008- {LEAD}\n",
    )
    first, second = page.releases
    assert [place.entity.name for place in first.places] == ["Ohrid"]
    assert [place.entity.name for place in second.places] == ["Bitola"]
    assert first.body.end < second.body.begin


def test_an_aggregators_entries_have_a_stamp_for_a_date() -> None:
    page = (
        f"Boat for the lake\nThu, 28/08/2025 - 07:51\n589080 Ana Kos\nOHRID, 28 August 2025 - "
        f"{LEAD}\nCategories:\n"
        f"Oar for the lake\nFri, 29/08/2025 - 07:51\n589081 Ana Kos\nOHRID, 29 August 2025 - {LEAD}\n"
    )
    reading = read_source(page.encode(), location="x", today=date(2026, 1, 1))
    assert [(entry.title, str(entry.issued)) for entry in reading.releases] == [
        ("Boat for the lake", "2025-08-28"),
        ("Oar for the lake", "2025-08-29"),
    ]


def test_a_feed_reader_names_the_feed_and_may_write_the_month_first() -> None:
    page = (
        f"You are here\nCentral Europe\nBoat for the lake\nOSCE - Fri, 09/30/2022 - 16:44\n562365 Ana "
        f"Kos\n{LEAD}\n\nIt is blue.\n"
        f"Categories: Central Europe\nOar for the lake\nOSCE - Tue, 12/05/2015 - "
        f"16:31\n{LEAD}\nCategories: Central Europe\n"
        "Cake for the fair\nBakers - Tue, 12/05/2015 - 16:35\nThe bakers baked a cake for the fair of "
        "the town.\n"
    )
    reading = read_source(page.encode(), location="x", today=date(2026, 1, 1))
    assert [(entry.title, str(entry.issued)) for entry in reading.releases] == [
        ("Boat for the lake", "2022-09-30"),
        ("Oar for the lake", "2015-05-12"),
    ]
    assert reading.releases[0].body.of(reading.text).endswith("It is blue.")


def test_the_heading_of_a_list_is_the_source_of_entries_that_name_none() -> None:
    page = (
        "Newsroom\nPress statements of the OSCE Representative on Freedom of the Media\n"
        f"Boat of the press\nPublishing date: 4 September 2018\nLocation: Germany\nVIENNA, 4 "
        f"September 2018- {LEAD}\n"
        f"Oar of the press\nPublishing date: 1 September 2018\nWhere we are: OSCE Mission to Skopje\n{LEAD}\n"
    )
    reading = read_source(page.encode(), location="x", today=date(2026, 1, 1))
    assert [[value.entity.id for value in release.publishers] for release in reading.releases] == [
        ["rfom"],
        ["mission-skopje"],
    ]
    evidence = reading.releases[0].publishers[0].evidence
    assert (
        evidence.span.of(reading.text)
        == "Press statements of the OSCE Representative on Freedom of the Media"
    )


def test_a_list_of_reports_has_their_type_in_the_place_of_the_date() -> None:
    page = (
        "OSCE Special Monitoring Mission to Ukraine\nDaily and spot reports from the Special "
        "Monitoring Mission to Ukraine\n"
        "The Mission writes a report each day.\n"
        "Latest from the Special Monitoring Mission to Ukraine- Monday, 14 April 2014\nReport type: "
        "Daily report\n"
        "The day was quiet by the river, and no boat left.\n"
        "Latest from the Special Monitoring Mission to Ukraine- based on information received up "
        "until 12 April 2014\n"
        "Report type: Daily report\nThe night was quiet by the river, too.\n"
    )
    reading = read_source(page.encode(), location="x", today=date(2026, 1, 1))
    first, second = reading.releases
    assert (first.issued, second.issued) == (date(2014, 4, 14), None)
    assert first.content_type == second.content_type == "Daily report"
    assert [value.entity.id for value in first.publishers] == ["smm"]
    assert second.title.endswith("12 April 2014")


def test_a_title_that_the_end_of_the_page_cut_off_is_no_text_of_the_entry_before() -> None:
    page = listing(
        f"Boat\nPublishing date: 16 May 2008\n{LEAD}\n",
        f"Oar\nPublishing date: 17 May 2008\n{LEAD}\nOSCE gives the ferrymen of the river Drin a "
        f"second bell and an\n",
    )
    assert page.releases[1].body.of(page.text) == LEAD
    assert "Drin" not in page.text


def test_a_lead_that_is_cut_stays() -> None:
    (entry,) = releases(
        "Boat\nPublishing date: 16 May 2008\nThe OSCE Mission lent a boat to the ferrymen of\n"
    )
    assert entry.body.end - entry.body.begin > 40


def test_the_country_that_an_entry_is_about_is_not_the_place_where_it_was_written() -> None:
    first, second = releases(
        f"Boat\nPublishing date: 16 May 2018\nLocations: Germany, Ukraine\nVIENNA, 15 May – {LEAD}\n",
        f"Oar\nPublishing date: 17 May 2018\nLocation: Germany\n{LEAD}\n",
    )
    assert [place.entity.name for place in first.places] == ["Vienna"]
    assert (first.dateline, second.places) == (date(2018, 5, 15), ())
