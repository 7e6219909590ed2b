"""How exact a date of the text is."""

from __future__ import annotations

from ...text.dates import DateExpression

__all__ = ["is_day", "is_year"]


def is_day(expression: DateExpression) -> bool:
    """Whether it names a day, not only a month or year."""
    start = expression.interval.start
    return start is not None and start.day is not None


def is_year(expression: DateExpression) -> bool:
    """Whether it names no more than a year."""
    start = expression.interval.start
    return start is not None and start.month is None
