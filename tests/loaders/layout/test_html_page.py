"""HTML pages: what is the release and what the site puts around it."""

from __future__ import annotations

import pytest
from osce_kg.loaders.layout.html_page import looks_like_html
from osce_kg.loaders.layout.html_source import nesting
from osce_kg.loaders.pipeline import read_source
from osce_kg.ontology.facts import PageKind, SourceReading

BODY = "The OSCE Mission to Skopje opened a reading room for young people in the old fire station of Prilep."


def read(html: str) -> SourceReading:
    return read_source(html.encode(), location="page.html")


def page(main: str, head: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>Fire station lends its hall | OSCE</title>{head}'
        "<script>var a = '<p>no text</p>';</script><style>p {}</style></head><body class='menu-open "
        "has-cookie'>"
        "<a class='skip-link' href='#main'>Skip to main content</a><div id='cookie-banner'>We use "
        "cookies.<button>OK</button></div>"
        "<header><nav><ul><li><a href='/'>Home</a></li><li><a href='/news'>News</a></li></ul></nav></header>"
        f"<main id='main'>{main}</main><aside>Most read: another page</aside>"
        "<footer><p>© OSCE</p><ul><li>Imprint</li></ul></footer></body></html>"
    )


RELEASE = (
    "<h1>Fire station lends its hall</h1><div class='field'><ul><li>Date:</li><li>5 May "
    "2011</li><li>Source:</li>"
    "<li>OSCE Mission to Skopje</li></ul></div><figure><img src='x.jpg'><figcaption>(OSCE) Ms. Todorova "
    "(OSCE)</figcaption></figure>"
    f"<div class='social-share'>Share on everything</div><p>PRILEP, 4&nbsp;May 2011 &#8211; "
    f"{BODY}</p><p>It is <b>open</b>\n  daily.</p>"
)


def test_the_release_is_told_from_what_is_around_it() -> None:
    reading = read(page(RELEASE))
    release = reading.releases[0]
    assert release.title == "Fire station lends its hall"
    assert release.body.of(reading.text) == f"PRILEP, 4 May 2011 – {BODY}\nIt is open daily."
    assert str(release.issued) == "2011-05-05"
    assert [value.entity.id for value in release.publishers] == ["mission-skopje"]
    for foreign in ("cookies", "Skip", "Most read", "Imprint", "no text", "Share"):
        assert foreign not in reading.text


def test_the_address_comes_from_the_page() -> None:
    for head in (
        '<link rel="canonical" href="https://www.osce.org/skopje/12345">',
        '<meta property="og:url" content="https://www.osce.org/skopje/12345"/>',
    ):
        reading = read(page(RELEASE, head))
        assert reading.url == "https://www.osce.org/skopje/12345"
        assert reading.releases[0].number == "12345"


def test_the_date_comes_from_the_metadata_where_the_page_has_none() -> None:
    main = f"<h1>Fire station lends its hall</h1><p>PRILEP – {BODY}</p>"
    head = '<meta property="article:published_time" content="2011-05-06T10:00:00+02:00">'
    assert str(read(page(main, head)).releases[0].issued) == "2011-05-06"


def test_a_page_without_h1_has_its_title_from_the_head() -> None:
    main = (
        f"<p>PRILEP, 4 May 2011 - {BODY}</p><p>It is open daily, and on Sundays it is full of "
        f"children and their aunts.</p>"
    )
    assert read(page(main)).releases[0].title == "Fire station lends its hall"


def test_markup_is_text_where_it_is_escaped() -> None:
    main = f"<h1>Fire &lt;b&gt; station &amp; hall</h1><p>PRILEP, 4 May 2011 - {BODY}</p>"
    assert read(page(main)).releases[0].title == "Fire <b> station & hall"


def test_old_pages_without_structure_are_read() -> None:
    html = (
        "<html><body bgcolor=white><table><tr><td><a href=x>Home</a></td></tr><tr><td><font size=2>"
        f"<b>Fire station lends its hall</b><br><br>PRILEP, 4 May 2001 (OSCE) - {BODY}<br><br>It is open "
        f"daily.</td></tr></table>"
    )
    reading = read(html)
    assert reading.kind is PageKind.RELEASE
    assert reading.releases[0].title == "Fire station lends its hall"


def test_a_form_around_the_whole_page_does_not_hide_it() -> None:
    html = (
        f"<html><body><form id='aspnetForm'><div><p>Fire station lends its hall</p><p>PRILEP, 4 May "
        f"2001 - {BODY}</p></div></form>"
    )
    assert read(html).kind is PageKind.RELEASE


@pytest.mark.parametrize("text", ["- Our work\n5 < 6", "VIENNA, 5 May 2010 <b>", "a <p> b", ""])
def test_plain_text_is_no_html(text: str) -> None:
    assert not looks_like_html(text)


def test_deep_nesting_is_refused_with_a_reason() -> None:
    reading = read("<html>" + "<div>" * 100_000 + BODY + "</div>" * 100_000)
    assert reading.kind is PageKind.NO_RELEASE
    assert "nested" in reading.reason


def test_paragraphs_that_are_never_closed_do_not_nest() -> None:
    assert nesting("<p>a<br>" * 10_000) == 0


@pytest.mark.parametrize(
    "html",
    [
        "<html><!-- never closed <p>x",
        "<html><p class='x",
        "<html><script>x",
        "<html>&#0;&#x110000;&nosuch;&",
        "<html></p></p></html><p>",
        "<ht\x00ml><p>x",
    ],
)
def test_broken_markup_is_read_or_refused(html: str) -> None:
    assert read(html).reason


def test_a_wrapper_that_is_named_like_chrome_is_read() -> None:
    html = (
        f"<html><body><div class='with-sidebar'><h2>Hall opens</h2><p>PRILEP, 4 May 2011 - "
        f"{BODY}</p></div></body></html>"
    )
    assert read(html).kind is PageKind.RELEASE


def test_header_fields_may_stand_behind_the_body() -> None:
    fields = (
        "<div><div>Date:</div><div>5 May 2011</div></div><div><div>Source:</div><div>OSCE "
        "Secretariat</div></div>"
    )
    reading = read(page(f"<h1>Hall opens</h1><p>PRILEP, 4 May 2011 - {BODY} {BODY}</p>{fields}"))
    release = reading.releases[0]
    assert str(release.issued) == "2011-05-05"
    assert [value.entity.id for value in release.publishers] == ["secretariat"]
    assert release.body.of(reading.text).endswith(BODY)
