from __future__ import annotations

from ..people_reading import parties, people, posts, referred

INTRODUCED = "Ana Kovač, Head of the OSCE Mission to Serbia, opened a school. "


def test_a_surname_alone_is_the_one_named_before() -> None:
    assert referred(INTRODUCED + "Kovač praised the pupils.", "Kovač") == ["Ana Kovač"]


def test_an_honorific_and_a_surname_are_the_one_named_before() -> None:
    assert referred(INTRODUCED + "Ms. Kovač praised the pupils.", "Kovač") == ["Ana Kovač"]


def test_the_particles_of_a_surname_may_come_back_with_it() -> None:
    text = "Luís de Almada e Brito, Mayor of Osh, spoke. De Almada e Brito left. It rained, said Brito."
    assert people(text) == ["Luís de Almada e Brito"]


def test_a_pronoun_is_the_one_who_spoke() -> None:
    text = (
        '"It is cold," said Ana Kovač, the Mayor of Osh, to Petar Lukić of UNHCR. She added that it snowed.'
    )
    assert referred(text, "She") == ["Ana Kovač"]


def test_a_pronoun_does_not_mean_somebody_of_the_other_gender() -> None:
    text = "Mr. Petar Lukić met Ms. Ana Kovač, the Mayor of Osh. She thanked him."
    assert referred(text, "She") == ["Ana Kovač"]


def test_a_pronoun_is_the_one_of_the_title_not_the_one_by_whom_something_is_only_done() -> None:
    text = (
        "Ana Kovač, the Mayor of Osh, spoke. The meeting, convened by Nils Tamm, Mayor of Bar, was long. She "
        "said so."
    )
    title = "Mayor Kovač speaks"
    found = parties(text, title=title)
    said = [p.entity.name for p in found if p.span.of(f"{title}\n{text}") == "She"]
    assert said == ["Ana Kovač"]


def test_a_pronoun_is_the_one_by_whom_something_is_done_where_nobody_else_is_near() -> None:
    text = "The meeting, convened by Nils Tamm, Mayor of Bar, was long. He said so."
    assert referred(text, "He") == ["Nils Tamm"]


def test_a_pronoun_is_the_one_who_meets_not_the_one_met() -> None:
    text = "Mr. Petar Lukić, Mayor of Osh, met Nils Tamm. Then he said that it rained."
    assert referred(text, "he") == ["Petar Lukić"]


def test_one_who_was_appointed_holds_the_post() -> None:
    assert posts("Ana Kovač, who recently was appointed Mayor of Osh, spoke.") == {"Ana Kovač: mayor @ osh"}
    assert posts("Ana Kovač, who was Mayor of Osh, spoke.") == {"Ana Kovač: former mayor @ osh"}


def test_a_pronoun_inside_a_quotation_means_nobody() -> None:
    text = INTRODUCED + '"He is late," a pupil said.'
    assert referred(text, "He") == []


def test_a_post_alone_is_its_holder_of_the_release() -> None:
    assert referred(INTRODUCED + "The Head of Mission praised the pupils.", "The Head of Mission") == [
        "Ana Kovač"
    ]


def test_an_ambassador_is_the_one_who_bears_the_title() -> None:
    text = "Ambassador Nils Tamm, Head of the OSCE Mission to Serbia, spoke. The Ambassador left."
    assert referred(text, "The Ambassador") == ["Nils Tamm"]


def test_what_refers_back_introduces_nobody() -> None:
    found = [
        p for p in parties(INTRODUCED + "Kovač praised the pupils. She left.") if p.entity.name == "Ana Kovač"
    ]
    assert [party.introduces for party in found] == [True, False, False]


def test_two_people_of_one_surname_are_kept_apart() -> None:
    text = (
        "Ana Kovač, Mayor of Osh, and Petar Kovač, Mayor of Tirana, met. Ana Kovač spoke. Petar Kovač left."
    )
    assert people(text) == ["Ana Kovač", "Petar Kovač"]


def test_a_relative_clause_adds_a_post_to_the_one_referred_to() -> None:
    text = (
        "Ambassador Nils Tamm of the Estonian Ministry of Justice spoke. The Ambassador, who is Head of the "
        "Drava Institute, left."
    )
    assert posts(text) == {"Nils Tamm: head @ Drava Institute"}


def test_a_description_gives_a_post_to_one_who_had_none() -> None:
    text = '"I see it," said Ana Kovač-Lind. "We know," the document examiner of the Drava Institute said.'
    assert "Ana Kovač-Lind: document examiner @ Drava Institute" in posts(text)
