"""No text of a page becomes markup."""

from __future__ import annotations

import json
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from osce_kg.views.markup import element, json_for_script, safe_url


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1)


@given(TEXT, TEXT)
def test_text_and_attributes_come_back_as_they_were(text: str, value: str) -> None:
    reader = Reader()
    reader.feed(str(element("text", text, aria_label=value)))
    reader.close()
    assert reader.tags == [("text", {"aria-label": value})]
    assert reader.text == text


@given(TEXT)
def test_json_in_a_script_neither_ends_it_nor_changes(text: str) -> None:
    written = str(json_for_script({"t": text}))
    assert "<" not in written
    assert ">" not in written
    assert json.loads(written) == {"t": text}


def test_only_web_addresses_become_links() -> None:
    assert safe_url("https://www.osce.org/a?b=c") == "https://www.osce.org/a?b=c"
    for bad in (
        "javascript:alert(1)",
        "data:text/html,x",
        "https://a b",
        'https://a"onclick="x',
        "",
        None,
        "//x",
    ):
        assert safe_url(bad) is None
