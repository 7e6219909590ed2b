"""Reads the items of a feed (RSS 0.9 to 2.0, Atom): each is a page of its own."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Final
from xml.etree import ElementTree

from .found import Refusal, SourceFile

__all__ = ["is_feed", "read_feed"]

_FEED: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)*<(?:rss|feed|rdf:RDF)[\s>]",
    re.DOTALL,
)
_LONGEST_HEAD: Final = 4_000
_ITEMS: Final = ("item", "entry")
_TEXTS: Final = ("encoded", "content", "description", "summary")
_DAYS: Final = ("pubDate", "published", "date", "updated")
_TAG: Final = re.compile(r"<[a-zA-Z/!]")
_ISO_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_ADDRESS: Final = re.compile(r"https?://\S{1,2000}", re.IGNORECASE)


def is_feed(data: bytes) -> bool:
    """Whether bytes are a feed.

    >>> is_feed(b'<?xml version="1.0"?><rss version="2.0">'), is_feed(b"<html><body>rss")
    (True, False)
    """
    return _FEED.match(data[:_LONGEST_HEAD]) is not None


def read_feed(data: bytes, location: str) -> Iterator[SourceFile | Refusal]:
    """The items of a feed, in their order, each as a page with its title, text, address and day.

    An item's location is that of the feed with its number, such as `feed.xml#2`. A feed with declarations of
    its own, which may grow without end, or with broken markup is refused.
    """
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        yield Refusal(location, "it is a feed with declarations of its own (DOCTYPE), which are not read")
        return
    try:
        root = ElementTree.fromstring(data)  # noqa: S314 - without declarations nothing can grow
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        yield Refusal(location, f"it is a feed whose markup is broken: {error}")
        return
    number = 0
    for number, item in enumerate((node for node in root.iter() if _name(node) in _ITEMS), start=1):
        yield _page(item, f"{location}#{number}")
    if not number:
        yield Refusal(location, "it is a feed without items")


def _name(node: ElementTree.Element) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _page(item: ElementTree.Element, location: str) -> SourceFile | Refusal:
    title = " ".join(_said(item, ("title",)).split())
    try:
        text = _said(item, _TEXTS)
    except RecursionError:
        return Refusal(location, "the item is nested too deeply to be read")
    if not text.strip():
        return Refusal(location, "the item has no text")
    body = text if _TAG.search(text) else "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines())
    page = f"<!doctype html><body><h1>{html.escape(html.unescape(title))}</h1>{body}</body>"
    return SourceFile(location, page.encode(), url=_address(item), date=_day(item), shifts=True)


def _said(item: ElementTree.Element, names: tuple[str, ...]) -> str:
    """The text of the first of some elements that an item has."""
    for name in names:
        for node in item:
            if _name(node) == name:
                inner = "".join(ElementTree.tostring(child, encoding="unicode") for child in node)
                said = f"{node.text or ''}{inner}"
                if said.strip():
                    return said
    return ""


def _address(item: ElementTree.Element) -> str | None:
    for node in item:
        if _name(node) == "link" and node.get("rel", "alternate") == "alternate":
            found = (node.get("href") or node.text or "").strip()
            if _ADDRESS.fullmatch(found):
                return found
    return None


def _day(item: ElementTree.Element) -> date | None:
    said = _said(item, _DAYS).strip()
    try:
        iso = _ISO_DAY.match(said)
        return date.fromisoformat(iso[0]) if iso else parsedate_to_datetime(said).date()
    except (TypeError, ValueError, IndexError):
        return None
