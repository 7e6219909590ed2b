"""Annotated pages of our own for the tests of the evaluation."""

from __future__ import annotations

from pathlib import Path

OHRID = """OSCE mission holds seminar on water law

SKOPJE, 3 May 2005 - A seminar on water law, organized by the OSCE Mission to Skopje, opened in Ohrid today.

"The rivers know no borders," said Petar Vukelov, Mayor of Ohrid.
"""
OHRID_FACTS = """# an invented page
date\t\t2005-05-03\t
place\t\tSkopje\t
language\t\ten\t
mentions\tfield-operation\tmission-skopje\tSKOPJE, 3 May 2005
mentions\tplace\tohrid\tSKOPJE, 3 May 2005
mentions\tplace\tskopje\tSKOPJE, 3 May 2005
person\t\tPetar Vukelov\t"The rivers know no borders
post\tPetar Vukelov\tmayor @ Ohrid\t"The rivers know no borders
event\tseminar on water law\tseminar | 2005-05-03 | Ohrid\tSKOPJE, 3 May 2005
organizer\tseminar on water law\tmission-skopje\tSKOPJE, 3 May 2005
participant\tseminar on water law\tPetar Vukelov\t"The rivers know no borders
said\tPetar Vukelov\t\t"The rivers know no borders
"""
YEREVAN = """OSCE Office opens reading room

YEREVAN, 9 June 2006 - The OSCE Office in Yerevan opened a reading room for journalists today.
"""
YEREVAN_FACTS = """# an invented page; the annotator took one organization for granted
# not annotated: event organizer participant
date\t\t2006-06-09\t
place\t\tYerevan\t
language\t\ten\t
mentions\tfield-operation\toffice-yerevan\tYEREVAN, 9 June 2006
mentions\torganization\tCouncil of Journalists\tYEREVAN, 9 June 2006
"""


def write_pages(folder: Path) -> Path:
    """Two pages with annotations; the second one lacks a place, and has an organization too many."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, page, facts in (("ohrid", OHRID, OHRID_FACTS), ("yerevan", YEREVAN, YEREVAN_FACTS)):
        (folder / f"{name}.txt").write_text(page, encoding="utf-8")
        (folder / f"{name}.facts.tsv").write_text(facts, encoding="utf-8")
    return folder
