"""What a person should look at in the dates of a release."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from ..ontology.facts import Release
from .dateline_months import WEEKDAY

__all__ = ["doubts_of_time", "either_way_round", "strays"]

_FARTHEST: Final = 60
_MOST: Final = 5
_FIGURES: Final = re.compile(
    rf"(?P<named>(?<!\w){WEEKDAY},?\s+)?(?<![\d/.])"
    r"(?P<said>(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>(?:19|20)\d\d))(?![\d/])",
    re.IGNORECASE,
)


def strays(release: Release) -> bool:
    """Whether the dateline's date lies so far from the page's that one of the two must be wrong.

    So it does where the two are the same day of neighbouring months: a slip of the pen.
    """
    return _apart(release.issued, release.dateline) > _FARTHEST or _slipped(release.issued, release.dateline)


def _slipped(first: date | None, second: date | None) -> bool:
    if first is None or second is None or (first.year, first.day) != (second.year, second.day):
        return False
    return abs(first.month - second.month) == 1


def _apart(first: date | None, second: date | None) -> int:
    return abs((first - second).days) if first is not None and second is not None else 0


def doubts_of_time(issued: date | None, written: date | None, today: date) -> Iterator[str]:
    """Warnings of dates that cannot be, or not both: the page's, the dateline's, the day of loading."""
    for day, what in (
        (issued, "the release's date"),
        (written if written != issued else None, "the dateline's date"),
    ):
        if day is not None and day > today:
            yield f"{what}, {day}, lies after the day of loading, {today}"
    if issued is not None and written is not None and _slipped(issued, written):
        yield f"the page's date, {issued}, and the dateline's, {written}, are a month apart: a slip, it seems"
    elif issued is not None and written is not None and _apart(issued, written) > _FARTHEST:
        days = _apart(issued, written)
        yield f"the page's date, {issued}, and the dateline's, {written}, lie {days:,} days apart"


def either_way_round(text: str, sure: date | None = None) -> Iterator[str]:
    """Warnings of dates in figures that do not say which comes first, the day or the month.

    A weekday before them says it, and so does `sure`, a date in words that is one of the two.

    >>> list(either_way_round("Publishing date: 03/04/2008"))
    ["'03/04/2008' can be 2008-04-03 or 2008-03-04: it was read with its day first"]
    >>> list(either_way_round("13/04/2008, 04/04/2008, 3.4.2008, Thu, 03/04/2008"))
    []
    """
    if text.count("/") < 2:
        return
    told: set[str] = set()
    for match in _FIGURES.finditer(text):
        first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
        said = match["said"]
        if first == second or not (0 < first <= 12 and 0 < second <= 12):
            continue
        if match["named"] or said in told or date(year, second, first) == sure:
            continue
        told.add(said)
        if len(told) <= _MOST:
            yield (
                f"{said!r} can be {date(year, second, first)} or {date(year, first, second)}: "
                "it was read with its day first"
            )
