"""Pictures as HTML pages: from a store to the text of one file that opens with no network."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pyoxigraph as ox

from ..ontology.errors import OsceKgError
from .chart import chart
from .lanes_page import lanes_page
from .network import LIMIT, neighbourhood, projection
from .network_page import entities_page, projection_page
from .page import render
from .projections import projection_named
from .reading import newest_day, operations, terms, under_the_chair

__all__ = ["NothingToDrawError", "draw_entities", "draw_projection", "who_led_what"]


class NothingToDrawError(OsceKgError, LookupError):
    """The graph holds nothing that the picture could show; the message says what was looked for."""


def who_led_what(store: ox.Store, *, today: date | None = None, until: date | None = None) -> str:
    """The page "Who led what": terms on lanes, as HTML; raises NothingToDrawError.

    store  any pyoxigraph store whose default graph is a settled one
    today  the last day drawn; the newest day in the store where None
    until  the last day on which a release counts as the newest; releases may bear dates in the future
    """
    last = today or newest_day(store, until)
    picture = chart(terms(store), operations(store), last, under_the_chair(store))
    if not picture.bars:
        raise NothingToDrawError(
            "no term of a head with a date is in the graph; load the reference tables first"
        )
    return render(lanes_page(picture))


def draw_projection(store: ox.Store, name: str, *, limit: int = 80, until: date | None = None) -> str:
    """The page of a named projection, as HTML; raises UnknownProjectionError and NothingToDrawError.

    limit  the most nodes drawn; the page says how many it leaves out
    until  the last day on which a release counts as the newest
    """
    chosen = projection_named(name)
    graph = projection(store, name)
    if graph.number_of_edges() == 0:
        raise NothingToDrawError(
            f"the graph holds no {chosen.unit[1]} that join {chosen.source[1]} and {chosen.target[1]}"
        )
    return render(projection_page(graph, chosen, newest_day(store, until), limit))


def draw_entities(
    store: ox.Store,
    entities: Sequence[str],
    *,
    mentions: bool = False,
    limit: int = LIMIT,
    until: date | None = None,
) -> str:
    """The page of some entities and their surroundings, as HTML; raises NothingToDrawError.

    entities  IRIs
    mentions  whether to add who is named in the same releases
    limit     the most nodes drawn; the page says how many it leaves out
    until     the last day on which a release counts as the newest
    """
    graph = neighbourhood(store, entities, mentions=mentions, limit=limit)
    if graph.number_of_edges() == 0:
        raise NothingToDrawError(
            f"nothing is linked to {', '.join(entities)}; structural relations are not drawn"
        )
    return render(entities_page(graph, newest_day(store, until), mentions))
