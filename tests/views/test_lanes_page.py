"""The picture "who led what", as a reader has it open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pyoxigraph as ox
import pytest
from osce_kg.views.draw import NothingToDrawError, who_led_what

from .conftest import HOSTILE, dates, head, store_of

Opener = Callable[..., Any]
NAMES = "svg.lanes .names text"
WORDS = "svg.lanes text"


@pytest.fixture(scope="module")
def html(world: ox.Store, today: date) -> str:
    return who_led_what(world, today=today)


def test_the_same_store_gives_the_same_bytes(world: ox.Store, today: date, html: str) -> None:
    copy = ox.Store()
    copy.extend(reversed(list(world)))
    assert who_led_what(copy, today=today) == html


def test_today_is_the_newest_day_in_the_store_unless_given(world: ox.Store) -> None:
    assert "Who led what, 1994 to 2012" in who_led_what(world)


def test_a_release_of_the_future_does_not_lengthen_the_picture(world: ox.Store) -> None:
    late = ox.Store()
    late.extend(world)
    late.extend(
        store_of(
            'release:late a osce:PressRelease ; dcterms:issued "2094-05-05"^^xsd:date .'
            f'event:late a osce:Event ; rdfs:label "Later"{dates("2094-05-05", "2094-05-06")} .'
        )
    )
    assert who_led_what(late, until=date(2013, 1, 1)) == who_led_what(world)


def test_an_empty_store_is_told_so() -> None:
    with pytest.raises(NothingToDrawError, match="load the reference tables"):
        who_led_what(store_of(""))


@pytest.mark.parametrize("width", [1400, 390])
def test_opens_without_network_or_complaint(html: str, look: Opener, width: int) -> None:
    seen = look(html, width)
    assert [url for url in seen.requests if not url.startswith("file:")] == []
    assert seen.troubles == []
    assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [1400, 800, 390])
def test_no_two_labels_overlap(html: str, look: Opener, width: int) -> None:
    seen = look(html, width)
    names = [row[0] for row in seen.boxes(NAMES)]
    assert {"Alder", "Birch", "Cedar", "de Elm"} <= set(names)
    assert seen.overlaps(WORDS) == []


def test_what_was_computed_is_said(html: str, look: Opener) -> None:
    seen = look(html, 1400)
    text = seen.page.inner_text("header")
    assert "4 of the 5 dated heads in Arcadia came from the United Cantons." in text
    assert "6 dated terms of 5 people on 2 lanes; 1 of them moved on" in text
    assert "Fay Fir" in seen.page.inner_text("section.missing")
    assert "Gil Gorse" not in seen.page.content()


def test_a_click_shows_facts_and_the_words_that_attest_them(html: str, look: Opener) -> None:
    seen = look(html, 1400)
    seen.page.locator("svg.wide .term").nth(1).click()
    panel = seen.page.inner_text("#panel")
    assert "Ben Birch" in panel
    assert "1 March 1996 to June 1999" in panel
    assert "United Cantons" in panel
    assert "Ben Birch led arcadia" in panel
    assert "office holders, row ben-birch" in panel


def test_the_keyboard_reaches_every_term(html: str, look: Opener) -> None:
    seen = look(html, 1400)
    seen.page.locator("svg.wide .term").first.focus()
    for key in ("ArrowRight", "ArrowDown", "Enter"):
        seen.page.keyboard.press(key)
    assert seen.page.inner_text("#panel h2") == "Ada Alder"
    seen.page.keyboard.press("Escape")
    assert not seen.page.is_visible("#panel")


def test_a_hostile_name_is_shown_as_text(html: str, look: Opener) -> None:
    assert "<script>alert" not in html
    seen = look(html, 1400)
    seen.page.locator("svg.wide .term", has_text="Eve").click()
    assert seen.page.inner_text("#panel h2") == HOSTILE
    assert seen.troubles == []


def test_a_legend_entry_lights_up_its_state(html: str, look: Opener) -> None:
    seen = look(html, 1400)
    seen.page.locator(".legend button", has_text="Borduria").click()
    assert seen.page.locator("svg.wide .term.lit").count() == 1


def crowd(missions: int, heads: int) -> str:
    """Missions whose heads stay a few months each, under long names: far more names than room."""
    parts = []
    for m in range(missions):
        parts.append(
            f'mission:m{m} a osce:FieldOperation ; rdfs:label "OSCE Mission {m} to a Distant Land"@en ;'
            f' osce:region "Region {m % 3}"@en ; schema:startDate "1993"^^xsd:gYear .'
        )
        for h in range(heads):
            year, month = 1994 + h // 2, 1 + 6 * (h % 2)
            name = f"Person{h}-{m} Longsurname{h}-{m}"
            start, end = f"{year}-{month:02}-01", f"{year}-{month + 5:02}-28"
            parts.append(head(f"p{h}-{m}", name, f"m{m}", "", start, end))
    return "".join(parts)


@pytest.mark.parametrize("width", [1400, 800, 390])
def test_in_a_crowd_names_give_way_and_are_listed(look: Opener, width: int) -> None:
    seen = look(who_led_what(store_of(crowd(6, 40))), width)
    assert seen.overlaps(WORDS) == []
    shown = len(seen.boxes(NAMES))
    missing = next(row[0] for row in seen.boxes("section.missing h2") if "without a name" in row[0])
    assert shown + int(missing.split()[0]) == 240


def test_endless_names_break_nothing(look: Opener) -> None:
    endless = head("long", "x" * 10_000, "m", "", "1999-01-01", "2003-01-01")
    mission = (
        f'mission:m a osce:FieldOperation ; rdfs:label "{"Lang " * 2_000}" ; osce:region "{"R" * 900}" .'
    )
    for width in (1400, 390):
        seen = look(who_led_what(store_of(mission + endless)), width)
        assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert seen.overlaps(WORDS) == []
