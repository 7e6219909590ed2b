"""Who held which post on a day."""

from __future__ import annotations

from datetime import date

import pytest
from osce_kg.ontology.reference import canonical_post, reference

KNOWN = reference()


def _holders(post: str, on: date, title: str | None = None) -> list[tuple[str, bool]]:
    return [(found.holder.person, found.certain) for found in KNOWN.holders(post, on, title)]


@pytest.mark.parametrize(
    "post", ["chairperson-in-office", "Chairman-in-Office", "chairpersonship", "OSCE Chair-in-Office"]
)
def test_the_chair_is_one_post_by_whatever_word(post: str) -> None:
    assert ("Karel De Gucht", True) in _holders(post, date(2006, 11, 24))


def test_a_day_in_the_month_of_a_change_leaves_both_as_candidates() -> None:
    found = KNOWN.holders("chairperson-in-office", date(2003, 12, 5))
    assert [f.holder.person for f in found] == ["Jaap de Hoop Scheffer", "Bernard Bot"]
    assert not any(f.certain for f in found)
    assert all("edge of the term" in f.reason for f in found)


def test_an_unknown_end_is_bounded_by_the_next_holder_and_stays_uncertain() -> None:
    found = {f.holder.person: f for f in KNOWN.holders("mission_skopje", date(2003, 6, 1), "head of mission")}
    assert not found["Craig Jenness"].certain
    assert str(found["Craig Jenness"].term.end) == "2005"
    later = [person for person, _ in _holders("mission_skopje", date(2009, 1, 1), "head of mission")]
    assert "Craig Jenness" not in later


def test_years_known_roughly_rank_candidates_but_make_nobody_certain() -> None:
    candidate = KNOWN.holder("mission_skopje", date(1997, 6, 1), "head of mission")
    assert candidate is not None
    assert candidate.holder.person == "Christian Faber-Rod"
    assert candidate.likely
    assert not candidate.certain
    assert candidate.reason == "in office about 1996/1998"


def test_a_day_on_which_somebody_is_attested_makes_them_likely() -> None:
    candidate = KNOWN.holder("senior-police-adviser", date(2006, 11, 1))
    assert candidate is not None
    assert candidate.holder.person == "Kevin Carty"
    assert candidate.likely


def test_nobody_is_chosen_in_the_month_of_a_change() -> None:
    assert KNOWN.holder("chairperson-in-office", date(2018, 6, 15)) is None


def test_certain_holders_come_first() -> None:
    certain = [certain for _, certain in _holders("head of mission", date(2003, 5, 5))]
    assert certain == sorted(certain, reverse=True)
    assert any(certain)


def test_nobody_held_a_post_before_the_operation_was_there() -> None:
    assert _holders("programme_office_dushanbe", date(2001, 1, 1)) == []


def test_acting_heads_have_a_post_of_their_own() -> None:
    heads = [person for person, _ in _holders("mission_kosovo", date(2025, 1, 15), "head of mission")]
    acting = [person for person, _ in _holders("mission_kosovo", date(2025, 1, 15), "acting head of mission")]
    assert "Cornelia Taylor" not in heads
    assert acting == ["Cornelia Taylor"]


@pytest.mark.parametrize(
    ("row", "post", "whom", "unit"),
    [
        ("Ján Kubiš", "secretary general", "osce", "secretary-general"),
        ("Roberto Montella", "secretary general", "pa", "pa-secretariat"),
        (
            "Günther Bächler",
            "special representative for the south caucasus",
            "chairpersonship",
            "sr-south-caucasus",
        ),
        ("Pia Kauma", "president", "pa", "pa"),
        ("Terhi Hakala", "head of mission", "mission-georgia", "mission-georgia"),
    ],
)
def test_posts_stand_as_texts_say_them(row: str, post: str, whom: str, unit: str) -> None:
    terms = [holder for holder in KNOWN.people[row].terms if holder.post == post]
    assert {(holder.organization.id, holder.unit.id) for holder in terms} == {(whom, unit)}


def test_rows_of_one_name_are_one_person_with_all_aliases() -> None:
    person = KNOWN.people["Madina Jarbussynova"]
    assert len(person.terms) == 2
    assert set(person.aliases) == {"Madina Dzharbusynova", "Madina Dzharbussynova"}


@pytest.mark.parametrize("written", ["Alcee L. Hastings", "ALCEE HASTINGS", "Alcée Hastings"])
def test_a_person_is_known_with_or_without_initials_and_diacritics(written: str) -> None:
    assert KNOWN.person_named(written) == "Alcee Hastings"


def test_a_surname_alone_names_nobody_but_lists_who_bears_it() -> None:
    assert KNOWN.person_named("Hill") is None
    assert [person.name for person in KNOWN.people_surnamed("Hill")] == ["William Hill"]
    assert KNOWN.people_surnamed("") == ()


def test_hyphen_and_spelling_of_a_post_do_not_count() -> None:
    assert canonical_post("Project Coordinator") == canonical_post("project co-ordinator")
    assert canonical_post("Deputy Secretary-General") == "deputy secretary general"
