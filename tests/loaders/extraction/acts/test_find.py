"""Who did what to whom, when and where; and who did not, will, may or should."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from osce_kg.loaders.extraction.acts.agents import AGENT_RULES
from osce_kg.loaders.extraction.clauses.line import Rule
from osce_kg.loaders.pipeline import read_source
from osce_kg.ontology.facts import Act

from ..event_reading import read
from .telling import acts_of, told


@pytest.mark.parametrize("rule", AGENT_RULES, ids=lambda rule: rule.name)
def test_each_rule_finds_its_example_and_leaves_its_counter_example(rule: Rule[Any]) -> None:
    assert rule.name in {act.evidence.rule for act in acts_of(read(rule.example))}
    assert rule.name not in {act.evidence.rule for act in acts_of(read(rule.counter_example))}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (
            "[Anna Berg] appointed [Carl Dahl] head of the {Water Union}.",
            "Anna Berg appointed: head of the Water Union > Carl Dahl",
        ),
        (
            "[Anna Berg] named [Carl Dahl] as envoy for wells today.",
            "Anna Berg appointed: envoy for wells > Carl Dahl on 2012-05-10",
        ),
        (
            "[Carl Dahl] was appointed envoy for wells by [Anna Berg].",
            "Anna Berg appointed: envoy for wells > Carl Dahl",
        ),
        ("The {Water Union} appointed a new director.", "Water Union appointed: new director"),
        ("[Anna Berg] took over the chair from [Carl Dahl].", "Anna Berg took over: chair > Carl Dahl"),
        (
            "[Anna Berg] took over as director from [Carl Dahl] on Monday.",
            "Anna Berg took over: director > Carl Dahl on 2012-05-07",
        ),
        (
            "[Anna Berg] ended a two-day visit to <Birke> today.",
            "Anna Berg ended: two-day visit to Birke on 2012-05-10",
        ),
        ("The {Water Union} closed the seminar in <Birke>.", "Water Union ended: seminar @ Birke"),
        ("[Anna Berg] visited <Birke> on 8 May.", "Anna Berg visited: Birke on 2012-05-08"),
        ("[Anna Berg] visited <Birke>, <Erle> and <Weide>.", "Anna Berg visited: Birke, Erle, Weide"),
        ("[Anna Berg] paid a visit to <Birke>.", "Anna Berg visited: Birke"),
        ("The {Water Union} was visited by [Anna Berg].", "Anna Berg visited: Water Union"),
        (
            "[Anna Berg] met [Carl Dahl] and [Emil Falk] in <Birke>.",
            "Anna Berg met: > Carl Dahl, Emil Falk @ Birke",
        ),
        ("[Anna Berg] held talks with [Carl Dahl] in <Birke>.", "Anna Berg met: > Carl Dahl @ Birke"),
        ("[Anna Berg] held a meeting with villagers.", "Anna Berg met: villagers"),
        ("[Anna Berg] travelled to <Birke> on Monday.", "Anna Berg visited: Birke on 2012-05-07"),
        ("[Anna Berg] arrived in <Birke> today.", "Anna Berg visited: Birke on 2012-05-10"),
        ("[Anna Berg] deplored the theft of ropes.", "Anna Berg condemned: theft of ropes"),
        ("[Anna Berg] assumed office on Monday.", "Anna Berg took over: office on 2012-05-07"),
        ("The {Water Union} reopened its well in <Birke>.", "Water Union opened: its well @ Birke"),
        ("[Anna Berg] wrapped up a tour of the valleys.", "Anna Berg ended: tour of the valleys"),
        (
            "[Anna Berg] met [Carl Dahl], [Emil Falk]'s brother and [Gerd Holm].",
            "Anna Berg met: > Carl Dahl",
        ),
        (
            "[Anna Berg] met with well-diggers from two valleys.",
            "Anna Berg met: well-diggers from two valleys",
        ),
        ("In <Birke>, [Anna Berg] met [Carl Dahl].", "Anna Berg met: > Carl Dahl @ Birke"),
        (
            "[Anna Berg] and [Carl Dahl] opened a bridge in <Birke> yesterday.",
            "Anna Berg + Carl Dahl opened: bridge @ Birke on 2012-05-09",
        ),
        (
            "The bridge was inaugurated by [Anna Berg] and the {Water Union}.",
            "Anna Berg + Water Union opened: bridge",
        ),
        (
            "The {Water Union} launched a campaign against waste.",
            "Water Union launched: campaign against waste",
        ),
        (
            "The {Water Union} has launched a well of its own with [Carl Dahl].",
            "Water Union launched: well of its own",
        ),
        (
            "[Anna Berg] signed an agreement with the {Water Union}.",
            "Anna Berg signed: agreement > Water Union",
        ),
        (
            "[Anna Berg] signed an agreement on wells with the {Water Union} in <Birke> on Monday.",
            "Anna Berg signed: agreement on wells > Water Union @ Birke on 2012-05-07",
        ),
        ("<<Ruritania>> and <<Sylvania>> signed a treaty.", "Ruritania + Sylvania signed: treaty"),
        (
            "[Anna Berg] agreed with the {Water Union} on a price.",
            "Anna Berg agreed: on a price > Water Union",
        ),
        (
            "[Anna Berg] and [Carl Dahl] agreed to dig together.",
            "Anna Berg + Carl Dahl agreed: to dig together",
        ),
        ("[Anna Berg] agreed that wells were dear.", "Anna Berg agreed: that wells were dear"),
        (
            "[Anna Berg] condemned the theft of ropes in <Birke>.",
            "Anna Berg condemned: theft of ropes in Birke",
        ),
        ("The {Water Union} condemns the theft of ropes.", "Water Union condemned: theft of ropes"),
        ("The theft was condemned by [Anna Berg].", "Anna Berg condemned: theft"),
        ("[Anna Berg] condemned the theft of ropes on Monday.", "Anna Berg condemned: theft of ropes"),
        (
            "[Anna Berg] today condemned the theft of ropes.",
            "Anna Berg condemned: theft of ropes on 2012-05-10",
        ),
        (
            "[Anna Berg] opened a school for the 15 May elections.",
            "Anna Berg opened: school for the 15 May elections",
        ),
        (
            "[Anna Berg] will visit <Birke> from May 11 to May 14.",
            "Anna Berg will visited: Birke on 2012-05-11/2012-05-14",
        ),
        ("[Anna Berg] welcomed the return of the ropes.", "Anna Berg welcomed: return of the ropes"),
        ("[Anna Berg] welcomed [Carl Dahl] in <Birke>.", "Anna Berg welcomed: Carl Dahl @ Birke"),
        (
            "[Anna Berg] called on <<Ruritania>> to mend its ropes.",
            "Anna Berg called on: to mend its ropes > Ruritania",
        ),
        ("[Anna Berg] urged all villages to dig.", "Anna Berg called on: all villages to dig"),
        (
            "[Anna Berg] appealed to [Carl Dahl] for more rope.",
            "Anna Berg called on: for more rope > Carl Dahl",
        ),
        (
            "[Anna Berg] observed the counting of votes in <Birke>.",
            "Anna Berg observed: counting of votes in Birke",
        ),
        (
            "The {Water Union} trained forty diggers in <Birke> in April.",
            "Water Union trained: forty diggers @ Birke on 2012-04",
        ),
        ("Forty diggers were trained by the {Water Union}.", "Water Union trained: Forty diggers"),
        (
            "[Anna Berg] handed over two pumps to the {Water Union}.",
            "Anna Berg handed over: two pumps > Water Union",
        ),
        (
            "[Anna Berg] handed two pumps over to the {Water Union}.",
            "Anna Berg handed over: two pumps > Water Union",
        ),
        (
            "Two pumps were handed over to the {Water Union} by [Anna Berg].",
            "Anna Berg handed over: Two pumps > Water Union",
        ),
        (
            "<<Ruritania>> donated ropes to the {Water Union} last month.",
            "Ruritania donated: ropes > Water Union on 2012-04",
        ),
    ],
)
def test_what_is_done(text: str, act: str) -> None:
    assert told(text) == [act]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("[Anna Berg] came to <Birke> and signed the treaty.", ["Anna Berg signed: treaty"]),
        (
            "[Anna Berg] visited <Birke> on Monday, met [Carl Dahl] and signed the treaty.",
            [
                "Anna Berg visited: Birke on 2012-05-07",
                "Anna Berg met: > Carl Dahl",
                "Anna Berg signed: treaty",
            ],
        ),
        (
            "[Anna Berg] thanked [Carl Dahl] and signed the treaty.",
            ["Anna Berg signed: treaty"],
        ),
        (
            "[Anna Berg], the director, opened the well and condemned the theft.",
            ["Anna Berg opened: well", "Anna Berg condemned: theft"],
        ),
        ("The director, [Anna Berg], opened the well.", ["Anna Berg opened: well"]),
        (
            "The new directors in <Birke>, [Anna Berg] and [Carl Dahl], opened the well.",
            ["Anna Berg + Carl Dahl opened: well"],
        ),
        ("[Anna Berg] of the {Water Union} opened the well.", ["Anna Berg opened: well"]),
        (
            "[Anna Berg] met [Carl Dahl], who condemned the theft.",
            ["Anna Berg met: > Carl Dahl", "Carl Dahl condemned: theft"],
        ),
        (
            "[Anna Berg] met [Carl Dahl] while the {Water Union} opened the well.",
            ["Anna Berg met: > Carl Dahl", "Water Union opened: well"],
        ),
        (
            "[Anna Berg] opened the well. She will visit <Birke>.",
            ["Anna Berg opened: well", "Anna Berg will visited: Birke"],
        ),
        ("During a tour of the valleys [Anna Berg] opened the well.", ["Anna Berg opened: well"]),
        (
            "[Anna Berg] welcomed the plan but did not sign it.",
            ["Anna Berg welcomed: plan", "Anna Berg not signed: it"],
        ),
        (
            "[Anna Berg] said that wells were dear and called on <<Ruritania>> to dig.",
            ["Anna Berg called on: to dig > Ruritania"],
        ),
        ('"Ropes are dear," said [Anna Berg] as she opened the well.', ["Anna Berg opened: well"]),
        ('"Ropes are dear," said [Anna Berg], who opened the well.', ["Anna Berg opened: well"]),
    ],
)
def test_several_acts_share_their_agent(text: str, acts: list[str]) -> None:
    assert told(text) == acts


def test_a_pronoun_that_could_mean_two_people_makes_no_act() -> None:
    assert told("[Anna Berg] appointed [Carla Dahl] envoy. She will visit <Birke>.") == [
        "Anna Berg appointed: envoy > Carla Dahl"
    ]


def test_a_pronoun_whose_person_was_no_subject_makes_no_act() -> None:
    assert told("Among the guests were [Carl Dahl] and [Emil Falk]. He also met [Anna Berg].") == []


def test_a_post_that_stands_behind_a_name_is_what_somebody_is_appointed_to() -> None:
    page = "A library opens\n\nVIENNA, 4 March 2010 - The Head of the OSCE Mission to Moldova, Yusuf Buluc, "
    page += (
        "appointed Colonel Aigul Bekova head of the archive. The OSCE Mission to Moldova welcomed the choice."
    )
    reading = read_source(page.encode(), location="page.txt")
    [act] = [f for f in reading.releases[0].facts if isinstance(f, Act) and f.kind == "appointed"]
    assert [e.name for e in act.recipients] == ["Aigul Bekova"]
    assert act.words is not None
    assert act.words.of(reading.text) == "head of the archive"


def test_a_title_tells_no_act() -> None:
    assert acts_of(read("[Anna Berg] wept.", title="[Anna Berg] signed the treaty")) == ()


def test_an_act_points_to_the_event_that_it_is() -> None:
    reading = read("[Anna Berg] opened a school in <Birke> today.")
    [act], [event] = acts_of(reading), reading.events
    assert act.event == event.key


def test_the_span_of_an_act_is_its_verb_with_what_belongs_to_it() -> None:
    reading = read("[Anna Berg] has not yet signed the treaty.")
    [act] = acts_of(reading)
    assert act.span.of(reading.context.text) == "has not yet signed"
    assert act.evidence.quote == reading.context.text


def test_releases_in_other_languages_tell_no_acts() -> None:
    page = "Treffen in Wien\n\nWIEN, 3. Mai 2005 - Die OSZE-Mission im Kosovo signed das Abkommen."
    assert not [
        f for r in read_source(page.encode(), location="x").releases for f in r.facts if isinstance(f, Act)
    ]


_WORDS = [
    "[Anna]",
    "met",
    "signed",
    "will",
    "not",
    "to",
    "the",
    "{Union}",
    ",",
    "and",
    "by",
    "was",
    "on",
    "Monday",
    "in",
    "<Birke>",
    "over",
    "handed",
    "called",
]


@given(st.lists(st.sampled_from(_WORDS), max_size=14))
def test_whatever_stands_there_spans_lie_within_the_sentence(words: list[str]) -> None:
    reading = read(" ".join(["The", *words]) + ".")
    for act in acts_of(reading):
        assert act.agents
        assert act.evidence.span.covers(act.span)
        assert act.words is None or act.evidence.span.covers(act.words)
