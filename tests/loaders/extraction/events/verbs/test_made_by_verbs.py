"""Openings, launches, signings, gifts, awards and anniversaries that no noun names."""

from __future__ import annotations

import pytest

from ...event_reading import read

OPENINGS = [
    (
        "The depot that was opened near <Asp> on 8 May has two doors.",
        ["opening of depot | ceremony | 2012-05-08 | Asp"],
    ),
    ("A law opened the way for an archive on 8 May.", []),
    (
        "A library opened in <Asp> on 8 May has ten rooms.",
        ["opening of library | ceremony | 2012-05-08 | Asp"],
    ),
    (
        "Opening the library in <Asp> on 8 May, [Anna Berg] spoke of wells.",
        ["opening of library | ceremony | 2012-05-08 | Asp"],
    ),
    (
        "A manual on wells launched in <Asp> on 8 May has ten pages.",
        ["launch of manual on wells | launch | 2012-05-08 | Asp"],
    ),
    (
        'The book "Deep Wells" was launched on 8 May.',
        ['launch of book "Deep Wells | launch | 2012-05-08 | Linden'],
    ),
    ("A website on wells went live on 8 May.", ["launch of website on wells | launch | 2012-05-08 | Linden"]),
    (
        "A hotline for diggers started work on 8 May.",
        ["launch of hotline for diggers | launch | 2012-05-08 | Linden"],
    ),
    ("[Anna Berg] started work on 8 May.", []),
    (
        "The {Water Union} made public its report on wells on 8 May.",
        ["publication of report on wells | publication | 2012-05-08 | "],
    ),
    (
        "A guide to wells was brought out in <Asp> on 8 May.",
        ["publication of guide to wells | publication | 2012-05-08 | Asp"],
    ),
    (
        "A handbook on wells is to be published on 14 May.",
        ["publication of handbook on wells | publication | 2012-05-14 | "],
    ),
    (
        "[Anna Berg] welcomed it in a statement issued in <Asp> on 8 May.",
        ["statement | statement | 2012-05-08 | Asp"],
    ),
    (
        "Launched in <Asp> on 8 May, the manual on wells has ten pages.",
        ["launch of manual on wells | launch | 2012-05-08 | Asp"],
    ),
    ("Launched in <Asp> on 8 May, the ship is new.", []),
    (
        "[Anna Berg] opened the {Legal Advice Centre} in <Asp> on 8 May.",
        ["opening of Legal Advice Centre | ceremony | 2012-05-08 | Asp"],
    ),
    (
        "[Anna Berg] laid a wreath in <Asp> on 8 May.",
        ["wreath-laying | ceremony | 2012-05-08 | Asp"],
    ),
    ("[Anna Berg] laid a plan before them on 8 May.", []),
    ("Report 56 on wells issued on 8 May", []),
]
SIGNINGS = [
    (
        "[Anna Berg] and [Carl Dahl] put their names to a memorandum in <Asp> on 8 May.",
        ["signing of memorandum | ceremony | 2012-05-08 | Asp"],
    ),
    (
        "A memorandum to which [Anna Berg] and [Carl Dahl] put their names in <Asp> on 8 May is about wells.",
        ["signing of memorandum | ceremony | 2012-05-08 | Asp"],
    ),
    (
        "A memorandum on wells signed in <Asp> on 8 May has two pages.",
        ["signing of memorandum on wells | ceremony | 2012-05-08 | Asp"],
    ),
    (
        "[Anna Berg] signed with [Carl Dahl] an agreement on wells on 8 May.",
        ["signing of agreement on wells | ceremony | 2012-05-08 | Linden"],
    ),
    ("[Anna Berg] and [Carl Dahl] put their names to the children's lists on 8 May.", []),
    (
        "The {Water Union} and the {Salt Union} agreed in <Asp> on 8 May to work together, and signed "
        "a memorandum to that end.",
        ["signing of memorandum | ceremony | 2012-05-08 | Asp"],
    ),
]
GIFTS = [
    (
        "The {Water Union} handed over four pumps on 8 May.",
        ["hand-over of pumps | ceremony | 2012-05-08 | Linden"],
    ),
    (
        "The {Water Union} handed the pumps over in <Asp> on 8 May.",
        ["hand-over of pumps | ceremony | 2012-05-08 | Asp"],
    ),
    ("Four cars changed hands in <Asp> on 8 May.", ["hand-over of cars | ceremony | 2012-05-08 | Asp"]),
    ("Old rumours changed hands in <Asp> on 8 May.", []),
    (
        "The {Village School} took delivery of four cars on 8 May.",
        ["hand-over of cars | ceremony | 2012-05-08 | Linden"],
    ),
    ("[Anna Berg] asked on 8 May that the {Village School} be given four cars.", []),
    ("Cars given by the {Water Union} stood in <Asp> on 8 May.", []),
    (
        "The {Water Union} provided the {Village School} with ten pumps on 8 May.",
        ["hand-over of pumps | ceremony | 2012-05-08 | Linden"],
    ),
    ("The {Water Union} provided the {Village School} with advice on 8 May.", []),
    (
        "[Anna Berg] today handed the keys to a new library to [Carl Dahl].",
        ["hand-over of new library | ceremony | 2012-05-10 | Linden"],
    ),
    ("[Anna Berg] today handed the keys to success to [Carl Dahl].", []),
]
ANNIVERSARIES = [
    (
        "The {Water Union} celebrates its tenth anniversary today.",
        ["tenth anniversary | other | 2012-05-10 | Linden"],
    ),
    (
        "A seminar in <Asp> today marked the tenth anniversary of the {Water Union}.",
        ["seminar | seminar | 2012-05-10 | Asp"],
    ),
    (
        "Today, ten years after the town decided on 3 May 2002 to found it, the {Water Union} celebrates "
        "its tenth anniversary.",
        ["tenth anniversary | other | 2012-05-10 | Linden"],
    ),
]
AWARDS = [
    (
        "At the end of a course in <Asp>, forty diggers were given diplomas today.",
        ["course | training | 2012-05-10 | Asp"],
    ),
    ("They were given diplomas in <Asp> today.", ["award of diplomas | ceremony | 2012-05-10 | Asp"]),
    ("Diggers were taught in <Asp> on 8 May.", []),
]


@pytest.mark.parametrize(("text", "lines"), [*OPENINGS, *SIGNINGS, *GIFTS, *ANNIVERSARIES, *AWARDS])
def test_what_is_opened_signed_given_or_kept(text: str, lines: list[str]) -> None:
    assert read(text).event_lines() == lines


def test_diplomas_of_a_graduation_are_no_occasion_of_their_own() -> None:
    text = "The graduation took place in <Asp> on 8 May. Forty diggers received diplomas on 8 May."
    assert read(text).event_lines() == ["graduation | ceremony | 2012-05-08 | Asp"]
