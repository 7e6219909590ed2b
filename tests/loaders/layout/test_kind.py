"""Whether a text is a release in the OSCE's own voice, or the news, statement or page of others."""

from __future__ import annotations

import pytest
from osce_kg.loaders.layout.evidence import Page
from osce_kg.loaders.layout.kind import judge
from osce_kg.loaders.layout.known import known_of
from osce_kg.loaders.layout.rows import read_sheets
from osce_kg.loaders.layout.signs_against import signs_against
from osce_kg.loaders.layout.signs_for import signs_for
from osce_kg.loaders.layout.signs_of_house import signs_of_house
from osce_kg.loaders.layout.text import plain_lines
from osce_kg.loaders.layout.weights import weight_of
from osce_kg.loaders.pipeline import Declared, read_source
from osce_kg.ontology.facts import PageKind
from osce_kg.ontology.reference import reference

MORE = "Forty ferrymen came to the pier, and the bell was rung twice before the boats left it."

OTHERS = {
    "an agency that signs behind city and day": (
        f"LAKEPORT, AUGUST 31, FERRYPRESS. The OSCE is closing its house by the river today. {MORE}",
        "FERRYPRESS",
    ),
    "an agency between strokes": (
        f"Ferrymen and the OSCE\nVIENNA, May 27,/ITAR-TASS/. Four observers of the OSCE were on the "
        f"ferry. {MORE}",
        "news agency",
    ),
    "an agency on a line of its own": (
        f"OSCE guest visits the pier\n12.03.2018 [18:35]\nBaku, March 12, AZERTAC\nThe OSCE guest saw "
        f"the pier. {MORE}",
        "AZERTAC",
    ),
    "an agency between full stops": (
        "date 2015-10-20 Baku. 20 October. LAKE.AZ/ The OSCE guest plans to see the pier, the "
        f"harbour master said. {MORE}",
        "LAKE.AZ",
    ),
    "an agency in brackets on a later line": (
        f"In the future, the OSCE will have boats\nThe OSCE is old. {MORE}\nVienna (dpa) – The OSCE will "
        "be given "
        "boats, as diplomats say.",
        "dpa",
    ),
    "a ministry's place, kind and day": (
        "Voyage du ministre\n\nBerne, Communiqué de presse, 13.01.2014\n\nLe ministre, président en "
        "exercice de "
        "l'OSCE, verra le lac le 16 janvier 2014. Il parlera avec les passeurs, et avec leurs enfants.",
        "no dateline",
    ),
    "the statement of another commission": (
        "Commission Mourns Ferryman\nWASHINGTON—The Helsinki Commission issued the following joint "
        "statement: “We "
        "are sad.” The ferryman, a friend of the OSCE, died on April 19 at home, and his boat is for sale.",
        "needed",
    ),
    "a page on a mission, its name as the title": (
        "Skip Links\n\nOSCE Mission to Croatia / OSCE Office in Zagreb (closed)\n\nThe OSCE Mission to "
        "Croatia "
        "opened in July 1996 and worked until 2007. It was to co-operate with others, and it had boats.",
        "only a name",
    ),
    "a survey with numbered headings": (
        "Mission survey\n1. Basic Decisions\nThe OSCE Office in Zagreb has a house.\n2. Tasks\nIt counts "
        "boats.\n"
        f"3. Deployment\n{MORE}",
        "section page",
    ),
    "another site as the source": (
        f"OSCE ferrymen meet\nThe OSCE Centre opened a pier today. {MORE} {MORE}\nSource: Lakenews.example",
        "Lakenews.example",
    ),
    "a minister who speaks, in small letters": (
        "Bells for long\nThe OSCE Centre will be needed for long, foreign minister Ivan Kovač said at the "
        f"pier. {MORE}",
        "foreign minister",
    ),
    "a message to a list, with a meeting of several days": (
        "LAKES: OSCE meeting\nOriginal sender: Anna Berg\nOSCE MEETING\nWARSAW, 6 - 17 OCTOBER 2003\n"
        f"The meeting takes place in Warsaw. {MORE}\nPlease find attached the list of boats.",
        "mailing list",
    ),
    "a page on how to be hired": (
        f"The OSCE hires ferrymen for fixed terms.\nRequirements\nA boat. {MORE}\nRecruitment\n{MORE}",
        "section page",
    ),
    "minutes whose number is read as no place": (
        "Ministers' Deputies\nGR-OSCE(2002)CB2 2 August 2002\n1. Exchange with the Office for Democratic "
        "Institutions and Human Rights (ODIHR)\nThe Group, whose chair was Paulo Reis, had a talk. " + MORE,
        "no dateline",
    ),
    "a byline": (
        f"Boats and bells\nBy Alan Writer – Herald:\nThe OSCE Centre gave the ferrymen a course. {MORE}",
        "byline",
    ),
    "news that an agency heard": (
        "OSCE Secretary General to visit the lake\nOSCE Secretary General Ilse Amtmann will see the "
        "lake on June 14, "
        f"Report informs with reference to the harbour. {MORE}",
        "news agency",
    ),
    "a statement of the EU, its paragraphs numbered": (
        "OSCE Permanent Council No. 1111 Vienna, 19 September 2024\n"
        "1. The European Union warmly welcomes Ambassador Jean Dupont to the Permanent Council.\n"
        "2. We commend the ferrymen of the OSCE, and we thank them for their boats.",
        "statement of others",
    ),
    "a statement of a delegation": (
        "Statement by the Delegation of Norway\nAs delivered at the Permanent Council of the OSCE, 3 "
        "May 2012\n"
        f"Madam Chair, we thank the ferrymen and our friends in the OSCE. {MORE}",
        "statement of others",
    ),
    "a parliament's own item": (
        "Harbour guests\nThursday, 13. October 2016. 08:33\nPresident of the Parliament Ivan Kovač "
        "today will receive "
        f"the delegation of the OSCE. {MORE}",
        "what others do",
    ),
    "an interview": (
        "Baltic harbours: looking back\nThe head of the OSCE Office, Ambassador Peter Lang, speaks "
        "of his first year.\n"
        "What was the first thing that you did on the pier?\nI counted the boats.\n"
        "Would you do it again, now that you know the lake?\nYes, and with pleasure.",
        "interview",
    ),
    "a page about the OSCE": (
        "About the harbour\nWith 57 participating States, the OSCE is the world's largest regional security "
        f"organization. It was founded in 1975. {MORE}",
        "what the OSCE is",
    ),
    "an encyclopedia": (
        "OSCE High Commissioner\nThe High Commissioner on National Minorities is a diplomat whom "
        "ministers elect. "
        "The office was set up in 1992, and it has a seat by the sea.",
        "what the OSCE is",
    ),
    "a page that lists ways to work": (
        "Ways to work\nOn this page, you will find what the OSCE does for ferrymen, and how they come to it.",
        "speaks of itself",
    ),
    "the visit of a delegation, told by itself": (
        "The Permanent Delegation visits the OSCE\nIn June of this year, the Permanent Delegation "
        "paid a visit to "
        f"the OSCE on the lake. {MORE}",
        "what others do",
    ),
    "another body's own news": (
        "2 November 2015\nThe Ferry Centre has been helping the lake in recent months.\n"
        f"In partnership with the OSCE it held a workshop on oars. {MORE}",
        "needed",
    ),
    "a text in another language without any sign of the OSCE's": (
        "Паромщики на озере\nНаблюдатели приехали на озеро утром, и паромщики ОБСЕ их встретили. "
        "Они долго говорили о лодках, о вёслах и о погоде.",
        "no dateline",
    ),
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_others_write_is_no_release(name: str) -> None:
    page, word = OTHERS[name]
    reading = read_source(page.encode(), location=name)
    assert reading.releases == ()
    assert reading.kind is PageKind.NO_RELEASE
    assert word.lower() in reading.reason.lower()


OWN = {
    "an old release with its number, in one line": (
        "THE CSCE SECRETARIAT Vienna, 11 March 1994 PRESS RELEASE 6/94 FERRIES AND SECURITY 1. The "
        "meeting of the CSCE on ferries opens today in Prague on 15 March. 2. Forty ferrymen are awaited."
    ),
    "a statement of the Chair under a ministry's letterhead": (
        "Ministry of Foreign Affairs\nPress Release\nNo: 12/1999\nPress statement by the OSCE "
        "Chairman-in-Office, Foreign Minister Nils Dahl\nLast night I spoke with my colleagues in the OSCE. "
        "I asked for a meeting today, and I thank the ferrymen."
    ),
    "a short statement in the first person": (
        "OSCE concerned about ferries\nBRATISLAVA, 25 September 1998- I have followed with great concern "
        "what "
        "happens to the ferries. It is of utmost importance that they float..."
    ),
    "a headline in capitals": (
        "OSCE Hosts Harbour School Visit\n\nOn 22 June, the OSCE Secretariat welcomed forty children of "
        "the harbour "
        f"school to Vienna. {MORE}"
    ),
    "a caption that was run into the dateline": (
        "Boats need bells, says PA President\nAnna Berg (front row) on the pier of Potsdam on 1 September "
        "2016.POTSDAM, 1 September 2016 – Speaking today on the pier, Parliamentary Assembly President "
        f"Anna Berg asked the OSCE for bells. {MORE}"
    ),
    "a lead that is cut off": (
        "OSCE organizes course for ferrymen\nSome seventy ferrymen of the lake, among them many who had "
        "never seen the sea or a harbour of any size, attended an OSCE-organized course on knots, "
        "bells and oars, which took"
    ),
    "a dateline": (
        f"Bells on the lake\n\nOHRID, 3 May 2011 – The OSCE Mission gave the ferrymen a bell. {MORE}"
    ),
    "a dateline, of news on a minister": (
        f"Bells on the lake\n\nOHRID, 3 May 2011 – Transport Minister Ivan Kovač received a bell from "
        f"the OSCE today. {MORE}"
    ),
    "no dateline, the Mission as the one who acts": (
        f"Bells on the lake\nThe OSCE Mission to Skopje gave the ferrymen a bell on 3 May 2011. {MORE}"
    ),
    "no dateline, and no title of the OSCE's": (
        "Bells on the lake\nFrom 3 to 5 May 2011, ferrymen rang bells at a workshop organized by the "
        "OSCE Mission to "
        f"Skopje in close co-operation with the town. {MORE}"
    ),
    "a header with its source": (
        f"Press release\nBells on the lake\n- Source:\n- OSCE Mission to Skopje\n{MORE}"
    ),
    "a joint statement in the first person": (
        "Joint statement on bells\n\nVIENNA, 8 April 2010 – We, the heads of the OSCE and of the "
        "lake, are glad of our bells, "
        f"and we ring them. {MORE}"
    ),
    "a statement of mediators": (
        f"Ambassador Peter Lang, Special Representative of the OSCE Chairperson-in-Office, released "
        f"the following "
        f"statement today:\n“We are glad of the bells.” {MORE}"
    ),
    "a greeting by one of the OSCE": (
        "Statement of Ambassador Jana Lind, Head of the OSCE Mission to Skopje, on the new year\n"
        f"On behalf of the OSCE Mission, I wish you all a good year. We thank you, and we ring our "
        f"bells. {MORE}"
    ),
    "an aggregator that names its channel": (
        "Channel: OSCE Missions and Institutions\nBells on the lake\n"
        f"On 17 October, the OSCE Mission to Skopje and the town gave the ferrymen a bell. {MORE}"
    ),
}


@pytest.mark.parametrize("name", OWN)
def test_what_the_osce_writes_is_a_release(name: str) -> None:
    reading = read_source(OWN[name].encode(), location=name)
    assert [reading.kind, len(reading.releases)] == [PageKind.RELEASE, 1]


def test_a_site_of_others_weighs_against_the_same_text() -> None:
    page = f"Bells on the lake\nThe OSCE Mission gave the ferrymen a bell on 3 May 2011. {MORE}".encode()
    there = read_source(page, location="x", declared=Declared(url="https://news.example.org/bells"))
    here = read_source(page, location="x", declared=Declared(url="https://www.osce.org/skopje/12345"))
    assert (there.kind, here.kind) == (PageKind.NO_RELEASE, PageKind.RELEASE)
    assert "news.example.org" in there.reason
    assert "site of the OSCE" in here.reason


def test_a_declared_digest_is_a_release_wherever_it_is_from() -> None:
    page = f"Bells on the lake\nFerrymen held bells for the OSCE on 3 May 2011. {MORE}".encode()
    digest = Declared(digest_of="https://www.osce.org/skopje/12345")
    assert read_source(page, location="x").kind is PageKind.NO_RELEASE
    assert read_source(page, location="x", declared=digest).kind is PageKind.RELEASE


def test_the_verdict_is_the_sum_of_the_weights() -> None:
    text = f"Bells on the lake\nThe OSCE Mission gave the ferrymen a bell on 3 May 2011. {MORE}"
    lines = list(plain_lines(text))
    (sheet,) = read_sheets(lines, known_of(reference()))
    page = Page(sheet, lines)
    total = sum(sign.weight for sign in (*signs_for(page), *signs_of_house(page), *signs_against(page)))
    verdict = judge(sheet, lines, None, None, text)
    assert verdict.release == (total >= weight_of("needed"))
    assert f"weight {total}," in verdict.reason


def test_the_day_of_a_release_may_not_stand_first_in_month() -> None:
    signs = {}
    for day in ("3 May 2011", "May 3, 2011"):
        lines = list(plain_lines(f"Bells\nOHRID, {day} – The OSCE gave the ferrymen a bell. {MORE}"))
        (sheet,) = read_sheets(lines, known_of(reference()))
        signs[day] = {sign.name for sign in signs_for(Page(sheet, lines))}
    assert "dateline" in signs["3 May 2011"]
    assert "other dateline" in signs["May 3, 2011"]
