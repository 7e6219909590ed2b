"""What a release is about is taken from its words where its page does not say, and where they say enough."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest
from osce_kg.loaders.evaluation import evaluate, find_documents
from osce_kg.loaders.evaluation.documents import names_in
from osce_kg.loaders.extraction.confidence import families
from osce_kg.loaders.extraction.fields import NO_FIELD
from osce_kg.loaders.extraction.tables import read_table
from osce_kg.loaders.pipeline import Declared, read_source
from osce_kg.ontology.facts import EntityKind, InferredField, Release
from osce_kg.ontology.reference import reference

CASES = Path(__file__).parents[2] / "annotated" / "fields"


def release(title: str, body: str, header: str = "", language: str | None = None) -> Release:
    page = f"{title}\n\n{header}VIENNA, 5 May 2010 - {body}"
    declared = Declared(language=language)
    return read_source(page.encode(), location="page.txt", declared=declared).releases[0]


def fields(title: str, body: str, header: str = "", language: str | None = None) -> list[str | None]:
    facts = release(title, body, header, language).facts
    return [fact.field.id for fact in facts if isinstance(fact, InferredField)]


TELLERS = "The OSCE helped bank tellers to tell false notes from good ones, the Secretariat said."


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("Bakers bake", "The OSCE Secretariat thanked the bakers of Vienna today for bread.", []),
        (
            "Constables on foot",
            "The OSCE Secretariat praised community policing today. A police officer knows the shops.",
            ["policing"],
        ),
        (
            "Wells to be cleaned",
            "Pollution of wells was the subject of an OSCE seminar today. Climate change dries them up.",
            ["environment"],
        ),
        (
            "Women on the beat",
            "The OSCE told women about the work of police officers today. The police needs more women.",
            ["gender", "policing"],
        ),
        ("Tellers and notes", TELLERS, []),
    ],
)
def test_a_field_is_inferred_where_title_and_text_speak_of_it(
    title: str, body: str, expected: list[str]
) -> None:
    assert sorted(fields(title, body), key=str) == expected


@pytest.mark.parametrize(
    "body",
    [
        "The OSCE Representative on Freedom of the Media flew home today. The Representative on Freedom of "
        "the Media will be back in June, the office of the Representative on Freedom of the Media said.",
        "The OSCE Office for Democratic Institutions and Human Rights has new chairs. The Office for "
        "Democratic Institutions and Human Rights thanked the carpenter.",
        "The OSCE High Commissioner on National Minorities took office today. The High Commissioner on "
        "National Minorities was born in Bergen.",
        "The OSCE Secretary General will meet the press. Members of the media are invited to the briefing; "
        "media contact and media accreditation are as always. Journalists are invited to bring cameras.",
    ],
)
def test_names_of_bodies_and_calls_to_the_press_say_nothing_of_the_subject(body: str) -> None:
    assert fields("A day at the office", body) == []


def test_one_word_in_passing_is_not_enough() -> None:
    body = "The OSCE choir sang today. A former police station served as the hall. Tickets were free."
    assert fields("Choir sings in Vienna", body) == []


def test_a_format_of_negotiation_is_named_by_its_subject() -> None:
    body = "The Co-Chairs of the OSCE Minsk Group travelled to the region today and called for calm."
    assert fields("Minsk Group Co-Chairs visit the region", body) == ["conflict-prevention"]


def test_a_page_that_names_its_field_needs_no_inference() -> None:
    body = "The OSCE Secretariat praised community policing today. A police officer knows the shops."
    header = "Date:\n5 May 2010\nSource:\nOSCE Secretariat\nFields of work:\nYouth\n\n"
    said = release("Police officers on foot", body, header)
    assert [value.entity.id for value in said.fields] == ["youth"]
    assert fields("Police officers on foot", body, header) == []
    assert fields("Police officers on foot", body) == ["policing"]


def test_texts_in_other_languages_give_none() -> None:
    body = "The OSCE Secretariat praised community policing today. A police officer knows the shops."
    assert fields("Police officers on foot", body, language="de") == []


def test_at_most_three_are_given_the_likeliest_first() -> None:
    subjects = "terrorism, media freedom, gender equality and human trafficking"
    body = f"The OSCE held a seminar on {subjects} today. Human trafficking came first."
    found = fields(f"Seminar on {subjects}", body)
    assert len(found) == 3
    assert found[0] == "trafficking"


def test_the_sentence_that_speaks_most_for_a_field_is_its_evidence() -> None:
    body = (
        "Guests came to the OSCE today. Border guards and customs officers study forged passports. It rained."
    )
    said = release("Border guards learn", body)
    fact = next(fact for fact in said.facts if isinstance(fact, InferredField))
    evidence = fact.evidence
    assert evidence.quote == "Border guards and customs officers study forged passports."
    assert evidence.span.end - evidence.span.begin == len(evidence.quote)
    assert all(evidence.span.covers(marked) for marked in evidence.marked)
    assert evidence.confidence == families()["field of work in title and text"].confidence


def test_every_word_speaks_of_a_field_that_is_known_and_stands_once() -> None:
    known = {found.entity.id for found in reference().entities(EntityKind.FIELD)}
    rows = read_table("field_terms")
    assert {row["field"] for row in rows} - {NO_FIELD} == known
    assert [term for term, n in Counter(row["term"] for row in rows).items() if n > 1] == []
    assert all(row["term"] == row["term"].lower() for row in rows)
    assert {row["weight"] for row in rows if row["field"] == NO_FIELD} == {"0"}


def test_no_word_is_there_in_vain() -> None:
    """A longer phrase must change something: another field or a greater weight than a word within it has."""
    rows = read_table("field_terms")
    by_term = {row["term"]: row for row in rows}
    vain = []
    for term, row in by_term.items():
        pieces = re.findall(r"[^\W_]+", term)
        parts = [
            by_term[part]
            for part in by_term
            if part != term
            and len(part) < len(term)
            and part.split()[0].rstrip("s") in term
            and re.search(rf"(?<![^\W_]){re.escape(part)}s?(?![^\W_])", term)
        ]
        assert pieces
        if row["field"] == NO_FIELD:
            if not parts:
                vain.append(term)
        elif parts and all(
            part["field"] == row["field"] and int(part["weight"]) >= int(row["weight"]) for part in parts
        ):
            vain.append(term)
    assert vain == []


def hidden(path: Path) -> tuple[set[str | None], set[str | None]]:
    """The fields that the header of a page names, and those inferred from the page without that line."""
    page = path.read_text(encoding="utf-8")
    english = [found for found in read_releases(page) if found.language == "en"]
    named = {value.entity.id for found in english for value in found.fields}
    rest = re.sub(r"(?m)^(?:- Fields of work:\n- |What we do: ).*\n", "", page)
    facts = [fact for found in read_releases(rest) for fact in found.facts]
    return named, {fact.field.id for fact in facts if isinstance(fact, InferredField)}


def read_releases(page: str) -> tuple[Release, ...]:
    return read_source(page.encode(), location="page.txt").releases


@pytest.mark.slow
def test_fields_that_headers_name_are_mostly_inferred_where_the_header_line_is_missing() -> None:
    """The second measure: what the OSCE's editors put into the header, most of it more than the text says."""
    hits = missing = false = pages = 0
    for folder in (CASES.parents[1] / "gold", Path(str(files("osce_kg.loaders").joinpath("sample")))):
        for path in sorted(folder.glob("*.txt")):
            named, inferred = hidden(path)
            pages += bool(named)
            if not named:
                continue
            hits += len(named & inferred)
            missing += len(named - inferred)
            false += len(inferred - named)
    assert pages >= 20
    assert hits / (hits + false) >= 0.85
    assert hits / (hits + missing) >= 0.55


@pytest.mark.slow
@pytest.mark.parametrize("held_out", [False, True])
def test_invented_releases_are_understood_as_people_annotated_them(held_out: bool) -> None:
    held = names_in(CASES / "held-out.txt")
    found = evaluate(
        find_documents(CASES, names=held if held_out else None, leave_out=() if held_out else held),
        reference(),
        only=("field-inferred",),
    )
    assert found.groups["field-inferred"].tally.f1 >= 0.85
