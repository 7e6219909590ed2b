"""The lines of an HTML page, with what its markup says of them: title, menu, caption, chrome, main part."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..tables import word_set
from .html_source import SourceText, nesting
from .text import Line, Mark, Run, substitute

__all__ = ["HtmlPage", "looks_like_html", "read_html"]

_DEEPEST: Final = 3_000

_START: Final = re.compile(
    r"<\s*(?:!doctype|html|head|body|div|p|table|h[1-6]|article|main|section|span|ul|meta|title)\b",
    re.IGNORECASE,
)
_SKIPPED: Final = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "select",
        "textarea",
        "object",
        "canvas",
        "button",
        "math",
    }
)
_UNSEEN: Final = frozenset({"script", "style", "template", "noscript", "iframe"})
_BLOCKS: Final = word_set(
    """address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary
    table tbody td tfoot
    th thead tr ul option"""
)
_CHROME_TAGS: Final = frozenset({"footer", "aside", "dialog"})
_CHROME_ROLES: Final = frozenset({"contentinfo", "search", "dialog", "alertdialog", "complementary", "alert"})
_NAVIGATION: Final = re.compile(
    r"(?:[a-z0-9]+[-_])*(?:nav|navbar|navigation|menu|mainmenu|megamenu)(?:[-_].*)?"
)
_CHROME: Final = re.compile(
    r"(?:[a-z0-9]+[-_])*(?:cookies?|consent|gdpr|share|sharing|social|addtoany|breadcrumbs?|sidebar|footer|pager|"
    r"pagination|related|comments?|newsletter|subscribe|skip|toolbar|language|languages|popup|modal|"
    r"tags|adsbygoogle|advert|ads)(?:[-_].*)?"
)
_CAPTION: Final = re.compile(r"(?:[a-z0-9]+[-_])*(?:caption|photo-?details|image-?credit|credit)(?:[-_].*)?")
_MOST_CHECKS: Final = 200
_NO_WRAPPER: Final = frozenset({"html", "body", "main", "article"})
_BLANK: Final = " \t\n\r\f"
_SPACE: Final = re.compile(f"[{_BLANK}]+")
_DATES: Final = (
    "article:published_time",
    "dcterms.date",
    "dcterms.issued",
    "dc.date",
    "dc.date.issued",
    "date",
    "pubdate",
)


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """What is to be read of an HTML page.

    lines     in the order of the page; offsets count in its characters
    address   the page's own address (canonical link, else og:url)
    language  as the root element declares it
    published the day that its metadata give, as said
    site      the site's name as its metadata give it
    """

    lines: tuple[Line, ...]
    address: str | None = None
    language: str | None = None
    published: str | None = None
    site: str | None = None


def looks_like_html(text: str) -> bool:
    """Whether a text is HTML: a tag of a page stands near its start, or it begins with one.

    >>> looks_like_html("<p>Vienna</p>"), looks_like_html("- Our work\\n5 < 6")
    (True, False)
    """
    head = text[:3000].lstrip("\ufeff \t\r\n")
    return head.startswith("<") and _START.search(head) is not None


def read_html(text: str) -> HtmlPage | str:
    """The lines of an HTML page; or, in words, why it is not read."""
    depth = nesting(text)
    if depth > _DEEPEST:
        return f"its tags are nested {depth:,} levels deep; more than {_DEEPEST:,} are not read"
    parser = LexborHTMLParser(text)
    root = parser.root
    if root is None:
        return "it has no HTML elements"
    walker = _Walker(SourceText(text), characters=_characters(parser))
    walker.walk(root)
    return HtmlPage(
        lines=tuple(walker.lines),
        address=_attribute(parser, 'link[rel="canonical"]', "href") or _meta(parser, "og:url"),
        language=root.attributes.get("lang") or root.attributes.get("xml:lang"),
        published=next((day for name in _DATES if (day := _meta(parser, name))), None),
        site=_meta(parser, "og:site_name"),
    )


def _characters(parser: LexborHTMLParser) -> int:
    return len(parser.body.text(deep=True)) if parser.body is not None else 0


def _attribute(parser: LexborHTMLParser, selector: str, name: str) -> str | None:
    node = parser.css_first(selector)
    return node.attributes.get(name) if node is not None else None


def _meta(parser: LexborHTMLParser, name: str) -> str | None:
    for key in ("property", "name", "itemprop"):
        found = _attribute(parser, f'meta[{key}="{name}" i]', "content")
        if found:
            return found.strip()
    return None


@dataclass(slots=True)
class _State:
    """What holds for the content of an element."""

    skipped: bool = False
    mark: Mark = Mark.NONE
    main: bool = False


@dataclass(slots=True)
class _Walker:
    """Walks the tree in document order, without recursion, and gathers lines."""

    source: SourceText
    lines: list[Line] = field(default_factory=list)
    pieces: list[tuple[str, tuple[Run, ...]]] = field(default_factory=list)
    prefix: str = ""
    characters: int = 0
    asides: dict[int, bool] = field(default_factory=dict)

    def walk(self, root: LexborNode) -> None:
        stack: list[tuple[LexborNode, _State]] = []
        node: LexborNode | None = root
        state = _State()
        while node is not None:
            inner = self._enter(node, state)
            child = node.first_child if inner is not None else None
            if child is not None and inner is not None:
                stack.append((node, state))
                node, state = child, inner
                continue
            self._leave(node, state)
            while node is not None and node.next is None:
                if not stack:
                    node = None
                    break
                node, state = stack.pop()
                self._leave(node, state)
            if node is not None:
                if not stack:
                    break
                node = node.next
        self._flush(_State())

    def _enter(self, node: LexborNode, state: _State) -> _State | None:
        tag = node.tag or ""
        if node.is_text_node:
            self._text(node.text_content or "", state)
            return None
        if tag in _UNSEEN or tag.startswith(("_", "!", "-")):
            return None
        inner = self._state(node, tag, state)
        if tag in _BLOCKS or tag == "title":
            self._flush(state)
        if tag == "li" and not inner.skipped:
            self._open_item(node, inner)
        return inner

    def _open_item(self, node: LexborNode, state: _State) -> None:
        if state.mark is Mark.NAVIGATION and node.css_first("ul, ol") is not None:
            self.lines.append(Line("-", (Run(0, self.source.at, 0),), state.mark, state.main))
        else:
            self.prefix = "- "

    def _leave(self, node: LexborNode, state: _State) -> None:
        tag = node.tag or ""
        if tag in _BLOCKS or tag == "title":
            self._flush(self._state(node, tag, state))

    def _state(self, node: LexborNode, tag: str, outer: _State) -> _State:
        if outer.skipped:
            return outer
        if tag in _SKIPPED or tag == "head":
            return _State(tag in _SKIPPED, outer.mark, outer.main)
        if tag == "title":
            return _State(False, Mark.PAGE_TITLE, False)
        if tag == "h1" and outer.mark not in (Mark.NAVIGATION, Mark.CHROME):
            return _State(False, Mark.TITLE, outer.main)
        if tag == "figcaption":
            return _State(False, Mark.CAPTION, outer.main)
        main = outer.main or tag in ("main", "article")
        return _State(False, self._mark(node, tag, outer), main)

    def _mark(self, node: LexborNode, tag: str, outer: _State) -> Mark:
        if outer.mark in (Mark.CHROME, Mark.NAVIGATION) or tag in _NO_WRAPPER:
            return outer.mark
        attributes = node.attributes
        if not attributes and tag not in _CHROME_TAGS and tag != "nav":
            return outer.mark
        role = (attributes.get("role") or "").lower()
        names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower().split()
        if (
            tag == "nav"
            or role == "navigation"
            or (not outer.main and any(map(_NAVIGATION.fullmatch, names)))
        ):
            return Mark.NAVIGATION if self._is_aside(node) else outer.mark
        hidden = (
            "hidden" in attributes
            or "display:none" in (attributes.get("style") or "").replace(" ", "").lower()
        )
        chrome = tag in _CHROME_TAGS or role in _CHROME_ROLES or hidden or any(map(_CHROME.fullmatch, names))
        if chrome and self._is_aside(node):
            return Mark.CHROME
        return Mark.CAPTION if any(map(_CAPTION.fullmatch, names)) else outer.mark

    def _is_aside(self, node: LexborNode) -> bool:
        """Whether an element that is named like chrome holds neither the title nor most of the text."""
        known = self.asides.get(node.mem_id)
        if known is None:
            known = node.css_first("h1, main, article") is None
            if known and len(self.asides) < _MOST_CHECKS:
                known = 2 * len(node.text(deep=True)) < self.characters or node.tag in ("nav", "footer")
            self.asides[node.mem_id] = known
        return known

    def _text(self, text: str, state: _State) -> None:
        runs = self.source.locate(text)
        if state.skipped or not text:
            return
        self.pieces.append((text, runs))

    def _flush(self, state: _State) -> None:
        pieces, self.pieces = self.pieces, []
        line = _collapsed(pieces, self.prefix, state) if pieces else None
        if line is not None:
            self.lines.append(line)
            self.prefix = ""


def _collapsed(pieces: list[tuple[str, tuple[Run, ...]]], prefix: str, state: _State) -> Line | None:
    texts: list[str] = []
    runs: list[Run] = []
    length = 0
    for text, own in pieces:
        runs.extend(Run(run.begin + length, run.source, run.width) for run in own)
        texts.append(text)
        length += len(text)
    whole = Line("".join(texts), tuple(runs), state.mark, state.main)
    line = _trimmed(whole)
    if not line.text:
        return None
    line = substitute(line, ((m.start(), m.end(), " ") for m in _SPACE.finditer(line.text) if m[0] != " "))
    if not prefix:
        return line
    shifted = tuple(Run(run.begin + len(prefix), run.source, run.width) for run in line.runs)
    begin = Run(0, line.runs[0].source if line.runs else 0, 0)
    return Line(prefix + line.text, (begin, *shifted), state.mark, state.main)


def _trimmed(line: Line) -> Line:
    begin = len(line.text) - len(line.text.lstrip(_BLANK))
    return line.part(begin, max(begin, len(line.text.rstrip(_BLANK))))
