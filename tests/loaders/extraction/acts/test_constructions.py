"""Acts in the constructions in which releases tell of them."""

from __future__ import annotations

import pytest
from osce_kg.loaders.annotation import annotate
from osce_kg.loaders.pipeline import read_source

from .telling import told


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        (
            "[Anna Berg] paid her first official visit to <Birke> on Monday.",
            ["Anna Berg visited: Birke on 2012-05-07"],
        ),
        ("[Anna Berg] held a working meeting with [Carl Dahl].", ["Anna Berg met: > Carl Dahl"]),
        ("[Anna Berg] met today with [Carl Dahl].", ["Anna Berg met: > Carl Dahl on 2012-05-10"]),
        (
            "[Anna Berg] and [Carl Dahl] met in <Birke>.",
            ["Anna Berg + Carl Dahl met: > Anna Berg, Carl Dahl @ Birke"],
        ),
        ("[Anna Berg] was received by [Carl Dahl] in <Birke>.", ["Carl Dahl met: > Anna Berg @ Birke"]),
        ("[Anna Berg] succeeds [Carl Dahl].", ["Anna Berg took over: > Carl Dahl"]),
        ("[Carl Dahl] was replaced by [Anna Berg].", ["Anna Berg took over: > Carl Dahl"]),
        (
            "[Anna Berg] takes over on 1 June from [Carl Dahl].",
            ["Anna Berg will took over: > Carl Dahl on 2012-06-01"],
        ),
        ("[Anna Berg] took up her duties on Monday.", ["Anna Berg took over: her duties on 2012-05-07"]),
        (
            "The {Water Union} and <<Norland>> reached agreement on wells.",
            ["Water Union + Norland agreed: on wells"],
        ),
        ("[Anna Berg] called for peace.", ["Anna Berg called on: for peace"]),
        (
            "[Anna Berg] repeated her urgent call on <<Norland>> to sign.",
            ["Anna Berg called on: to sign > Norland"],
        ),
        (
            "[Anna Berg] urged <<Norland>> not to close the well.",
            ["Anna Berg called on: not to close the well > Norland"],
        ),
        (
            "[Anna Berg] asked the villagers to dig.",
            ["Anna Berg called on: villagers to dig"],
        ),
        (
            "[Anna Berg] expressed her strong condemnation of the theft.",
            ["Anna Berg condemned: theft"],
        ),
        (
            "[Anna Berg] condemned yesterday's theft of ropes.",
            ["Anna Berg condemned: yesterday's theft of ropes"],
        ),
        (
            "[Anna Berg] concluded today her visit to <Birke>.",
            ["Anna Berg ended: her visit to Birke on 2012-05-10"],
        ),
        ("The {Water Union} will have to train diggers.", ["Water Union should trained: diggers"]),
        ("The {Water Union} is not to train diggers.", ["Water Union will not trained: diggers"]),
        ("The {Water Union} no longer trains diggers.", ["Water Union not trained: diggers"]),
        ("The {Water Union} has been training diggers.", ["Water Union trained: diggers"]),
        ("The {Water Union} has so far refused to train diggers.", ["Water Union not trained: diggers"]),
        ("[Anna Berg] will instead meet [Carl Dahl].", ["Anna Berg will met: > Carl Dahl"]),
        (
            "[Anna Berg] has neither met the villagers nor agreed to visit them.",
            ["Anna Berg not met: villagers", "Anna Berg not agreed: to visit them"],
        ),
        (
            "Two boats were handed over by [Anna Berg] to the {Water Union}.",
            ["Anna Berg handed over: Two boats > Water Union"],
        ),
        (
            "A treaty was signed today in <Birke> between <<Norland>> and <<Sudland>>.",
            ["Norland + Sudland signed: treaty @ Birke on 2012-05-10"],
        ),
        ("The treaty signed by [Anna Berg] lies in a box.", ["Anna Berg signed: treaty"]),
        (
            "The {Water Union} will hand over two boats, which <<Norland>> donated last year.",
            [
                "Water Union will handed over: two boats",
                "Norland donated: two boats on 2011",
            ],
        ),
        (
            "After meeting [Carl Dahl], [Anna Berg] opened a bridge.",
            ["Anna Berg met: > Carl Dahl", "Anna Berg opened: bridge"],
        ),
        ("[Anna Berg] condemned the theft in the strongest terms.", ["Anna Berg condemned: theft"]),
        ("[Anna Berg] welcomed the peace in a written statement.", ["Anna Berg welcomed: peace"]),
        ("[Anna Berg] deplored the way in which it ended.", ["Anna Berg condemned: way"]),
        ("[Anna Berg] opened a school there.", ["Anna Berg opened: school"]),
        ("[Anna Berg] left without signing the treaty.", ["Anna Berg not signed: treaty"]),
        (
            "[Anna Berg] was thanked by [Carl Dahl], who came to <Birke> and met [Emil Falk].",
            ["Carl Dahl met: > Emil Falk"],
        ),
        (
            "[Anna Berg], together with [Carl Dahl], opened a bridge.",
            ["Anna Berg + Carl Dahl opened: bridge"],
        ),
    ],
)
def test_acts_as_releases_tell_them(text: str, acts: list[str]) -> None:
    assert told(text) == acts


@pytest.mark.parametrize(
    ("before", "meant"),
    [
        ("The {Water Union} opened two wells.", True),
        ("The {Water Union} opened two wells in <<Norland>>.", True),
        ("The {Water Union} thanked [Anna Berg].", True),
        ("The {Water Union} met the {Well Union}.", False),
        ("The {Water Union} opened an office.", False),
        ("[Anna Berg] opened two wells.", False),
        ("Friends of the {Water Union} opened two wells.", False),
    ],
)
def test_it_stands_for_the_subject_before_where_nothing_else_is_meant(before: str, meant: bool) -> None:
    assert ("Water Union will trained: diggers" in told(f"{before} It will train diggers.")) == meant


def test_those_who_met_each_other_are_told_each_with_the_other() -> None:
    page = (
        "Talks in Bender\n\nBENDER, 10 May 2012 - OSCE Secretary General Lamberto Zannier and "
        "Mayor Ion Popa met in Bender today.\n"
    )
    (release,) = read_source(page.encode(), location="x").releases
    lines = [line for line in annotate(release, further=True) if line.predicate == "act"]
    assert [(line.subject, line.object) for line in lines] == [
        ("Ion Popa", "met | did | Lamberto Zannier | | 2012-05-10 | Bender"),
        ("Lamberto Zannier", "met | did | Ion Popa | | 2012-05-10 | Bender"),
    ]
