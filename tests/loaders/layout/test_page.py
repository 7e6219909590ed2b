"""A page's stored text: what of it is title, header, caption, body and contact, and where the page has it."""

from __future__ import annotations

import pytest
from osce_kg.loaders.layout.page import Layout, read_layout
from osce_kg.loaders.layout.rows import Role
from osce_kg.loaders.pipeline import read_source
from osce_kg.ontology.facts import PageKind
from osce_kg.ontology.reference import reference

BODY = (
    "The OSCE Mission to Skopje opened a reading room for young people in the fire station of Prilep today."
)


def laid_out(page: str | bytes) -> Layout:
    return read_layout(page if isinstance(page, bytes) else page.encode(), reference())


def parts(layout: Layout, role: Role) -> list[str]:
    return [part.value.of(layout.text) for sheet in layout.sheets for part in sheet.of(role)]


def test_title_and_dateline_alone_make_a_release() -> None:
    layout = laid_out(f"Fire station lends its hall\n\nPRILEP, 4 May 2011 - {BODY}\n\nIt is open daily.\n")
    assert layout.kind is PageKind.RELEASE
    assert parts(layout, Role.TITLE) == ["Fire station lends its hall"]
    assert parts(layout, Role.BODY) == [f"PRILEP, 4 May 2011 - {BODY}", "It is open daily."]


def test_a_release_needs_no_dateline() -> None:
    layout = laid_out(f"Fire station lends its hall\n{BODY} Some 40 children came.")
    assert layout.kind is PageKind.RELEASE
    assert "no dateline" in layout.reason


@pytest.mark.parametrize(
    "top",
    ["Skip Links\n\nPress release\n\n", "Skip Links\n\nOSCE Mission to Skopje\n\n", "Press release\n", ""],
)
def test_what_stands_above_the_title_is_not_the_title(top: str) -> None:
    layout = laid_out(f"{top}Fire station lends its hall\n\nPRILEP, 4 May 2011 - {BODY}")
    assert parts(layout, Role.TITLE) == ["Fire station lends its hall"]


def test_newsroom_page_has_date_line_picture_and_caption() -> None:
    layout = laid_out(
        "Newsroom\nFire station lends its hall\nPRILEP 5 May 2011\n![](https://example.org/hall.jpg?1)\n"
        "(OSCE)Ms. Ilinka Todorova cuts the ribbon, 4 May 2011. (OSCE) Photo details\n"
        f"PRILEP, 4 May 2011 – {BODY}"
    )
    assert parts(layout, Role.ALONE) == ["PRILEP 5 May 2011"]
    assert parts(layout, Role.CAPTION) == ["Ms. Ilinka Todorova cuts the ribbon, 4 May 2011."]
    assert "hall.jpg" not in layout.text


def test_header_block_may_lack_values() -> None:
    layout = laid_out(
        "Press release\nFire station lends its hall\n- Date:\n- Place:\n- PRILEP\n- Source:\n- OSCE "
        "Mission to Skopje\n"
        f"PRILEP, 4 May, 2011 - {BODY}"
    )
    assert parts(layout, Role.VALUE) == ["PRILEP", "OSCE Mission to Skopje"]


def test_republished_page_has_its_date_in_front() -> None:
    layout = laid_out(
        f"Fire station lends its hall\n date 2011-05-06 PRILEP, 4 May 2011 — {BODY}\nSubmit Release"
    )
    assert parts(layout, Role.DATE) == ["date 2011-05-06"]
    assert parts(layout, Role.BODY) == [f"PRILEP, 4 May 2011 — {BODY}"]
    assert "Submit" not in layout.text


def test_items_in_a_row_with_no_mark_between_them_are_releases_each() -> None:
    layout = laid_out(
        f"Fire station lends its hall\nPRILEP, 4 May 2011 - {BODY} {BODY}\nThe hall was built in 1934.\n"
        f"Second hall follows in Bitola\nBITOLA, 6 May 2011 - {BODY} {BODY}\nIt will open in June.\n"
    )
    assert parts(layout, Role.TITLE) == ["Fire station lends its hall", "Second hall follows in Bitola"]
    assert layout.kind is PageKind.LISTING


def test_a_second_dateline_under_the_first_begins_no_release() -> None:
    layout = laid_out(f"Fire station lends its hall\nPRILEP 4 May 2011\n\nPRILEP, 4 May 2011 - {BODY}\n")
    assert len(layout.sheets) == 1


def test_contact_lines_at_the_end_are_told_from_the_body() -> None:
    layout = laid_out(
        f"Fire station lends its hall\nPRILEP, 4 May 2011 - {BODY}\nFor further information, please "
        f"contact:\n"
        "Dragica Milevska\nHead of Communications\nTel: +389 2 000 000\n"
    )
    assert parts(layout, Role.CONTACT)[0] == "For further information, please contact:"
    assert "Dragica Milevska" in parts(layout, Role.CONTACT)
    assert len(parts(layout, Role.BODY)) == 1


def test_what_a_site_puts_behind_a_release_is_left_out() -> None:
    layout = laid_out(
        f"Fire station lends its hall\nPRILEP, 4 May 2011 - {BODY}\nRelated news\nAnother title\n"
    )
    assert "Another title" not in layout.text


def test_navigation_is_kept_apart_from_the_release() -> None:
    menu = "-\nOur work\n-\nFields of work\n- Policing\n- Youth\n- Projects\n- About us\n"
    layout = laid_out(f"{menu}Press release\nFire station lends its hall\nPRILEP, 4 May 2011 - {BODY}")
    assert layout.kind is PageKind.RELEASE
    assert parts(layout, Role.TITLE) == ["Fire station lends its hall"]
    assert [span.of(layout.text) for span in layout.navigation][-1] == "- About us"


def test_a_bulleted_list_in_the_body_is_no_navigation() -> None:
    points = "".join(f"- the hall needs repair number {n} before winter comes\n" for n in range(12))
    layout = laid_out(f"Fire station lends its hall\nPRILEP, 4 May 2011 - {BODY}\n{points}")
    assert layout.navigation == ()
    assert len(parts(layout, Role.BODY)) == 13


def test_a_daily_report_is_a_release_of_that_type() -> None:
    title = (
        "Latest from OSCE Special Monitoring Mission to Ukraine (SMM), based on information received "
        "as of 18:00"
    )
    reading = read_source(
        f"{title}\nThe SMM counted fewer shots near the bridge than the day before. It heard two.".encode(),
        location="x",
    )
    assert reading.releases[0].content_type == "Daily report"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "windows-1251"])
@pytest.mark.parametrize("markup", [False, True])
def test_each_character_of_the_stored_text_is_found_in_the_page(encoding: str, markup: bool) -> None:
    title, body = (
        "Пожарная часть отдает свой зал",
        f"БИШКЕК, 4 мая 2011 г. – {'Центр ОБСЕ открыл читальный зал для молодежи. ' * 4}",
    )
    page = (
        f"<html><body><h1>{title}</h1><div><p>{body}</p></div></body></html>"
        if markup
        else f"{title}\r\n{body}\r\n"
    )
    data = page.encode(encoding)
    reading = read_source(data, location="x")
    assert reading.kind is PageKind.OTHER_LANGUAGE
    codec = "utf-16-le" if encoding == "utf-16" else encoding
    codec = "utf-8" if encoding == "utf-8-sig" else codec
    for at, char in enumerate(reading.text):
        begin, source, width = [run for run in reading.byte_map if run[0] <= at][-1]
        start = source + (at - begin) * width
        assert width == 0 or data[start : start + width].decode(codec) == char


def test_a_page_read_twice_gives_the_same() -> None:
    page = f"Fire station lends its hall\nPRILEP, 4 May 2011 - {BODY}"
    assert laid_out(page) == laid_out(page)


def test_breadcrumbs_languages_and_buttons_are_no_title() -> None:
    top = "Home > Newsroom > Press releases\nEnglish | Русский\nPrint\n"
    layout = laid_out(f"{top}Fire station lends its hall\n4 May 2011\nPRILEP, 4 May 2011 - {BODY}\nShare\n")
    assert parts(layout, Role.TITLE) == ["Fire station lends its hall"]
    assert parts(layout, Role.DATE) == ["4 May 2011"]
    assert len(parts(layout, Role.BODY)) == 1


def test_a_line_between_title_and_dateline_belongs_to_the_body() -> None:
    layout = laid_out(f"Fire station lends its hall\nForty children came\nPRILEP, 4 May 2011 - {BODY}")
    assert parts(layout, Role.BODY) == ["Forty children came", f"PRILEP, 4 May 2011 - {BODY}"]


def test_header_values_may_stand_on_the_line_of_their_label() -> None:
    layout = laid_out(f"Press release\nHall opens\nDate: 4 May 2011\nSource: OSCE Mission to Skopje\n{BODY}")
    assert parts(layout, Role.VALUE) == ["4 May 2011", "OSCE Mission to Skopje"]
    assert parts(layout, Role.BODY) == [BODY]


def test_a_dateline_may_stand_behind_a_caption_on_one_line() -> None:
    layout = laid_out(
        f"Fire station lends its hall\nChildren at the door of the hall, 3 May 2011 PRILEP, 4 May 2011 – "
        f"{BODY}\nIt is open."
    )
    assert parts(layout, Role.TITLE) == ["Fire station lends its hall"]
    assert f"PRILEP, 4 May 2011 – {BODY}" in parts(layout, Role.BODY)
    assert layout.sheets[0].of(Role.BODY)[1].dateline is not None


@pytest.mark.parametrize(
    "top",
    [
        "Secretary General\n\nNews\n\n",
        "Notes on boats\n\n",
        " date 2011-05-05 HarbourTop\n\n",
        "Lake\n",
        "Quantcast\nChannel: OSCE Missions and Institutions\n\n",
        "Main site links\n\n",
    ],
)
@pytest.mark.parametrize("dateline", ["PRILEP, 4 May 2011 - ", ""])
def test_the_name_of_a_site_or_section_is_no_title(top: str, dateline: str) -> None:
    layout = laid_out(
        f"{top}Fire station lends its hall to readers\n\n{dateline}{BODY} Some 40 children came."
    )
    assert parts(layout, Role.TITLE) == ["Fire station lends its hall to readers"]
    assert len(parts(layout, Role.BODY)) == 1


@pytest.mark.parametrize("length", [380, 450, 10_000])
@pytest.mark.parametrize(
    "top", ["", "Press release\n\n", "OSCE Mission to Skopje\n\n", "Main site links\n\n"]
)
@pytest.mark.parametrize("end", ["", "."])
def test_a_title_is_kept_however_long_it_is(length: int, top: str, end: str) -> None:
    title = ("Fire station lends its hall to readers " * 300)[:length].strip() + end
    reading = read_source(f"{top}{title}\n\nPRILEP, 4 May 2011 - {BODY}".encode(), location="x")
    assert title in reading.text
    if length > 400 or not end or top in ("", "Press release\n\n"):
        assert [release.title for release in reading.releases] == [title]


def test_a_long_line_under_a_title_is_no_title() -> None:
    long = "Children read by the fire and firemen read to them " * 10
    layout = laid_out(f"Fire station lends its hall\n{long.strip()}\nPRILEP, 4 May 2011 - {BODY}")
    assert parts(layout, Role.TITLE) == ["Fire station lends its hall"]
    assert parts(layout, Role.BODY)[0] == long.strip()


def test_a_first_line_without_end_is_kept_where_nothing_follows_it_as_a_dateline() -> None:
    first = ("the OSCE reads by the fire of the station " * 300)[:10_000].strip()
    reading = read_source(f"Press release\n\n{first}\n\n{BODY} It is open.".encode(), location="x")
    assert first in reading.text


def test_a_caption_run_into_the_dateline_is_parted_from_it() -> None:
    reading = read_source(
        f"040511 Ms. TodorovaOSCE guests at the hall, Prilep, 4 May 2011PRILEP, 4 May 2011 – {BODY}".encode(),
        location="x",
    )
    (release,) = reading.releases
    assert (str(release.issued), [place.entity.name for place in release.places]) == (
        "2011-05-04",
        ["Prilep"],
    )
    assert release.title.startswith("The OSCE Mission to Skopje opened")
    layout = laid_out(f"040511 Ms. TodorovaOSCE guests, Prilep, 4 May 2011PRILEP, 4 May 2011 – {BODY}")
    assert parts(layout, Role.CAPTION) == ["040511 Ms. Todorova", "OSCE guests, Prilep, 4 May 2011"]


def test_a_statement_is_titled_by_its_heading() -> None:
    reading = read_source(
        b"Press Statement by the OSCE Mission to Skopje\n"
        b"The Mission to Skopje is glad of its boat and of the ferrymen, it said today by the lake.",
        location="x",
    )
    assert [release.title for release in reading.releases] == [
        "Press Statement by the OSCE Mission to Skopje"
    ]
    assert [value.entity.id for value in reading.releases[0].publishers] == ["mission-skopje"]


def test_a_dateline_within_an_aggregator_begins_a_text_of_its_own() -> None:
    reading = read_source(
        f"The patrol lost its camera near the pier.\nIt will look for it tomorrow.\n"
        f"PRILEP, 4 May 2011 - {BODY}\nIt is open daily, and the bell of the station is rung at noon "
        f"for all who live near it: children, readers and firemen, and the guests of the town.\n"
        f"OHRID, 6 May 2011 - {BODY}".encode(),
        location="x",
    )
    assert [str(release.issued) for release in reading.releases] == ["2011-05-04", "2011-05-06"]
    assert all(release.title.startswith("The OSCE Mission to Skopje") for release in reading.releases)


def test_a_dateline_deep_in_a_release_leaves_it_whole() -> None:
    layout = laid_out(f"Fire station lends its hall\nChildren read by the fire.\nPRILEP, 4 May 2011 - {BODY}")
    assert len(layout.sheets) == 1
    assert parts(layout, Role.TITLE) == ["Fire station lends its hall"]


MENU = (
    "-\nOur work\n-\nFields of work\n- Policing\n- Youth\n- Migration\n- Elections\n- "
    "Projects\n-\nCountries\n- All\n"
    "-\nParticipating States\n- Albania\n- Finland – OSCE Chairpersonship 2025\n- Serbia\n- Where we are\n"
)
HEADERS = {
    "skip links": "Skip Links\n\nPress release\n\n{title}\n\nPRILEP, 4 May 2011 - {body}",
    "newsroom": (
        "Newsroom\n{title}\nPRILEP 4 May 2011\n(OSCE)A bell. (OSCE) Photo details\nPRILEP, 4 May "
        "2011 - {body}"
    ),
    "title alone": "{title}\n\nPRILEP, 4 May 2011 - {body}",
    "republished": " date 2011-05-05 Submit Release\n{title}\n\nPRILEP, 4 May 2011 -- {body}",
    "header block": (
        "Press release\n{title}\n- Date:\n- 4 May 2011\n- Place:\n- PRILEP\n- Source:\n- OSCE "
        "Mission to Skopje\n"
        "- Fields of work:\n- Policing, Elections\n{body}"
    ),
    "section": "Skip Links\n\nOSCE Mission to Skopje\n\nNews\n{title}\nPRILEP, 4 May 2011 – {body}",
}


@pytest.mark.parametrize("form", HEADERS)
def test_the_dump_of_the_menus_goes_before_every_form_of_header(form: str) -> None:
    header = HEADERS[form].format(title="Fire station lends its hall", body=BODY)
    reading = read_source((MENU + header).encode(), location=form)
    (release,) = reading.releases
    assert (release.title, [place.entity.name for place in release.places]) == (
        "Fire station lends its hall",
        ["Prilep"],
    )
    assert str(release.dateline or release.issued) == "2011-05-04"
    assert release.body.of(reading.text).endswith(BODY)
    assert reading.taxonomy is not None
    assert "Albania" not in reading.text[: release.body.end]
