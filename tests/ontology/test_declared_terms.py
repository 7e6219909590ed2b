"""Every term of the ontology that any room uses is declared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

from osce_kg.ontology.schema import schema
from osce_kg.ontology.vocabulary import PREFIXES

OSCE = PREFIXES["osce"]
_TERM = re.compile(rf"(?:\bosce:|{re.escape(OSCE)})([A-Za-z]\w*)")
_SOURCES = (".py", ".rq", ".ttl", ".html", ".j2")


def _source_files(folder: Traversable) -> Iterator[Traversable]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _source_files(entry)
        elif entry.name.endswith(_SOURCES):
            yield entry


def test_every_term_that_any_room_uses_is_declared() -> None:
    declared = {term.removeprefix(OSCE) for term in schema().declared()}
    seen, files_read = set(), 0
    for path in _source_files(files("osce_kg")):
        files_read += 1
        for word in _TERM.findall(path.read_text(encoding="utf-8")):
            if word not in declared:
                seen.add(f"{path.name}: osce:{word}")
    assert files_read > 15
    assert not seen
