"""What is wrong with a query that the engine refuses to read, in its writer's words and at its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Final

from .errors import QuerySyntaxError
from .grammar import CLASSES, Mistake, Token, functions, mistake_in, tokens

__all__ = ["syntax_error"]

_OPERATORS: Final = frozenset(["=", "!=", "<", ">", "<=", ">=", "&&", "||", "+", "-", "*", "/", "IN", "NOT"])
_SIGNS: Final = frozenset(["+", "-", "!", "NOT"])
_PATHS: Final = frozenset(["^", "!", "+", "-", "*", "/", "?", "|"])
_KINDS: Final[Sequence[tuple[str, frozenset[str]]]] = (
    ("a variable", frozenset(["VARIABLE"])),
    ("an IRI or prefixed name", frozenset(["IRI", "NAME"])),
    ("a text", frozenset(["STRING", "TRUE", "FALSE", "BLANK", "UNDEF"])),
    ("a number", frozenset(["NUMBER"])),
    ("a function", frozenset(["FUNCTION", "COUNT", "GROUP_CONCAT", "EXISTS"])),
    (
        "a part such as FILTER or OPTIONAL",
        frozenset(["BIND", "FILTER", "GRAPH", "MINUS", "OPTIONAL", "SERVICE", "VALUES"]),
    ),
)
_UNSAID: Final = frozenset(["end", "A", "FROM", "SERVICE", "BASE", "LANGUAGE", "^^"])
_MOST_NAMED: Final = 7


def syntax_error(sparql: str, engine: str, prefixes: Mapping[str, str]) -> QuerySyntaxError:
    """What a person should know of a query that the engine cannot read.

    Args:
        sparql: the query.
        engine: what the engine says of it.
        prefixes: those that need no declaration.
    """
    mistake = mistake_in(sparql)
    what, at = (
        _meant([*tokens(sparql)], engine, prefixes)
        if mistake is None
        else (_told(mistake, sparql), mistake.at if mistake.unclosed is None else mistake.unclosed)
    )
    return QuerySyntaxError(what) if at is None else QuerySyntaxError(what, *_place(sparql, at))


def _place(sparql: str, at: int) -> tuple[int, int]:
    return sparql.count("\n", 0, at) + 1, at - sparql.rfind("\n", 0, at)


def _told(mistake: Mistake, sparql: str) -> str:
    found, expected = mistake.found, _spoken(mistake.expected)
    if mistake.unclosed is not None:
        return f"“{sparql[mistake.unclosed]}” is not closed"
    if not found:
        return f"the query ends here; expected: {expected}"
    if found in ("'", '"'):
        return "a text begins here that has no end in its line"
    if found.startswith("<") and len(found) > 2:
        return "an address begins here that has a space in it, or no end"
    near = _near(found, mistake.expected)
    more = f"; did you mean {near}?" if near else f"; expected: {expected}" if expected else ""
    return f"“{found}” cannot stand here{more}"


def _near(found: str, expected: frozenset[str]) -> str:
    words = {word for word in expected if word.isalpha()} - CLASSES
    if "FUNCTION" in expected:
        words |= functions() | {"COUNT"}
    return next(iter(get_close_matches(found.upper(), words, 1, 0.8)), "")


def _spoken(expected: frozenset[str]) -> str:
    """What could stand there, as one would say it; nothing where that is too much to say."""
    left = set(expected) - _UNSAID
    if "VARIABLE" in left:
        left -= _PATHS
    if left & {"NUMBER", "FUNCTION"}:
        left -= _SIGNS
    said = [name for name, kinds in _KINDS if left & kinds]
    for _, kinds in _KINDS:
        left -= kinds
    if left & _OPERATORS - {"*"}:
        said.append("an operator such as =")
        left -= _OPERATORS
    said += sorted(word if word.isalpha() else f"“{word}”" for word in left)
    if len(said) > _MOST_NAMED:
        return ""
    return " or ".join(said) if len(said) < 3 else ", ".join(said[:-1]) + " or " + said[-1]


def _meant(words: Sequence[Token], engine: str, prefixes: Mapping[str, str]) -> tuple[str, int | None]:
    """What is wrong with a query that has SPARQL's grammar, and where, as far as that is known."""
    undeclared = _undeclared(words, prefixes) if "Prefix not found" in engine else None
    if undeclared is not None:
        return f"the prefix {undeclared.text.partition(':')[0]}: is not declared", undeclared.at
    shown = _shown(words)
    if "Duplicated variable" in engine:
        twice = next((one for place, one in enumerate(shown) if one.text in _texts(shown[:place])), None)
        return f"{twice.text if twice else 'a variable'} is shown twice", twice.at if twice else None
    if "unbound" in engine:
        grouped = _texts(words[_last(words, "GROUP") :]) if _last(words, "GROUP") < len(words) else set()
        single = next((one for one in shown if one.text not in grouped), None)
        why = "is shown beside a group or a count: name it in GROUP BY, or in a function such as SAMPLE"
        return f"{single.text if single else 'a variable'} {why}", single.at if single else None
    if "IRI parsing failed" in engine:
        bad = next((one for one in words if one.kind == "IRI" and ":" not in one.text), None)
        return f"{bad.text if bad else 'an address'} is no whole address", bad.at if bad else None
    again = _bound_again(words)
    if again is not None:
        return f"{again.text} has a value before: AS needs a variable of its own", again.at
    return "the parts of the query do not fit together, such as the rows of a VALUES and its variables", None


def _undeclared(words: Sequence[Token], prefixes: Mapping[str, str]) -> Token | None:
    """The first name whose prefix nothing declares."""
    known = set(prefixes)
    for before, word in zip([Token("", "", 0), *words], words, strict=False):
        prefix = word.text.partition(":")[0]
        if word.kind == "NAME" and before.kind == "PREFIX":
            known.add(prefix)
        elif word.kind == "NAME" and prefix not in known:
            return word
    return None


def _shown(words: Sequence[Token]) -> list[Token]:
    """The plain variables of the first SELECT."""
    shown, depth = [], 0
    for word in words:
        depth += {"(": 1, ")": -1}.get(word.kind, 0)
        if word.kind == "{":
            break
        if word.kind == "VARIABLE" and depth == 0:
            shown.append(word)
    return shown


def _bound_again(words: Sequence[Token]) -> Token | None:
    """The first variable behind an AS that stood in the pattern before."""
    seen: set[str] = set()
    in_pattern = False
    for before, word in zip([Token("", "", 0), *words], words, strict=False):
        in_pattern |= word.kind == "{"
        if word.kind == "VARIABLE" and before.kind == "AS" and word.text in seen:
            return word
        if word.kind == "VARIABLE" and (in_pattern or before.kind == "AS"):
            seen.add(word.text)
    return None


def _texts(words: Sequence[Token]) -> set[str]:
    return {word.text for word in words if word.kind == "VARIABLE"}


def _last(words: Sequence[Token], kind: str) -> int:
    return max((place for place, word in enumerate(words) if word.kind == kind), default=len(words))
