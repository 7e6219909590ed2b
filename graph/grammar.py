"""Where a query stops being SPARQL: the first word that cannot follow, and what could stand there instead.

The engine reads a query on after a mistake, so that its own messages point behind it. This reader knows the
grammar of SPARQL 1.1 (sparql.grammar) and nothing of its meaning; it is asked only where the engine refuses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

__all__ = ["CLASSES", "Mistake", "Token", "functions", "mistake_in", "tokens"]

_TOKEN: Final = re.compile(
    r"""
      (?P<skip> \s+ | \#[^\n\r]* )
    | (?P<STRING> '''(?:(?:'|'')?(?:[^'\\]|\\.))*''' | \"\"\"(?:(?:"|"")?(?:[^"\\]|\\.))*\"\"\"
                | '(?:[^'\\\n\r]|\\.)*' | "(?:[^"\\\n\r]|\\.)*" )
    | (?P<IRI> <[^<>"{}|^`\\\x00-\x20]*> )
    | (?P<open> ['"] | <[A-Za-z][\w+.-]*: )
    | (?P<VARIABLE> [?$]\w+ )
    | (?P<LANGUAGE> @[A-Za-z]+(?:-[A-Za-z0-9]+)* )
    | (?P<NUMBER> (?:\d+\.?\d*|\.\d+)[eE][+-]?\d+ | \d*\.\d+ | \d+ )
    | (?P<BLANK> _:[\w.-]*\w )
    | (?P<NAME> (?:[^\W\d_](?:[\w.-]*[\w-])?)?:
                (?:(?:[\w:.-]|%[0-9A-Fa-f]{2}|\\.)*(?:[\w:-]|%[0-9A-Fa-f]{2}|\\.))? )
    | (?P<word> [^\W\d]\w* )
    | (?P<mark> \^\^ | && | \|\| | != | <= | >= | . )
    """,
    re.VERBOSE | re.DOTALL,
)
CLASSES: Final = frozenset(["IRI", "NAME", "VARIABLE", "STRING", "NUMBER", "LANGUAGE", "BLANK", "FUNCTION"])
"""The kinds of words that are no keywords and no marks."""

_END: Final = "end"


class Token(NamedTuple):
    """A word of a query: what kind it is (a class, a keyword in capitals, or the mark itself), and where."""

    kind: str
    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Mistake:
    """The first word that cannot stand where it stands.

    at        its place in the query; the query's end where something is missing there
    found     the word, empty at the end
    expected  the kinds of words that could stand there
    unclosed  at the end: the place of the last bracket or brace that nothing closes, if there is one
    """

    at: int
    found: str
    expected: frozenset[str]
    unclosed: int | None = None


def tokens(sparql: str) -> Iterator[Token]:
    """The words of a query, comments and white space left out."""
    for match in _TOKEN.finditer(sparql):
        kind, text = match.lastgroup or "", match[0]
        if kind == "word":
            kind = text.upper()
            kind = "FUNCTION" if kind in functions() else kind
        elif kind == "mark":
            kind = text
        if kind != "skip":
            yield Token(kind, text, match.start())


def mistake_in(sparql: str) -> Mistake | None:
    """The first word at which a query stops being SPARQL, None where it is SPARQL by its grammar.

    >>> mistake_in("SELECT ?x { ?x &&& }").at, mistake_in("SELECT ?x { ?x a ?y }")
    (15, None)
    """
    reader = _Reader([*tokens(sparql), Token(_END, "", len(sparql.rstrip()))])
    try:
        reader.read(_rules()["Query"])
        reader.expect(_END)
    except _CannotStandError:
        return reader.mistake()
    except RecursionError:
        return None  # nested deeper than anybody writes
    return None


class _CannotStandError(Exception):
    """The next word is none of those that may follow."""


@dataclass(frozen=True)
class _Node:
    """A part of the grammar: all of its parts in turn, one of them, at most one, any number, or one word.

    A rule's name is looked up when it is needed: rules speak of each other.
    """

    sort: str
    parts: tuple[_Node, ...] = ()
    name: str = ""

    @property
    def target(self) -> _Node:
        return _rules()[self.name] if self.sort == "rule" else self


@cache
def _first(node: _Node) -> tuple[frozenset[str], bool]:
    """The kinds of words with which a part may begin, and whether it may be left out."""
    if node.sort == "word":
        return frozenset([node.name]), False
    if node.sort == "rule":
        return _first(node.target)
    words, empty = frozenset[str](), node.sort != "one"
    for part in node.parts:
        begins, may_lack = _first(part)
        words |= begins
        if node.sort == "all" and not may_lack:
            return words, False
        empty |= may_lack
    return words, empty


@dataclass
class _Reader:
    """Reads words as the grammar says, one at a time and never back."""

    words: list[Token]
    place: int = 0
    possible: set[str] = field(default_factory=set)

    def expect(self, kind: str) -> None:
        self.possible.add(kind)
        if self.words[self.place].kind != kind:
            raise _CannotStandError
        self.place += 1
        self.possible = set()

    def read(self, node: _Node) -> None:
        node = node.target
        if node.sort == "word":
            self.expect(node.name)
        elif node.sort == "all":
            for part in node.parts:
                self.read(part)
        elif node.sort == "one":
            self._choose(node)
        else:
            begins, _ = _first(node)
            while self.words[self.place].kind in begins:
                self.read(node.parts[0])
                if node.sort == "maybe":
                    return
            self.possible |= begins

    def _choose(self, node: _Node) -> None:
        kind = self.words[self.place].kind
        for part in node.parts:
            if kind in _first(part)[0]:
                self.read(part)
                return
        self.possible |= _first(node)[0]
        if not _first(node)[1]:
            raise _CannotStandError

    def mistake(self) -> Mistake:
        word = self.words[self.place]
        open_at: list[int] = []
        for before in self.words[: self.place]:
            if before.kind in ("{", "(", "["):
                open_at.append(before.at)
            elif before.kind in ("}", ")", "]") and open_at:
                open_at.pop()
        unclosed = open_at[-1] if open_at and word.kind == _END else None
        return Mistake(word.at, word.text, frozenset(self.possible), unclosed)


@cache
def functions() -> frozenset[str]:
    """The functions that just take arguments in brackets: not COUNT and GROUP_CONCAT, nor EXISTS."""
    return _first(_rules()["FUNCTION"])[0]


@cache
def _rules() -> dict[str, _Node]:
    lines = (files(__package__) / "sparql.grammar").read_text(encoding="utf-8").splitlines()
    rules = {}
    for line in lines:
        name, _, body = line.partition(":")
        rules[name] = _parsed(re.findall(r'"[^"]+"|\w+|[][(){}|]', body))
    return rules


def _parsed(body: list[str]) -> _Node:
    """A rule's right side: `|` parts choices, [ ] holds what may be left out, { } what may be repeated."""
    body.append("")
    node = _choice(body)
    assert body == [""], body  # noqa: S101 - our own file
    return node


def _choice(body: list[str]) -> _Node:
    choices = [_sequence(body)]
    while body[0] == "|":
        body.pop(0)
        choices.append(_sequence(body))
    return choices[0] if len(choices) == 1 else _Node("one", tuple(choices))


def _sequence(body: list[str]) -> _Node:
    parts = []
    while body[0] and body[0] not in "|])}":
        word = body.pop(0)
        if word in ("[", "{", "("):
            inner = _choice(body)
            body.pop(0)
            parts.append(inner if word == "(" else _Node("maybe" if word == "[" else "many", (inner,)))
        elif word.startswith('"'):
            parts.append(_Node("word", name=word.strip('"')))
        else:
            parts.append(_Node("word" if word.isupper() else "rule", name=word))
    return parts[0] if len(parts) == 1 else _Node("all", tuple(parts))
