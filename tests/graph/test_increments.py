"""Loads one after another give what settling at once gives: random sets in which much falls together."""

from __future__ import annotations

import dataclasses
import random
from collections import Counter
from pathlib import Path

import pytest
from osce_kg.graph.settle import settle
from osce_kg.graph.snapshot import Snapshot
from osce_kg.graph.store import Store
from osce_kg.graph.terms import named, split_line
from osce_kg.ontology.facts import EventKind, SourceReading
from osce_kg.ontology.reference import reference
from osce_kg.ontology.schema import contractions

from .making import BELGIUM, FRANCE, TIRANA, VIENNA, Page, organization, person

NAMES = ["Ada Marlowe", "ADA MARLOWE", "Ádá Marlowe", "Bea Marlowe", "Marlowe"]
EVENTS = ["training on bridges", "bridge conference", "conference", "tunnel bridge conference", "training"]
BODIES = ["Bridge Institute", "BRIDGE INSTITUTE", "Ministry of Justice"]


def random_page(chance: random.Random) -> SourceReading:
    number = chance.randrange(40)
    page = Page(
        f"News {number % 10}",
        f"2011-05-{chance.randint(1, 3):02d}",
        url=f"https://example.org/{number}" if chance.random() < 0.7 else None,
        location=f"news-{number % 9}.txt",
        number=str(number % 10) if chance.random() < 0.5 else None,
        places=(chance.choice([VIENNA, TIRANA]),),
    )
    for key in "ab":
        name = chance.choice(NAMES)
        page.post(name, "minister", chance.choice([BELGIUM, FRANCE]), confidence=chance.choice([0.5, 0.9]))
        kind = chance.choice([EventKind.CONFERENCE, EventKind.TRAINING])
        where = chance.choice([None, VIENNA, TIRANA])
        page.event(chance.choice(EVENTS), str(page.issued), kind=kind, where=where, key=key)
        page.takes_part(person(name), key)
    page.mention(organization(chance.choice(BODIES)), " and ".join(BODIES))
    return page.reading()


def check(snapshot: Snapshot) -> None:
    """The snapshot is what its readings give when they are settled at once, and its counts are right."""
    readings = [
        dataclasses.replace(snapshot.reading(entry.source), location=location)
        for entry in snapshot.sources()
        for location in entry.locations
    ]
    graphs = settle(readings, reference(), contractions())
    lines = snapshot.lines()
    assert lines == tuple(sorted(set().union(*graphs.values())))
    for name, stated in graphs.items():
        assert snapshot.lines(name) == stated
    manifest = snapshot.manifest
    assert (manifest.triples, manifest.graphs) == (len(lines), len(graphs))
    assert manifest.quads == sum(map(len, graphs.values()))
    types = (split_line(line) for line in lines)
    counted = Counter(split.value[1:-1] for split in types if split.predicate == named("rdf:type"))
    assert manifest.classes == dict(counted)


@pytest.mark.parametrize(
    "seed", [1, pytest.param(2, marks=pytest.mark.slow), pytest.param(3, marks=pytest.mark.slow)]
)
def test_every_load_gives_what_settling_at_once_gives(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    store = Store(tmp_path / "store", keep=2)
    for _ in range(5):
        store.load([random_page(chance) for _ in range(chance.randint(1, 9))])
        with store.current() as snapshot:
            check(snapshot)
            entry = chance.choice(list(snapshot.sources()))
    store.forget(entry.locations[0])
    with store.current() as snapshot:
        check(snapshot)
