"""Which occasions that several releases tell of are one."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from osce_kg.graph.settle import Graphs, settle
from osce_kg.graph.store import Store
from osce_kg.ontology.facts import EventKind, Role, Status
from osce_kg.ontology.reference import reference
from osce_kg.ontology.schema import contractions

from .asking import texts
from .making import KOSOVO, ODIHR, VIENNA, Page, person

ROPES = "conference on ropes"


def page(number: int) -> Page:
    return Page(f"News {number}", url=f"https://example.org/{number}")


def graphs_of(*pages: Page) -> Graphs:
    return settle([one.reading() for one in pages], reference(), contractions())


def events_of(*pages: Page) -> int:
    """How many events the pages tell of together."""
    lines = {line for name, graph in graphs_of(*pages).items() if "/release/" in name for line in graph}
    return len({line.split(" ")[0] for line in lines if "#reportedIn>" in line and "/id/event/" in line[:60]})


def test_what_one_release_announces_and_another_reports_is_one_event(
    fresh_store: Store, tmp_path: Path
) -> None:
    announced = page(1).event(ROPES, "2011-05-12", status=Status.PLANNED).reading()
    reported = page(2).event("ropes conference", "2011-05-12/2011-05-13").reading()
    asked = """
        SELECT ?event ?status ?start ?end (COUNT(DISTINCT ?release) AS ?releases)
               (COUNT(DISTINCT ?proof) AS ?proofs) {
          ?event osce:reportedIn ?release ; osce:status ?status ; osce:evidence ?proof ;
            schema:startDate ?start ; schema:endDate ?end
        } GROUP BY ?event ?status ?start ?end"""
    for one in (announced, reported):
        fresh_store.load([one])
    with fresh_store.current() as snapshot:
        (row,) = texts(snapshot, asked)
        digest = snapshot.manifest.digest
    assert row["status"].endswith("TookPlace")
    assert (row["start"], row["end"]) == ("2011-05-12", "2011-05-13")
    assert (row["releases"], row["proofs"]) == ("2", "2")
    other = Store(tmp_path / "other")
    for one in (reported, announced):
        other.load([one])
    with other.current() as snapshot:
        assert snapshot.manifest.digest == digest


@pytest.mark.parametrize(
    ("one", "other", "events"),
    [
        ("2011-05-12", "2011-05-12/2011-05-14", 1),
        ("2011-05-13", "2011-05-12/2011-05-14", 1),
        ("2011-05-12/", "2011-05-12/2011-05-14", 1),
        ("2011-05", "2011-05-12", 1),
        ("2011-05-11", "2011-05-12/2011-05-14", 2),
        ("2011-05-12/2011-05-13", "2011-05-12/2011-05-14", 2),
        ("2011-05-13/", "2011-05-12/2011-05-14", 2),
        ("2011-06", "2011-05-12", 2),
        ("2011", "2011-05-12", 2),
    ],
)
def test_days_that_do_not_exclude_each_other_are_of_one_event(one: str, other: str, events: int) -> None:
    name = "conference on hemp ropes"
    assert events_of(page(1).event(name, one), page(2).event(name, other)) == events


def test_of_days_that_differ_only_the_same_words_make_one_event() -> None:
    short, long = (
        page(1).event("conference on ropes"),
        page(2).event("conference on nets", "2011-05-12/2011-05-14"),
    )
    assert events_of(short, long) == 2
    also = page(3).event("conference on ropes and knots", "2011-05-12/2011-05-14")
    assert events_of(short, also) == 1
    assert events_of(page(1).event("conference on hemp ropes"), also) == 2


def test_what_is_announced_for_a_month_is_not_guessed_into_one_of_two() -> None:
    name = "conference on hemp ropes"
    announced = page(1).event(name, "2011-05", status=Status.PLANNED)
    assert events_of(announced, page(2).event(name, "2011-05-12"), page(3).event(name, "2011-05-26")) == 3


@pytest.mark.parametrize(("organizers", "events"), [((ODIHR, ODIHR), 1), ((ODIHR, KOSOVO), 2), ((), 2)])
def test_a_named_and_an_unnamed_event_are_one_where_they_have_an_organizer_in_common(
    organizers: tuple[object, ...], events: int
) -> None:
    pages = [page(1).event(ROPES), page(2).event("conference")]
    for one, name, organizer in zip(pages, (ROPES, "conference"), organizers, strict=False):
        one.takes_part(organizer, name, Role.ORGANIZER)  # type: ignore[arg-type]
    assert events_of(*pages) == events


def test_two_unnamed_meetings_of_one_day_are_one_only_where_somebody_was_at_both() -> None:
    first, second = (page(n).event("meeting", kind=EventKind.MEETING) for n in (1, 2))
    assert events_of(first, second) == 2
    for one in (first, second):
        one.takes_part(person("Ada Marlowe"), "meeting")
    assert events_of(first, second) == 1


@pytest.mark.parametrize(
    ("visitors", "events"), [(("Ada Marlowe", "Ben Harlow"), 2), (("Ada Marlowe",) * 2, 1)]
)
def test_visits_of_different_people_are_two(visitors: tuple[str, str], events: int) -> None:
    pages = []
    for number, visitor in enumerate(visitors):
        one = page(number).event("visit to Vienna", kind=EventKind.VISIT)
        pages.append(one.takes_part(person(visitor), "visit to Vienna"))
    assert events_of(*pages) == events


def test_two_of_a_kind_with_different_names_stay_two_in_every_order() -> None:
    pages = [
        page(1).event("conference on ropes", where=VIENNA),
        page(2).event("conference on nets", where=VIENNA),
        page(3).event("ropes conference", "2011-05-12/2011-05-13", where=VIENNA),
        page(4).event("conference on hemp nets", "2011-05", where=VIENNA),
    ]
    readings = [one.reading() for one in pages]
    made = [settle(order, reference(), contractions()) for order in permutations(readings)]
    assert all(graphs == made[0] for graphs in made)
    assert events_of(*pages) == 3
