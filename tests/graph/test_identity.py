"""What is one and what is two: people, events, releases, organizations and sources over a whole set."""

from __future__ import annotations

from itertools import permutations
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from osce_kg.graph.claims import content_words
from osce_kg.graph.identity import settle_key
from osce_kg.graph.knowledge import Knowledge
from osce_kg.graph.labels import best_form
from osce_kg.graph.settle import Graphs, settle
from osce_kg.graph.terms import named
from osce_kg.ontology.facts import Entity, EntityKind, EventKind, Role, SourceReading, Status, TermStatus
from osce_kg.ontology.reference import reference
from osce_kg.ontology.schema import contractions
from osce_kg.ontology.vocabulary import PREFIXES

from .making import BELGIUM, FRANCE, ODIHR, OSCE, TIRANA, VIENNA, Page, organization, person

KNOWLEDGE = Knowledge(reference())


def graphs_of(*pages: Page) -> Graphs:
    return settle([page.reading() for page in pages], reference(), contractions())


def locals_of(graphs: Graphs, prefix: str, *, in_text: bool = True) -> set[str]:
    """The local names of the subjects of a kind in the graphs of texts."""
    start = f"<{PREFIXES[prefix]}"
    lines = [line for name, graph in graphs.items() if in_text and "/release/" in name for line in graph]
    return {line[len(start) :].partition(">")[0] for line in lines if line.startswith(start)}


def page(number: int, **more: object) -> Page:
    return Page(f"News {number}", url=f"https://example.org/{number}", **more)  # type: ignore[arg-type]


def test_people_of_one_name_are_one_however_it_is_spelt() -> None:
    graphs = graphs_of(
        page(1).said(person("Zoë Müller"), "Yes"),
        page(2).said(person("Zoe Muller"), "No"),
        page(3).said(person("Zoë Müller"), "So"),
    )
    assert locals_of(graphs, "person") == {"zoe-muller"}
    lines = {line for graph in graphs.values() for line in graph if "/zoe-muller> " in line[:70]}
    labels = {line.split('"')[1] for line in lines if "rdf-schema#label" in line}
    assert labels == {"Zoë Müller"}


def test_people_who_serve_two_states_are_two() -> None:
    graphs = graphs_of(
        page(1).post("Ada Marlowe", "minister", BELGIUM), page(2).post("Ada Marlowe", "minister", FRANCE)
    )
    assert locals_of(graphs, "person") == {"ada-marlowe-be", "ada-marlowe-fr"}


def test_a_state_and_the_one_that_it_followed_are_no_contradiction() -> None:
    before = Entity(EntityKind.STATE, "Czechoslovakia", "CS-CZ")
    after = Entity(EntityKind.STATE, "Czechia", "CZ")
    assert reference().of(before) is not None
    graphs = graphs_of(
        page(1).post("Ada Marlowe", "minister", before), page(2).post("Ada Marlowe", "minister", after)
    )
    assert locals_of(graphs, "person") == {"ada-marlowe"}


def test_an_unsure_post_splits_nobody() -> None:
    graphs = graphs_of(
        page(1).post("Ada Marlowe", "minister", BELGIUM),
        page(2).post("Ada Marlowe", "minister", FRANCE, confidence=0.5),
    )
    assert locals_of(graphs, "person") == {"ada-marlowe"}


def test_middle_names_are_not_guessed_away() -> None:
    graphs = graphs_of(
        page(1).said(person("Ada B. Marlowe"), "Yes"), page(2).said(person("Ada Marlowe"), "No")
    )
    assert locals_of(graphs, "person") == {"ada-b-marlowe", "ada-marlowe"}


def test_reference_knows_people_by_their_aliases() -> None:
    graphs = graphs_of(page(1).said(person("Jan Kubis"), "Yes"))
    assert locals_of(graphs, "person") == {"jan-kubis"}
    assert f'<{PREFIXES["person"]}jan-kubis> <{PREFIXES["rdfs"]}label> "Ján Kubiš" .' in next(
        graph for name, graph in graphs.items() if "/release/" in name
    )


def test_a_surname_alone_stands_for_somebody_of_its_release_only() -> None:
    graphs = graphs_of(page(1).said(person("Marlowe"), "Yes"), page(2).said(person("Marlowe"), "No"))
    assert len(locals_of(graphs, "person")) == 2


def test_events_that_agree_are_one_over_releases() -> None:
    graphs = graphs_of(
        page(1).event("conference on bridges"),
        page(2).event("annual bridges conference"),
        page(3).event("bridges conference", where=None),
    )
    assert len(locals_of(graphs, "event")) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"when": "2011-05-13"},
        {"where": TIRANA},
        {"kind": EventKind.SEMINAR},
        {"when": "2011-05-10/2011-05-11"},
        {"name": "exhibition of tunnels"},
    ],
)
def test_events_that_disagree_are_two(other: dict[str, object]) -> None:
    same = {"name": "conference on bridges", **other}
    graphs = graphs_of(page(1).event("conference on bridges"), page(2).event(**same))  # type: ignore[arg-type]
    assert len(locals_of(graphs, "event")) == 2


def test_events_that_one_release_tells_apart_stay_apart() -> None:
    graphs = graphs_of(
        page(1).event("meeting of bridge builders").event("meeting of bridge owners"),
        page(2).event("meeting of bridge builders"),
    )
    assert len(locals_of(graphs, "event")) == 2


def test_an_event_without_a_place_is_not_guessed_into_one_of_two() -> None:
    graphs = graphs_of(
        page(1).event("conference on bridges", where=VIENNA),
        page(2).event("conference on bridges", where=TIRANA),
        page(3).event("conference on bridges", where=None),
    )
    names = locals_of(graphs, "event")
    assert len(names) == 3
    assert len({name for name in names if name.endswith(("vienna", "tirana"))}) == 2


def test_undated_events_belong_to_their_release() -> None:
    graphs = graphs_of(page(1).event("bridge course", when=""), page(2).event("bridge course", when=""))
    assert len(locals_of(graphs, "event")) == 2


def test_an_event_that_reference_knows_has_its_iri() -> None:
    known = next(row.entity for row in reference().events if row.subkind == "summit")
    graphs = graphs_of(page(1).event("the summit", when="", entity=known, kind=EventKind.SUMMIT))
    assert locals_of(graphs, "event") == {known.id}


def test_an_event_of_a_series_points_to_it() -> None:
    series = next(row.entity for row in reference().events if row.subkind == "series")
    graphs = graphs_of(page(1).event("the meeting", series=series))
    (name,) = locals_of(graphs, "event")
    lines = [line for graph in graphs.values() for line in graph]
    link = f"<{PREFIXES['event']}{name}> <{PREFIXES['osce']}inSeries> <{PREFIXES['event']}{series.id}> ."
    assert link in lines


@pytest.mark.parametrize("when", ["2011-05-12", ""])
def test_a_label_does_not_end_in_what_only_its_text_explains(when: str) -> None:
    graphs = graphs_of(page(1).event("conference on these questions", when=when))
    (name,) = locals_of(graphs, "event")
    lines = [line for graph in graphs.values() for line in graph]
    event = f"<{PREFIXES['event']}{name}>"
    assert name.startswith("conference-2011" if when else "conference-r-")
    assert f'{event} <{PREFIXES["rdfs"]}label> "conference"@en .' in lines
    assert f'{event} <{PREFIXES["skos"]}altLabel> "conference on these questions"@en .' in lines


@pytest.mark.parametrize("known", [False, True])
def test_a_participation_has_one_status_and_the_evidence_of_all(known: bool) -> None:
    summit = next(row.entity for row in reference().events if row.subkind == "summit") if known else None
    announcing, reporting = (page(number).event("summit on bridges", entity=summit) for number in (1, 2))
    announcing.takes_part(ODIHR, "summit on bridges", status=Status.PLANNED)
    reporting.takes_part(ODIHR, "summit on bridges", Role.SPEAKER)
    lines = sorted({line for graph in graphs_of(announcing, reporting).values() for line in graph})
    (name,) = locals_of(graphs_of(announcing, reporting), "participation")
    of_it = [line for line in lines if line.startswith(f"<{PREFIXES['participation']}{name}> ")]
    assert [line.split("#")[2] for line in of_it if "#status>" in line] == ["TookPlace> ."]
    assert sum("#evidence>" in line for line in of_it) == 2


def test_copies_of_a_release_are_one() -> None:
    graphs = graphs_of(
        Page("Bridges: open!", url="https://a.example.org/1", number="77"),
        Page("Bridges – open", url="https://b.example.org/1"),
        Page("Bridges closed", url="https://c.example.org/1"),
    )
    names = locals_of(graphs, "release")
    assert "n77" in names
    assert len(names) == 2


def test_releases_of_two_numbers_stay_two_unless_their_words_are_the_same() -> None:
    different = graphs_of(
        Page("Daily report", url="https://a.example.org/1", number="77").said(person("Ada Marlowe"), "One"),
        Page("Daily report", url="https://a.example.org/2", number="78").said(person("Bea Marlowe"), "Two"),
    )
    assert locals_of(different, "release") == {"n77", "n78"}
    same = graphs_of(
        Page("Daily report", url="https://a.example.org/1", number="77"),
        Page("Daily report", url="https://a.example.org/2", number="78"),
    )
    assert locals_of(same, "release") == {"n77"}


def test_a_ministry_of_no_country_is_told_apart_by_that_of_its_release() -> None:
    ministry = organization("Ministry of Justice")
    graphs = graphs_of(
        page(1, places=(TIRANA,)).mention(ministry, "The Ministry of Justice agreed."),
        page(2, places=(VIENNA,)).mention(ministry, "The Ministry of Justice agreed."),
        page(3, places=(VIENNA,)).mention(organization("Bridge Institute"), "The Bridge Institute agreed."),
    )
    assert locals_of(graphs, "organization") == {
        "ministry-of-justice-al",
        "ministry-of-justice-at",
        "bridge-institute",
    }


def test_a_text_joins_the_term_that_was_running() -> None:
    graphs = graphs_of(page(1, issued="2004-03-01").post("Ján Kubiš", "secretary general", OSCE))
    assert locals_of(graphs, "membership") == {"jan-kubis-secretary-general-osce"}


def test_a_term_that_reference_does_not_know_is_one_of_its_own() -> None:
    graphs = graphs_of(page(1, issued="2015-03-01").post("Ján Kubiš", "secretary general", OSCE))
    assert locals_of(graphs, "membership") == {"jan-kubis-secretary-general-osce-said-2015"}
    former = graphs_of(
        page(1, issued="2015-03-01").post("Ján Kubiš", "secretary general", OSCE, status=TermStatus.FORMER)
    )
    assert locals_of(former, "membership") == {"jan-kubis-secretary-general-osce"}


def test_only_sure_facts_that_took_place_give_plain_edges() -> None:
    ada = person("Ada Marlowe")
    edge = f"<{PREFIXES['osce']}participatedIn>"
    for changes, expected in (
        ({}, True),
        ({"confidence": 0.79}, False),
        ({"negated": True}, False),
        ({"status": Status.PLANNED}, False),
        ({"status": Status.CANCELLED}, False),
    ):
        made = page(1).event("conference on bridges").takes_part(ada, "conference on bridges", **changes)
        lines = [line for graph in graphs_of(made).values() for line in graph]
        assert any(edge in line for line in lines) is expected, changes
        assert any("osce:Participation" in line or "#Participation>" in line for line in lines)


def test_sources_whose_hashes_begin_alike_have_longer_names() -> None:
    one, other = "ab12cd34" + "0" * 56, "ab12cd34" + "1" * 56
    names = settle_key("source/ab12cd34", {one: [[one]], other: [[other]]}, KNOWLEDGE)
    assert names[one][one][0] == "sab12cd3400000000"
    assert names[other][other][0] == "sab12cd3411111111"
    assert settle_key("source/ab12cd34", {one: [[one]]}, KNOWLEDGE)[one][one][0] == "sab12cd34"


names = st.sampled_from(
    ["bridges conference", "conference on bridges", "tunnel conference", "conference", "fair"]
)
places = st.sampled_from(["", "place/vienna", "place/tirana"])
days = st.sampled_from(["2011-05-12", "2011-05-12/2011-05-13", "2011-05-13", "2011-05", "2011-05-12/.."])
event_claims = st.lists(
    st.tuples(st.integers(0, 1), st.sampled_from("ab"), names, places, days), min_size=1, max_size=3
)


def claim(number: int, key: str, name: str, place: str, when: str) -> list[Any]:
    start, _, end = when.partition("/")
    return [
        *(number, key, "conference", name, place, start, (end or start).strip("."), when, "planned", False),
        *(
            [["body/odihr/organizer", "planned"]] if "bridges" in name else [],
            ["series-hds"] if not place else [],
        ),
    ]


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from("uvwxy"), event_claims, max_size=5), st.randoms())
def test_the_order_of_claims_does_not_show(
    claims: dict[str, list[tuple[int, str, str, str, str]]], random: Random
) -> None:
    made: dict[str, list[list[Any]]] = {
        source: sorted(
            {(n, key): claim(n, key, name, place, when) for n, key, name, place, when in events}.values()
        )
        for source, events in claims.items()
    }
    shuffled = list(made)
    random.shuffle(shuffled)
    settled = settle_key("event/2011-05", made, KNOWLEDGE)
    assert settle_key("event/2011-05", {source: made[source] for source in shuffled}, KNOWLEDGE) == settled
    places_of: dict[str, set[str]] = {}
    for source, events in made.items():
        for n, key, _, _, place, *_ in events:
            places_of.setdefault(settled[source][f"{n}/{key}"][0], set()).update({place} if place else ())
    assert all(len(found) <= 1 for found in places_of.values())


def test_every_order_of_readings_gives_the_same_graphs() -> None:
    readings: list[SourceReading] = [
        page(1).event("conference on bridges").post("Ada Marlowe", "minister", BELGIUM).reading(),
        page(2).event("bridges conference").post("Ada Marlowe", "minister", FRANCE).reading(),
        page(3).event("annual bridges conference").said(person("Ada Marlowe"), "Yes").reading(),
    ]
    made = [settle(order, reference(), contractions()) for order in permutations(readings)]
    assert all(graphs == made[0] for graphs in made)


def test_small_words_and_plurals_do_not_tell_events_apart() -> None:
    assert content_words("the OSCE conference on bridges") == content_words("Bridge conferences")
    assert best_form(["b", "a", "b"]) == "b"


def test_an_event_that_agrees_with_one_of_reference_is_that_one() -> None:
    known = next(row for row in reference().events if row.entity.id == "police-chiefs-2006")
    place = known.linked("place")
    day = str(known.when.start)
    graphs = graphs_of(
        page(1).event("police chiefs conference", when=day, where=place),
        page(2).event("police chiefs conference", when=day, where=TIRANA),
        page(3).event("tunnel conference", when=day, where=place),
    )
    found = locals_of(graphs, "event")
    assert known.entity.id in found
    assert len(found) == 3
    lines = [line for name, graph in graphs.items() for line in graph]
    dates = f"<{PREFIXES['event']}{known.entity.id}> <{PREFIXES['osce']}endLatest>"
    assert len({line for line in lines if line.startswith(dates)}) == 1


def values_of(graphs: Graphs, local: str, property_name: str) -> set[str]:
    """What all sources together give for a property of an event, by local names."""
    start = f"<{PREFIXES['event']}{local}> {named(property_name)} "
    lines = {line for lines in graphs.values() for line in lines if line.startswith(start)}
    return {line.split(" ")[2].strip("<>").replace("#", "/").rpartition("/")[2] for line in lines}


@pytest.mark.parametrize(
    ("said", "settled"),
    [
        ([Status.PLANNED], "Planned"),
        ([Status.PLANNED, Status.TOOK_PLACE], "TookPlace"),
        ([Status.PLANNED, Status.CANCELLED], "Cancelled"),
        ([Status.CANCELLED, Status.TOOK_PLACE, Status.PLANNED], "TookPlace"),
    ],
)
def test_an_event_has_one_status_whatever_each_source_says(said: list[Status], settled: str) -> None:
    pages = [page(n).event("conference on bridges", status=status) for n, status in enumerate(said)]
    assert values_of(graphs_of(*pages), "conference-on-bridges-2011-05-12", "osce:status") == {settled}


def test_what_reference_knows_to_have_taken_place_is_no_longer_planned() -> None:
    known = next(row.entity for row in reference().events if row.subkind == "summit")
    announced = page(1).event("summit", entity=known, kind=EventKind.SUMMIT, status=Status.PLANNED)
    assert values_of(graphs_of(announced), str(known.id), "osce:status") == {"TookPlace"}


def test_a_place_that_one_source_knows_and_another_only_names_is_one_place() -> None:
    unknown = Entity(EntityKind.PLACE, "Vienna")
    named_only = page(1).event("conference on bridges", where=unknown)
    event = "conference-on-bridges-2011-05-12"
    assert values_of(graphs_of(named_only), event, "schema:location") == {"vienna-as-said"}
    both = graphs_of(named_only, page(2).event("bridges conference", where=VIENNA))
    assert {values_of(both, name, "schema:location").pop() for name in locals_of(both, "event")} == {"vienna"}
