"""How sure it is that a run of capitalised words names a person: small reasons, each with its weight."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ....ontology.facts import EntityKind
from ..model import Part
from ..tables import endings, words
from ..text.paragraphs import is_shouted
from .lexicon import CASUAL, HEADS, HONORIFICS, INNER_PARTICLES, NOT_NAMES, SAYING, UNITS
from .line import Line
from .names import Run, is_initial

__all__ = ["ACCEPTED", "evidence", "reasons"]

ACCEPTED: Final = 0.79  # below the sums of weights that make 0.8, which a float may miss
_SURNAME_ENDINGS: Final = endings("surname_endings")
_RELATIVE: Final = frozenset(("who", "whose", "whom"))
_PLACE_BEFORE: Final = words("person_cues", cue="before a place")
_PERSON_BEFORE: Final = words("person_cues", cue="before a person")
_PERSONAL: Final = words("person_cues", cue="personal")
_COLLECTIVE: Final = words("person_cues", cue="collective")

_PAIRS: Final = words("person_cues", cue="pair")
_LOST: Final = words("person_cues", cue="loss") | _PAIRS
_SPEAKING: Final = words("person_cues", cue="speaking")
_HEARING: Final = words("person_cues", cue="hearing from")
_SPOKEN: Final = words("person_cues", cue="spoken")
_OWNED: Final = words("person_cues", cue="owned")
_TALKING: Final = words("person_cues", cue="talking with")
_SAID: Final = words("person_cues", cue="said plainly")
_PRESENT: Final = words("person_cues", cue="among whom")
_NAMED: Final = words("person_cues", cue="named thing")
_OF_PLACES: Final = words("person_cues", cue="begins a place's name")
_LEADING: Final = words("person_cues", cue="led by somebody")
_GIVEN: Final = words("person_cues", cue="given to somebody")
_PRIZES: Final = words("person_cues", cue="prize")
_FARTHEST_SPEAKERS: Final = 16
_COUNTS: Final = words("numbers")
_CALLED: Final = words("person_cues", cue="called")
_SUCCEEDING: Final = words("person_cues", cue="follows another")
_SUCCEEDS: Final = frozenset(("succeeds", "succeeded"))
_MARKS: Final = frozenset("'‘’\"“”«»„")

Reason = Callable[[Line, Run], float]


def _shape(line: Line, run: Run) -> float:
    """Two words are a little, three more; a lone word speaks against a new name."""
    if run.size == 1:
        return -1.0
    return 0.2 if run.size == 2 else 0.3


def _initial(line: Line, run: Run) -> float:
    return 0.5 if any(is_initial(line.words[i].text) for i in range(run.first, run.last)) else 0.0


def _particle(line: Line, run: Run) -> float:
    inside = any(
        line.low(i) in INNER_PARTICLES and line.words[i].text.islower() for i in range(run.first, run.last)
    )
    return 0.3 if inside and run.size > 2 else 0.0


def _letters(line: Line, run: Run) -> float:
    """Diacritics and the endings of family names."""
    last = line.low(run.last - 1).rsplit("-", 1)[-1]
    text = line.text(run.first, run.last)
    weight = 0.2 if not text.isascii() and any(ord(c) > 191 and c.isalpha() for c in text) else 0.0
    return weight + (0.3 if last.endswith(_SURNAME_ENDINGS) and len(last) > 4 else 0.0)


def _double(line: Line, run: Run) -> float:
    word = line.words[run.last - 1].text
    return 0.2 if "-" in word and all(part[:1].isupper() for part in word.split("-")) else 0.0


def _honorific(line: Line, run: Run) -> float:
    return 1.2 if run.honorifics < run.first else 0.0


def _saying(line: Line, run: Run) -> float:
    """A verb of saying next to it."""
    after = line.low(run.last)
    if line.low(run.last) == "," and line.low(run.last + 1) in SAYING:
        after = line.low(run.last + 1)
    before = line.low(run.honorifics - 1)
    if before == "to" and line.low(run.honorifics - 2) == "according":
        return 0.6
    if after in SAYING or (after in ("has", "had", "is") and line.low(run.last + 1) in SAYING):
        return 0.6
    return (
        0.6 if before in SAYING and before not in ("signed", "hosted", "opened", "called", "visited") else 0.0
    )


def _relative(line: Line, run: Run) -> float:
    index = run.last + 1 if line.low(run.last) == "," else run.last
    return 0.6 if line.low(index) in _RELATIVE else 0.0


def _bracket(line: Line, run: Run) -> float:
    """A State, or an organization, in brackets after it, or "left", "right"."""
    if line.low(run.last) != "(":
        return 0.0
    if line.low(run.last + 1) in (
        "left",
        "right",
        "centre",
        "center",
        "l",
        "r",
        "c",
        "mp",
        "second",
        "third",
    ):
        return 0.8
    chunk = line.begins_at(run.last + 1)
    return 0.5 if chunk is not None else 0.0


def _apposition(line: Line, run: Run) -> float:
    """ ", a farmer": a person; ", an association of teachers": none."""
    if line.low(run.last) == "," and line.low(run.last + 1) in ("both", "all"):
        return 0.6
    if line.low(run.last) == "," and _are_groups(line, run.last + 1):
        return -1.5
    if line.low(run.last) == "," and line.low(run.last + 1).isdigit() and line.low(run.last + 2) == ",":
        return 0.6
    if line.low(run.last) == "," and _is_trade_phrase(line, run.last + 1):
        return 0.75 if line.low(run.last + 1) in ("a", "an") else 0.5
    if line.low(run.last) != "," or line.low(run.last + 1) not in ("a", "an", "the", "her", "his"):
        return 0.0
    for index in range(run.last + 2, min(run.last + 9, len(line))):
        word = line.low(index)
        if word in (",", ".", "who", "that", "which", "of", "at", "in", "for", "from"):
            break
        named = line.low(run.last + 1) == "the" and line.is_capitalised(index)
        if (word in _COLLECTIVE and not named) or (
            word in UNITS and line.low(index + 1) in (",", "of", "that", "which", "in", ".")
        ):
            return -1.5
    return 0.6 if line.low(run.last + 1) in ("a", "an") else 0.2


def _are_groups(line: Line, first: int) -> bool:
    """Whether "two youth groups" stands there."""
    if line.low(first) not in _COUNTS:
        return False
    words_after = (line.low(index) for index in range(first + 1, first + 4))
    return any(word.endswith("s") and word.removesuffix("s") in _COLLECTIVE for word in words_after)


def _is_trade_phrase(line: Line, first: int) -> bool:
    """Whether a trade stands there without an article ("world chess champion,")."""
    for index in range(first, min(first + 4, len(line))):
        if line.is_capitalised(index) or not line.low(index).isalpha():
            return False
        if line.low(index) in CASUAL:
            return line.low(index + 1) in (",", "of", "at", "from", "with")
    return False


def _trade(line: Line, run: Run) -> float:
    """A trade before it, with or without a comma ("media lawyer N", "its author, N")."""
    before = run.honorifics - 1
    if line.low(before) == ",":
        before -= 1
        chunk = line.ends_before(before + 1)
        if chunk is not None and line.low(chunk.first - 1) in ("from", "in", "of"):
            before = chunk.first - 2
    before -= line.low(before) in ("herself", "himself")
    word = line.low(before)
    if word.endswith("s") and word.removesuffix("s") in CASUAL:
        return 0.5
    return 0.6 if word in CASUAL or ((word,) in HEADS and word not in ("head", "chair", "member")) else 0.0


def _of_organization(line: Line, run: Run) -> float:
    """ "N of the Ministry", "N from UNHCR", "N on behalf of"."""
    if line.low(run.last) == "on" and line.low(run.last + 1) == "behalf":
        return 0.6
    if line.low(run.last) == "," and line.low(run.last + 1) in ("of", "from"):
        index = run.last + 2 + (line.low(run.last + 2) == "the")
        return 0.5 if line.begins_at(index) is not None or line.begins_at(run.last + 2) is not None else 0.0
    if line.low(run.last) not in ("of", "from"):
        return 0.0
    index = run.last + 1 if line.low(run.last + 1) != "the" else run.last + 2
    if index == run.last + 2 and line.low(index) in _COLLECTIVE and line.is_capitalised(index + 1):
        return 0.4
    return 0.4 if line.begins_at(index) is not None else 0.0


def _agent(line: Line, run: Run) -> float:
    """ "headed by N" and the like say more than a bare "by"."""
    if line.low(run.honorifics - 1) == "by" and line.low(run.honorifics - 2) in _PERSONAL | _SPOKEN:
        return 0.6
    if line.low(run.honorifics - 1) == "with" and line.low(run.honorifics - 2) in _TALKING:
        return 0.6
    if line.low(run.honorifics - 1) == "from" and line.low(run.honorifics - 2) in _HEARING:
        return 0.9
    return 0.2 if line.low(run.honorifics - 1) in _PERSON_BEFORE else 0.0


def _successor(line: Line, run: Run) -> float:
    """Who follows whom in a post ("succeeds N", "N, who replaced M"); things too are replaced."""
    before = run.honorifics - 1
    if line.low(before) in _SUCCEEDING:
        sure = line.low(before).startswith("succe") or "who" in line.lower[max(0, before - 3) : before]
        return 0.6 if sure or line.low(run.last) == "as" or line.low(run.last + 1) == "who" else 0.3
    after = run.last + (line.low(run.last) == ",")
    after += line.low(after) == "who"
    return 0.6 if line.low(after) in _SUCCEEDS and after < run.last + 3 else 0.0


def _among_speakers(line: Line, run: Run) -> float:
    """ "Among the speakers were N", "the trainers included N"."""
    before = run.honorifics - 1
    if line.low(before) not in _PRESENT:
        return 0.0
    first = max(line.start, before - _FARTHEST_SPEAKERS)
    return 0.0 if _SPEAKING.isdisjoint(line.lower[first:before]) else 0.6


def _owner(line: Line, run: Run) -> float:
    """Whose speech, arrest or family it is ("N's appointment")."""
    if not line.is_possessive(run.last):
        return 0.0
    return 0.8 if line.low(run.last + 1) in _OWNED or line.low(run.last + 2) in _OWNED else 0.0


def _opening(line: Line, run: Run) -> float:
    """At the beginning a capital says less, but where somebody says something."""
    return -0.1 if run.first == line.start and line.low(run.last) not in _SAID else 0.0


def _article(line: Line, run: Run) -> float:
    before = line.low(run.first - 1)
    if before in ("the", "a", "an", "this") or before in _COLLECTIVE or before in _NAMED:
        return -1.0
    return -0.3 if before in _PLACE_BEFORE and run.honorifics == run.first else 0.0


def _mentioned(line: Line, run: Run) -> float:
    """What another stage took for an unknown organization or place."""
    chunk = line.chunks[run.first]
    if chunk is None:
        return 0.0
    if chunk.mention.entity.kind is EntityKind.ORGANIZATION:
        return -0.6
    return -1.0 if chunk.mention.rule.endswith("place noun") else -0.2


def _of_a_place(line: Line, run: Run) -> float:
    """ "New", "Upper" or "Saint" in another language begins the name of a town ("Gornji Brod")."""
    return -0.8 if line.low(run.first) in _OF_PLACES and run.honorifics == run.first else 0.0


def _part(line: Line, run: Run) -> float:
    if line.sentence.part is not Part.TITLE:
        return 0.0
    spelt = [w.text for w in line.words if w.text[0].isalpha()]
    capital = sum(word[0].isupper() for word in spelt)
    if is_shouted(line.sentence.text) or capital > 0.6 * len(spelt):
        return -1.0
    return -0.2


def _lost(line: Line, run: Run) -> float:
    """Somebody's murder or arrest before it, "the murders of A and" too."""
    before = run.honorifics - 1
    if line.low(before) == "and" and line.is_capitalised(before - 1):
        before -= 2
    lost = line.low(before) == "of" and line.low(before - 1) in _LOST
    return 0.6 if lost or line.low(before) in _PAIRS else 0.0


def _with_age(line: Line, run: Run) -> float:
    """How old somebody is ("N, aged 14,", "17-year-old N")."""
    before, after = line.low(run.honorifics - 1), run.last
    if before.endswith("year-old") or (before == "old" and line.low(run.honorifics - 2) == "-"):
        return 0.8
    return 0.8 if line.low(after) == "," and line.low(after + 1) == "aged" else 0.0


def _in_company(line: Line, run: Run) -> float:
    """ "With them was N", "in the hands of N", "prizes went to N", "he will call on N"."""
    before = run.honorifics - 1
    word, earlier = line.low(before), line.low(before - 1)
    if word in _PRESENT and earlier in ("him", "her", "them") and line.low(before - 2) == "with":
        return 0.6
    if word == "of" and earlier in _LEADING and line.low(before - 2) in ("the", "able"):
        return 0.6
    if word == "to" and earlier in _GIVEN and not _PRIZES.isdisjoint(line.vocabulary):
        return 1.1
    return 0.3 if word == "on" and earlier == "call" else 0.0


def _quoted(line: Line, run: Run) -> float:
    """Between marks of quotation there is a name of something else; a matter ends no name of a person."""
    opening = line.low(run.honorifics - 1) in _MARKS
    marked = opening and (line.low(run.last) in _MARKS or line.low(run.honorifics - 2) in _CALLED)
    return -1.5 if marked or line.low(run.last - 1).endswith(("tion", "tions", "ment", "ments")) else 0.0


def _following(line: Line, run: Run) -> float:
    """A capitalised common word right after it makes it part of another name ("Bavra Crossing")."""
    after = run.last
    if line.is_capitalised(after) and (line.low(after) in UNITS or line.low(after) in NOT_NAMES):
        return -1.2
    before = run.honorifics - 1
    if line.is_capitalised(before) and before > line.start and line.blocks(before) is None:
        word = line.low(before)
        if (word in UNITS or word in NOT_NAMES) and word not in HONORIFICS and (word,) not in HEADS:
            return -0.8
    return 0.0


reasons: Final[tuple[Reason, ...]] = (
    _shape,
    _initial,
    _particle,
    _letters,
    _double,
    _honorific,
    _saying,
    _relative,
    _bracket,
    _apposition,
    _trade,
    _of_organization,
    _agent,
    _successor,
    _among_speakers,
    _owner,
    _opening,
    _article,
    _mentioned,
    _of_a_place,
    _part,
    _following,
    _lost,
    _with_age,
    _in_company,
    _quoted,
)


def evidence(line: Line, run: Run) -> float:
    """The weights of all reasons together; ACCEPTED and more names a person."""
    return sum([reason(line, run) for reason in reasons])
