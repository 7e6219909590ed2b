"""Pages that are no release say so, with the reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from osce_kg.loaders.annotation import annotate
from osce_kg.loaders.pipeline import Declared, read_source
from osce_kg.ontology.facts import PageKind

LONG = (
    "It was a quiet day by the river, and the ferryman counted his passengers twice before he left the bank. "
)

PAGES = {
    "nothing": ("", "empty"),
    "white space": (" \n\t\n", "white space"),
    "a cookie notice": (f"We use cookies to make this site better.\nAccept\nDecline\n{LONG}", "cookie"),
    "a missing page": ("Page not found\nThe requested page could not be found.\nOSCE", "not found"),
    "a search page": (
        "Search results\nYour search for OSCE ODIHR brought 14 results\nSort by date",
        "search",
    ),
    "a section page": (
        f"OSCE Mission to Nowhere\nOverview\nThe OSCE works in the country. "
        f"{LONG}\nBackground\n{LONG}\nTasks\n{LONG}",
        "section page",
    ),
    "a vacancy": (
        f"OSCE Vacancy: Driver\nVacancy notice\nDuty station: Vienna\nClosing date: 4 May 2011\nThe OSCE "
        f"seeks a driver. {LONG}",
        "vacancy",
    ),
    "a poem": (
        "The ferry\n\nO river, wide and slow,\nwhere do your waters go,\nand who has asked them so?\n",
        "OSCE",
    ),
    "others' news with a dateline": (
        f"Bridge opens\n\nBRUSSELS, 4 May 2011 - The Alliance opened a bridge. {LONG}",
        "OSCE",
    ),
    "news of another organization that names the OSCE in passing": (
        f"NATO ministers meet\n\nBRUSSELS, 4 May 2011 - Ministers met in the house by the canal. The "
        f"OSCE was there. {LONG}",
        "NATO",
    ),
    "an article about the OSCE": (
        "OSCE missions\nOSCE missions are an instrument of the OSCE. Each has a mandate and a head, and "
        "both are short.",
        "something new",
    ),
    "a ministry's page": (
        f"Minister meets the OSCE\nThe Minister met the OSCE today and spoke of the river. {LONG}",
        "own pages",
    ),
    "a news agency's report": (
        f"OSCE observers visit bridge\n\nVIENNA (Reuters) - The OSCE sent observers to a bridge, a "
        f"diplomat said. {LONG}",
        "Reuters",
    ),
    "a ministry's own news": (
        f"Minister receives OSCE ambassador\nThe Minister received the head of the OSCE mission, the "
        f"ministry said. {LONG}",
        "others",
    ),
    "a newsletter": (
        f"Email not displaying correctly? View it in your browser\nOSCE this week\nVIENNA, 4 May 2011 - "
        f"The OSCE met. {LONG}",
        "newsletter",
    ),
    "a forum": (
        f"Re: OSCE and the bridge\nPosted by ferryman on 4 May 2011\nQuote:\nVIENNA, 4 May 2011 - The "
        f"OSCE met. {LONG}",
        "forum",
    ),
    "a diary": (
        f"My day with the OSCE\nI took my bicycle and I rode to the OSCE, and I was late. My shoes hurt "
        f"me. I went home. {LONG}",
        "own account",
    ),
    "a PDF": ("%PDF-1.7 whatever", "PDF"),
    "a title alone": ("OSCE opens office\n", "no text"),
}


@pytest.mark.parametrize("name", PAGES)
def test_it_is_no_release_and_the_reason_tells_why(name: str) -> None:
    page, word = PAGES[name]
    declared = (
        Declared(url="https://www.mfa.example.org/news/1") if name == "a ministry's page" else Declared()
    )
    reading = read_source(page.encode(), location=name, declared=declared)
    assert reading.kind is PageKind.NO_RELEASE
    assert reading.releases == ()
    assert word.lower() in reading.reason.lower()
    assert "\n" not in reading.reason


def test_a_cookie_notice_above_a_release_does_not_hide_it() -> None:
    page = (
        f"We use cookies.\nAccept\nMission opens hall\n\nSKOPJE, 4 May 2011 - The OSCE Mission opened "
        f"a hall. {LONG}"
    )
    assert read_source(page.encode(), location="x").kind is PageKind.RELEASE


def test_navigation_alone_is_a_taxonomy() -> None:
    page = (
        "-\nOur work\n-\nFields of work\n- Policing\n- Youth\n- Migration\n- "
        "Projects\n-\nCountries\n- All\n- About us\n"
    )
    reading = read_source(page.encode(), location="x")
    assert reading.kind is PageKind.TAXONOMY
    assert reading.taxonomy is not None


def test_a_page_of_the_site_of_the_osce_needs_not_name_it() -> None:
    page = f"Bridge opens\n\nPRILEP, 4 May 2011 - The Mission opened a bridge with the town. {LONG}"
    known = Declared(url="https://www.osce.org/skopje/12345")
    assert read_source(page.encode(), location="x", declared=known).kind is PageKind.RELEASE
    assert read_source(page.encode(), location="x").kind is PageKind.NO_RELEASE


TEXTS = sorted(path for path in (Path(__file__).parents[1] / "annotated" / "no-release").glob("*.txt"))


def test_of_texts_that_name_the_osce_and_are_no_release_nine_of_ten_are_stopped() -> None:
    taken = words = facts = 0
    texts = [path for path in TEXTS if path.stem != "held-out"]
    for path in texts:
        reading = read_source(path.read_bytes(), location=path.name)
        taken += bool(reading.releases)
        words += len(reading.text.split())
        facts += sum(
            line.predicate != "language" for release in reading.releases for line in annotate(release)
        )
    assert len(texts) >= 100
    assert taken <= len(texts) / 10
    assert facts <= 10 * words / 1_000


NEWS = "VIENNA, 5 May 2010 - "

SIGNS = {
    "a resolution": (
        "The Permanent Council of the OSCE,\nRecalling its words of 4 May,\n1. Decides to buy a boat;\n"
        "2. Tasks the Secretary General with rowing it. The OSCE Secretariat pays for it today.",
        "recalls and decides",
    ),
    "another OSCE": (
        f"Doctors meet patients\n\n{NEWS}The OSCE (objective structured clinical examination) took "
        f"place today. {LONG}",
        "its OSCE is another",
    ),
    "a delegation's statement": (
        f"Statement by Ms. Ann Lee at the 912th meeting of the OSCE Permanent Council\n4 May 2010\n{LONG}",
        "no dateline",
    ),
    "others' news that has the OSCE among the guests": (
        f"Bakery opens\n\n{NEWS}A bakery opened at the lake today. Guests came from the city, the OSCE and "
        f"the fire brigade. {LONG}",
        "in passing",
    ),
    "others' news of those who helped the OSCE": (
        f"School wins\n\n{NEWS}A school won a medal today. Its teachers advised the OSCE on a book. {LONG}",
        "in passing",
    ),
    "others' news that supports the Minsk Group": (
        f"Ministers meet\n\n{NEWS}The Ministers met today. They repeated their support for the OSCE Minsk "
        f"Group and its Co-Chairs. {LONG}",
        "in passing",
    ),
    "others' news in which somebody speaks of the OSCE": (
        f'Vote lost\n\n{NEWS}The ferrymen lost the vote today. "What the OSCE says is nothing to us," one of '
        f"them said. {LONG}",
        "in passing",
    ),
    "a declaration of others": (
        f"{NEWS}Declaration by the Presidency of the Union on the OSCE Mission to Skopje. The Union welcomes "
        f"it today. {LONG}",
        "statement of others",
    ),
    "what another's office told": (
        f"The OSCE is welcome on the lake, High Representative Carl Dahl told the Head of the OSCE Mission "
        f"to Skopje today. {LONG}",
        "what others do",
    ),
    "what a ministry said of the OSCE": (
        f"OSCE Chair travels\n\nThe OSCE Chair travels to the lake today, the Foreign Ministry said. {LONG}",
        "as others' news do",
    ),
    "a ministry's release": (
        f"Ministry of Boats of the Republic of Lakeland\nPress release\n"
        f"Minister meets OSCE Secretary General\n\n"
        f"{NEWS}Minister Jana Lind met the OSCE Secretary General today. {LONG}",
        "headed by others than the OSCE (Ministry of Boats of the Republic of Lakeland)",
    ),
    "an embassy's release": (
        f"Embassy of Lakeland in Vienna\nAmbassador meets OSCE Secretary General\n\n"
        f"{NEWS}Ambassador Jana Lind met the OSCE Secretary General today. {LONG}",
        "headed by others than the OSCE (Embassy of Lakeland in Vienna)",
    ),
    "a heading with a colon": (
        f"Clerk\n\nBackground:\nThe OSCE Mission to Skopje organizes seminars on 4 May. {LONG}",
        "section page",
    ),
}


@pytest.mark.parametrize("name", SIGNS)
def test_what_speaks_against_a_release_is_named(name: str) -> None:
    page, why = SIGNS[name]
    reading = read_source(page.encode(), location="page.txt")
    assert reading.kind is PageKind.NO_RELEASE
    assert why in reading.reason


@pytest.mark.parametrize(
    "page",
    [
        f"Council extends mandate\n\n{NEWS}The Permanent Council of the OSCE decided today to buy a boat.\n"
        f"Noting the price, the Secretary General thanked the bakers. {LONG}",
        f"Statement by the Head of the OSCE Mission to Serbia\n\n{NEWS}The boat is new, the Head of the OSCE "
        f"Mission to Serbia said today. {LONG}",
        f"Bakery opens\n\n{NEWS}A bakery opened at the lake today. It was paid for by the OSCE Mission to "
        f"Skopje. {LONG}",
        f"Bakers learn\n\n{NEWS}Bakers learned to count today, at a course organized by the OSCE. {LONG}",
        f"Bakers learn\n\n{NEWS}Bakers learned to count today. The course was supported by the OSCE. {LONG}",
        f"Bakers learn\n\n{NEWS}Bakers learned to count today. The OSCE paid for the course. {LONG}",
        f"Bakers learn\n\n{NEWS}Bakers learned to count today. The city and the OSCE paid for it. {LONG}",
        f"Bakers learn\n\n{NEWS}Bakers learned to count today. “It is hard,” said OSCE baker Ana Kos. {LONG}",
        f"Bakers learn\n\n{NEWS}Bakers learned to count today. The OSCE's baker told them how. {LONG}",
        f"Ferries are safe\n\n{NEWS}The ferries are safe, OSCE Chair Jana Lind, the Foreign Minister, told "
        f"the press today. {LONG}",
        f"Ferries are safe\n\n{NEWS}The ferries are safe, Transport Minister Ivan Lind said today when he "
        f"opened a seminar of the OSCE Mission to Skopje. {LONG}",
        f"Press release\nMinistry of Boats hosts seminar on rowing\n\n"
        f"{NEWS}Minister Jana Lind opened a seminar of the OSCE Mission to Skopje today. {LONG}",
        f"Press release\nMinistry of Boats and OSCE on rowing\n\n"
        f"{NEWS}Minister Jana Lind met the OSCE Secretary General today. {LONG}",
        f"Boats on the lake\nMinistry of Boats in Lakeland\n\n"
        f"{NEWS}Minister Jana Lind met the OSCE Secretary General today. {LONG}",
        f"Ministry of Boats of Lakeland\nPress release\nCourse on rowing\n- Source:\n"
        f"- OSCE Mission to Skopje\n\n{NEWS}Minister Jana Lind met the OSCE Secretary General today. {LONG}",
        f"Course ends\n\nBackground:\n{NEWS}The OSCE Mission to Skopje ended a course on boats today. {LONG}",
    ],
)
def test_releases_that_are_like_those_are_still_releases(page: str) -> None:
    assert read_source(page.encode(), location="page.txt").kind is PageKind.RELEASE
