"""Lanes and bars, from terms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from osce_kg.ontology.dates import Interval
from osce_kg.ontology.vocabulary import expand
from osce_kg.views.chart import Bar, Chart, chart
from osce_kg.views.findings import lanes_finding, lanes_numbers
from osce_kg.views.model import Operation, Term, Thing

NOW = date(2010, 12, 31)


def term(name: str, when: str, organization: str = "m", state: str = "Arcadia") -> Term:
    interval = Interval.parse(when) if when else Interval()
    home = Thing(f"state:{state}", state) if state else None
    return Term(
        f"{name}-{organization}", Thing(name, name), Thing("post", "Head"), organization, home, interval
    )


def operation(iri: str, mandate: str = "2000/", host: str = "h", follows: tuple[str, ...] = ()) -> Operation:
    return Operation(
        Thing(iri, f"OSCE Mission {iri}", iri), "West", Thing(host, host), follows, Interval.parse(mandate)
    )


def drawn(*terms: Term, operations: tuple[Operation, ...] = (operation("m"),)) -> Chart:
    return chart(terms, operations, NOW)


def days(bar: Bar) -> list[str]:
    return [date.fromordinal(day).isoformat() for day in (bar.first, bar.sure_from, bar.sure_to, bar.last)]


def test_dates_known_to_the_day_leave_no_doubt() -> None:
    (bar,) = drawn(term("a", "2001-02-03/2004-05-06")).bars
    assert days(bar) == ["2001-02-03", "2001-02-03", "2004-05-06", "2004-05-06"]


def test_a_year_is_a_year_of_doubt() -> None:
    (bar,) = drawn(term("a", "2001/2004")).bars
    assert days(bar) == ["2001-01-01", "2001-12-31", "2004-01-01", "2004-12-31"]


def test_an_unknown_end_fades_to_the_next_holder_or_the_end_of_the_mandate() -> None:
    first, second = drawn(
        term("a", "2001-01-01/"), term("b", "2003-03-01/"), operations=(operation("m", "2000/2005-06-30"),)
    ).bars
    assert (first.closes, days(first)[2:]) == (False, ["2001-01-01", "2003-03-01"])
    assert (second.closes, days(second)[2:]) == (False, ["2003-03-01", "2005-06-30"])


def test_an_unknown_start_fades_in_from_the_one_before() -> None:
    first, second = drawn(term("a", "2001-01-01/2002-01-01"), term("b", "/2004-01-01")).bars
    assert (second.opens, days(second)) == (False, ["2002-01-01", "2004-01-01", "2004-01-01", "2004-01-01"])
    assert first.last == second.first


def test_shared_doubt_is_halved() -> None:
    first, second = drawn(term("a", "2000-01-01/2004"), term("b", "2004/2008-01-01")).bars
    assert first.last == second.first
    assert "2004-06" <= days(second)[0] <= "2004-07-02"


def test_terms_that_truly_overlap_stand_on_two_tracks() -> None:
    first, second = drawn(term("a", "2001-01-01/2004-01-01"), term("b", "2002-01-01/2003-01-01")).bars
    assert (first.track, second.track) == (0, 1)


def test_nothing_is_drawn_after_today_and_what_has_no_date_is_kept_aside() -> None:
    picture = drawn(term("a", "2001/"), term("late", "2011-05-01/"), term("undated", ""))
    assert [bar.term.person.label for bar in picture.bars] == ["a"]
    assert [held.person.label for held in picture.lanes[0].undated] == ["late", "undated"]
    assert picture.bars[0].last == NOW.toordinal()


def test_an_operation_and_its_successor_share_a_lane_named_by_their_host() -> None:
    picture = drawn(
        term("a", "2001/2002", "m"),
        term("b", "2004/2005", "n"),
        operations=(operation("m", "2000/2003", "Land"), operation("n", "2003/", "Land", ("m",))),
    )
    assert [lane.label for lane in picture.lanes] == ["Land"]


def test_a_person_on_two_lanes_moved_on() -> None:
    picture = drawn(
        term("a", "2001/2002", "m"),
        term("a", "2004/2005", "n"),
        term("b", "2006/2007", "n"),
        operations=(operation("m"), operation("n", host="k")),
    )
    assert [(a.term.organization, b.term.organization) for a, b in picture.moves] == [("m", "n")]


def test_hubs_are_set_aside_and_counted() -> None:
    picture = chart([term("a", "2001/", "chair"), term("b", "2001/")], [operation("m")], NOW, {"chair"})
    assert (picture.set_aside, len(picture.bars)) == (1, 1)


def test_the_finding_says_all_only_where_it_is_all() -> None:
    years = ("2001/2002", "2002/2003", "2003/2004", "2004/2005")
    same = drawn(*(term(f"p{i}", when) for i, when in enumerate(years)))
    assert lanes_finding(same) == "All 4 dated heads of the OSCE Mission m came from Arcadia."
    other = drawn(*(term(f"p{i}", w, state="Arcadia" if i else "Borduria") for i, w in enumerate(years)))
    assert lanes_finding(other) == "3 of the 4 dated heads of the OSCE Mission m came from Arcadia."
    none = drawn(*(term(f"p{i}", w, state="Arcadia" if i % 2 else "Borduria") for i, w in enumerate(years)))
    assert lanes_finding(none) == "Arcadia sent 2 of 4 dated heads, Borduria 2."


def test_who_held_a_post_twice_is_one_head() -> None:
    years = ("2001/2002", "2002/2003", "2003/2004", "2004/2005")
    heads = [term(f"p{i}", when) for i, when in enumerate(years)]
    again = replace(term("p0", "2005/2006"), iri="p0-again")
    assert lanes_finding(drawn(*heads, again)) == "All 4 dated heads of the OSCE Mission m came from Arcadia."
    few = drawn(
        *heads[:3],
        again,
        term("q", "2006/2007", "n", "Borduria"),
        operations=(operation("m"), operation("n", host="k")),
    )
    assert lanes_finding(few) == "Arcadia sent 3 of 4 dated heads, Borduria 1."
    assert lanes_numbers(few).startswith("5 dated terms of 4 people on 2 lanes")


def test_an_office_whose_title_changed_and_is_long_has_one_lane_under_its_short_label() -> None:
    osce, office = expand("body:osce"), "office"
    bodies = tuple(
        Operation(thing, "Bodies", is_field_operation=False)
        for thing in (Thing(osce, "OSCE"), Thing(office, "Office of the Representative on Harbours", "HARB"))
    )
    earlier, later = (
        replace(term(name, when, osce), title=title, office=office, post=Thing(title, f"{title} of the OSCE"))
        for name, when, title in (
            ("a", "2001/2003", "Special Representative on Harbours, Lighthouses, Ferries and Piers"),
            ("b", "2003/2005", "Special Representative and Co-ordinator for Harbours, Ferries and Piers"),
        )
    )
    (lane,) = drawn(earlier, later, operations=bodies).lanes
    assert (lane.label, len(lane.bars)) == ("HARB", 2)
