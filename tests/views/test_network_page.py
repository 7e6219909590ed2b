"""Node-link pictures, as a reader has them open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from osce_kg.ontology.vocabulary import expand
from osce_kg.views.draw import NothingToDrawError, draw_entities, draw_projection
from osce_kg.views.projections import UnknownProjectionError, projections

from .conftest import HEADS, HOSTILE, SENTENCE, head, store_of

Opener = Callable[..., Any]
NAMES = "#names .name:not(.off)"


@pytest.fixture(scope="module")
def html(world: ox.Store) -> str:
    return draw_projection(world, "who-sends-whom")


@pytest.fixture(scope="module")
def around_ada(world: ox.Store) -> str:
    return draw_entities(world, [expand("person:ada-alder")])


@pytest.mark.parametrize("name", sorted(projections()))
def test_the_same_store_gives_the_same_bytes(world: ox.Store, name: str) -> None:
    copy = ox.Store()
    copy.extend(reversed(list(world)))
    assert draw_projection(copy, name) == draw_projection(world, name)


def test_an_unknown_projection_names_the_nearest(world: ox.Store) -> None:
    with pytest.raises(UnknownProjectionError, match="did you mean who-sends-whom"):
        draw_projection(world, "who-send-whom")


def test_nothing_to_draw_says_what_was_looked_for() -> None:
    with pytest.raises(NothingToDrawError, match="no heads that join States and field operations"):
        draw_projection(store_of(""), "who-sends-whom")
    with pytest.raises(NothingToDrawError, match="nothing is linked"):
        draw_entities(store_of(""), [expand("person:nobody")])


@pytest.mark.parametrize("width", [1400, 390])
def test_opens_without_network_or_complaint(html: str, around_ada: str, look: Opener, width: int) -> None:
    for page in (html, around_ada):
        seen = look(page, width)
        assert [url for url in seen.requests if not url.startswith("file:")] == []
        assert seen.troubles == []
        assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [1400, 390])
def test_no_two_names_overlap(html: str, around_ada: str, look: Opener, width: int) -> None:
    for page in (html, around_ada):
        seen = look(page, width)
        if seen.page.locator(".views").count():
            seen.page.locator(".views [data-view=network]").click()
        seen.page.wait_for_selector("#net[data-ready]")
        assert len(seen.boxes(NAMES)) >= 4
        assert seen.overlaps(NAMES) == []


def test_a_phone_gets_the_matrix_first(html: str, look: Opener) -> None:
    seen = look(html, 390)
    assert seen.page.is_visible("svg.matrix.narrow")
    assert not seen.page.is_visible("#net")
    assert seen.overlaps("svg.matrix.narrow .row") == []


def test_the_finding_is_computed(html: str, look: Opener) -> None:
    text = look(html, 1400).page.inner_text("header")
    assert "The United Cantons sent 4 of 5 heads" in text


def test_who_held_a_post_twice_is_one_head(html: str) -> None:
    again = head("ben-birch", "Ben Birch", "arcadia", "cc", "1996-03-01", "1999-06").replace(
        "membership:ben-birch-arcadia", "membership:ben-birch-arcadia-again"
    )
    text = Path(__file__).with_name("world.ttl").read_text(encoding="utf-8")
    assert draw_projection(store_of("".join([text, *HEADS])), "who-sends-whom").count("3 heads") == (
        draw_projection(store_of("".join([text, *HEADS, again])), "who-sends-whom").count("3 heads")
    )


def test_the_finding_about_a_mission_names_who_led_it_and_not_the_state_that_sent_them() -> None:
    small = store_of(
        'mission:m a osce:FieldOperation ; rdfs:label "Mission M" .'
        'state:cc a osce:State ; rdfs:label "United Cantons" .'
        + head("ada-alder", "Ada Alder", "m", "cc", "1994-05-01")
    )
    page = draw_entities(small, [expand("mission:m")])
    assert '<p class="finding">Ada Alder, head of mission, 1 May 1994.</p>' in page


def test_the_finding_about_a_state_names_where_it_sent_somebody(world: ox.Store) -> None:
    page = draw_entities(world, [expand("state:bb")])
    assert "OSCE Office in Arcadia, head of mission, 1 February 2006." in page


def test_a_statement_is_of_the_day_of_its_release(around_ada: str) -> None:
    assert "4 March 2012" in around_ada
    assert "from 4 March 2012, end not known" not in around_ada


def test_a_release_dated_later_than_it_can_be_does_not_say_how_far_the_graph_goes(world: ox.Store) -> None:
    until = date(2012, 12, 31)
    late = ox.Store()
    late.extend(world)
    late.extend(store_of('release:late a osce:PressRelease ; dcterms:issued "2094-05-05"^^xsd:date .'))
    draws: list[Callable[[ox.Store], str]] = [
        lambda store: draw_projection(store, "who-sends-whom", until=until),
        lambda store: draw_entities(store, [expand("person:ada-alder")], until=until),
    ]
    for draw in draws:
        assert draw(late) == draw(world)
        assert "up to 4 March 2012" in draw(late)


def test_a_matrix_mark_shows_facts_and_sentences(html: str, look: Opener) -> None:
    seen = look(html, 390)
    seen.page.locator("svg.matrix.narrow .mark").first.click()
    panel = seen.page.inner_text("#panel")
    assert "United Cantons → OSCE Mission to Arcadia" in panel
    assert "3 heads" in panel
    assert "Cyd Cedar led arcadia" in panel


def test_a_name_shows_facts_and_the_sentence_as_text(around_ada: str, look: Opener) -> None:
    seen = look(around_ada, 1400)
    seen.page.locator(NAMES, has_text="Harbour festival").click()
    panel = seen.page.inner_text("#panel")
    assert SENTENCE in panel
    assert "more" not in panel
    assert "A festival in Port" in panel
    assert "digest, not the OSCE" in panel
    assert seen.page.get_attribute("#panel blockquote a", "href") == "https://www.osce.org/node/1"


def test_long_labels_leave_room_for_what_they_say(look: Opener) -> None:
    long = "Institute for the Study of Very Long Names and Their Consequences in Print"
    world = store_of(
        f'organization:i a org:Organization ; rdfs:label "{long}" .'
        'person:p a osce:Person ; rdfs:label "Pat" .'
        "person:p org:memberOf organization:i . membership:m a org:Membership ; org:member person:p ;"
        "org:organization organization:i ."
    )
    seen = look(draw_entities(world, [expand("person:p")]), 390)
    seen.page.locator(NAMES, has_text="Pat").click()
    assert all(right - left > 120 for _, left, _, right, _ in seen.boxes("#panel dd"))


def test_a_click_on_the_canvas_opens_the_node(around_ada: str, look: Opener) -> None:
    seen = look(around_ada, 1400)
    box = seen.page.locator("#canvas").bounding_box()
    spot = seen.page.evaluate(
        "[...document.querySelectorAll('#names .name')].find(n => n.textContent.includes('Ada'))"
        ".getBoundingClientRect().toJSON()"
    )
    for dx in range(-30, 0, 3):
        seen.page.mouse.click(spot["left"] + dx, spot["top"] + spot["height"] / 2)
        if seen.page.is_visible("#panel"):
            break
    else:
        for dx in range(0, 30, 3):
            seen.page.mouse.click(spot["right"] + dx, spot["top"] + spot["height"] / 2)
            if seen.page.is_visible("#panel"):
                break
    assert box is not None
    assert "Ada Alder" in seen.page.inner_text("#panel h2")


def test_another_window_leaves_names_beside_their_nodes(around_ada: str, look: Opener) -> None:
    seen = look(around_ada, 1400)
    stretch = """() => {
      const drawn = document.querySelector("canvas");
      const shown = drawn.getBoundingClientRect();
      return [shown.width / drawn.width, shown.height / drawn.height].map((x) => x * devicePixelRatio);
    }"""
    seen.page.set_viewport_size({"width": 1200, "height": 700})
    at_once = seen.page.evaluate(stretch)
    seen.page.wait_for_timeout(400)
    assert at_once == pytest.approx([1, 1], abs=0.01)
    assert seen.page.evaluate(stretch) == pytest.approx([1, 1], abs=0.01)


def test_hostile_names_are_shown_as_text(world: ox.Store, look: Opener) -> None:
    page = draw_entities(world, [expand("person:eve")])
    assert "<script>alert" not in page
    seen = look(page, 1400)
    assert seen.page.inner_text("h1") == HOSTILE
    assert seen.troubles == []


def test_what_is_left_out_is_counted(world: ox.Store) -> None:
    page = draw_entities(world, [expand("mission:arcadia")], limit=2)
    assert "3 more, with fewer facts" in page


def test_partners_are_counted_where_nobody_met_twice(world: ox.Store) -> None:
    page = draw_projection(world, "who-works-with-whom")
    assert "Most partners: Harbour Office, with 1 other." in page


def test_a_release_on_two_lines_counts_once() -> None:
    more = store_of(
        'body:harbours a osce:Body ; rdfs:label "Harbour Office" .'
        'field:a rdfs:label "A" . field:b rdfs:label "B" .'
        "release:r dcterms:publisher body:harbours ; osce:fieldOfWork field:a, field:b ."
    )
    assert "The Harbour Office published 1 of 1 release." in draw_projection(more, "who-works-on-what")
