"""Reads the folders of languages: one folder for each language, named by its ISO 639-1 code, tables in it.

A further language, or further rows for one that is there, can stand in a folder elsewhere: `languages_in`
joins it to those of osce-kg, and what runs `with reading(...)` reads with it. The README beside this file
says what each table is for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Final

from ..tables import TableError, rows_of

__all__ = ["TABLES", "Languages", "built_in", "current", "languages_in", "reading"]

Row = Mapping[str, str]

TABLES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "page": ("text", "role", "value"),
        "dates": ("word", "use", "value"),
        "names": ("name", "entity", "kind"),
        "operations": ("noun", "singular"),
        "posts": ("said", "title", "whom", "holder"),
        "words": ("word", "use"),
        "endings": ("name", "ending", "letters", "cut", "grow"),
    }
)
_SUFFIX: Final = ".tsv"
_CODE_LETTERS: Final = (2, 3)
_SMALL: Final = "words"
_TABLES_OF: Final = "tables of"


@dataclass(frozen=True, slots=True, eq=False)
class Languages:
    """A set of languages whose tables are known.

    folders  where there is a folder for each language
    """

    folders: tuple[Traversable, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The ISO 639-1 codes of the languages, in their order."""
        return _codes(self)

    def rows(self, table: str, language: str | None = None) -> tuple[Row, ...]:
        """The rows of a table of one language, or of all; none where it has no such table.

        Raises TableError for a row or a header that does not fit.

        >>> {row["value"] for row in built_in().rows("dates", "fr") if row["word"] == "juin"}
        {'6'}
        """
        return _rows(self, table, language)

    def words(self, table: str, use: str, language: str | None = None) -> frozenset[str]:
        """The words of a table that have a use, in one language or in all.

        >>> sorted(built_in().words("dates", "of", "es"))
        ['de', 'del']
        """
        column, kind = TABLES[table][:2]
        return frozenset(row[column] for row in _rows(self, table, language) if row[kind] == use)


@cache
def built_in() -> Languages:
    """The languages that come with osce-kg."""
    return Languages((files(__package__),))


@lru_cache(8)
def languages_in(folder: Path) -> Languages:
    """The languages of osce-kg and those of a folder that holds one folder for each.

    Raises TableError where it holds none.
    """
    found = Languages((*built_in().folders, folder))
    if not folder.is_dir() or not _codes(Languages((folder,))):
        raise TableError(f"{folder} has no folder that is named by the code of a language")
    return found


_CURRENT: ContextVar[Languages | None] = ContextVar("languages", default=None)


def current() -> Languages:
    """The languages that pages are read with now."""
    return _CURRENT.get() or built_in()


@contextmanager
def reading(languages: Languages | None) -> Iterator[None]:
    """Reads with these languages within the block, with those of osce-kg where none are given."""
    token = _CURRENT.set(languages)
    try:
        yield
    finally:
        _CURRENT.reset(token)


@cache
def _codes(languages: Languages) -> tuple[str, ...]:
    return tuple(sorted({one.name for folder in languages.folders for one in _languages_of(folder)}))


def _languages_of(folder: Traversable) -> Iterator[Traversable]:
    for one in folder.iterdir():
        if len(one.name) in _CODE_LETTERS and one.name.isalpha() and one.name.islower() and one.is_dir():
            yield one


@cache
def _rows(languages: Languages, table: str, language: str | None) -> tuple[Row, ...]:
    if table not in TABLES:
        raise TableError(f"no table of a language is called {table!r}")
    if language is None:
        return tuple(row for code in _codes(languages) for row in _rows(languages, table, code))
    if language not in _codes(languages):
        return ()
    sources = [folder.joinpath(language, table + _SUFFIX) for folder in languages.folders]
    own = tuple(row for source in sources if source.is_file() for row in rows_of(source, TABLES[table]))
    others = (
        [row["word"] for row in own if row["use"] == _TABLES_OF]
        if table == _SMALL
        else _like(languages, language)
    )
    return own + tuple(row for other in others if other != language for row in _rows(languages, table, other))


@cache
def _like(languages: Languages, language: str) -> tuple[str, ...]:
    """The languages whose tables are read with those of a language: they are so near to each other."""
    return tuple(row["word"] for row in _rows(languages, _SMALL, language) if row["use"] == _TABLES_OF)
