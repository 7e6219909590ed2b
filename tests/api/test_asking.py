"""Questions that are asked on the command line: what is told beside the answer."""

from __future__ import annotations

from pathlib import Path

from tests.api.conftest import Run


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
