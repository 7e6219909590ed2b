"""Which picture is meant, and where it goes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from .arguments import as_day, as_path
from .files import in_a_folder, write_text
from .graph.errors import ExportFormatError
from .queries.terms import ParameterError

if TYPE_CHECKING:
    from .knowledge_graph import KnowledgeGraph

__all__ = ["draw"]


def draw(
    graph: KnowledgeGraph,
    path: str | Path,
    entities: Sequence[str],
    *,
    projection: str | None,
    mentions: bool,
    today: date | None,
) -> Path:
    """Draws what `KnowledgeGraph.draw` says."""
    from .views import draw as pages

    if entities and projection is not None:
        raise ParameterError("a picture is of entities or of a projection: give just one")
    if mentions and not entities:
        raise ParameterError("mentions are drawn around entities: name one")
    file = as_path(path, "the picture's file")
    if file.suffix.casefold() not in {".html", ".htm"}:
        raise ExportFormatError(f"{path}: a picture is written as HTML: end its name in .html")
    in_a_folder(file)
    raw, newest = graph.snapshot.raw, graph.snapshot.manifest.newest
    until = date.fromisoformat(newest) if newest else date.min
    if projection is not None:
        page = pages.draw_projection(raw, projection, until=until)
    elif entities:
        focus = [graph.resolve(name) for name in entities]
        page = pages.draw_entities(raw, focus, mentions=mentions, until=until)
    else:
        last = None if today is None else as_day(today, "today")
        page = pages.who_led_what(raw, today=last, until=until)
    return write_text(file, page)
