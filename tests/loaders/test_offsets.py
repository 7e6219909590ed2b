"""Each fact quotes its sentence at its offsets, whatever the layout of the page and its encoding."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Callable, Mapping
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from osce_kg.loaders.annotation import annotation_lines
from osce_kg.loaders.pipeline import read_source
from osce_kg.ontology.facts import Event, InferredField, Mention, PageKind, SourceReading, Span, Statement

from .test_bad_input import check

TITLE = "Ferrymen of Ohrid learn to read border papers"
PARAGRAPHS = (
    "The OSCE Mission to Skopje and the Ministry of Transport opened a two-day training course for border "
    "guards and ferrymen in Ohrid today.",
    "“A passport is a small book,” said Ambassador José Núñez, Head of the Mission, who met Mayor Živko "
    "Čađenović – an old friend – on the pier. He added that customs officers would come, too.",
    "The seminar on lake traffic, organized by the OSCE Presence in Albania, takes place in Pogradec on 12 "
    "June 2012. Border police from Albania and the former Yugoslav Republic of Macedonia will attend it.",
)
DATELINE = "OHRID, 5 June 2012 – "
BODY = f"{DATELINE}{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}\n"
NAVIGATION = (
    "Our work\n-\nFields of work\n- Arms control\n- Policing\n-\nCountries\n-\nParticipating States\n"
    "- Albania\n- Finland – OSCE Chairpersonship 2025\n-\nStructures and institutions\n- Secretariat\n-\n"
    "Field operations\n- Mission to Skopje\n- Presence in Albania\n\n"
)
HEADER = "Press release\n{}\n- Date:\n- 5 June 2012\n- Place:\n- OHRID\n- Source:\n- OSCE Mission to Skopje\n"
LISTED = (
    "Publishing date: 5 June 2012\nContent type: Press release\nWhere we are: OSCE Mission to Skopje\n"
    "What we do: Border management\n"
)
MARKUP = (
    "<html><head><meta charset='{charset}'><title>{title} | OSCE</title></head><body><nav><ul><li><a>Our "
    "work</a></li><li>Policing</li></ul></nav><main><h1>{title}</h1>{body}</main><footer>Imprint</footer>"
    "</body></html>"
)


def paragraphs(*, within: str = "{}") -> str:
    texts = (DATELINE + PARAGRAPHS[0], *PARAGRAPHS[1:])
    return "".join(f"<p>{within.format(html.escape(text))}</p>\n" for text in texts)


LAYOUTS: Final[Mapping[str, str]] = {
    "title and text": f"{TITLE}\n\n{BODY}",
    "no line between title and text": f"{TITLE}\n{BODY}",
    "no title": BODY,
    "no dateline": f"{TITLE}\n\n" + BODY.removeprefix(DATELINE),
    "navigation before": f"{NAVIGATION}{TITLE}\n\n{BODY}",
    "navigation around": f"{NAVIGATION}{TITLE}\n\n{BODY}\n{NAVIGATION}",
    "skip links": f"Skip Links\n\nPress release\n\n{TITLE}\n\n{BODY}",
    "place and day alone": f"Newsroom\n{TITLE}\nOHRID 5 June 2012\n{BODY}",
    "a picture and its caption": (
        f"Newsroom\n{TITLE}\nOHRID 5 June 2012\n![](https://example.org/a.jpg)\n(OSCE)Mayor Živko Čađenović "
        f"looks at the lake. (OSCE) Photo details\n{BODY}"
    ),
    "header": HEADER.format(TITLE) + BODY,
    "header and fields": HEADER.format(TITLE) + f"- Fields of work:\n- Policing, Ferries\n{BODY}",
    "republished": f"{TITLE}\ndate 2012-06-05 {BODY}",
    "listing": f"Newsroom\nNews and press releases\n{TITLE}\n{LISTED}{BODY}\nBoats\n{LISTED}{BODY}",
    "several in a row": f"{TITLE}\n\n{BODY}\nOars for Prespa\n\n{BODY}",
    "contact lines": f"{TITLE}\n\n{BODY}\nFor further information: Ana Kos, Tel. +389 2 123, ana@osce.org\n",
    "bullets": f"{TITLE}\n\n{DATELINE}{PARAGRAPHS[0]}\n• {PARAGRAPHS[1]}\n• {PARAGRAPHS[2]}\n",
    "one line": f"{TITLE} {BODY}".replace("\n", " "),
    "cut in a sentence": f"{TITLE}\n\n{BODY}"[:-70],
    "cut in the first sentence": f"{TITLE}\n\n{BODY}"[:160] + "...",
    "HTML": MARKUP.format(charset="utf-8", title=TITLE, body=paragraphs()),
    "HTML with marks inside": MARKUP.format(
        charset="utf-8", title=TITLE, body=paragraphs(within="<span><b>&nbsp;</b>{}</span><br/>")
    ),
    "HTML with entities": MARKUP.format(
        charset="utf-8",
        title=TITLE,
        body=paragraphs().encode("ascii", "xmlcharrefreplace").decode("ascii"),
    ),
    "HTML cut": MARKUP.format(charset="utf-8", title=TITLE, body=paragraphs())[:-300],
    "HTML without a body": f"<h1>{TITLE}</h1>{paragraphs()}",
    "another language too": f"{TITLE}\n\n{BODY}\n\nПаромщики Охрида учатся читать документы на границе.\n",
}


def sprinkled(mark: str, every: int) -> Callable[[str], str]:
    return lambda text: mark.join(text[at : at + every] for at in range(0, len(text), every))


def mistaken(text: str) -> str:
    """Text whose bytes were read in the wrong encoding once."""
    return text.encode().decode("cp1252", "replace")


CHANGES: Final[Mapping[str, Callable[[str], str]]] = {
    "none": lambda text: text,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "line separators": lambda text: text.replace("\n", "\u2028"),
    "soft hyphens": sprinkled("\u00ad", 7),
    "zero-width spaces": sprinkled("\u200b", 11),
    "combining marks": lambda text: unicodedata.normalize("NFD", text),
    "stray combining marks": sprinkled("\u0301", 13),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "tabs": lambda text: text.replace(" ", "\t"),
    "NULs": sprinkled("\x00", 37),
    "emoji": lambda text: text.replace(". ", ". 🙂👩‍🚒 ").replace("Ohrid", "🛶Ohrid🛶"),
    "right-to-left marks": sprinkled("\u200f", 17),
    "mojibake": mistaken,
    "mojibake twice": lambda text: mistaken(mistaken(text)),
    "question marks": lambda text: text.replace("“", "?").replace("”", "?").replace("–", "?"),
    "letters that grow in lower case": lambda text: text.replace("I", "İ").replace("i", "İ", 3),
    "ligatures and wide letters": lambda text: text.replace("fi", "ﬁ").replace("OSCE", "ＯＳＣＥ", 1),
    "capitals": str.upper,
    "characters of markup": lambda text: text.replace("“", "&ldquo;").replace("–", "&#8211;"),
    "characters of markup twice": lambda text: text.replace("“", "&amp;ldquo;").replace("”", "&amp;rdquo;"),
    "quoted": lambda text: "".join(f"> {line}" for line in text.splitlines(keepends=True)),
    "bold": lambda text: text.replace("OHRID", "**OHRID**").replace(PARAGRAPHS[2], f"**{PARAGRAPHS[2]}**"),
}

ENCODINGS: Final = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "cp1252",
    "cp1251",
    "koi8-r",
    "iso-8859-2",
    "cp437",
)


def check_all(reading: SourceReading) -> None:
    check(reading)
    whole = Span(0, len(reading.text))
    for release in reading.releases:
        for fact in release.facts:
            if isinstance(fact, Mention):
                assert fact.span.of(reading.text) == fact.exact
                assert fact.evidence.span.covers(fact.span)
            if isinstance(fact, Statement):
                assert all(whole.covers(words) and words.begin < words.end for words in fact.words)
            assert fact.evidence.span.begin < fact.evidence.span.end
            assert fact.evidence.quote == fact.evidence.quote.strip()


def lines(page: str, encoding: str = "utf-8") -> set[str]:
    reading = read_source(page.encode(encoding), location="page")
    check_all(reading)
    return {line for release in reading.releases for line in annotation_lines(release)}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_in_each_layout_the_release_is_read_and_quoted(layout: str) -> None:
    reading = read_source(LAYOUTS[layout].encode(), location=layout)
    check_all(reading)
    assert reading.kind in (PageKind.RELEASE, PageKind.LISTING)
    kinds = {type(fact) for release in reading.releases for fact in release.facts}
    assert Mention in kinds
    if "first sentence" in layout:
        return
    assert Event in kinds
    assert Statement in kinds
    if not any(release.fields for release in reading.releases):
        assert InferredField in kinds


@pytest.mark.parametrize("layout", ["title and text", "HTML", "header", "navigation around"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_how_a_page_is_encoded_changes_no_fact(layout: str, encoding: str) -> None:
    assert lines(LAYOUTS[layout], encoding) == lines(LAYOUTS[layout])


@pytest.mark.parametrize(
    "change", ["CRLF", "CR", "line separators", "soft hyphens", "combining marks", "tabs"]
)
def test_what_is_repaired_changes_no_fact(change: str) -> None:
    plain = LAYOUTS["title and text"]
    assert {row.rpartition("\t")[0] for row in lines(CHANGES[change](plain))} == {
        row.rpartition("\t")[0] for row in lines(plain)
    }


@settings(max_examples=250, deadline=None)
@given(
    layout=st.sampled_from(sorted(LAYOUTS)),
    changes=st.lists(st.sampled_from(sorted(CHANGES)), max_size=2),
    encoding=st.sampled_from(ENCODINGS),
    cut=st.integers(0, 400),
    declared=st.sampled_from(["", "utf-8", "windows-1251", "utf-16", "iso-8859-1", "nonsense"]),
)
def test_whatever_happened_to_a_page_its_facts_quote_it(
    layout: str, changes: list[str], encoding: str, cut: int, declared: str
) -> None:
    page = LAYOUTS[layout]
    for change in changes:
        page = CHANGES[change](page)
    if declared:
        page = page.replace("charset='utf-8'", f"charset='{declared}'")
    data = page.encode(encoding, "replace")
    check_all(read_source(data[: len(data) - cut], location=layout))
