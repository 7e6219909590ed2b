"""An evaluation of pages of our own, all in all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from osce_kg.loaders.evaluation import Evaluation, EvaluationError, evaluate, find_documents, short_of
from osce_kg.loaders.evaluation.export import as_json
from osce_kg.loaders.evaluation.matching import Outcome
from osce_kg.ontology.reference import reference

from tests.loaders.evaluation.annotated import write_pages


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    return evaluate(find_documents(write_pages(tmp_path_factory.mktemp("pages"))), reference())


def test_all_groups_are_counted_over_all_pages(found: Evaluation) -> None:
    assert found.groups["header"].tally.hits == 6
    assert found.groups["organization"].tally.missing == 1
    assert found.groups["place"].tally.false == 1
    parts = [score.tally.expected for group, score in found.groups.items() if group != "all"]
    assert found.groups["all"].tally.expected == sum(parts) == 17


def test_what_was_not_annotated_is_not_counted(found: Evaluation) -> None:
    counted = {verdict.group for verdict in found.verdicts[1]}
    assert not counted & {"event", "organizer", "participant"}


def test_kinds_layouts_and_languages_have_figures_of_their_own(found: Evaluation) -> None:
    assert found.kinds["header: date"].tally.hits == 2
    assert "event: seminar" in found.kinds
    assert sum(number for number, _ in found.layouts.values()) == 2
    assert found.languages["en"][0] == 2


def test_entities_in_reference_and_not_are_told_apart(found: Evaluation) -> None:
    assert found.reference["organization: not in reference"].tally.missing == 1
    assert found.reference["field-operation: in reference"].tally.hits == 2
    assert found.reference["person: not in reference"].tally.expected == 1
    assert not any(name.startswith("header") for name in found.reference)


def test_rules_fired_for_what_was_found(found: Evaluation) -> None:
    fired = sum(one.fired for one in found.rules)
    lines = [v.found for document in found.verdicts for v in document if v.found is not None]
    assert fired == sum(bool(line.rule) for line in lines)
    assert fired == sum(one.fired for one in found.calibration)


def test_the_sentences_of_the_hits_are_compared(found: Evaluation) -> None:
    check = found.sentences["all"]
    assert check.compared >= 8
    assert check.overlapping == check.compared
    assert check.unplaced == 0


def test_with_rows_hidden_all_english_pages_are_read_again(found: Evaluation) -> None:
    assert found.withheld is not None
    assert found.withheld.rows > 200
    assert found.withheld.groups["all"].tally.expected == 17


def test_the_faults_have_sentence_and_rule(found: Evaluation) -> None:
    faults = {fault.group: fault for fault in found.faults() if fault.document == "yerevan"}
    assert faults["organization"].outcome is Outcome.MISSING
    assert faults["organization"].sentence == "YEREVAN, 9 June 2006"
    place = faults["place"]
    assert (place.outcome, place.line.object) == (Outcome.FALSE, "yerevan")
    assert place.rule
    assert place.sentence.startswith("YEREVAN, 9 June 2006 - The OSCE Office in Yerevan opened")


def test_it_is_the_same_each_time(found: Evaluation, tmp_path: Path) -> None:
    again = evaluate(find_documents(write_pages(tmp_path)), reference())
    first, second = (json.dumps(as_json(one), ensure_ascii=False) for one in (found, again))
    assert first == second


def test_figures_show_no_line(found: Evaluation) -> None:
    assert "Vukelov" in json.dumps(as_json(found))
    assert "Vukelov" not in json.dumps(as_json(found, lines=False))
    assert "ohrid" not in json.dumps(as_json(found, lines=False))


def test_groups_that_fall_short_are_named(found: Evaluation) -> None:
    assert short_of(found, ["header=1", "mentions organization=0.5"]) == (
        "organization 0.000, at least 0.5 is asked",
    )


@pytest.mark.parametrize("wish", ["nobody=0.5", "header", "header=much", "header=2", "header=-0.1"])
def test_wishes_that_make_no_sense_are_refused(found: Evaluation, wish: str) -> None:
    with pytest.raises(EvaluationError):
        short_of(found, [wish])
