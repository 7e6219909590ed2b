"""Days that a name, a year or the verb of the sentence fixes, and what the sentence after adds."""

from __future__ import annotations

import pytest

from ...event_reading import read


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("More than 200 farmers swam to mark Earth Day.", "Earth Day | other | 2012-04-22 | "),
        (
            "A concert was held in <Asp> last Saturday to mark World Press Freedom Day.",
            "World Press Freedom Day | other | 2012-05-03 | ",
        ),
        ("Farmers sang today to mark Village Day.", "Village Day | other | 2012-05-10 | "),
        ("Farmers sang today to mark Human Rights Day.", "Human Rights Day | other | 2012-05-10 | "),
    ],
)
def test_the_calendar_fixes_a_named_day_that_is_near(text: str, line: str) -> None:
    assert line in read(text).event_lines()


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The Water Forum in <Asp> in 2009 agreed on a plan.", "2009"),
        ("The plan was agreed at the Second Water Forum in <Asp> in 2009.", "2009"),
        ("The plan goes back to the 2009 Water Forum in <Asp>.", "2009"),
        ("The Water Forum in <Asp> today recalled that wells were dug in 2009.", "2012-05-10"),
        ("The 2012 Water Forum in <Asp> began today.", "2012-05-10"),
        ("Later this year the {Water Union} will host a conference in <Asp> on wells.", "2012"),
        ("The {Water Union} will host a conference on wells in <Asp> next year.", "2013"),
        (
            "A conference on wells was held in <Asp> on 3 May; the {Water Union} will dig next year.",
            "2012-05-03",
        ),
    ],
)
def test_a_year_beside_a_name(text: str, when: str) -> None:
    assert [str(event.when) for event in read(text).events] == [when]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The plan was agreed at the Maastricht Ministerial Council.", "2003-12-01/2003-12-02 | Maastricht"),
        (
            "[Anna Berg] spoke at the Sixth Ministerial Council in <Copenhagen> in 1997.",
            "1997-12-18/1997-12-19",
        ),
        ("The Ministerial Council in <Sofia> adopted a plan in 2004.", "2004-12-06/2004-12-07 | Sofia"),
    ],
)
def test_a_town_or_year_tells_which_ministerial_council_is_meant(text: str, line: str) -> None:
    assert any(line in told for told in read(text).event_lines())


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "A conference on wells, organized by the {Water Union} in view of drought, took place in <Asp> "
            "on 3 May.",
            "conference on wells | conference | 2012-05-03 | Asp",
        ),
        (
            "A seminar held with the support of the {Water Union} for men who dig wells was opened in <Asp> "
            "on Monday.",
            "seminar | seminar | 2012-05-07 | Asp",
        ),
        (
            "A tournament organized by the {Water Union} on the occasion of Spring Day was played in <Asp> "
            "yesterday.",
            "tournament | other | 2012-05-09 | Asp",
        ),
        (
            "A seminar on wells ended in <Asp> today; the first fair had been held in <Elm> on 2 May.",
            "seminar on wells | seminar | 2012-05-10 | Asp",
        ),
        (
            "A seminar on wells and a conference on pumps were held in <Asp> on 3 May.",
            "conference on pumps | conference | 2012-05-03 | Asp",
        ),
    ],
)
def test_the_verb_of_a_sentence_tells_of_its_subject(text: str, line: str) -> None:
    assert line in read(text).event_lines()


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("A week-long course on wells started in <Asp> on Monday.", "2012-05-07/2012-05-13"),
        (
            "A conference on wells is held in <Asp> this week, from Friday to Saturday.",
            "2012-05-11/2012-05-12",
        ),
        ("A course on wells starts in <Asp> next Monday, lasting until Friday.", "2012-05-14/2012-05-18"),
        (
            "Forty farmers await a conference on wells that opens in <Asp> on Saturday and closes on "
            "Sunday evening.",
            "2012-05-12/2012-05-13",
        ),
        (
            "A course on wells started in <Asp> today. During the next two days, farmers will learn to dig.",
            "2012-05-10/2012-05-11",
        ),
        (
            "A conference will take place over two days, starting on 14 May, in <Asp>.",
            "2012-05-14/2012-05-15",
        ),
        ("A course on wells will be held in <Asp> next spring.", "2013"),
        ("A six-week course on wells started in <Asp> on Monday.", "2012-05-07"),
    ],
)
def test_how_long_an_occasion_lasts(text: str, when: str) -> None:
    assert str(read(text).events[0].when) == when


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The {Dam Office} in <Elm> organized a seminar on wells in <Asp> today.", "Asp"),
        ("Organized by the {Dam Office} in <Elm>, the fifth seminar on wells started today.", "Linden"),
        ("A seminar on wells at the {Dam Office} in <Elm> started today.", "Elm"),
        ("A seminar on wells, organized by the {Dam Office}, started in <Elm> today.", "Elm"),
    ],
)
def test_where_a_body_has_its_seat_is_not_where_its_occasion_is_held(text: str, place: str) -> None:
    assert [event.where.name for event in read(text).events if event.where] == [place]


@pytest.mark.parametrize(
    ("told", "when"),
    [
        ("It will conclude on Saturday.", "2012-05-10/2012-05-12"),
        ("It closes on Saturday.", "2012-05-10/2012-05-12"),
        ("It was he who came on Saturday.", "2012-05-10"),
    ],
)
def test_when_it_ends_may_stand_in_the_sentence_after(told: str, when: str) -> None:
    assert str(read(f"A conference on wells opened in <Asp> today. {told}").events[0].when) == when
