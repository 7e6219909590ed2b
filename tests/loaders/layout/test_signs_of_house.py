"""Whether a text without a dateline is a release by the house's layout, or by whom it tells of and how."""

from __future__ import annotations

import pytest
from osce_kg.loaders.pipeline import Declared, read_source
from osce_kg.ontology.facts import PageKind

ELSEWHERE = "https://oldpages.example/bells/7"
MORE = "Forty ferrymen came to the pier, and the bell was rung twice before the boats left it."

OWN = {
    "under the house's heading, a body that is named without the OSCE": (
        "Newsroom\nLogbooks reach the archive\nPRAGUE 3 May 2011\n\n"
        f"PRAGUE, 3 May 2011 – A ferryman gave his logbooks to the Documentation Centre in Prague. {MORE}"
    ),
    "with place and day alone on a line, a body that is named without the OSCE": (
        "Bells by night\nVIENNA 3 May 2011\n\n"
        f"VIENNA, 3 May 2011 – The Conflict Prevention Centre let ferrymen ring by night. {MORE}"
    ),
    "under the house's heading, no dateline": (
        f"Newsroom\nOSCE mourns ferryman\n\nNils Dahl is dead. The ferryman died on 3 May 2011. {MORE}"
    ),
    "between the lines of a feed": (
        "Bells for the lake\n\n date 2011-05-04 Ferrymen had long been short of bells. On 3 May 2011 the "
        f"OSCE Presence handed over twelve. {MORE}\nSubmit Release"
    ),
    "a feed and a post": (
        "Bells for the lake\n\n date 2011-05-04 A pier was opened on Tuesday, built with the help of the "
        f"OSCE Presence. The Presence's Head, Ambassador Jana Lind, rang the bell. {MORE}\nSubmit Release"
    ),
    "headed as news, with a post": (
        "News\nFerrymen meet in Ohrid\n\nFerrymen of nine lakes met on 3 and 4 May 2011. The High "
        f"Commissioner on National Minorities, Jana Lind, received them. {MORE}"
    ),
    "an occasion that is announced": (
        "Ferrymen to be heard first\n\nWith a ferryman among the speakers, the 4th Session of the OSCE "
        "Parliamentary Assembly will be held in Ohrid from 3 to 5 May 2011. The President of the Assembly, "
        f"Jana Lind, opens it. {MORE}"
    ),
    "an occasion with the OSCE's name in front": (
        "Ferries are theme of meeting\n\nThe OSCE Lake and River Forum takes place in Ohrid on 3 May 2011. "
        f"It is opened by Nils Dahl, the OSCE Secretary General. {MORE}"
    ),
    "one who leads": (
        "Observers arrive at the lake\n\nODIHR has opened a mission by the lake. It is led by Jana Lind and "
        f"stays until Friday. {MORE}"
    ),
    "a visit next week": (
        "Chairperson-in-Office to see the lake\n\nThe OSCE Chairperson-in-Office, Nils Dahl, will travel to "
        f"Ohrid next week. {MORE}"
    ),
}


@pytest.mark.parametrize("name", OWN)
def test_the_house_is_known_without_a_dateline_of_the_osce(name: str) -> None:
    reading = read_source(OWN[name].encode(), location=name)
    assert [reading.kind, len(reading.releases)] == [PageKind.RELEASE, 1], reading.reason


@pytest.mark.parametrize("name", ["between the lines of a feed", "a feed and a post"])
def test_a_feed_is_known_on_a_site_that_is_not(name: str) -> None:
    reading = read_source(OWN[name].encode(), location=name, declared=Declared(url=ELSEWHERE))
    assert reading.kind is PageKind.RELEASE
    assert "a feed of releases gives it (date 2011-05-04)" in reading.reason


OTHERS = {
    "another house's newsroom, with a body of a like name": (
        "Newsroom\nLawyers meet\nNEW YORK 3 May 2011\n\nNEW YORK, 3 May 2011 – Lawyers met at the United "
        f"Nations. The Office of Legal Affairs had called them. {MORE}"
    ),
    "a body of others, of two words": (
        f"Newsroom\nCouncil meets\nOHRID 3 May 2011\n\nOHRID, 3 May 2011 – The Senior Council met. {MORE}"
    ),
    "a body that is named without the house's layout": (
        f"Logbooks\n\nPRAGUE, 3 May 2011 – A ferryman wrote to the Conflict Prevention Centre. {MORE}"
    ),
    "another house's newsroom, with one of the OSCE's": (
        "Newsroom\nSecretary General meets OSCE counterpart\n\nThe Secretary General of NATO, Nils Dahl, met "
        f"the OSCE Secretary General, Jana Lind, on Tuesday. {MORE}"
    ),
    "a feed of a ministry": (
        "Minister sees the lake\n\n date 2011-05-04 Foreign Minister Ivan Kovač travelled to Ohrid on "
        f"Tuesday for a meeting with the OSCE Secretary General, Jana Lind. {MORE}\nSubmit Release"
    ),
    "a date without the feed's last line": (
        f"Bells for the lake\n\n date 2011-05-04 A pier was opened. The OSCE sent a guest. {MORE}"
    ),
    "an occasion of which a ministry tells": (
        "Country to host OSCE Forum\n\nThe OSCE Lake Forum will be held in Ohrid in May, the press office of "
        f"the harbour told. The OSCE Secretary General, Jana Lind, will come. {MORE}"
    ),
    "an essay": (
        "Why the OSCE matters\n\nThe OSCE keeps the bells of the lake ringing. Its Head, Jana Lind, rang one "
        f"on 3 May. {MORE}"
    ),
    "a demand": (
        "OSCE must wake up\n\nThe OSCE sleeps while the ferries sink. Its Chairman-in-Office, Nils Dahl, "
        f"sleeps as well. {MORE}"
    ),
    "a vacancy": (
        "ODIHR seeks ferrymen\n\nODIHR wants ferrymen for the vote of 3 May. Candidates should have a boat. "
        f"ODIHR's Deputy Director, Jana Lind, chairs the panel. {MORE}"
    ),
    "a life": (
        "Nils Dahl\n\nThe OSCE Secretary General, Nils Dahl, came to office in May. He was born in Bergen "
        f"and is a ferryman's son. {MORE}"
    ),
    "a programme, its days alone on a line": (
        f"OSCE Seminar on Ferries\nOhrid, 3–5 May 2011\n\nOpening by Nils Dahl, Secretary General. {MORE}"
    ),
    "a delegation that attends an occasion": (
        "Ferrymen travel to Ohrid\n\nA delegation led by Nils Dahl takes part in the Session of the OSCE "
        f"Parliamentary Assembly, which begins in Ohrid on Tuesday. {MORE}"
    ),
    "an agency that no table knows": (
        "OSCE session ends\n\nThe Session of the OSCE Parliamentary Assembly ended in Ohrid on Tuesday, "
        f"Lakewire reports. {MORE}"
    ),
    "a timeless text with a post": (
        "A bell is no anchor\n\nThe OSCE Presence has the loudest bells. Its Head, Ambassador Jana Lind, "
        "gives dinners; the ferrymen wait. Nobody asks where the oars are, and nobody will."
    ),
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_has_the_look_of_the_house_only_is_no_release(name: str) -> None:
    reading = read_source(OTHERS[name].encode(), location=name)
    assert reading.kind is PageKind.NO_RELEASE, reading.reason


def test_the_reason_tells_what_shows_the_house() -> None:
    reading = read_source(OWN["headed as news, with a post"].encode(), location="x")
    assert "names the OSCE's people with their posts" in reading.reason
    assert "High Commissioner on National Minorities, Jana Lind" in reading.reason
    assert "names the OSCE's people" not in read_source(OTHERS["a demand"].encode(), location="x").reason


def test_a_question_in_a_title_or_a_feature_is_no_essay() -> None:
    text = f"Why ring bells? OSCE asks ferrymen\n\nThe OSCE Presence asked ferrymen on 3 May 2011. {MORE}"
    assert "essay" not in read_source(text.encode(), location="x").reason
    feature = f"How ferrymen learn to ring\n\nThe OSCE Presence trains ferrymen. On 3 May they rang. {MORE}"
    assert read_source(feature.encode(), location="x").kind is PageKind.RELEASE
    assert "essay" in read_source(OTHERS["an essay"].encode(), location="x").reason
