"""Questions that are asked on the command line: what is told beside the answer."""

from __future__ import annotations

from pathlib import Path

from tests.api.conftest import Run


def test_a_name_that_the_ontology_lacks_is_told_with_the_nearest(run: Run) -> None:
    result = run("query", "SELECT ?who { ?who a osce:Persn }")
    assert result.exit_code == 0
    assert "osce:Persn is no term of the ontology; did you mean osce:Person?" in result.stderr
    assert "no term" not in run("query", "SELECT ?who { ?who a osce:Person }").stderr
    assert "no term" not in run("query", "PREFIX osce: <http://a/> SELECT ?who { ?who a osce:Persn }").stderr
    assert "no term" in run("query", "SELECT ?who { ?who a osce:Persn }", "--format", "csv").stderr


def test_an_export_of_two_things_is_a_wrong_use_as_a_picture_is(run: Run) -> None:
    result = run("export", "x.ttl", "--entity", "Belgium", "--source", "reference")
    assert result.exit_code == 2
    assert "give just one" in result.stderr


def test_what_a_window_leaves_out_is_told_beside_the_answer(run: Run, tmp_path: Path) -> None:
    page = "The OSCE Mission to Skopje opened a training course for border officers in Bitola.\n"
    (tmp_path / "undated.txt").write_text(f"OSCE Mission trains officers\n\n{page}", encoding="utf-8")
    run("load", str(tmp_path / "undated.txt"), store=tmp_path / "store")
    asked = ("ask", "what-happened-in", "--place", "Bitola")
    assert "training course" in run(*asked, store=tmp_path / "store").stdout
    windowed = run(*asked, "--from", "2005-01-01", store=tmp_path / "store")
    assert windowed.exit_code == 0
    assert "no rows" in windowed.stderr
    assert "left out, since they have no date: 1 event" in windowed.stderr
    assert (
        not run(*asked, "--from", "2005-01-01", "--format", "csv", store=tmp_path / "store").stdout.count(
            "\n"
        )
        > 1
    )
