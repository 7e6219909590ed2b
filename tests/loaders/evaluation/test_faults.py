"""What was found instead of a missing line."""

from __future__ import annotations

from osce_kg.loaders.evaluation import Annotation, Line, Matcher
from osce_kg.loaders.evaluation.documents import Reading
from osce_kg.loaders.evaluation.faults import Fault, faults
from osce_kg.loaders.evaluation.matching import Outcome
from osce_kg.ontology.facts import Span
from osce_kg.ontology.reference import reference

MAYOR = Line("post", "Ana Kole", "mayor @ Ohrid", "Ana Kole spoke")
DEPUTY = Line("post", "Ana Kole", "deputy mayor @ Ohrid", "Ana Kole, deputy", "apposition", 0.9, Span(4, 20))
TEXT = "Yes Ana Kole, deputy mayor"


def found(expected: tuple[Line, ...], lines: tuple[Line, ...]) -> list[Fault]:
    verdicts = Matcher(reference()).verdicts(Annotation(expected), lines)
    return list(faults("page", verdicts, Reading(lines, TEXT)))


def test_a_missing_line_has_the_most_alike_false_one_beside_it() -> None:
    other = Line("post", "Ana Kole", "head @ Water Agency", "", "r")
    missing, *_ = found((MAYOR,), (other, DEPUTY))
    assert (missing.outcome, missing.nearest, missing.matched) == (Outcome.MISSING, DEPUTY, False)
    assert missing.rule == "apposition"


def test_a_false_line_has_its_rule_its_whole_sentence_and_the_missing_line() -> None:
    false = found((MAYOR,), (DEPUTY,))[-1]
    assert (false.outcome, false.rule, false.nearest) == (Outcome.FALSE, "apposition", MAYOR)
    assert false.sentence == "Ana Kole, deputy"


def test_a_line_that_is_right_itself_is_said_to_be_so_and_no_rule_is_at_fault() -> None:
    (missing,) = found((MAYOR, DEPUTY), (DEPUTY,))
    assert (missing.nearest, missing.matched, missing.rule) == (DEPUTY, True, "")


def test_nothing_alike_is_nothing_instead() -> None:
    (missing, _) = found((Line("person", "", "Ana Kole"),), (Line("person", "", "Zdzisław Wu"),))
    assert missing.nearest is None
    assert missing.rule == ""


def test_lines_of_other_predicates_are_not_instead() -> None:
    missing, false = found((Line("place", "", "Ohrid"),), (Line("source", "", "Ohrid"),))
    assert missing.nearest is None
    assert false.nearest is None
