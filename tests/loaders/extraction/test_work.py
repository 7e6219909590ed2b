"""How the work of the later stages grows: twice the people, posts or occasions are twice the steps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from osce_kg.loaders.extraction.events.find import find_events
from osce_kg.loaders.extraction.mentions.find import find_mentions
from osce_kg.loaders.extraction.model import Context, Part, Section
from osce_kg.loaders.extraction.parties.find import find_parties
from osce_kg.loaders.extraction.statements.find import read_clauses
from osce_kg.loaders.extraction.text.sentences import sentences
from osce_kg.ontology.facts import Span
from osce_kg.ontology.reference import reference

from ..test_work import NEW_NAMES, steps

DAY = date(2010, 5, 5)
Task = Callable[[], object]


def stages(text: str) -> dict[str, Task]:
    """The later stages of a text, for which the earlier ones have been run."""
    context, known = Context(text, DAY, DAY, ()), reference()
    cut = sentences(text, (Section(Part.BODY, Span(0, len(text))),))
    mentions = find_mentions(context, cut, known)
    parties = find_parties(context, cut, mentions, known)
    clauses = read_clauses(context, cut, mentions, parties)
    return {
        "people": lambda: find_parties(context, cut, mentions, known),
        "speech": lambda: read_clauses(context, cut, mentions, parties),
        "events": lambda: find_events(context, cut, mentions, parties, known, clauses),
    }


def growth(stage: str, text: Callable[[int], str], count: int) -> float:
    """How many times the steps of a stage are those for half the text."""
    shorter, longer = (stages(text(number))[stage] for number in (count, 2 * count))
    for task in (shorter, longer):
        task()  # what is remembered for good is not counted
    return steps(longer) / steps(shorter)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("stage", "unit"),
    [
        ("people", "secretary general of the "),
        ("people", "the Minister of Justice and "),
        ("people", "The Minister said that he knew. "),
        ("people", "Minister Anna Berg and his deputy Carl Dahl said so. "),
        ("people", "Foreign Minister Anna Berg of Norway met her Swedish counterpart Carl Dahl. "),
        ("people", "Anna Berg was appointed Head of Mission. "),
        ("people", "Anna Berg (Minister), Carl Dahl, the Mayor of Brod, and "),
        ("speech", '"It is good," said Anna Berg, '),
        ("speech", "Anna Berg, who met Carl Dahl, who said that "),
        ("events", "The meeting was opened by Anna Berg. "),
        ("events", "He visited Georgia on 5 May 2010. "),
        ("events", "A conference on wells in Vienna on 3 May, "),
        ("events", "A seminar on wells was held. The next takes place in May. "),
        ("events", "A seminar on wells opened, said Anna Berg. It was cancelled. "),
        ("events", "after the talks on 5 May "),
    ],
)
def test_what_comes_again_and_again_is_read_in_even_steps(stage: str, unit: str) -> None:
    assert growth(stage, lambda count: unit * count, 600) < 2.3


@pytest.mark.slow
@pytest.mark.parametrize(
    ("stage", "form"),
    [
        ("people", "Mayor Anna {0}berg and his deputy Carl {0}dahl said so. "),
        ("people", "Ambassador Anna {0}berg came. The Ambassador said so. "),
        ("people", "Anna Berg, the Mayor of {0}, came. "),
        ("people", "Anna {0}berg, the Mayor of {0}, "),
        ("events", "A conference on {0} was held. It was cancelled, said Anna Berg. "),
        ("events", "A seminar on {0} opened. Anna {0}berg met Carl Dahl on 3 May. "),
    ],
)
def test_each_new_person_post_or_occasion_costs_the_same(stage: str, form: str) -> None:
    def text(count: int) -> str:
        return "".join(form.format(name) for name in NEW_NAMES[:count])

    assert growth(stage, text, 600) < 2.3
