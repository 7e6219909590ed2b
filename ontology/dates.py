"""Dates as releases give them: to the year, the month or the day, alone or as an interval."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from .errors import OsceKgError

__all__ = ["DateError", "Interval", "PartialDate"]

_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class DateError(OsceKgError, ValueError):
    """A text is no date of the forms YYYY, YYYY-MM or YYYY-MM-DD, or no day of the calendar."""


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date known to the year, the month or the day (ISO 8601-1, reduced precision).

    >>> PartialDate.parse("2006-11").earliest, PartialDate.parse("2006-11").latest
    (datetime.date(2006, 11, 1), datetime.date(2006, 11, 30))
    >>> str(PartialDate(2006, 11, 24))
    '2006-11-24'
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        try:
            date(self.year, self.month or 1, self.day or 1)
        except ValueError as error:
            raise DateError(f"no day of the calendar: {self}") from error

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Reads YYYY, YYYY-MM or YYYY-MM-DD; raises DateError for anything else."""
        match = _FORM.fullmatch(text)
        if match is None:
            raise DateError(f"not a date of the form YYYY, YYYY-MM or YYYY-MM-DD: {text!r}")
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None  # noqa: S101 - the form has a year
        if month == 0 or day == 0:
            raise DateError(f"no day of the calendar: {text!r}")
        return cls(year, month, day)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """The date of one day."""
        return cls(day.year, day.month, day.day)

    @property
    def earliest(self) -> date:
        """The first day that this can be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day that this can be."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
            if self.day is not None:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Interval:
    """A span of time, both ends included; an end that is None is unknown or open.

    >>> str(Interval.parse("2018-04-12/2018-04-13"))
    '2018-04-12/2018-04-13'
    >>> Interval.parse("1999-06/").may_contain(date(2003, 12, 5))
    True
    """

    start: PartialDate | None = None
    end: PartialDate | None = None

    @classmethod
    def parse(cls, text: str) -> Interval:
        """Reads a date, or `from/to` in which one side may be empty; raises DateError."""
        start, slash, end = text.partition("/")
        first = PartialDate.parse(start) if start else None
        if not slash:
            return cls(first, first)
        return cls(first, PartialDate.parse(end) if end else None)

    @classmethod
    def on(cls, day: date) -> Interval:
        """The interval of one day."""
        point = PartialDate.of(day)
        return cls(point, point)

    def may_contain(self, day: date) -> bool:
        """Whether the day can lie in the interval, an unknown end counting as open."""
        after_start = self.start is None or self.start.earliest <= day
        return after_start and (self.end is None or day <= self.end.latest)

    def __bool__(self) -> bool:
        return self.start is not None or self.end is not None

    def __str__(self) -> str:
        if self.start == self.end:
            return str(self.start or "")
        return f"{self.start or ''}/{self.end or ''}"
