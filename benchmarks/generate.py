"""A seeded generator of invented releases: the same seed gives the same pages, on any machine.

Nothing in them happened. People, events and words are put together from lists; States, bodies and field
operations are those of the reference tables: to read these pages is the same work as to read real ones.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from osce_kg.ontology.facts import EntityKind
from osce_kg.ontology.reference import Reference, reference

__all__ = ["Page", "pages"]

GIVEN = (
    "Anders",
    "Besa",
    "Carine",
    "Dragan",
    "Elmira",
    "Fikret",
    "Giulia",
    "Henrik",
    "Ilinca",
    "Jovana",
    "Kairat",
    "Lejla",
    "Marek",
    "Nino",
    "Olesia",
    "Pauliina",
    "Rustam",
    "Solvei",
    "Tamar",
    "Ulrike",
    "Vahan",
    "Wanda",
    "Yusuf",
    "Zarina",
)
FAMILY = (
    "Abildsen",
    "Brankovsky",
    "Cernescu",
    "Dzhumaliev",
    "Erdvall",
    "Fontaneri",
    "Gradascevic",
    "Hovsepan",
    "Ilieskova",
    "Jaanisoo",
    "Kereselia",
    "Lindqvistad",
    "Murzabekov",
    "Novotnik",
    "Osterbeek",
    "Papadelis",
    "Qosjari",
    "Rahmatov",
    "Sandvikko",
    "Tasheva",
    "Ujvarosi",
    "Velimirov",
    "Wieczorska",
    "Ziemelsone",
)
POSTS = (
    "Deputy Minister of Justice",
    "Deputy Minister of the Interior",
    "Head of the Border Police",
    "Chairperson of the Association of Journalists",
    "Rector of the Police Academy",
    "Director of the Women's Resource Centre",
)
SUBJECTS = (
    "community policing",
    "witness protection",
    "the management of shared rivers",
    "the safety of journalists",
    "local budgets",
    "hate crime",
    "border checks at night",
    "the schooling of Roma children",
)
KINDS = ("round table", "seminar", "training course", "conference", "workshop")
CLAIMS = (
    "trust is built in small steps and lost in large ones",
    "no law is better than the people who apply it",
    "the region has the knowledge that it needs and lacks the habit of sharing it",
    "young officers learn more from one night on patrol than from ten lectures",
    "what is measured is improved, and what is published is improved twice",
)
FILLERS = (
    "Participants compared the practice of their countries and agreed on steps for the coming year.",
    "The discussions are part of a project that began in spring and will last until the end of next year.",
    "A handbook that was written for the occasion will be translated and sent to all districts.",
    "Most of those who came had travelled for a day, and some had never met their neighbours.",
)


@dataclass(frozen=True, slots=True)
class Page:
    """One invented page: a name that is a file name, and its text."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class _Mission:
    label: str
    seat: str
    state: str


def _missions(tables: Reference) -> list[_Mission]:
    """The field operations that have a seat and a host State."""
    found = []
    for row in tables.entities(EntityKind.FIELD_OPERATION):
        seat, state = row.row["seat_city"], row.row["host_state"]
        if seat and state and "|" not in seat + state and row.label.startswith("OSCE"):
            found.append(_Mission(row.label, seat, state))
    return sorted(found, key=lambda mission: mission.label)


def _person(rng: random.Random) -> str:
    return f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}"


def _page(rng: random.Random, number: int, missions: list[_Mission], fields: list[str]) -> Page:
    mission = rng.choice(missions)
    day = date(1999, 1, 4) + timedelta(days=rng.randrange(9000))
    said = f"{day.day} {day:%B} {day.year}"
    kind, subject = rng.choice(KINDS), rng.choice(SUBJECTS)
    speakers = [(_person(rng), rng.choice(POSTS)) for _ in range(3)]
    title = f"{kind.capitalize()} in {mission.seat} looks at {subject}"
    body = [
        f"{mission.seat.upper()}, {said} - A two-day {kind} on {subject} began in {mission.seat} today. "
        f"It was organized by the {mission.label} together with the Ministry of Justice of {mission.state}.",
        f'"We have found that {rng.choice(CLAIMS)}," said {speakers[0][0]}, {speakers[0][1]} '
        f"of {mission.state}. {rng.choice(FILLERS)}",
        f"{speakers[1][0]}, {speakers[1][1]}, stressed that {rng.choice(CLAIMS)}. {rng.choice(FILLERS)}",
        f"{speakers[2][0]}, who represented the Austrian Ministry for European Affairs, added that "
        f"{rng.choice(CLAIMS)}. The {kind} was attended by judges from Norway and Italy and by "
        "representatives of the United Nations.",
        " ".join(rng.sample(FILLERS, 3)),
    ]
    if rng.random() < 0.5:
        head = ["Press release", title, "- Date:", f"- {said}", "- Place:", f"- {mission.seat.upper()}"]
        head += ["- Source:", f"- {mission.label}", "- Fields of work:", f"- {rng.choice(fields)}"]
    else:
        head = ["Newsroom", title, f"{mission.seat.upper()} {said}"]
    lines = [*head, *body]
    return Page(f"release-{number:06d}.txt", "\n".join(lines) + "\n")


def pages(count: int, seed: int = 2006) -> Iterator[Page]:
    """Yields `count` invented releases of about 1,600 characters; the same seed gives the same bytes."""
    rng = random.Random(seed)
    tables = reference()
    missions = _missions(tables)
    fields = sorted(row.label for row in tables.entities(EntityKind.FIELD))
    for number in range(count):
        yield _page(rng, number, missions, fields)
