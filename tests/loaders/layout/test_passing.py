"""Texts with a dateline as the OSCE writes it, in which it is named in passing, or not."""

from __future__ import annotations

import pytest
from osce_kg.loaders.pipeline import read_source

MORE = "The boats leave at noon. Tickets are sold on the pier. Children travel free of charge."

IN_PASSING = {
    "the OSCE as a customer": (
        "Boatyard wins an order\n\nOSLO, 5 May 2011 - Oarsmen ASA will build forty boats for the OSCE. "
        + MORE
    ),
    "a treaty of the OSCE": (
        "Inspectors in the harbour\n\nHELSINKI, 5 May 2010 - Inspectors from abroad will see a pier under a "
        "document of the OSCE. " + MORE
    ),
    "a parliament's delegation at the OSCE's assembly": (
        "Senators at sea\n\nOTTAWA, 5 May 2010 - A delegation of the Parliament of Canada took part in the "
        "session of the OSCE Parliamentary Assembly. " + MORE
    ),
    "an OSCE Centre among the guests": (
        "Ferrymen meet\n\nBISHKEK, 9 September 2013 - The Association of Ferrymen held its yearly meeting. "
        "Guests from the Ministry of Ports, the OSCE Centre in Bishkek and Turkey brought flowers. " + MORE
    ),
}


@pytest.mark.parametrize("name", IN_PASSING)
def test_a_text_that_names_the_osce_in_passing_is_no_release(name: str) -> None:
    reading = read_source(IN_PASSING[name].encode(), location=name)
    assert reading.releases == ()
    assert "once" in reading.reason or "in passing" in reading.reason


OWN = {
    "the OSCE made the order": (
        "Boatyard wins an order\n\nOSLO, 5 May 2011 - Forty boats, ordered and supported by the OSCE "
        "Mission, left the yard. " + MORE
    ),
    "its title names the OSCE": (
        "OSCE order goes to boatyard\n\nOSLO, 5 May 2011 - Oarsmen ASA will build forty boats for the OSCE. "
        + MORE
    ),
    "the first sentence says today": (
        "Boatyard wins an order\n\nOSLO, 5 May 2011 - Oarsmen ASA was given an order today by the OSCE. "
        + MORE
    ),
    "commitments of the OSCE's": (
        "Elections on the lake\n\nCHISINAU, 7 March 2005- The elections on the lake were in line with "
        "most OSCE and "
        "Council of Europe commitments. They fell short of some of them."
    ),
    "the OSCE is named again": (
        "Senators at sea\n\nOTTAWA, 5 May 2010 - A delegation of the Parliament of Canada took part in the "
        "session of the OSCE Parliamentary Assembly. The OSCE thanked them. " + MORE
    ),
    "a Mission that works together with the ferrymen": (
        "Ferrymen meet\n\nBISHKEK, 9 September 2013 - The Association of Ferrymen held its yearly meeting. "
        "It was prepared together with the OSCE Centre in Bishkek. " + MORE
    ),
    "only somebody of the OSCE's is quoted": (
        "Harbours need bells, meeting hears\n\nPRISTINA, 8 June 2005 - A bell is a need of each harbour, "
        f"a meeting of ferrymen ended yesterday. {MORE * 6}\n"
        '"A bell is heard from afar," said Anna Berg, Head of the OSCE Mission in Kosovo.'
    ),
}


@pytest.mark.parametrize("name", OWN)
def test_a_release_that_names_the_osce_seldom_is_a_release(name: str) -> None:
    assert len(read_source(OWN[name].encode(), location=name).releases) == 1
