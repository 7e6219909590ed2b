"""What speaks against a page being a release in the OSCE's own voice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from ..dateline_months import find_date
from ..tables import read_rows, word_set
from .evidence import (
    FIRST_LINES,
    LAST_LINES,
    LEAD,
    MADE,
    NEWS,
    VERB,
    Page,
    Phrases,
    Sign,
    agency_names,
    is_subject,
    others,
    sign,
    words,
)
from .known import folded
from .lines import tells_news
from .own_voice import find_osce, host_of, is_own_statement, is_report_title, names_osce, on_osce_site
from .rows import Role

__all__ = ["signs_against"]

_MONTHS: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_MONTH_AND_DAY: Final = re.compile(rf"{_MONTHS} \d{{1,2}}(?:st|nd|rd|th)?\b(?!\d)(?! ?\d{{4}})")
_MONTH_FIRST: Final = re.compile(rf"\b(?:on |in |of |from |, ?)?{_MONTH_AND_DAY.pattern}")
_SIGNED: Final = re.compile(
    rf"\s*[^\W\d_][\w .'’/-]{{1,40}},\s+(?:{_MONTHS}\s\d{{1,2}}|\d{{1,2}}\s{_MONTHS})(?:,?\s\d{{4}})?"
    r"\.?,?\s{0,3}"
    r"[-–—/(]{0,2}\s?(?P<by>[A-Z][A-Za-z.-]{1,20}(?:-[A-Z]+)?)(?:[/).:]|\s*$)",
    re.IGNORECASE,
)
_BYLINE: Final = re.compile(
    r"(?:By|Author|Text|Reported by|Written by|Reporting by|Posted by)(?::| )\s?[^\W\d_][\w .'’-]{2,40}"
    r"(?:\s[-–—|,/]\s?[\w .]{2,30})?:?$"
)
_OTHER_SPELLING: Final = re.compile(
    r"\bOSCE (?:[Cc]enter|members?(?: states?)?)\b|\bOrgani[sz]ation for Security and Cooperation\b|"
    r"\bSecretary-General\b|\b[Cc]ooperation\b|\bOSCE / ODIHR\b|\bPA OSCE\b"
)
_OF_SPELLING: Final = word_set("center member members cooperation secretary odihr pa")
_CLOCK: Final = re.compile(r"(?<!\d)\d{1,2}:\d\d(?!\d)")
_TOLD: Final = re.compile(r", (?:the )?(?P<who>[A-Z][^,.;:“”\"]{2,120}?) (?:told|said|stressed|stated)\b")
_PARTS: Final = (
    "Mission|Presence|Centre|Office|Programme|Project|Secretariat|Secretary|Chair\\w*|High|Head|Ambassador"
    "|Representative|Special|Permanent|Ministerial|Parliamentary|PA|SMM|Forum|Co-ordinator"
)
_NAMED: Final = re.compile(
    rf"(?<![\w@.-])(?:OSCE|CSCE)(?: Minsk Group)?(?!\w|[/’'-]|\.\w)(?! (?:[A-Z][\w-]+ )?(?:{_PARTS})\b)"
)
_BEHIND: Final = re.compile(
    r"\b(?:by|for|from|in|of|on|to|with|than|at|against|about|after|before|during|under|two) (?:the )?$"
)
_LISTED: Final = re.compile(r"(?:\b(?:and|or)|,) (?:the )?$")
_WITHIN: Final = re.compile(r"[a-z] (?:the )?$")
_PAUSE: Final = re.compile(r"[.,;:)]| (?:and|as|at|for|from|in|on|or|to|which|who|with)\b")
_SELDOM: Final = 2
_NUMBERED: Final = re.compile(r"\s*\(?\d{1,2}[.)]\s?[A-Z]")
_MEETING: Final = re.compile(
    r"(?:OSCE )?(?:Permanent Council|Forum for Security Co-?operation)\s(?:No\.?\s?)?\d"
)
_WE: Final = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|[Mm]y [Dd]elegation)\b")
_OF_WE: Final = word_set("we our us my")
_OF_I: Final = word_set("i my me myself mine")
_I: Final = re.compile(r"\b(?:I|my|me|myself|mine)\b")
_QUESTION: Final = re.compile(r"(?:Question|Q)\s?[.:]|.{12,240}\?\s*$")
_ASKED: Final = re.compile(
    r"\b(?:in an|an exclusive|written|gave an) interview\b|^(?:Question|Q)\s?[.:]", re.MULTILINE
)
_DEFINITION: Final = re.compile(
    r"[^.!?]{0,160}?\b(?:is|are) (?:an?|the|one of the) (?:[\w’'-]+ ){0,4}?"
    r"(?:organi[sz]ation|institution|association|body|forum|instrument|diplomat|agency|council"
    r"|co-?operation|primary|key|main|largest|world[’']s)\b"
)
_PARTICIPATES: Final = re.compile(
    r"(?:With|comprising|has|unites) (?:its )?\d\d (?:participating |member )?(?:countries|states)",
    re.IGNORECASE,
)
_FOUNDING: Final = re.compile(
    r"\b(?:was|were) (?:first )?(?:established|founded|set up|created)\b"
    r"|\bdecided to set up\b|\bOpened in \d{4}\b"
)
_LONGEST_HEADING: Final = 120
_SMALL: Final = word_set("a an and at by for from in of on the to with")


def signs_against(page: Page) -> Iterator[Sign]:
    """All that a page has of the news, statements and pages of others, and of pages that tell no news."""
    yield from _of_place(page)
    yield from _of_agencies(page)
    yield from _of_first_person(page)
    if page.english:
        yield from _of_others(page)
        yield from _of_essays(page)


def _of_place(page: Page) -> Iterator[Sign]:
    if not page.dated:
        yield sign("no dateline")
    if on_osce_site(page.address):
        return
    host = host_of(page.address)
    match = others("host").search(host)
    if match is not None and others("republisher").search((page.address or "").partition("//")[2]) is None:
        yield sign("other host", f"{host[:60]}: {match[0]}")
    if page.site and not names_osce(page.site) and others("site").search(page.site):
        yield sign("other site", page.site)
    if not page.title:
        yield sign("no title")
    elif not page.signed and (heading := _heading_of_others(page)) is not None:
        yield sign("heading of others", heading)


def _heading_of_others(page: Page) -> str | None:
    """A line above the title, or in its place, that only names an office of others: a letterhead."""
    for line in page.lines[:FIRST_LINES]:
        text = line.text.strip()
        named = others("heading", 0).search(text) if len(text) < _LONGEST_HEADING else None
        if named and text[-1] not in ".!?:" and _in_capitals(text):
            return None if names_osce(text) or tells_news(text) else text
        if text == page.title:
            break
    return None


@cache
def _agency_text() -> Phrases:
    names = words("news_agencies", "name")
    pattern = re.compile(
        rf"(?:/|\bby |\b(?:told|citing|quoted by) (?:the )?|\b(?:said|interview|speaking) (?:to"
        rf"|with) (?:the )?|"
        rf"\b[Ss]ource: ?|©\s?)(?:{names})(?:/|\b)|\((?:{names})\)\s*$"
        rf"|\b(?:{names})(?: [Nn]ews(?: [Aa]gency)?)? "
        r"(?:reports|informs|learned|was informed|was told|correspondent)\b",
        re.MULTILINE,
    )
    return Phrases([row["name"] for row in read_rows("news_agencies")], pattern)


def _of_agencies(page: Page) -> Iterator[Sign]:
    dateline = page.dateline
    lines = [line.text for line in page.lines]
    if dateline is not None and dateline.foreign:
        known = (dateline.agency or "").upper() in agency_names()
        yield sign("agency dateline" if known else "signed dateline", dateline.agency or "")
    elif (by := next(filter(None, map(_signer, lines[:FIRST_LINES])), None)) is not None:
        yield sign("agency dateline", by)
    elif dateline is not None and any(place.said.upper() in agency_names() for place in dateline.places):
        yield sign("agency dateline", dateline.places[0].said)
    edges = [*lines[:FIRST_LINES], *lines[-LAST_LINES:]]
    for text in edges:
        if len(text) < 80 and _BYLINE.match(text.strip()) is not None:
            yield sign("byline", text)
            break
    texts = _agency_text()
    agency = texts.within(page, page.body[:LEAD]) or texts.within(page, page.body[-LEAD:])
    if agency is not None:
        yield sign("agency", agency[0])
    if (words := others("text").within(page, page.body)) is not None:
        yield sign("news of others", words[0])
    for name, pattern, text in (
        (
            "clock",
            _CLOCK,
            "\n".join(line for line in lines[:FIRST_LINES] if len(line) < 60 and find_date(line)),
        ),
        ("comments", others("comments"), "\n".join(line for line in lines[-LAST_LINES:] if len(line) < 90)),
    ):
        if (match := pattern.search(text)) is not None:
            yield sign(name, match[0])


def _signer(text: str) -> str | None:
    """The agency that signs a line of place and day, in whatever form."""
    match = _SIGNED.match(text[:160])
    if match is None or names_osce(match["by"]):
        return None
    by = match["by"].strip(".-")
    return by if by.upper() in agency_names() or (by.isupper() and len(by) > 3) else None


def _of_others(page: Page) -> Iterator[Sign]:
    head = f"{page.title}\n{page.body}"
    statement = others("statement", 0).match(page.title) or others("statement", 0).match(page.news)
    statement = statement or _speech().search(head[:NEWS])
    statement = statement or next(
        filter(None, (others("statement", 0).match(line.text) for line in page.lines[:FIRST_LINES])), None
    )
    if statement is not None and not is_own_statement(page.title):
        yield sign("statement of others", statement[0])
    decided = [line.text for line in page.lines if _operative().match(line.text)]
    if len(decided) >= 2:
        yield sign("resolution", decided[0])
    if (match := others("meaning").search(head)) is not None:
        yield sign("other meaning", match[0])
    if _MEETING.match(page.title):
        yield sign("meeting number")
    if (match := others("chair", 0).within(page, page.own_words)) is not None:
        yield sign("address to the chair", match[0])
    if sum(_NUMBERED.match(row.line.text) is not None for row in page.sheet.of(Role.BODY)) >= 2:
        yield sign("numbered")
    other = _other_actor(page.first)
    if other is not None:
        yield sign("others act", other)
    if (said := _in_passing(page)) is not None:
        yield sign("in passing", said)
    if not names_osce(f"{page.title}. {page.first}"):
        found = others("organization").within(page, f"{page.title}. {page.first}")
        if found is not None:
            yield sign("organization", found[0])
    for name, pattern, text in (
        ("month first", _MONTH_FIRST, _of_months(f"{page.title}\n{page.own_words[:NEWS]}")),
        ("other spelling", _OTHER_SPELLING, page.own_words if page.may_have(_OF_SPELLING) else ""),
    ):
        if (match := pattern.search(text)) is not None:
            yield sign(name, match[0])


def _in_passing(page: Page) -> str | None:
    """Where a page first names the OSCE, if it does so late, twice at most, and as nobody who acts.

    What the OSCE writes names it in its title or first sentence, or names one of its parts, or tells what it
    organized; the releases of others have it among the guests, the donors or the sources.
    """
    if page.signed or on_osce_site(page.address) or page.digest or names_osce(f"{page.title}. {page.first}"):
        return None
    text = page.own_words
    found = list(_NAMED.finditer(text))
    bare = [match for match in found if _is_bare(text, match.start(), match.end())]
    if len(found) > _SELDOM or len(bare) < len(found) or MADE.search(page.body) is not None:
        return None
    if find_osce(_NAMED.sub(" ", text)) is not None:
        return None
    return text[max(0, found[0].start() - 20) : found[0].end()] if found else "in a quotation"


def _is_bare(text: str, begin: int, end: int) -> bool:
    """Whether the OSCE stands there as an object, a guest or a source, not as who acts."""
    before = max(0, begin - 20)
    if _BEHIND.search(text, before, begin) is not None:
        return True
    if VERB.match(text, end + 1) is not None:
        return False
    if _LISTED.search(text, before, begin) is not None:
        return True
    return _WITHIN.search(text, before, begin) is not None and _PAUSE.match(text, end) is not None


@cache
def _operative() -> re.Pattern[str]:
    """The beginning of a resolution's paragraph: "Recalling its Decision", "2. Decides"."""
    return re.compile(
        rf"\s*(?:[-–•]|\(?\d{{1,2}}[.)])?\s*(?:{words('others_news', 'words', 'resolution')})\b"
    )


def _of_months(text: str) -> str:
    """The text, nothing where no month stands before a number in it, which is found out sooner."""
    return text if _MONTH_AND_DAY.search(text) is not None else ""


@cache
def _speech() -> re.Pattern[str]:
    """One of those who speak in the Council, as the subject of a paragraph's first sentence."""
    return re.compile(
        rf"^[\s\d.)-]*(?:The )?(?:{words('others_news', 'words', 'speaker')})(?: \([^()\n]{{2,20}}\))?"
        r"(?: and its [Mm]ember [Ss]tates)?"
        rf"(?: \w+ly)? (?:{words('others_news', 'words', 'speech')})\b",
        re.MULTILINE,
    )


def _of_first_person(page: Page) -> Iterator[Sign]:
    if is_own_statement(page.title):
        return
    if page.may_have(_OF_I):
        words = page.own_words.count(" ") + 1
        if len(_I.findall(page.own_words)) / words > 0.03:
            yield sign("I")
    if page.may_have(_OF_WE) and len(_WE.findall(page.own_words)) >= 2:
        yield sign("we")


def _other_actor(sentence: str) -> str | None:
    """The office of another that acts in a sentence which names the OSCE only behind its first verb."""
    told = _TOLD.search(sentence)
    if (
        told is not None
        and not names_osce(told["who"])
        and others("office", 0).match(told["who"]) is not None
    ):
        return told[0].lstrip(", ")
    verb = VERB.search(sentence)
    if verb is None or is_subject(sentence):
        return None
    before = sentence[: verb.start()]
    if MADE.search(sentence) is not None:
        return None
    office = others("office", 0).search(before)
    return f"{before[office.start() :]}{verb[0]}" if office is not None else None


def _of_essays(page: Page) -> Iterator[Sign]:
    questions = [row.line.text for row in page.sheet.of(Role.BODY) if _QUESTION.match(row.line.text)]
    head = f"{page.title}\n{page.body[:NEWS]}"
    asked = _ASKED.search(head) if "interview" in head or "Q" in head else None
    if len(questions) >= 2 or (questions and asked):
        yield sign("interview", questions[0])
    opening = page.news[: len(page.first) + 250]
    definition = _DEFINITION.match(page.first) or _PARTICIPATES.search(page.first)
    if definition is not None and names_osce(definition[0] + page.title):
        yield sign("definition", definition[0])
    if (match := _FOUNDING.search(opening)) is not None:
        yield sign("founding", match[0])
    sections = _section_labels()
    for line in page.lines:
        if len(line.text) < 60 and folded(line.text).removeprefix("- ").rstrip(" :") in sections:
            yield sign("section", line.text)
            break
    if names_osce(page.title) and _is_name(page.title) and not tells_news(page.title):
        yield sign("name as title", page.title)
    if (match := others("about").within(page, f"{page.title}\n{page.body[:LEAD]}")) is not None:
        yield sign("page about", match[0])
    text = f"{page.title}. {page.body[:NEWS]}"
    if (
        not page.dated
        and find_date(text) is None
        and not tells_news(text)
        and not is_report_title(page.title)
    ):
        yield sign("no day")


def _is_name(title: str) -> bool:
    """Whether a title has no word in small letters but the small ones of names."""
    return title.count(" ") < 8 and _in_capitals(title)


def _in_capitals(text: str) -> bool:
    return all(word in _SMALL or not word[:1].islower() for word in text.split())


@cache
def _section_labels() -> frozenset[str]:
    return frozenset(
        folded(row["text"]) for row in read_rows("no_release_marks") if row["where"] == "section"
    )
