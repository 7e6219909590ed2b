"""Names of organizations by their form, and the kinds of head nouns that make them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from osce_kg.loaders.extraction.mentions.organization_forms import FORMS
from osce_kg.loaders.extraction.tables import read_table

from ..mention_reading import mentions_of, named


def organizations(text: str) -> set[str]:
    return {name.partition(":")[2] for name in named(text) if name.startswith("organization:")}


def test_every_kind_of_head_has_a_form() -> None:
    assert {row["kind"] for row in read_table("org_heads")} <= set(FORMS)


@pytest.mark.parametrize(
    "name",
    [
        "Albanian General Directorate of Customs",
        "State Investigation and Protection Agency",
        "Immigration and Borders Service",
        "Tirana Chamber of Commerce",
        "Inspector General's Office",
        "Office of the Prime Minister",
        "National Institute of Justice of the Republic of Moldova",
        "House of Peoples",
        "Permanent Mission of Italy to the OSCE",
        "Armed Forces of Georgia",
        "Red Cross of Montenegro",
        "Islamic Community of Kosovo",
        "Radio Delta",
        "Verkhovna Rada",
        "Water Users' Association of Delvi",
        "Border Forces of the State Committee for National Security",
        "Institute for Public Policy",
        "Guild of Mountain Guides",
        "Timok Weavers' Circle",
        "Armenian Beekeepers' Union",
        "Association of Deputy Headmasters",
        "General Staff of the Armed Forces",
        "Lipa Publishing House",
        "Brod Stock Exchange",
        "Brod Reading Room",
        "Udruženje Žena Une",
        "Muftiat",
        "Lim Telekom",
        "Norwegian Red Cross",
        "UNMIK Police",
    ],
)
def test_a_name_is_taken_whole(name: str) -> None:
    assert name in organizations(f"Ana Kos wrote to the {name} yesterday.")


@pytest.mark.parametrize(
    "text",
    [
        "The Working Group met.",
        "The Task Force and the Field Office closed.",
        "A Regional Centre will open.",
        "The Supreme Court Building was sold.",
        "The Court Monitoring Report came out.",
        "The Soviet Union ended.",
        "The UN Country Team came.",
        "The OSCE Human Rights Section came.",
        "The Mission's Rule of Law Department came.",
        "The Deputy Foreign Minister and the Minister of Justice came.",
        "The Stevens' Office was shut.",
        "The Reading Room and the Press Room were shut.",
        "The Mission Staff and the House Rules were changed.",
        "The Association Agreement was signed.",
    ],
)
def test_what_only_looks_like_an_organization_is_none(text: str) -> None:
    assert organizations(text) <= {"un"}


def test_a_national_red_cross_is_not_the_international_committee() -> None:
    text = "The International Committee of the Red Cross met the Croatian Red Cross. The Red Cross was glad."
    assert organizations(text) == {"icrc", "Croatian Red Cross"}


@pytest.mark.parametrize("post", ["Chairman of the School Board of Brod", "Dean of the Vrbas Law Faculty"])
def test_a_school_or_board_with_a_name_of_its_own_is_more_than_part_of_a_post(post: str) -> None:
    assert organizations(f"Ana Kos, {post}, spoke.") == {post.partition(" of the ")[2]}


def test_a_board_without_one_is_part_of_the_post() -> None:
    assert organizations("Ana Kos, Chair of the Supervisory Board, spoke.") == set()


@pytest.mark.parametrize(
    "text",
    [
        "It was organized by the OSCE Mission to Moldova and the Timok Equality Forum.",
        "It was staged in partnership with the Timok Equality Forum.",
        "Among the guests was Ana Kos of the Timok Equality Forum.",
        "They are members of the Timok Equality Forum.",
        "The Timok Equality Forum will also host a dinner.",
        "UNHCR and the Timok Equality Forum attended.",
        "The Timok Equality Forum and UNHCR attended.",
        "The Timok Equality Forum (TEF) attended.",
    ],
)
def test_a_forum_that_does_what_somebody_does_is_an_organization(text: str) -> None:
    assert "Timok Equality Forum" in organizations(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Timok Equality Forum opened yesterday.",
        "She spoke at the Timok Equality Forum.",
        "The Timok Equality Forum was organized by UNHCR.",
        "It was held on the margins of the Timok Equality Forum.",
    ],
)
def test_a_forum_that_takes_place_is_none(text: str) -> None:
    assert "Timok Equality Forum" not in organizations(text)


def test_a_title_in_capitals_shows_no_organizations() -> None:
    assert not [m for m in mentions_of("LOCAL POLICE FORCES MEET NEW UNIT") if m.entity.id is None]


WORDS = st.sampled_from(
    [
        "the",
        "Ministry",
        "of",
        "and",
        ",",
        "Justice",
        "Court",
        "Tirana",
        "OSCE",
        "'s",
        "(",
        "MOJ",
        ")",
        "for",
        "“",
        "Italy",
    ]
)


@given(st.lists(WORDS, min_size=1, max_size=25))
def test_any_order_of_words_is_read(words: list[str]) -> None:
    text = " ".join(words)
    for mention in mentions_of(text):
        assert mention.span.of(text) == mention.exact
        assert mention.exact
