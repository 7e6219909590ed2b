"""The navigation, nested as the site nests it."""

from __future__ import annotations

import pytest
from osce_kg.loaders.pipeline import read_source
from osce_kg.loaders.taxonomy import render
from osce_kg.ontology.facts import Concept, Taxonomy

DUMP = """-
Our work
-
Fields of work
- Policing
- Youth
- Field operations
- Projects
-
Meetings and conferences
- Gender Equality Review Conferences
- Partnerships
-
Fields of work
-
Countries
- All
-
Participating States
- Albania
- Belgium
- Belarus
- Czech Republic
- Finland – OSCE Chairpersonship 2025
- Uzbekistan
- Asian Partners for Co-operation
-
Structures and institutions
- Chairpersonship
-
Secretariat
- Conflict Prevention Centre
- Institutions
-
Field operations
- Mission to Skopje
- Closed field activities
- Parliamentary Assembly
- Organizational structure
- About us
"""


def taxonomy(dump: str) -> Taxonomy:
    found = read_source(dump.encode(), location="navigation").taxonomy
    assert found is not None
    return found


def paths(found: Taxonomy) -> dict[str, list[tuple[str, ...]]]:
    made: dict[str, list[tuple[str, ...]]] = {}

    def walk(concepts: tuple[Concept, ...], above: tuple[str, ...]) -> None:
        for concept in concepts:
            made.setdefault(concept.label, []).append(above)
            walk(concept.narrower, (*above, concept.label))

    walk(found.concepts, ())
    return made


def concept(found: Taxonomy, *path: str) -> Concept:
    concepts = found.concepts
    for label in path[:-1]:
        concepts = next(c for c in concepts if c.label == label and c.narrower).narrower
    return next(c for c in concepts if c.label == path[-1])


@pytest.mark.parametrize(
    ("label", "above"),
    [
        ("Policing", [("Our work", "Fields of work")]),
        ("Projects", [("Our work",)]),
        ("Partnerships", [("Our work",)]),
        ("Field operations", [("Our work",), ("Structures and institutions",)]),
        ("Fields of work", [("Our work",), ()]),
        ("Belarus", [("Countries", "Participating States")]),
        ("Asian Partners for Co-operation", [("Countries",)]),
        ("Institutions", [("Structures and institutions",)]),
        ("Mission to Skopje", [("Structures and institutions", "Field operations")]),
        ("Parliamentary Assembly", [("Structures and institutions",)]),
        ("About us", [()]),
    ],
)
def test_known_labels_close_the_levels_that_they_do_not_belong_to(
    label: str, above: list[tuple[str, ...]]
) -> None:
    assert paths(taxonomy(DUMP))[label] == above


@pytest.mark.parametrize("dash", ["–", "—"])
def test_other_dashes_make_the_same_menus(dash: str) -> None:
    other = "\n".join(dash + line[1:] if line.startswith("-") else line for line in DUMP.split("\n"))
    assert paths(taxonomy(other)) == paths(taxonomy(DUMP))


def test_a_heading_under_its_other_name_keeps_what_stands_below_it() -> None:
    found = taxonomy(DUMP.replace("Our work", "What we do"))
    assert paths(found)["Policing"] == [("What we do", "Fields of work")]
    assert paths(found)["Field operations"] == [("What we do",), ("Structures and institutions",)]
    assert found.unplaced == ()


def test_the_chair_of_a_year_is_a_state() -> None:
    finland = concept(
        taxonomy(DUMP), "Countries", "Participating States", "Finland – OSCE Chairpersonship 2025"
    )
    assert finland.entity is not None
    assert (finland.entity.id, finland.chairs) == ("FI", 2025)


def test_other_captures_name_other_chairs_and_older_names() -> None:
    other = DUMP.replace(
        "Finland – OSCE Chairpersonship 2025", "Finland\n- Switzerland – OSCE Chairpersonship 2026"
    )
    found = taxonomy(other)
    swiss = concept(found, "Countries", "Participating States", "Switzerland – OSCE Chairpersonship 2026")
    czech = concept(found, "Countries", "Participating States", "Czech Republic")
    assert swiss.entity is not None
    assert (swiss.entity.id, swiss.chairs) == ("CH", 2026)
    assert czech.entity is not None
    assert czech.entity.id == "CZ"
    assert found.unplaced == ()


def test_an_unknown_label_stays_where_it_stood_and_is_reported() -> None:
    found = taxonomy(DUMP.replace("- Policing\n", "- Policing\n- Ferries and fords\n"))
    assert paths(found)["Ferries and fords"] == [("Our work", "Fields of work")]
    assert [label.label for label in found.unplaced] == ["Ferries and fords"]
    assert "Ferries and fords" in render(found).partition("Labels of no known place")[2]


def test_each_label_is_found_in_the_stored_text() -> None:
    reading = read_source(DUMP.encode(), location="navigation")
    assert reading.taxonomy is not None

    def walk(concepts: tuple[Concept, ...]) -> None:
        for one in concepts:
            assert one.span.of(reading.text) == one.label
            walk(one.narrower)

    walk(reading.taxonomy.concepts)


def test_menus_of_a_page_nest_like_their_dump() -> None:
    page = (
        "<html><body><nav><ul><li><a>Our work</a><ul><li><a>Fields of "
        "work</a><ul><li>Policing</li><li>Youth</li></ul></li>"
        "<li>Projects</li></ul></li><li>About us</li></ul></nav></body></html>"
    )
    assert paths(taxonomy(page)) == {
        "Our work": [()],
        "Fields of work": [("Our work",)],
        "Policing": [("Our work", "Fields of work")],
        "Youth": [("Our work", "Fields of work")],
        "Projects": [("Our work",)],
        "About us": [()],
    }


def test_known_labels_under_an_unknown_heading_keep_their_meaning() -> None:
    dump = "-\nOur work\n-\nWhat matters to us\n- Policing\n- Youth\n- Migration\n- Projects\n- About us\n"
    found = taxonomy(dump)
    assert paths(found)["Policing"] == [("Our work", "What matters to us")]
    policing = concept(found, "Our work", "What matters to us", "Policing")
    assert policing.entity is not None
    assert policing.entity.id == "policing"
    assert paths(found)["Projects"] == [("Our work",)]
    assert [label.label for label in found.unplaced] == ["What matters to us"]
