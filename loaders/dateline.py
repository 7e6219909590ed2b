"""Datelines: `VIENNA, 5 October 2020 – ` and the many other forms in which a release says where and when."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from ..ontology.facts import Span
from .dateline_months import DateWords, find_date
from .languages.folders import Languages, current
from .tables import word_set

__all__ = ["Dateline", "Place", "find_dateline", "place_and_date", "republished_date", "title_case"]

_LONGEST: Final = 110
_LETTER: Final = r"[^\W\d_]"
_NAME: Final = re.compile(rf"{_LETTER}[\w'’‘ʻʼ`´.() -]*")
_SMALL: Final = word_set(
    "la le les de del della di da du des do dos am an der den im in on upon and und et e y sur i na"
)
_AGENCY: Final = re.compile(r"[.,]?\s{0,3}(?:\((?P<agency>[^()\n]{2,40})\)|/(?P<slashed>[A-Z][A-Z/]{1,18})/)")
_DASHES: Final = re.compile(r"\s{0,3}[-–—‒―−]+(?:\s{0,2}[-–—‒―−]+)*\s{0,3}")
_DASH: Final = re.compile(r"[-–—‒―−]")
_STOP: Final = re.compile(r"\s{0,2}[.:]\s{1,3}")
_COUNTRY_DASH: Final = re.compile(r"\s+[-–—]\s*$")
_UNREAD: Final = re.compile(
    r"(?P<places>[^,\d]{2,60}),\s?(?P<date>[^,\d]{0,12}\d{1,2}\s[^,\d]{2,14},?\s?\d{2,4})\s*$"
)
_NO_CITY: Final = frozenset(';:!?"“”«»')
_IN_BRACKETS: Final = re.compile(r"\s{0,3}\([^()]{0,40}\)$")
_NO_PLACES: Final = word_set(
    """OSCE CSCE ODIHR ОБСЕ OSZE PRESS RELEASE RELEASES NEWS NEWSROOM STATEMENT REPORT DAY WEEK CONFERENCE
    MEETING UPDATE UPDATED PUBLISHED POSTED DATE DATED DAILY SPOT LATEST PHOTO ПРЕСС-РЕЛИЗ COMMUNIQUÉ
    PRESSEMITTEILUNG NEWSLETTER"""
)
_REPUBLISHED: Final = re.compile(r"\s*date\s+(?P<day>\d{4}-\d\d(?:-\d\d)?)(?!\d)\s*")


@dataclass(frozen=True, slots=True)
class Place:
    """A city as the dateline says it, without the country behind it."""

    said: str
    span: Span


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a release says that it was written.

    span     the dateline, without the dash behind it
    body     where the text behind it begins
    agency   what stands in brackets behind it ("OSCE", "Reuters"), if anything does
    alone    whether the line holds nothing else
    warning  one line on what is wrong with its date
    """

    places: tuple[Place, ...]
    when: DateWords | None
    span: Span
    body: int
    agency: str | None = None
    alone: bool = False
    warning: str | None = None

    @property
    def date(self) -> date | None:
        """The day, where the words give one."""
        return self.when.date if self.when else None

    @property
    def foreign(self) -> bool:
        """Whether an agency other than the OSCE signs it."""
        return self.agency is not None and not _is_own(self.agency)


def find_dateline(line: str, is_place: Callable[[str], bool] = lambda name: False) -> Dateline | None:
    """The dateline with which a line begins, None where it begins with none.

    Args:
        line: a line of the page, from its first character on.
        is_place: whether a name is that of a known place; a name in small letters, or with no date, may
            need it to be taken for a dateline.

    >>> found = find_dateline("TIRANA / BRUSSELS / GENEVA – 6 October 2020. The Co-Chairs")
    >>> [place.said for place in found.places], str(found.date)
    (['TIRANA', 'BRUSSELS', 'GENEVA'], '2020-10-06')
    >>> find_dateline("On 5 May 2010, the Mission") is None
    True
    """
    start = len(line) - len(line.lstrip())
    when = find_date(line, start, min(len(line), start + _LONGEST))
    if when is not None:
        found = _dated(line, start, when, is_place)
        if found is not None:
            return found
    return _undated(line, start, is_place)


def _dated(line: str, start: int, when: DateWords, is_place: Callable[[str], bool]) -> Dateline | None:
    head = line[start : when.span.begin]
    if not head.strip() and (turned := _day_first(line, start, when, is_place)) is not None:
        return turned
    agency: str | None = None
    inner = _AGENCY.search(head)
    if inner and not head[inner.end() :].strip(" ,–—-"):
        agency, head = inner["agency"] or inner["slashed"], head[: inner.start()]
    places = tuple(_places(head, start, is_place))
    if head.strip(" ,-–—") and not places:
        return None
    end = when.span.end
    after = _AGENCY.match(line, end)
    if after:
        agency, end = after["agency"] or after["slashed"], after.end()
    dash = _DASHES.match(line, end) or _STOP.match(line, end)
    rest = line[end:].strip()
    if not places and not (dash and rest):
        return None
    capitals = bool(places) and all(_in_capitals(place.said) for place in places)
    known = bool(places) and all(is_place(place.said) for place in places)
    comma = head.rstrip().endswith((",", "–", "—", "-"))
    if not (dash or not rest or not rest[0].islower()) and not (known and comma):
        return None
    if not rest and places and not capitals and not known and not comma:
        return None
    sure = when.date is not None and comma and len(places) <= 2 and (dash or rest[:1].isupper())
    if places and rest and not capitals and not known and not sure:
        return None
    body = dash.end() if dash else len(line) - len(line[end:].lstrip())
    return Dateline(places, when, Span(start, end), body, agency, not rest, _warning(when))


def _day_first(line: str, start: int, when: DateWords, is_place: Callable[[str], bool]) -> Dateline | None:
    """A dateline in the other order: "19 December 2024, SARAJEVO – "."""
    if line[when.span.end : when.span.end + 1] not in (",", " "):
        return None
    dash = _next_dash(line, when.span.end, min(len(line), start + _LONGEST))
    if dash is None or not line[dash.end() : dash.end() + 1].strip() or line[dash.end()].islower():
        return None
    head = line[when.span.end : dash.start()]
    offset = len(head) - len(head.lstrip(" ,"))
    places = tuple(_places(head[offset:], when.span.end + offset, is_place))
    if not places or not all(_in_capitals(place.said) or is_place(place.said) for place in places):
        return None
    return Dateline(places, when, Span(start, dash.start()), dash.end(), warning=_warning(when))


def _warning(when: DateWords) -> str | None:
    if when.problem is None or when.problem == "no year":
        return None
    return f"the dateline says {when.said!r}: {when.problem}"


def _undated(line: str, start: int, is_place: Callable[[str], bool]) -> Dateline | None:
    dash = _next_dash(line, start, min(len(line), start + _LONGEST))
    if dash is None or dash.start() == start:
        return None
    head, agency = line[start : dash.start()], None
    mark = _AGENCY.search(head)
    if mark and not head[mark.end() :].strip():
        agency, head = mark["agency"] or mark["slashed"], head[: mark.start()]
    unread = _UNREAD.match(head)
    warning = None
    if unread is not None:
        head = unread["places"]
        warning = f"the dateline's date is not understood: {unread['date']!r}"
    places = tuple(_places(head, start, is_place))
    rest = line[dash.end() :].lstrip()
    if not places or not rest or rest[0].islower():
        return None
    if not all(_in_capitals(place.said) and is_place(place.said) for place in places):
        return None
    end = start + (unread.end() if unread else len(head.rstrip()))
    return Dateline(places, None, Span(start, end), dash.end(), agency, warning=warning)


def _next_dash(line: str, start: int, stop: int) -> re.Match[str] | None:
    """The next dashes that are not inside a name, with the spaces around them."""
    while (first := _DASH.search(line, start, stop)) is not None:
        begin = first.start()
        while begin > max(start, first.start() - 3) and line[begin - 1].isspace():
            begin -= 1
        dash = _DASHES.match(line, begin, stop)
        if dash is None or not _inside_name(line, dash):
            return dash
        start = dash.end()
    return None


def _inside_name(line: str, dash: re.Match[str]) -> bool:
    return dash[0] == "-" and line[dash.end() : dash.end() + 1].isalpha()


def _places(head: str, start: int, is_place: Callable[[str], bool]) -> Iterator[Place]:
    town, day = _around(current())
    head = day.sub("", _COUNTRY_DASH.sub("", head.rstrip(" ,")))
    if not head.strip() or _opens_a_sentence(head.lstrip(), is_place) or not _NO_CITY.isdisjoint(head):
        return
    first, *rest = _split(head, ",")
    names = _split(first[0], "/", first[1])
    if rest and len(names) == 1 and re.fullmatch(r"\s*(?:[A-Z]\.){2,4}\s*", rest[0][0]):
        names = [(head[first[1] : rest[0][1] + len(rest[0][0])], first[1])]
    elif any("/" in piece for piece, _ in rest):
        for piece, at in rest:
            names.extend(_split(piece, "/", at)[1:])
    if any(len(piece) > 40 or not _NAME.fullmatch(piece.strip()) for piece, _ in rest if "/" not in piece):
        return
    if any(not _NO_PLACES.isdisjoint(piece.upper().split()) for piece, _ in rest):
        return
    found: list[Place] = []
    for name, at in names:
        said = _IN_BRACKETS.sub("", name.strip())
        before = town.match(said)
        said = said[before.end() :] if before is not None else said
        if not _is_name(said, is_place):
            return
        begin = start + at + name.index(said)
        found.append(Place(said, Span(begin, begin + len(said))))
    yield from found


def _is_own(agency: str) -> bool:
    """Whether an agency is the OSCE, or several of its bodies: "OSCE/ODIHR"."""
    return all(part.strip().upper() in _own(current()) for part in agency.split("/"))


@cache
def _own(languages: Languages) -> frozenset[str]:
    return frozenset(word.upper() for word in languages.words("page", "osce") if " " not in word)


@cache
def _opening(languages: Languages) -> re.Pattern[str]:
    """The words with which a sentence about a day begins in any language, and no dateline."""
    days, words = (
        "|".join(re.escape(word) for use in uses for word in sorted(languages.words("dates", use)))
        for uses in (("weekday", "day"), ("opening",))
    )
    return re.compile(rf"(?:(?:{days})\b|(?:{words})\s)", re.IGNORECASE)


def _opens_a_sentence(head: str, is_place: Callable[[str], bool]) -> bool:
    """Whether a sentence begins there, and not the name of a town: "LA HAYE", "La Haya"."""
    match = _opening(current()).match(head)
    if match is None:
        return False
    first = head.partition(",")[0]
    return not (match[0].isupper() and _in_capitals(first)) and not (first[:1].isupper() and is_place(first))


@cache
def _around(languages: Languages) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before a city ("г. ОШ"), and what between a dash and the day ("VIENNE - Le 3 août")."""
    before, day = (
        "|".join(re.escape(word) for word in sorted(languages.words("dates", use)))
        for use in ("before place", "before day")
    )
    return re.compile(rf"(?:{before})\s?(?=\w)", re.IGNORECASE), re.compile(
        rf"\s+[-–—]\s*(?:{day})\s*$", re.IGNORECASE
    )


def _split(text: str, mark: str, begin: int = 0) -> list[tuple[str, int]]:
    pieces: list[tuple[str, int]] = []
    for piece in text.split(mark):
        pieces.append((piece, begin))
        begin += len(piece) + 1
    return pieces


def _is_name(said: str, is_place: Callable[[str], bool]) -> bool:
    if not 2 <= len(said) <= 50 or not (_NAME.fullmatch(said) or re.fullmatch(r"[\w'’. ,-]+\.", said)):
        return False
    words = said.split()
    if len(words) > 5 or any(map(str.isdigit, said)):
        return False
    if not _NO_PLACES.isdisjoint(word.strip(".,").upper() for word in words):
        return False
    return is_place(said) or all(
        word[0].isupper() or not word[0].isalpha() or word.lower() in _SMALL for word in words
    )


def _in_capitals(said: str) -> bool:
    letters = [c for word in said.split() if word.lower() not in _SMALL for c in word if c.isalpha()]
    return len(letters) >= 2 and sum(c.isupper() for c in letters) >= 0.8 * len(letters)


def place_and_date(line: str, is_place: Callable[[str], bool] = lambda name: False) -> Dateline | None:
    """The dateline of a line that holds nothing else, as under the titles of older pages.

    >>> place_and_date("SARAJEVO 21 November 2002").places[0].said
    'SARAJEVO'
    """
    found = find_dateline(line, is_place)
    return found if found is not None and found.alone and found.when is not None and found.places else None


def republished_date(line: str) -> tuple[str, int] | None:
    """The date that a republisher puts before a text, as `2024-04-18`, and where the text behind it begins.

    >>> republished_date(" date 2024-04-18 TIRANA, 17 April 2024")
    ('2024-04-18', 17)
    """
    match = _REPUBLISHED.match(line)
    return (match["day"], match.end()) if match else None


def title_case(said: str) -> str:
    """A city's name as it is written within a sentence.

    >>> title_case("ANDORRA LA VELLA"), title_case("ISSYK-KUL"), title_case("TA' QALI")
    ('Andorra la Vella', 'Issyk-Kul', "Ta' Qali")
    """
    if not _in_capitals(said):
        return said
    words = [
        word.lower() if number and word.lower() in _SMALL else _capitalized(word)
        for number, word in enumerate(said.split())
    ]
    return " ".join(words)


def _capitalized(word: str) -> str:
    if re.fullmatch(r"(?:[A-Z]\.)+,?", word):
        return word
    return "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))
