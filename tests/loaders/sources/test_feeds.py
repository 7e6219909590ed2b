"""The items of feeds are pages; what is no feed, or a dangerous one, is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from osce_kg.loaders.pipeline import read_paths
from osce_kg.loaders.sources.feeds import is_feed, read_feed
from osce_kg.loaders.sources.files import Refusal, SourceFile
from osce_kg.ontology.facts import PageKind, SourceReading

TEXT = (
    "OHRID, 3 May 2011 - The OSCE Mission to Skopje opened a boathouse in Ohrid today. "
    "Forty boats fit into it."
)
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Harbour news</title><link>https://www.example.org</link>
<item><title>OSCE &amp; ferrymen open boathouse</title><link>https://www.osce.org/skopje/90001</link>
<pubDate>Tue, 03 May 2011 10:00:00 +0000</pubDate><description>{TEXT}</description></item>
<item><title>Bells</title><description>&lt;p&gt;OSH, 5 June 2012 - The OSCE Centre in Bishkek hung a bell
in Osh today. It rings at noon.&lt;/p&gt;</description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title>
<entry><title>Boathouse opens</title>
<link rel="self" href="https://www.example.org/1.atom"/><link href="https://www.osce.org/skopje/90002"/>
<updated>2011-05-03T10:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{TEXT}</p></div></content></entry></feed>"""


def items(text: str) -> list[SourceFile]:
    found = list(read_feed(text.encode(), "feed.xml"))
    assert all(isinstance(item, SourceFile) for item in found)
    return [item for item in found if isinstance(item, SourceFile)]


def refusal(text: str) -> str:
    (found,) = read_feed(text.encode(), "feed.xml")
    assert isinstance(found, Refusal)
    return found.reason


def test_each_item_has_its_address_and_day() -> None:
    first, second = items(RSS)
    assert (first.location, first.url) == ("feed.xml#1", "https://www.osce.org/skopje/90001")
    assert first.date == date(2011, 5, 3)
    assert (second.location, second.url, second.date) == ("feed.xml#2", None, None)
    (entry,) = items(ATOM)
    assert (entry.url, entry.date) == ("https://www.osce.org/skopje/90002", date(2011, 5, 3))


@pytest.mark.parametrize(("name", "text", "count"), [("news.rss", RSS, 2), ("news.xml", ATOM, 1)])
def test_the_items_of_a_feed_are_releases(tmp_path: Path, name: str, text: str, count: int) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    found = [reading for reading in read_paths([tmp_path]) if isinstance(reading, SourceReading)]
    assert [reading.kind for reading in found] == [PageKind.RELEASE] * count
    titles = [reading.releases[0].title for reading in found]
    assert titles[0] in ("OSCE & ferrymen open boathouse", "Boathouse opens")
    for reading in found:
        release = reading.releases[0]
        assert release.title_span is not None
        assert release.title_span.of(reading.text) == release.title


@pytest.mark.parametrize(
    "data",
    [
        b"<!-- -->" * 500 + b"<urlset>",
        b"<html><head><title>rss</title></head></html>",
        b"The feed <rss> is new.",
        b"",
        b"<?xml version='1.0'?><urlset>",
    ],
)
def test_what_is_no_feed_is_none(data: bytes) -> None:
    assert not is_feed(data)


def test_a_feed_that_may_grow_without_end_is_refused() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa">]><rss><channel><item/></channel></rss>'
    assert "DOCTYPE" in refusal(bomb)


def test_broken_empty_and_endless_feeds_are_refused_in_a_line() -> None:
    assert "broken" in refusal("<rss><channel><item></channel></rss>")
    assert "without items" in refusal("<rss><channel/></rss>")
    assert "no text" in refusal("<rss><channel><item><title>Bells</title></item></channel></rss>")
    deep = "<b>" * 5_000 + "x" + "</b>" * 5_000
    assert "deeply" in refusal(
        f"<rss><channel><item><description>{deep}</description></item></channel></rss>"
    )
