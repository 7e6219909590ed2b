"""What each line of a release's page is: title, header, caption, body, contact, or no part of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, partial
from itertools import chain
from typing import Final, NamedTuple

from ..dateline import Dateline, find_dateline
from .known import Known
from .lines import (
    LONGEST_TITLE,
    caption_span,
    cleaned,
    furniture_role,
    has_credit,
    header_key,
    is_author,
    is_contact,
    is_date,
    is_later_caption,
    is_marked_caption,
    is_prefixed,
    is_prose,
    tells_news,
    value_lines,
)
from .run_in import Find, with_datelines_in_front
from .text import Line, Mark

__all__ = ["Role", "Row", "Sheet", "read_sheets"]


_LONGEST_SENTENCE: Final = 140
_LONGEST_HEADING: Final = 250
_FEWEST_WORDS: Final = 3
_SHORTEST_PROSE: Final = 60
_LAST_LINES: Final = 10
_LONGEST_LATE: Final = 160


class Role(StrEnum):
    """What a line is to its release."""

    TYPE = "content type"
    HEADING = "heading"
    TITLE = "title"
    LABEL = "header label"
    VALUE = "header value"
    ALONE = "place and date"
    DATE = "page date"
    CAPTION = "caption"
    BODY = "body"
    CONTACT = "contact"
    NAVIGATION = "navigation"


class Row(NamedTuple):
    """A line with its role; its characters begin to end are what counts: a value, a caption's words.

    key       of a header label or value: date, place, source, fields, type, language
    dateline  with which this line of the body begins; its offsets count in the line
    """

    role: Role
    line: Line
    begin: int
    end: int
    key: str = ""
    dateline: Dateline | None = None

    @property
    def text(self) -> str:
        """The part that counts."""
        return self.line.text[self.begin : self.end]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of one release, in their order."""

    rows: tuple[Row, ...]

    def of(self, role: Role) -> tuple[Row, ...]:
        """The rows of one role."""
        return tuple(row for row in self.rows if row.role is role)

    @property
    def dateline(self) -> Row | None:
        """The row of the body that has the dateline."""
        return next((row for row in self.rows if row.dateline is not None and row.role is Role.BODY), None)

    @property
    def title(self) -> Row | None:
        """The row of the title."""
        return next(iter(self.of(Role.TITLE)), None)


def read_sheets(lines: Sequence[Line], known: Known) -> tuple[Sheet, ...]:
    """The releases of a page whose navigation is taken off: one, or several that follow each other."""
    kept = [
        line
        for line in chain.from_iterable(map(cleaned, lines))
        if line.text and furniture_role(line) != "drop"
    ]
    find = cache(partial(find_dateline, is_place=known.is_place))
    kept = list(with_datelines_in_front(kept, find))
    return tuple(_Reader(part, known, find).read() for part in _items(kept, find))


def _items(lines: list[Line], find: Find) -> list[list[Line]]:
    """The lines of each text, where several follow each other without a mark between them."""
    starts = [0]
    previous: Dateline | None = None
    for at, line in enumerate(lines):
        found = find(line.text) if len(line.text) > 60 else None
        if found is None or found.when is None or not found.places:
            continue
        text = lines[starts[-1] : at]
        if previous is not None and len(text) >= 3 and _title_like(text[-1]) and _prose(text[:-1]):
            starts.append(at - 1)
        elif _ended(text, whole=previous is None) and (previous is None or previous.date != found.date):
            starts.append(at)
        previous = found
    return [lines[begin:end] for begin, end in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _ended(lines: Sequence[Line], *, whole: bool) -> bool:
    """Whether lines are a text of their own; where it has no dateline, all of its lines must be sentences."""
    ends = [line.text.endswith((".", ".”", '."')) for line in lines]
    long = sum(len(line.text) for line in lines) > 200
    return len(ends) >= 2 and (all(ends) if whole else ends[-1] and long)


def _title_like(line: Line) -> bool:
    return 15 <= len(line.text) <= 250 and line.text[-1] not in '.:;,”"»' and not line.text.startswith("- ")


def _ends_as_sentence(text: str) -> bool:
    return len(text) > _LONGEST_SENTENCE and text.endswith((".", ":"))


def _prose(lines: Sequence[Line]) -> bool:
    return any(len(line.text) > _SHORTEST_PROSE for line in lines)


class _Reader:
    """Reads the lines of one release from the top down."""

    def __init__(self, lines: Sequence[Line], known: Known, find: Find) -> None:
        self._lines = list(lines)
        self._known = known
        self._rows: list[Row] = []
        self._given: set[str] = set()
        self._datelines = [
            find(line.text) if number < 60 else None for number, line in enumerate(self._lines)
        ]

    def read(self) -> Sheet:
        body = self._first_of_body()
        title = self._title(body)
        at = 0
        while at < body:
            at = self._before_body(at, title)
        end = self._end(body)
        contacts = self._first_contact(body, end)
        at = body
        while at < end:
            at = self._within_body(at, body, contacts)
        return Sheet(tuple(self._rows))

    def _within_body(self, at: int, body: int, contacts: int) -> int:
        text = self._lines[at].text
        key = header_key(text) if at > body and len(text) <= _LONGEST_LATE else None
        if key is not None and self._is_late_header(at, *key):
            return self._header(at, *key)
        if furniture_role(self._lines[at]) not in ("type", "listing"):
            self._body_line(at, at >= contacts or (at > body and is_contact(text)))
        return at + 1

    def _is_late_header(self, at: int, key: str, begin: int) -> bool:
        """Whether a label in or behind the body opens a header line not met before.

        Its value stands under it or, on the last lines of the page, behind it.
        """
        value = self._lines[at].text[begin:]
        if value and at < len(self._lines) - _LAST_LINES:
            return False
        if not value and at + 1 < len(self._lines):
            value = self._lines[at + 1].text.removeprefix("- ")
        if not value or key in self._given or len(value) > LONGEST_TITLE:
            return False
        return (
            (key == "date" and is_date(value))
            or (key == "place" and self._known.is_place(value))
            or (key == "source" and self._known.publisher(value.partition(",")[0]) is not None)
            or (key == "fields" and self._known.field(value.partition(",")[0]) is not None)
        )

    def _end(self, body: int) -> int:
        """Where what the site puts behind a release begins."""
        numbers = range(body + 1, len(self._lines))
        return next((n for n in numbers if furniture_role(self._lines[n]) == "end"), len(self._lines))

    def _first_contact(self, body: int, end: int) -> int:
        """The number of the first of the contact lines with which a release ends."""
        first = end
        for number in range(end - 1, body, -1):
            text = self._lines[number].text
            if is_contact(text):
                first = number
            elif is_prose(text):
                break
        return first

    def _add(self, role: Role, line: Line, begin: int = 0, end: int | None = None, **more: object) -> None:
        key, dateline = str(more.get("key", "")), more.get("dateline")
        assert dateline is None or isinstance(dateline, Dateline)  # noqa: S101 - for the type checker
        if role is Role.VALUE:
            self._given.add(key)
        self._rows.append(Row(role, line, begin, len(line.text) if end is None else end, key, dateline))

    def _first_of_body(self) -> int:
        """The number of the body's first line: of the dateline, else the first after title and header."""
        for number, found in enumerate(self._datelines):
            if found is not None and not found.alone:
                return number
        last = -1
        for number, line in enumerate(self._lines[:40]):
            heads = (
                header_key(line.text)
                or furniture_role(line) == "type"
                or self._publisher_heading(number) is not None
            )
            if heads or self._is_alone(number) or is_date(line.text):
                last = number
            elif len(line.text) > LONGEST_TITLE or (number and self._is_sentence(number)):
                break
        if last >= 0 and header_key(self._lines[last].text) and last + 1 < len(self._lines):
            last += value_lines(self._lines, last)
        for number, line in enumerate(self._lines):
            if line.mark is Mark.TITLE and number >= last and number < 40:
                return number + 1
        first = last + 1
        if not any(self._may_be_title(number) and not self._is_label(number) for number in range(first)):
            while first + 1 < len(self._lines) and self._is_label(first) and self._is_heading(first + 1):
                first += 1
            first += 1 if first + 1 < len(self._lines) and self._may_be_title(first) else 0
        while first < len(self._lines) and self._is_caption(first):
            first += 1
        return min(first, len(self._lines))

    def _is_sentence(self, number: int) -> bool:
        """Whether a line is so long, and ends so, that it is of a body and no title."""
        line = self._lines[number]
        return (
            line.mark is Mark.NONE
            and _ends_as_sentence(line.text)
            and header_key(line.text) is None
            and not self._is_caption(number)
        )

    def _may_be_title(self, number: int) -> bool:
        line = self._lines[number]
        if line.mark is not Mark.TITLE and _ends_as_sentence(line.text):
            return False
        return 3 <= len(line.text) <= LONGEST_TITLE and self._is_free(number)

    def _is_free(self, number: int) -> bool:
        """Whether a line is no part of a header, no furniture and no caption."""
        line = self._lines[number]
        if furniture_role(line) or header_key(line.text) or self._is_alone(number) or is_date(line.text):
            return False
        if line.mark is Mark.CAPTION or self._publisher_heading(number) is not None:
            return False
        return not line.text.startswith("- ")

    def _is_heading(self, number: int) -> bool:
        text = self._lines[number].text
        return self._may_be_title(number) and len(text) <= _LONGEST_HEADING and text[-1] not in ".,:;"

    def _is_label(self, number: int) -> bool:
        """Whether a line is the name of a section or a site, as it stands above a title."""
        line = self._lines[number]
        if line.mark is Mark.TITLE:
            return False
        following = self._lines[number + 1] if number + 1 < len(self._lines) else None
        if following is not None and furniture_role(following) == "type":
            return True
        if self._known.publisher(line.text) is not None or is_prefixed(line.text):
            return True
        words = line.text.split()
        return len(words) <= _FEWEST_WORDS and not tells_news(line.text)

    def _title(self, body: int) -> int | None:
        marked = [n for n in range(min(body, len(self._lines))) if self._lines[n].mark is Mark.TITLE]
        if marked:
            return marked[0]
        front = [
            n
            for n in range(min(body, len(self._lines)))
            if self._is_free(n) and not self._is_value(n) and not self._publisher_heading(n)
        ]
        may = [n for n in front if self._may_be_title(n)]
        # However long a title is, it is kept; what is as long and stands under another is of the body.
        long = [n for n in front if len(self._lines[n].text) > _LONGEST_SENTENCE]
        endless = [n for n in long if len(self._lines[n].text) > LONGEST_TITLE]
        titles = [n for n in may if not self._is_label(n) and self._is_heading(n)]
        others = [n for n in may if self._known.publisher(self._lines[n].text) is None]
        return next(iter([*titles, *endless, *others[-1:], *may, *long]), None)

    def _is_value(self, number: int) -> bool:
        before = header_key(self._lines[number - 1].text) if number else None
        return before is not None and before[1] >= len(self._lines[number - 1].text)

    def _is_alone(self, number: int) -> bool:
        found = self._datelines[number]
        return found is not None and found.alone and found.when is not None

    def _publisher_heading(self, number: int) -> int | None:
        return self._known.publisher_heading(self._lines[number].text)

    def _before_body(self, at: int, title: int | None) -> int:
        line = self._lines[at]
        key = header_key(line.text)
        if at == title:
            self._add(Role.TITLE, line)
        elif key is not None:
            return self._header(at, *key)
        elif self._is_alone(at):
            self._add(Role.ALONE, line, dateline=self._datelines[at])
        elif (begin := self._publisher_heading(at)) is not None:
            self._add(Role.HEADING, line, begin)
        elif furniture_role(line) == "type":
            self._add(Role.TYPE, line)
        elif is_date(line.text):
            self._add(Role.DATE, line)
        elif self._is_caption(at):
            self._caption(line)
        elif title is not None and at > title and not is_author(line.text) and furniture_role(line) == "":
            self._add(Role.BODY, line)
        return at + 1

    def _header(self, at: int, key: str, begin: int) -> int:
        line = self._lines[at]
        if begin < len(line.text):
            self._add(Role.VALUE, line, begin, key=self._key_of(key, line.text[begin:]))
            return at + 1
        self._add(Role.LABEL, line, key=key)
        count = value_lines(self._lines, at)
        for value in self._lines[at + 1 : at + 1 + count]:
            said = value.text.removeprefix("- ")
            self._add(Role.VALUE, value, len(value.text) - len(said), key=self._key_of(key, said))
        return at + 1 + count

    def _key_of(self, key: str, value: str) -> str:
        """What a value is: "Issued" and the like stand before who published as well as before the day."""
        published = key == "date" and not is_date(value) and self._known.publisher(value) is not None
        return "source" if published else key

    def _is_caption(self, number: int) -> bool:
        line = self._lines[number]
        if line.mark is not Mark.CAPTION and self._datelines[number] is not None:
            return False
        if is_marked_caption(line):
            return True
        if line.mark is Mark.TITLE or not has_credit(line.text):
            return False
        following = self._datelines[number + 1 : number + 4]
        ahead = any(found is not None and not found.alone for found in following)
        return ahead and any(map(self._may_be_title, range(number)))

    def _caption(self, line: Line) -> None:
        self._add(Role.CAPTION, line, *caption_span(line.text))

    def _body_line(self, number: int, contact: bool) -> None:
        line = self._lines[number]
        if contact:
            self._add(Role.CONTACT, line)
            return
        if is_later_caption(line):
            self._caption(line)
            return
        self._add(Role.BODY, line, dateline=self._datelines[number] if number < 60 else None)
