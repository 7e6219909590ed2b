"""Sentences know where they stand, and quotations may go on over several of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from osce_kg.loaders.extraction.model import Part, Section, Sentence
from osce_kg.loaders.extraction.text.sentences import sentences, without_contacts
from osce_kg.ontology.facts import Span


def read(text: str, part: Part = Part.BODY) -> tuple[Sentence, ...]:
    return sentences(text, [Section(part, Span(0, len(text)))])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Kos met Amb. Lind. Both left.", ["Mr. Kos met Amb. Lind.", "Both left."]),
        ("J. Kos spoke. B. Lind did not.", ["J. Kos spoke.", "B. Lind did not."]),
        ("They met in Washington, D.C. From there they flew.", 2),
        ("It opens at 10 a.m. on Monday. Come!", 2),
        ("“We did it. It was hard,” she said. He agreed.", 3),
        ("“Is it fair?” he asked. It was.", 2),
        ("He paused ... and went on. Then he stopped.", 2),
        ("A heading without a stop\nThe text. More text.", 3),
        ("- one item\n- another item", 2),
        ("BERLIN, 19. Mai 2016 – Die Tagung begann. Sie endete.", 2),
        ("ВЕНА, 21 янв. 2015 г. – Совещание открылось. Оно закрылось.", 2),
        ("BERNE, le 4 févr. 2019 — La réunion s'ouvre. Elle se termine.", 2),
        ("м. Київ, 14 липня 2016 р. – Нарада почалася.", 1),
        ("Курс начался в 2014 г. Ош был первым.", 1),
        ("They met at the border.The talks went well.", 2),
        ("The U.N. Office opened. It is small.", 2),
        ("Schools, roads, etc. were built. The work goes on.", 2),
    ],
)
def test_a_text_is_cut_into_sentences(text: str, expected: list[str] | int) -> None:
    found = [sentence.text for sentence in read(text)]
    assert (found if isinstance(expected, list) else len(found)) == expected


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The course for officers of both services was held in the\n"
        "old town hall, and everybody who took part in it received\n"
        "a certificate from the hands of the mayor on the last day."
    )
    assert len(read(text)) == 1


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('"Good," she said, "very good."', [["Good,", "very good."]]),
        ("“One. Two.”", [["One."], ["Two."]]),
        ("“One.\n“Two.” He left.", [["One."], ["Two."], []]),
        ("„Gut“, sagte er.", [["Gut"]]),
        ("«Bien», dit-elle.", [["Bien"]]),
        ("»Gut«, sagte er.", [["Gut"]]),
        ("The States’ views and Malta’s differ.", [[]]),
        ("‘It is late,’ he said.", [["It is late,"]]),
        ("“The word ‘later’ is short,” she said.", [["The word ‘later’ is short,"]]),
    ],
)
def test_words_in_quotation_marks_are_known(text: str, quoted: list[list[str]]) -> None:
    found = [[span.of(text) for span in sentence.quoted] for sentence in read(text)]
    assert found == quoted


def test_a_quotation_that_never_closes_ends_with_its_paragraph() -> None:
    found = read("“It went on and on.\nThe next day was calm. “Yes,” he said.")
    assert [len(sentence.quoted) for sentence in found] == [1, 0, 1]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("VIENNA, 5 October 2020 – The course ended.", "The"),
        ("TALAS, Kyrgyzstan, 3 May 2009 -- Work began.", "Work"),
        ("TIRANA / VIENNA – 6 October 2020. The course ended.", "6"),
        ("The course - a long one - ended.", "The"),
        ("19 December 2024, OLTAVA – The course ended.", "The"),
        ("OLTAVA, 5 May 2010 The course ended.", "The"),
        ("OLTAVA- The course ended.", "The"),
        ("Bishkek, Kyrgyz Republic – 27 February 2024 - Work began.", "Work"),
    ],
)
def test_rules_can_skip_the_dateline(text: str, first: str) -> None:
    sentence = read(text)[0]
    assert sentence.tokens[sentence.dateline].text == first


def test_contact_lines_at_the_end_are_left_out() -> None:
    read_all = read("The course ended.\nIt was long.\nFor further information, please contact: Ana Kos")
    assert [s.text for s in without_contacts(read_all)] == ["The course ended.", "It was long."]


MARKS = st.sampled_from([*"ab A.!?…\"“”„«»‘’'()-–\n :;,1é", "Mr. ", "U.N. ", "\n\n", ". T"])


@given(st.lists(MARKS, max_size=120).map("".join))
def test_sentences_hold_every_character_once_in_order(text: str) -> None:
    middle = len(text) // 2
    sections = [Section(Part.TITLE, Span(0, middle)), Section(Part.BODY, Span(middle, len(text)))]
    covered = 0
    for index, sentence in enumerate(sentences(text, sections)):
        assert sentence.index == index
        assert sentence.span.of(text) == sentence.text
        assert sentence.span.begin >= covered
        assert not text[covered : sentence.span.begin].strip()
        covered = sentence.span.end
        assert all(sentence.span.covers(span) for span in sentence.quoted)
        assert all(token.text == text[token.begin : token.end] for token in sentence.tokens)
    assert not text[covered:].strip()
