"""The analysts' questions: one .rq file each, which any SPARQL 1.1 engine can run as it stands.

A file begins with a comment that gives its title, what it answers and its parameters. In the query each
parameter stands in a line of its own, `VALUES ?name { example }`; asking with another value replaces that
line, and a parameter whose default is `any` loses it when no value is given, with all lines that end in
the comment `# only with name`. Where one of them is a year or a day that bounds a window, `# undated:` names
what the window leaves out for want of a date, and the path to that date, so that an answer can say how many.

The engine looks an OPTIONAL up row by row where it is one pattern, and reads a whole table where it is
several: so longer ways are one path, `?x (a/b)? ?y`, and what the `?` adds (x itself) is filtered out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Final

from ..ontology.errors import OsceKgError
from .terms import ParameterError, ParameterType, Resolve, term

__all__ = [
    "Parameter",
    "Question",
    "QuestionFileError",
    "UnknownQuestionError",
    "parse_question",
    "question",
    "questions",
]

ANY: Final = "any"
_KEY: Final = re.compile(r"#\s*(title|about|undated|parameter|type|kinds|default|example):\s*(.*)")
_ONLY_WITH: Final = r"(?m)^.*# only with {name}[ \t]*\n"
_BODY: Final = re.compile(r"(?s)(.*?)^SELECT .*?^WHERE \{\n(.*)^\}\n", re.MULTILINE)
_VALUES: Final = r"^[ \t]*VALUES[ \t]+\?{name}[ \t]+\{{[^\n]*\}}[ \t]*(?:\n|$)"


class UnknownQuestionError(OsceKgError, LookupError):
    """There is no question of this name; the message names the nearest."""


class QuestionFileError(OsceKgError, ValueError):
    """The head of a .rq file cannot be read; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a question.

    kinds     for an entity: the kinds of things it may be, as prefixes of IRIs
    default   None where a value must be given, "any" where none restricts the answer
    """

    name: str
    type: ParameterType
    about: str
    example: str
    default: str | None = None
    kinds: tuple[str, ...] = ()

    @property
    def required(self) -> bool:
        """Whether the question cannot be asked without it."""
        return self.default is None


@dataclass(frozen=True, slots=True)
class Question:
    """A named question with its parameters and its SPARQL.

    undated  what a window of days or a year leaves out where it has no date, and the path to its date

    >>> question("who-held").title
    'Who held a post on a day?'
    """

    name: str
    title: str
    about: str
    sparql: str
    parameters: tuple[Parameter, ...] = ()
    undated: tuple[str, str] | None = None

    @property
    def example(self) -> dict[str, str]:
        """A value for each parameter: what the file itself asks."""
        return {parameter.name: parameter.example for parameter in self.parameters}

    def bind(self, values: Mapping[str, object], resolve: Resolve) -> str:
        """The SPARQL that asks with these values; raises ParameterError for a wrong one."""
        known = {parameter.name for parameter in self.parameters}
        for name in values:
            if name not in known:
                near = get_close_matches(name, known, 1)
                hint = (
                    f"; did you mean {near[0]}?"
                    if near
                    else f"; it has: {', '.join(sorted(known)) or 'none'}"
                )
                raise ParameterError(f"the question {self.name} has no parameter {name}{hint}")
        sparql = self.sparql
        for parameter in self.parameters:
            value = values.get(parameter.name, parameter.default)
            if value is None:
                raise ParameterError(
                    f"the question {self.name} needs {parameter.name}: {parameter.about[:1].lower()}"
                    f"{parameter.about[1:]}, for example {parameter.example!r}"
                )
            if value == ANY and parameter.default == ANY:
                line = ""
                sparql = re.sub(_ONLY_WITH.format(name=re.escape(parameter.name)), "", sparql)
            else:
                written = term(parameter.type, value, parameter.kinds, resolve)
                line = f"  VALUES ?{parameter.name} {{ {written} }}\n"
            sparql = line.join(_values_line(parameter.name).split(sparql))
        self._check_window(values)
        return sparql

    def bind_undated(self, values: Mapping[str, object], resolve: Resolve) -> str | None:
        """SPARQL that counts, as `?n`, what a window leaves out; None where the values have none."""
        dated = (ParameterType.DATE, ParameterType.YEAR)
        free = {one.name for one in self.parameters if one.type in dated and one.default == ANY}
        window = {name for name in free if values.get(name, ANY) != ANY}
        if self.undated is None or not window:
            return None
        thing, path = self.undated
        plain = self.bind({name: value for name, value in values.items() if name not in window}, resolve)
        body = _BODY.fullmatch(plain[: plain.rindex("\n}\n") + 3])
        assert body is not None, self.name  # noqa: S101 - our own files
        return (
            f"{body[1]}SELECT (COUNT(DISTINCT ?{thing}) AS ?n)\nWHERE {{\n{body[2]}"
            f"  FILTER NOT EXISTS {{ ?{thing} {path} ?someDay }}\n}}\n"
        )

    def _check_window(self, values: Mapping[str, object]) -> None:
        dated = {one.name for one in self.parameters if one.type is ParameterType.DATE}
        first, last = (str(values.get(name, ANY)).strip() for name in ("from", "to"))
        if not {"from", "to"} <= dated or ANY in (first, last):
            return
        if date.fromisoformat(first) > date.fromisoformat(last):
            raise ParameterError(
                f"from {first} to {last} runs backwards: the first day lies after the last one"
            )


def parse_question(name: str, text: str) -> Question:
    """Reads a .rq file; raises QuestionFileError where its head is not as the module's description says."""
    groups: list[dict[str, str]] = [{}]
    key = ""
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        match = _KEY.fullmatch(line.rstrip())
        if match is not None:
            key = match[1]
            if key == "parameter":
                groups.append({})
            groups[-1][key] = match[2].strip()
        elif key:
            groups[-1][key] += " " + line.lstrip("# ").rstrip()
        else:
            raise QuestionFileError(f"{name}.rq: the head must begin with `# title:`, not {line!r}")
    head, *rows = groups
    if not head.get("title") or not head.get("about"):
        raise QuestionFileError(f"{name}.rq: the head needs a title and an about")
    parameters = tuple(_parameter(name, row, text) for row in rows)
    thing, _, path = head.get("undated", "").partition(" ")
    undated = (thing, path) if thing else None
    return Question(name, head["title"], head["about"], text, parameters, undated)


def _parameter(question: str, row: Mapping[str, str], sparql: str) -> Parameter:
    name = row["parameter"]
    missing = [key for key in ("type", "about", "example") if not row.get(key)]
    if missing:
        raise QuestionFileError(f"{question}.rq: the parameter {name} has no {' and no '.join(missing)}")
    if not _values_line(name).search(sparql):
        raise QuestionFileError(
            f"{question}.rq: no line `VALUES ?{name} {{ ... }}` binds the parameter {name}"
        )
    try:
        kind = ParameterType(row["type"])
    except ValueError:
        raise QuestionFileError(
            f"{question}.rq: {row['type']!r} is no type; the types are {', '.join(ParameterType)}"
        ) from None
    kinds = tuple(row.get("kinds", "").split())
    return Parameter(name, kind, row["about"], row["example"], row.get("default"), kinds)


def _values_line(name: str) -> re.Pattern[str]:
    return re.compile(_VALUES.format(name=re.escape(name)), re.MULTILINE)


@cache
def questions() -> Mapping[str, Question]:
    """All questions of the library by name, in the order of their names."""
    files = (file for file in resources.files(__package__).iterdir() if file.name.endswith(".rq"))
    read = (
        parse_question(file.name.removesuffix(".rq"), file.read_text(encoding="utf-8"))
        for file in sorted(files, key=lambda file: file.name)
    )
    return MappingProxyType({question.name: question for question in read})


def question(name: str) -> Question:
    """The question of this name; raises UnknownQuestionError, which names the nearest."""
    known = questions()
    found = known.get(name) or known.get(name.strip().casefold().replace("_", "-").replace(" ", "-"))
    if found is None:
        near = get_close_matches(name, known, 3, 0.4)
        hint = f"did you mean {' or '.join(near)}?" if near else f"there are: {', '.join(known)}"
        raise UnknownQuestionError(f"there is no question {name!r}; {hint}")
    return found
