"""Who is at an occasion by what is told of it there."""

from __future__ import annotations

import pytest
from osce_kg.ontology.facts import Role

from ...event_reading import read

TAKING_PART = {Role.SPEAKER, Role.PARTICIPANT}


def participants(text: str) -> set[str]:
    return {p.participant.name for p in read(text).participations if p.role in TAKING_PART}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[Anna Berg] will raise it at a seminar on wells in <Linden> on 1 June.", {"Anna Berg"}),
        ("[Anna Berg] is to speak of it at a seminar on wells in <Linden> on 1 June.", {"Anna Berg"}),
        ("[Anna Berg] told them of it at a seminar on wells in <Linden> today.", {"Anna Berg"}),
        ("[Anna Berg] will read a book that was shown at a seminar on wells in <Linden> today.", set()),
        ("[Anna Berg] will read a book shown at a seminar on wells in <Linden> today.", set()),
        ("[Anna Berg] will not speak at a seminar on wells in <Linden> on 1 June.", set()),
        ("Guards from <<Spain>> and <<Malta>> agreed on it at a seminar in <Linden> today.", set()),
    ],
)
def test_who_acts_or_is_to_act_at_an_occasion_is_there(text: str, names: set[str]) -> None:
    assert participants(text) == names


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("[Anna Berg] will chair it.", {"Anna Berg"}),
        ("The wells were old, so that [Anna Berg] forgot it.", set()),
        ("The {Water Union} closed it.", set()),
        ("Thirty guards from <<Spain>>, <<Malta>> and <<Norway>> attended.", set()),
        ("Help for the seminar was given by <<Spain>> and <<Malta>>.", set()),
        ("It was opened by [Anna Berg] and [Carl Dahl].", {"Anna Berg", "Carl Dahl"}),
        ("The {Water Union} was represented by [Anna Berg].", {"Water Union", "Anna Berg"}),
        ("[Anna Berg], who digs, and [Carl Dahl] are among the speakers.", {"Anna Berg", "Carl Dahl"}),
        ("[Anna Berg] served as moderator.", {"Anna Berg"}),
        ("Its theme was chosen since [Anna Berg] is a speaker of Norse.", set()),
        ("It was said that [Anna Berg] was not among the speakers.", set()),
        (
            "From the ministries come [Anna Berg], a deputy; [Carl Dahl]; and [Eva Falk], a senator.",
            {"Anna Berg", "Carl Dahl", "Eva Falk"},
        ),
        ("Ten officers under the command of [Anna Berg] learned how to dig.", {"Anna Berg"}),
        ("Ten wells were dug under [Anna Berg].", set()),
        ("The {Border Police} and the {Water Union} each sent a lecturer.", {"Border Police", "Water Union"}),
        ("The {Border Police}, which sent four mediators, showed maps.", {"Border Police"}),
        ("The {Border Police} is expected to send speakers.", {"Border Police"}),
        ("The {Border Police} sent a letter.", set()),
        (
            "Some fifty officials, sent by the {Border Police} and the {Water Union}, listened.",
            {"Border Police", "Water Union"},
        ),
        ("The pumps were sent by the {Water Union}.", set()),
        (
            "Two experts whom the {Border Police} had lent, and a colleague of theirs from the {Water "
            "Union}, taught.",
            {"Border Police", "Water Union"},
        ),
        ("Specialists have come from <Asp>, from <Birch> and from the {Water Union}.", {"Water Union"}),
    ],
)
def test_who_is_there_is_told_in_the_sentence_after(told: str, names: set[str]) -> None:
    assert participants(f"A seminar on wells will be held in <Linden> today. {told}") == names


def test_who_attended_both_took_part_in_both() -> None:
    text = (
        "A seminar on wells and a round table on pumps were held in <Linden> today. [Anna Berg] attended "
        "both."
    )
    found = {p.event for p in read(text).participations if p.participant.name == "Anna Berg"}
    assert found == {"seminar on wells", "round table on pumps"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The {Water Union} and the {Salt Union} issued a joint statement today.",
            {"Water Union", "Salt Union"},
        ),
        (
            "A joint statement has been issued by the {Water Union} and the {Salt Union} today.",
            {"Water Union", "Salt Union"},
        ),
        ("The {Water Union} was pleased with the joint statement of today.", set()),
    ],
)
def test_who_issues_a_statement_takes_part_in_it(text: str, names: set[str]) -> None:
    assert participants(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[Anna Berg] will be received by [Carl Dahl] in <Linden> on Friday.", {"Anna Berg", "Carl Dahl"}),
        (
            "A memorandum was signed today by three people: [Anna Berg], [Carl Dahl] and [Eva Falk].",
            {"Anna Berg", "Carl Dahl", "Eva Falk"},
        ),
        ("[Anna Berg] praised [Carl Dahl] when the two met in <Linden> today.", {"Anna Berg", "Carl Dahl"}),
        ("[Anna Berg], [Carl Dahl] and [Eva Falk] heard when the two met in <Linden> today.", set()),
    ],
)
def test_both_sides_of_a_meeting_take_part(text: str, names: set[str]) -> None:
    assert participants(text) == names


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("[Anna Berg], a digger, doubted that three days would change much.", {"Anna Berg"}),
        ("From <Asp>, its mayor, [Anna Berg], brought apples.", {"Anna Berg"}),
        ("From what is known, wells are dear, and so is the book of [Anna Berg].", set()),
        ("[Anna Berg], a digger, would have liked it.", set()),
    ],
)
def test_who_is_brought_in_as_acting_is_there(told: str, names: set[str]) -> None:
    assert participants(f"A seminar on wells was held in <Linden> today. {told}") == names


@pytest.mark.parametrize(
    ("told", "names"),
    [
        (
            "It was also addressed by [Anna Berg] for the {Salt Union}, by [Carl Dahl], a mayor, and "
            "by [Eva Falk], who digs.",
            {"Anna Berg", "Carl Dahl", "Eva Falk"},
        ),
        ("It was addressed by [Anna Berg]; the wells were dug by [Carl Dahl].", {"Anna Berg"}),
        ("The third speaker was [Anna Berg].", {"Anna Berg"}),
        ("Next to speak is [Anna Berg].", {"Anna Berg"}),
        ("Words of welcome also came from [Anna Berg].", {"Anna Berg"}),
        ("The wells came, in the words of the digger, from [Anna Berg].", set()),
        ("<<Malta>> and <<Spain>> took the floor.", {"Malta", "Spain"}),
        ("It was closed by a song of [Anna Berg].", set()),
        ("A delegation of the {Water Union}, led by [Anna Berg], was present.", {"Water Union", "Anna Berg"}),
        ("A horse, led by [Anna Berg], was fed.", set()),
        ("With [Anna Berg] among its first speakers, it goes on for two days.", {"Anna Berg"}),
    ],
)
def test_who_speaks_or_leads_is_there(told: str, names: set[str]) -> None:
    assert participants(f"A seminar on wells is being held in <Linden> today. {told}") == names


def test_who_will_do_something_when_a_body_meets_is_at_its_meeting() -> None:
    text = "[Anna Berg] will present it when the {Village Committee} meets in <Asp> on 1 June."
    assert participants(text) == {"Anna Berg"}
    assert participants(text.replace("will present", "forgot")) == set()


def test_of_what_another_said_at_a_meeting_the_other_was_there() -> None:
    text = "[Anna Berg] praised what [Carl Dahl] had said about wells at a seminar in <Linden> today."
    assert participants(text) == {"Carl Dahl"}


def test_a_statement_is_by_those_who_deliver_it_together() -> None:
    text = (
        "A joint statement on wells will be issued in <Linden> tomorrow. It is to be delivered by [Anna "
        "Berg], a mayor, together with [Carl Dahl], who digs, and with [Eva Falk]."
    )
    assert participants(text) >= {"Anna Berg", "Carl Dahl"}


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("Questions were answered by [Anna Berg].", {"Anna Berg"}),
        ("It dealt with the aims outlined by [Anna Berg].", set()),
        ("The {Salt Union}, headed by [Anna Berg], digs elsewhere.", set()),
        ("The {Salt Union} under the leadership of [Anna Berg] digs elsewhere.", set()),
        (
            "It was attended, among others, by [Anna Berg] and the {Water Union}.",
            {"Anna Berg", "Water Union"},
        ),
        ("The lecturers, [Anna Berg] and [Carl Dahl], had maps.", {"Anna Berg", "Carl Dahl"}),
        ("On the panel sat [Anna Berg] and [Carl Dahl].", {"Anna Berg", "Carl Dahl"}),
        ("[Anna Berg] represented the {Water Union}.", {"Anna Berg", "Water Union"}),
        ("Some 40 observers were sent by the {Salt Union} to watch wells.", set()),
        ("The participants work for the {Border Police}.", {"Border Police"}),
    ],
)
def test_what_is_told_of_those_there_and_of_others(told: str, names: set[str]) -> None:
    assert participants(f"A seminar on wells is being held in <Linden> today. {told}") == names


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("They were sent by <<Malta>>, <<Spain>> and the {Water Union}.", {"Malta", "Spain", "Water Union"}),
        ("The {Water Union} had sent an expert to <Linden>.", {"Water Union"}),
        ("The {Water Union} had sent an expert to <Asp>.", set()),
        ("The floor is given first to [Anna Berg].", {"Anna Berg"}),
    ],
)
def test_who_was_sent_where_it_is(told: str, names: set[str]) -> None:
    assert participants(f"Judges are at a seminar on wells in <Linden> today. {told}") == names


@pytest.mark.parametrize(
    "told",
    [
        "Forty students representing the {Water School} and the {Salt School} attended it.",
        "The people of the {Water School} opened it.",
        "<<Malta>> joined the {Salt Union} on 3 May 1991.",
    ],
)
def test_no_body_takes_part_by_those_who_only_come_from_it(told: str) -> None:
    assert participants(f"A seminar on wells is being held in <Linden> today. {told}") == set()


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("The Union's secretary, [Anna Berg], described an old pump to them.", {"Anna Berg"}),
        ("[Anna Berg], who digs in <Asp>, answered forty questions.", {"Anna Berg"}),
        ("[Anna Berg] noted that no such wells would be dug on 9 June.", {"Anna Berg"}),
        ("[Anna Berg] promised that each letter would be read.", {"Anna Berg"}),
        ("[Anna Berg], who opened it, praised the diggers.", {"Anna Berg"}),
        ("[Anna Berg] will dig another well.", set()),
        ("On 9 June [Anna Berg] walked to <Asp>.", set()),
        ("A film by [Anna Berg] pleased them.", set()),
        ("In a letter, [Anna Berg] thanked them.", set()),
    ],
)
@pytest.mark.parametrize("occasion", ["A seminar on wells", "A public hearing on wells", "An open day"])
def test_who_is_brought_in_acting_in_the_account_of_an_occasion_is_there(
    occasion: str, told: str, names: set[str]
) -> None:
    assert participants(f"{occasion} was held in <Linden> today. The wells were old. {told}") == names


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("Forty firemen of the {Border Police} took part in it.", {"Border Police"}),
        ("Ten librarians from the {Water Union} attended.", {"Water Union"}),
        ("Ten newspapers from the {Water Union} attended to it.", set()),
        ("The {Border Police} sent 80 men.", {"Border Police"}),
        ("The {Border Police} sent two divers.", {"Border Police"}),
        ("The {Border Police} sent two pumps.", set()),
        ("Two committees of the {Border Police} attended to it.", set()),
        (
            "The seminar is being run by two old diggers, [Anna Berg] and [Carl Dahl].",
            {"Anna Berg", "Carl Dahl"},
        ),
        ("The seminar was delivered by divers of the {Border Police}.", {"Border Police"}),
        ("It was held by two divers from the {Border Police}.", {"Border Police"}),
        ("The well was run by two old diggers, [Anna Berg] and [Carl Dahl].", set()),
        ("Opening remarks will be made by [Anna Berg].", {"Anna Berg"}),
        ("Opening remarks will not be made by [Anna Berg].", set()),
    ],
)
def test_people_told_by_their_work_stand_for_who_sent_them(told: str, names: set[str]) -> None:
    assert participants(f"A seminar on wells was held in <Linden> today. {told}") == names


@pytest.mark.parametrize("verb", ["began", "started", "finished"])
def test_who_begins_or_ends_a_course_is_there(verb: str) -> None:
    text = "Twelve divers of the {{Border Police}} today {verb} a training course on wells in <Linden>."
    assert participants(text.format(verb=verb)) == {"Border Police"}


def test_a_course_that_begins_is_not_begun_by_whom_it_is_for() -> None:
    text = (
        "For such people as the divers of the {Border Police}, a course on wells started in <Linden> today."
    )
    assert participants(text) == set()


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("[Anna Berg] will take questions.", {"Anna Berg"}),
        (
            "Its author, [Anna Berg], and [Carl Dahl] of the {Water Union} will take questions.",
            {"Anna Berg", "Carl Dahl"},
        ),
        ("[Anna Berg], who digs, is to answer them.", {"Anna Berg"}),
        ("[Anna Berg] will not be asked.", set()),
        ("[Anna Berg] hopes that it will rain.", set()),
        ("[Anna Berg] would like it.", set()),
    ],
)
def test_who_will_do_something_at_an_occasion_to_come_is_there(told: str, names: set[str]) -> None:
    assert participants(f"A seminar on wells will be held in <Linden> on 1 June. {told}") == names


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("[Anna Berg] and the digger [Carl Dahl] drew maps.", {"Anna Berg", "Carl Dahl"}),
        ("[Anna Berg] described maps by [Carl Dahl] and [Eva Falk].", {"Anna Berg"}),
        (
            "As it rained, the speakers at the opening were [Anna Berg] and [Carl Dahl].",
            {"Anna Berg", "Carl Dahl"},
        ),
        ("As it rained, the speakers at the opening were glad of [Anna Berg]'s roof.", set()),
        ("[Anna Berg] chaired it with [Carl Dahl].", {"Anna Berg", "Carl Dahl"}),
        ("[Anna Berg] opened the seminar, and argued with [Carl Dahl].", {"Anna Berg"}),
    ],
)
def test_who_does_something_there_with_others(told: str, names: set[str]) -> None:
    assert participants(f"A seminar on wells was held in <Linden> today. {told}") == names
