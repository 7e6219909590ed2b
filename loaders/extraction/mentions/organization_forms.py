"""What a name must have beside its head noun to be one: one small function for each kind of head."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from .organization_words import FAITHS, FILLERS

__all__ = ["FORMS", "Form"]

_JOINTS: Final = frozenset(("and", "&", "'s", "’s"))


@dataclass(frozen=True, slots=True)
class Form:
    """How a name is built around its head.

    modifiers   the words before the head, in lower case
    tail        whether a phrase follows the head ("of Justice")
    geographic  whether it holds the name of a State or place
    proper      whether it holds that, or a word that is no common noun of such names
    known       whether it holds the name of another organization
    of          whether the phrase after the head begins with "of" or "for"
    compound    whether the head makes one with the noun before it ("Publishing House")
    possessive  whether a possessive or a subject stands right before the head ("Prosecutor's Office")
    """

    modifiers: tuple[str, ...]
    tail: bool
    geographic: bool
    proper: bool
    known: bool
    of: bool
    possessive: bool
    compound: bool = False

    @property
    def telling(self) -> bool:
        """Whether a word before the head says more than "joint" or "local"."""
        return any(word not in FILLERS and word not in _JOINTS for word in self.modifiers)


def _alone(_: Form) -> bool:
    """As in "Verkhovna Rada", "Bundestag"."""
    return True


def _foreign(form: Form) -> bool:
    """As in "Guardia di Finanza": the head comes first."""
    return not form.modifiers and form.tail


def _media(form: Form) -> bool:
    """As in "Radio Delta", "Delta Television"."""
    return bool(form.modifiers) or form.tail


def _embassy(form: Form) -> bool:
    """As in "German Embassy", "Embassy of Norway"."""
    return form.geographic


def _presidency(form: Form) -> bool:
    """As in "Spanish EU Presidency", "Presidency of Bosnia and Herzegovina"."""
    return form.geographic or form.known


def _delegation(form: Form) -> bool:
    """As in "Swiss Delegation to the PA"."""
    return form.geographic and "osce" not in form.modifiers


def _mission(form: Form) -> bool:
    """As in "Permanent Mission of Italy to the OSCE": other missions are operations."""
    return "permanent" in form.modifiers and form.geographic


def _municipality(form: Form) -> bool:
    """As in "Municipality of Prizren"."""
    return form.tail or form.telling


def _forum(form: Form) -> bool:
    """As in "Drava Civic Forum": only with a word of its own."""
    return form.proper and form.telling


def _city(form: Form) -> bool:
    """As in "City of Brod"."""
    return form.tail and form.geographic and form.of and not form.modifiers


def _house(form: Form) -> bool:
    """As in "House of Peoples", "Lipa Publishing House"."""
    return form.tail or _compound(form)


def _compound(form: Form) -> bool:
    """As in "Brod Stock Exchange", "General Staff of the Army": never "Reading Room" alone."""
    return form.compound and (form.tail or len(form.modifiers) > 1)


def _office(form: Form) -> bool:
    """As in "Office of Good Governance", "Prosecutor's Office", and no "Field Office"."""
    return (form.tail and form.of) or (form.telling and form.possessive)


def _police(form: Form) -> bool:
    """As in "Border Police", "Armed Forces of Georgia", and no "Task Force"."""
    return form.telling or (bool(form.modifiers) and form.geographic and "task" not in form.modifiers)


def _red(form: Form) -> bool:
    """As in "Montenegrin Red Cross": without a State it may be any of them."""
    return form.modifiers[-1:] == ("red",) and form.geographic


def _faith(form: Form) -> bool:
    """As in "Islamic Community of Kosovo"."""
    return not FAITHS.isdisjoint(form.modifiers)


def _unit(form: Form) -> bool:
    """As in "Patrol Police Department"."""
    return form.telling or form.proper or (form.tail and form.geographic)


def _group(form: Form) -> bool:
    """As in "Friends of Albania Group", and no "Working Group"."""
    return form.proper and (form.telling or form.tail)


def _named(form: Form) -> bool:
    """As in "Wassenaar Arrangement": only with a word of its own."""
    return form.proper and form.telling


def _committee(form: Form) -> bool:
    """As in "Standing Committee on Military Matters"."""
    return form.telling or form.tail


def _normal(form: Form) -> bool:
    """As in "Ministry of Justice", "Bitola Basic Court", and no "Regional Centre"."""
    return form.telling or form.tail or (bool(form.modifiers) and form.proper)


FORMS: Final[Mapping[str, Callable[[Form], bool]]] = {
    "alone": _alone,
    "foreign": _foreign,
    "media": _media,
    "embassy": _embassy,
    "presidency": _presidency,
    "delegation": _delegation,
    "mission": _mission,
    "municipality": _municipality,
    "forum": _forum,
    "city": _city,
    "house": _house,
    "office": _office,
    "police": _police,
    "red": _red,
    "faith": _faith,
    "unit": _unit,
    "board": _unit,
    "compound": _compound,
    "group": _group,
    "named": _named,
    "bureau": _committee,
    "committee": _committee,
    "normal": _normal,
}
"""The kinds of heads in `tables/org_heads.tsv`, each with its test."""
