"""Questions in SPARQL, and their answers; what would write, dial out or open files is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Final

import pyoxigraph as ox

from ..ontology.vocabulary import PREFIXES
from .errors import QueryError, QueryRefusedError, QuerySyntaxError
from .mistakes import syntax_error

__all__ = ["Answer", "AnswerKind", "Row", "check_query", "insert_values", "run_query", "solve"]

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Row = Mapping[str, Term]
"""The values of the variables that have one."""

_TOKENS: Final = re.compile(
    r"""
      (?P<skip> \#[^\n\r]*                                  # a comment
        | <[^<>"{}|^`\\\x00-\x20]*>                         # an IRI
        | '''(?:(?:'|'')?(?:[^'\\]|\\.))*''' | \"\"\"(?:(?:"|"")?(?:[^"\\]|\\.))*\"\"\"
        | '(?:[^'\\\n\r]|\\.)*' | "(?:[^"\\\n\r]|\\.)*"      # a string
        | [?$]\w+                                           # a variable
        | @[a-zA-Z][\w-]*                                   # a language
        | :(?:[\w.:%\\-]|\\.)* )                            # a name with the empty prefix
      | (?P<run> [^\W\d][\w.-]* ) (?P<local> :(?:[\w.:%\\-]|\\.)* )?   # words, or a prefixed name
      | (?P<mark> [{}()] )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_REFUSED: Final = {
    "SERVICE": "SERVICE is not served: a query answers from the store alone",
    "FROM": "FROM is not served: ask with GRAPH ?g who says what",
}
_UPDATES: Final = frozenset(
    ["INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"]
)
_FORMS: Final = frozenset(["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"])


class AnswerKind(StrEnum):
    """What a query gives."""

    ROWS = "rows"
    BOOLEAN = "boolean"
    GRAPH = "graph"


@dataclass(frozen=True)
class Answer:
    """The answer of a query.

    kind     rows of SELECT, boolean of ASK, graph of CONSTRUCT and DESCRIBE
    payload  SPARQL 1.1 Query Results JSON Format of rows and booleans, sorted N-Triples of a graph
    """

    kind: AnswerKind
    payload: bytes = field(repr=False)

    @cached_property
    def variables(self) -> tuple[str, ...]:
        """The names of the columns, in the query's order; none where there are no rows of columns."""
        parsed = self._parsed()
        return tuple(v.value for v in parsed.variables) if isinstance(parsed, ox.QuerySolutions) else ()

    @cached_property
    def rows(self) -> list[Row]:
        """The rows of a SELECT query; raises QueryError for another."""
        parsed = self._parsed()
        if not isinstance(parsed, ox.QuerySolutions):
            raise QueryError(f"the query gives a {self.kind}, not rows: SELECT was expected")
        names = [(variable, variable.value) for variable in parsed.variables]
        return [
            {name: value for variable, name in names if (value := solution[variable]) is not None}
            for solution in parsed
        ]

    @property
    def boolean(self) -> bool:
        """The answer of an ASK query; raises QueryError for another."""
        parsed = self._parsed()
        if not isinstance(parsed, ox.QueryBoolean):
            raise QueryError(f"the query gives {self.kind}, not a boolean: ASK was expected")
        return bool(parsed)

    @property
    def lines(self) -> tuple[str, ...]:
        """The triples of a CONSTRUCT query as N-Triples lines in order; raises QueryError for another."""
        if self.kind is not AnswerKind.GRAPH:
            raise QueryError(f"the query gives {self.kind}, not a graph: CONSTRUCT was expected")
        return tuple(self.payload.decode().split("\n")[:-1])

    def json(self) -> bytes:
        """SPARQL 1.1 Query Results JSON Format; raises QueryError for a graph."""
        return self._results(ox.QueryResultsFormat.JSON)

    def csv(self) -> bytes:
        """SPARQL 1.1 Query Results CSV Format; raises QueryError for a graph."""
        return self._results(ox.QueryResultsFormat.CSV)

    def tsv(self) -> bytes:
        """SPARQL 1.1 Query Results TSV Format; raises QueryError for a graph."""
        return self._results(ox.QueryResultsFormat.TSV)

    def xml(self) -> bytes:
        """SPARQL Query Results XML Format; raises QueryError for a graph."""
        return self._results(ox.QueryResultsFormat.XML)

    def _results(self, form: ox.QueryResultsFormat) -> bytes:
        parsed = self._parsed()
        if parsed is None:
            raise QueryError("a graph has no rows: export it as Turtle or N-Triples")
        if form == ox.QueryResultsFormat.JSON:
            return self.payload
        if isinstance(parsed, ox.QueryBoolean) and form in (
            ox.QueryResultsFormat.CSV,
            ox.QueryResultsFormat.TSV,
        ):
            return b"true\n" if parsed else b"false\n"
        return parsed.serialize(format=form) or b""

    def _parsed(self) -> ox.QuerySolutions | ox.QueryBoolean | None:
        if self.kind is AnswerKind.GRAPH:
            return None
        return ox.parse_query_results(self.payload, format=ox.QueryResultsFormat.JSON)


def check_query(sparql: str) -> None:
    """Refuses what is not served (QueryRefusedError) and what is empty (QuerySyntaxError).

    Everything else is for the engine to read.

    Names and texts may hold any word:

    >>> check_query('SELECT ?from { ?from rdfs:label "SERVICE" } # FROM <x>')
    """
    if not re.sub(r"#[^\n\r]*", "", sparql).strip():
        raise QuerySyntaxError("the query is empty")
    form = None
    for number, text in enumerate((sparql, _ESCAPE.sub(_character, sparql))):
        for word in _words(text):
            if word in _REFUSED:
                raise QueryRefusedError(_REFUSED[word])
            if number == 0 and form is None and word in _UPDATES | _FORMS:
                form = word
    if form in _UPDATES:
        raise QueryRefusedError(f"{form} is not served: a query only reads")


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= 0x10FFFF else match[0]


def _words(sparql: str) -> Iterator[str]:
    return (word for match in _TOKENS.finditer(sparql) for word in _words_of(match))


def _words_of(match: re.Match[str]) -> list[str]:
    """The words of a token, in capitals: stops and minuses may part them; a prefixed name has none."""
    run = match["run"]
    return re.split("[.-]", run.upper()) if run and not match["local"] else []


def insert_values(sparql: str, values: Mapping[str, str]) -> str:
    """The query with values for some of its variables: a VALUES block where its pattern begins.

    So they also bind variables that are counted and not shown, and hostile values stay values.

    Args:
        sparql: the query; CONSTRUCT with its template, not the short form.
        values: by name of the variable, the term as N-Triples writes it.

    >>> insert_values("SELECT (COUNT(*) AS ?n) { ?s a ?c }", {"c": "<http://example.org/C>"})
    'SELECT (COUNT(*) AS ?n) { VALUES (?c) { (<http://example.org/C>) } ?s a ?c }'
    """
    if not values:
        return sparql
    for name in values:
        if not name.isidentifier():
            raise QueryError(f"no name of a variable: {name!r}")
    block = f" VALUES ({' '.join(f'?{name}' for name in values)}) {{ ({' '.join(values.values())}) }}"
    at = _pattern_begins(sparql)
    return sparql[:at] + block + sparql[at:]


def _pattern_begins(sparql: str) -> int:
    """Where the pattern of a query begins, behind its first brace outside brackets and behind a template."""
    depth = braces = 0
    template = False
    for match in _TOKENS.finditer(sparql):
        words, mark = _words_of(match), match["mark"]
        if words and depth == braces == 0:
            template = (template or "CONSTRUCT" in words) and "WHERE" not in words
        elif mark in ("(", ")"):
            depth += 1 if mark == "(" else -1
        elif mark == "{" and depth == 0:
            if not template:
                return match.end()
            braces += 1
        elif mark == "}" and depth == 0:
            braces -= 1
            template = template and braces > 0
    raise QueryError("the query has no pattern in which variables could have values")


_ALL_COLUMNS: Final = re.compile(
    r"(?:\s|#[^\n]*\n)*(?:DISTINCT\b|REDUCED\b)?(?:\s|#[^\n]*\n)*(\*)", re.IGNORECASE
)


def _in_order(sparql: str, prefixes: Mapping[str, str]) -> str:
    """The query with `SELECT *` spelled out: variables as they appear; the engine sorts them by name.

    What cannot be read, and every other query, stays as it is.

    >>> _in_order("SELECT * { ?z a ?c }", {})
    'SELECT ?z ?c { ?z a ?c }'
    """
    form = next((match for match in _TOKENS.finditer(sparql) if _FORMS.intersection(_words_of(match))), None)
    star = _ALL_COLUMNS.match(sparql, form.end()) if form is not None else None
    if form is None or star is None or form[0].upper() != "SELECT":
        return sparql
    try:
        # Reading it costs nothing where there is no data.
        result = ox.Store().query(sparql, prefixes=dict(prefixes))
    except (SyntaxError, ValueError, OSError, RuntimeError):
        return sparql
    names = (
        {variable.value for variable in result.variables} if isinstance(result, ox.QuerySolutions) else set()
    )
    appearing = (match[0][1:] for match in _TOKENS.finditer(sparql) if match[0][0] in "?$")
    ordered = [f"?{name}" for name in dict.fromkeys(appearing) if name in names]
    if len(ordered) != len(names) or not names:
        return sparql
    return sparql[: star.start(1)] + " ".join(ordered) + sparql[star.end(1) :]


def run_query(
    store: ox.Store,
    sparql: str,
    *,
    prefixes: Mapping[str, str] = MappingProxyType(PREFIXES),
    graph: ox.NamedNode | None = None,
) -> Answer:
    """Answers a query from a database.

    Args:
        store: the database.
        sparql: SELECT, ASK, CONSTRUCT or DESCRIBE.
        prefixes: those that need no declaration; those of osce-kg when left out.
        graph: the named graph to ask instead of the default graph.

    Raises:
        QuerySyntaxError: it cannot be read; with line and column.
        QueryRefusedError: it asks for what is not served.
        QueryError: it cannot be answered.
    """
    result = solve(store, sparql, prefixes=prefixes, graph=graph)
    try:
        if isinstance(result, ox.QueryTriples):
            return Answer(AnswerKind.GRAPH, _sorted_lines(result))
        kind = AnswerKind.BOOLEAN if isinstance(result, ox.QueryBoolean) else AnswerKind.ROWS
        payload = result.serialize(format=ox.QueryResultsFormat.JSON)
    except (ValueError, OSError, RuntimeError) as error:
        raise _unanswered(error) from error
    return Answer(kind, payload or b"")


def solve(
    store: ox.Store,
    sparql: str,
    *,
    prefixes: Mapping[str, str] = MappingProxyType(PREFIXES),
    graph: ox.NamedNode | None = None,
) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    """What the engine gives for a query that anybody wrote; arguments and errors are those of `run_query`."""
    prepared, used = _prepared(sparql, tuple(prefixes.items()))
    try:
        return store.query(prepared, prefixes=dict(used), default_graph=graph)
    except SyntaxError as error:
        raise syntax_error(sparql, str(error), prefixes) from error
    except (ValueError, OSError, RuntimeError) as error:
        raise _unanswered(error) from error


@lru_cache(maxsize=256)
def _prepared(sparql: str, prefixes: tuple[tuple[str, str], ...]) -> tuple[str, Mapping[str, str]]:
    """A query that was found to only read, its columns in order, and the prefixes that it may use."""
    check_query(sparql)
    used = {prefix: namespace for prefix, namespace in prefixes if f"{prefix}:" in sparql}
    return _in_order(sparql, used), MappingProxyType(used)


def _unanswered(error: Exception) -> QueryError:
    return QueryError(f"the query cannot be answered: {error}")


def _sorted_lines(triples: ox.QueryTriples) -> bytes:
    text = triples.serialize(format=ox.RdfFormat.N_TRIPLES)
    lines = set((text or b"").decode().split("\n")) - {""}
    return "".join(f"{line}\n" for line in sorted(lines)).encode()
