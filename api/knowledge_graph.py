"""The graph as Python users meet it: open a store, load pages, ask, look, take away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pyoxigraph as ox

from .arguments import as_kinds, as_path, as_text
from .graph.errors import QueryError, UnknownSourceError
from .graph.query import solve
from .graph.store import ForgetReport, Store
from .ontology.errors import OsceKgError
from .places import cache_folder, default_store
from .queries.card import Card, card
from .queries.library import question
from .queries.rows import Rows, Triples
from .queries.search import Found, NameIndex
from .queries.terms import as_iri

if TYPE_CHECKING:
    import networkx as nx

    from .explanation import Explanation
    from .graph.scope import Scope
    from .graph.snapshot import Snapshot
    from .graph.validate import ValidationReport
    from .graph.view import GraphView
    from .intake import LoadReport, Told
    from .loaders.annotation import AnnotationLine
    from .snapshots import SnapshotInfo
    from .stats import Stats

__all__ = ["KnowledgeGraph"]


def _today() -> date:
    return datetime.now(tz=UTC).date()


class KnowledgeGraph:
    """A store of facts about the OSCE, each with the sentence that it came from.

    >>> import tempfile
    >>> folder = tempfile.TemporaryDirectory()
    >>> kg = KnowledgeGraph.open(folder.name)
    >>> kg.load().changed  # without pages: the reference tables alone
    False
    >>> [row["personLabel"] for row in kg.ask("who-held", post="Chairperson-in-Office", day="2006-11-24")]
    ['Karel De Gucht']
    >>> kg.find("odihr")[0].short
    'body:odihr'
    """

    def __init__(self, store: Store, *, min_confidence: float = 0.0) -> None:
        self._store, self._least = store, min_confidence
        self._snapshot: Snapshot | None = None
        self._index: tuple[str, NameIndex] | None = None

    @classmethod
    def open(cls, path: str | Path | None = None, *, min_confidence: float = 0.0) -> KnowledgeGraph:
        """The graph in a folder, else in the user's data folder; the first load makes it.

        Args:
            path: the folder.
            min_confidence: facts whose best evidence is below are left out of all that is asked, drawn, taken
                away and counted, in a copy in memory; what is loaded is loaded whole.

        Raises:
            ThresholdError: at the first question, for what is no number from 0 to 1.
        """
        folder = default_store() if path is None else as_path(path, "the folder of a store")
        return cls(Store(folder), min_confidence=min_confidence)

    @property
    def store(self) -> Store:
        """The store below."""
        return self._store

    @property
    def snapshot(self) -> Snapshot:
        """What questions are asked of: the current snapshot when it was first needed, or at the last load.

        Raises:
            NoStoreError: nothing was loaded yet.
        """
        if self._snapshot is None:
            self._snapshot = self._store.current()
            if self._least:
                from .graph.surer import surer

                self._snapshot = surer(self._snapshot, self._least)
        return self._snapshot

    def refresh(self) -> None:
        """Looks at what others have loaded since."""
        if self._snapshot is not None:
            self._snapshot.close()
        self._snapshot = None

    def load(
        self,
        *paths: str | Path | Iterable[str | Path],
        wait: float = 0.0,
        progress: Told | None = None,
        processes: int = 1,
    ) -> LoadReport:
        """Loads pages: files, folders, and "-" for standard input; with none, the reference tables alone.

        What is known costs nothing, what has changed is replaced, and one bad page never stops the rest.

        Args:
            paths: one or more paths, or lists of them.
            wait: how many seconds to wait for another process that loads.
            progress: is told what is being done, how many pages are done, and of how many.
            processes: how many read side by side, as `in_order` of the loaders has it.

        Raises:
            StoreLockedError: another process is loading.
            WorkerDiedError: a process that read was killed; the store is as before.
        """
        from .intake import load_paths

        flat: list[str | Path] = []
        for path in paths:
            several = path if isinstance(path, Iterable) and not isinstance(path, str | bytes) else [path]
            flat += ["-" if one == "-" else as_path(one, "a page's path") for one in several]
        report = load_paths(self._store, flat, today=_today(), wait=wait, told=progress, processes=processes)
        self.refresh()
        return report

    def forget(self, what: str | Path) -> ForgetReport:
        """Forgets a page, by its URL or path, or a release with all its pages; raises UnknownSourceError.

        A page that was loaded from several paths stays while it has another: the report's `kept` names them.
        """
        name = str(what) if isinstance(what, Path) else as_text(what, "what to forget")
        try:
            report = self._store.forget(name, today=_today())
        except UnknownSourceError:
            if "://" in name or (path := str(Path(name).absolute())) == name:
                raise
            report = self._store.forget(path, today=_today())
        self.refresh()
        return report

    def query(self, sparql: str) -> Rows | Triples | bool:
        """Answers SPARQL 1.1: rows for SELECT, triples for CONSTRUCT and DESCRIBE, True or False for ASK.

        The default graph holds each triple once; `GRAPH ?g { }` asks who says so. Prefixes are bound.

        Raises:
            QuerySyntaxError: the query cannot be read; it has line and column.
            QueryRefusedError: the query would change something, or go out to the network.
        """
        result = self._result(sparql)
        if isinstance(result, ox.QuerySolutions):
            return Rows.of(result)
        return bool(result) if isinstance(result, ox.QueryBoolean) else Triples.of(result)

    def _result(self, sparql: str) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        return solve(self.snapshot.raw, as_text(sparql, "a query"))

    def query_into(self, sparql: str, file: IO[bytes], form: str = "csv") -> None:
        """Writes the rows of a SELECT, or the answer of an ASK, as "csv", "tsv", "json" or "xml", row by row.

        Raises:
            QuerySyntaxError, QueryRefusedError: as `query` raises them.
            QueryError: a graph has no rows.
        """
        result = self._result(sparql)
        if isinstance(result, ox.QueryTriples):
            raise QueryError("a CONSTRUCT or DESCRIBE has no rows: export its result as Turtle")
        kind = ox.QueryResultsFormat.from_extension(form)
        if kind is None:
            raise QueryError(f"{form!r} is no format for rows; there are csv, tsv, json and xml")
        result.serialize(output=file, format=kind)

    def sparql(self, name: str, **parameters: object) -> str:
        """The SPARQL of a named question with its parameters filled in."""
        return question(as_text(name, "a question's name")).bind(parameters, self.resolve)

    def ask(self, name: str, **parameters: object) -> Rows:
        """Asks a named question; `osce_kg.questions()` lists them.

        Where a window of days or a year leaves out what has no date, the rows' `note` says how many that are.

        Raises:
            UnknownQuestionError: there is none of this name.
            ParameterError: a parameter is missing, unknown or wrong.
            UnknownNameError, AmbiguousNameError: a name means nothing, or several things.
        """
        result = self.snapshot.raw.query(self.sparql(name, **parameters))
        assert isinstance(result, ox.QuerySolutions)  # noqa: S101 - questions are SELECTs
        return Rows.of(result, question(name).title, self._left_out(name, parameters))

    def _left_out(self, name: str, parameters: Mapping[str, object]) -> str:
        asked = question(name)
        counting = asked.bind_undated(parameters, self.resolve)
        if counting is None or asked.undated is None:
            return ""
        (row,) = Rows.of(self.snapshot.raw.query(counting))  # type: ignore[arg-type]
        count = int(row["n"])
        things = f"{count:,} {asked.undated[0]}{'s' if count != 1 else ''}"
        return f"left out, since they have no date: {things}" if count else ""

    def find(self, words: str, kinds: str | Sequence[str] = (), limit: int = 20) -> tuple[Found, ...]:
        """What has these words in one of its names, the best first; accents and case do not matter.

        Raises:
            ParameterError: there is no such kind; the message lists them.
        """
        return self._names.find(as_text(words, "the words of a name"), as_kinds(kinds), limit)

    def near(self, words: str, kinds: str | Sequence[str] = (), limit: int = 5) -> tuple[Found, ...]:
        """What has a name that is spelt alike; raises ParameterError as `find` does."""
        return self._names.near(as_text(words, "the words of a name"), as_kinds(kinds), limit)

    def resolve(self, name: str, kinds: Sequence[str] = ()) -> str:
        """The IRI of what a name, a prefixed name or an IRI means.

        Raises:
            UnknownNameError, AmbiguousNameError: it means nothing, or several things; the message says what.
        """
        return as_iri(as_text(name, "a name")) or self._names.resolve(name, kinds)

    def entity(self, name: str) -> Card:
        """The card of a thing, by name, prefixed name or IRI."""
        return card(self.snapshot.raw, self.resolve(name))

    def explain(self, fact: str) -> Explanation:
        """Why the graph says something: sentences with the words that carry it, rules, rows of reference.

        Args:
            fact: a node by id, IRI or name (`membership:...`), or the three of a triple in ids, with spaces
                between (`person:... org:holds post:...`).

        Raises:
            UnknownFactError: the graph does not say this; the message names what comes near.
            UnknownNameError, AmbiguousNameError: a name means nothing, or several things.
        """
        from .explaining import explain

        return explain(self.snapshot.raw, as_text(fact, "a fact"), self.resolve)

    def network(
        self, *entities: str, projection: str | None = None, sparql: str | None = None, limit: int = 60
    ) -> nx.MultiDiGraph:
        """A typed NetworkX graph: the surroundings of entities, a named projection, or the result of a query.

        Edges stand for all facts of one relation, with `count`, `start`, `end` and `evidence`.
        """
        from .views import network

        if (bool(entities), projection is not None, sparql is not None).count(True) != 1:
            raise OsceKgError(
                "a network is made of entities, or of a projection, or of a query: give just one"
            )
        raw = self.snapshot.raw
        if projection is not None:
            return network.projection(raw, projection)
        if sparql is not None:
            return network.from_query(raw, sparql)
        return network.neighbourhood(raw, [self.resolve(name) for name in entities], limit=limit)

    def draw(
        self,
        path: str | Path,
        *entities: str,
        projection: str | None = None,
        mentions: bool = False,
        today: date | None = None,
    ) -> Path:
        """Draws one HTML file that opens with no network, and gives its path.

        Without entities and projection: who led what over time. With entities: their surroundings.

        Args:
            path: the file; ends in .html or .htm.
            entities: names, prefixed names or IRIs.
            projection: such as "who-sends-whom".
            mentions: whether to add who is named in the same releases as the entities.
            today: the last day drawn; that of the newest release or term in the store where left out.

        Raises:
            ParameterError: entities and a projection, or mentions without entities.
            ExportFormatError: the file's suffix is that of another format.
            NoFolderError: its folder is not there.
        """
        from .pictures import draw

        return draw(self, path, entities, projection=projection, mentions=mentions, today=today)

    def export(
        self,
        path: str | Path,
        *,
        form: str | None = None,
        flat: bool = False,
        entity: str | None = None,
        source: str | None = None,
        sparql: str | None = None,
    ) -> Path:
        """Writes a file, whole or not at all, and gives its path; the same graph gives the same bytes.

        Args:
            path: ends in .ttl, .nt, .nq, .trig or .jsonld, with .gz where it is to be packed.
            form: the format, whatever the file is called.
            flat: leave out mentions, evidence and stored texts.
            entity: only one thing and its neighbourhood, by name, prefixed name or IRI.
            source: only what one page says, by URL, path or source; "reference" for the tables.
            sparql: only the result of a CONSTRUCT.

        Raises:
            ExportFormatError: no format is known for the suffix.
            NoFolderError: its folder is not there.
        """
        from .taking import take

        file = as_path(path, "the file of an export")
        return take(self.snapshot, file, self.scope(entity, source, sparql), form=form, flat=flat)

    def scope(self, entity: str | None = None, source: str | None = None, sparql: str | None = None) -> Scope:
        """The part of the graph that is meant: all of it where nothing is named."""
        from .taking import scope_of

        iri = None if entity is None else self.resolve(entity)
        return scope_of(self.snapshot, entity=iri, source=source, sparql=sparql)

    @staticmethod
    def facts(text: str, *, min_confidence: float = 0.0) -> tuple[AnnotationLine, ...]:
        """What is understood of a page's text: predicate, subject, object and evidence; no store is touched.

        Facts below `min_confidence` are left out.

        >>> page = "SKOPJE, 3 May 2005 - The OSCE Mission to Skopje opened an office in Bitola today."
        >>> [(line.predicate, line.object) for line in KnowledgeGraph.facts(page)][:2]
        [('date', '2005-05-03'), ('place', 'Skopje')]
        """
        from .loaders.annotation import annotate
        from .loaders.extraction.confidence import sure_enough
        from .loaders.pipeline import read_source

        reading = read_source(as_text(text, "a page's text").encode(errors="replace"), location="text")
        releases = (sure_enough(release, min_confidence) for release in reading.releases)
        return tuple(line for release in releases for line in annotate(release))

    @property
    def graph(self) -> GraphView:
        """The default graph for users of rdflib: read-only, and answered by the engine below."""
        from .graph.view import graph_view

        return graph_view(self.snapshot)

    def validate(self, *pages: str) -> ValidationReport:
        """Checks what pages say against the shapes (SHACL): what must be there, of what type, and how often.

        Args:
            pages: URLs, paths, sources, or graphs as a load's report names them; all when left out.
        """
        from .graph.validate import validate
        from .taking import graph_of

        graphs = [graph_of(self.snapshot, as_text(page, "a page")) for page in pages] if pages else None
        return validate(self.snapshot, graphs)

    def snapshots(self) -> tuple[SnapshotInfo, ...]:
        """The snapshots that are kept, the oldest first; none where nothing was loaded yet."""
        from .snapshots import snapshots

        return snapshots(self._store)

    def restore(self, name: str) -> None:
        """Makes a kept snapshot the current one; raises UnknownSnapshotError."""
        self._store.restore(as_text(name, "a snapshot's name"))
        self.refresh()

    def stats(self) -> Stats:
        """How much the store holds, by class."""
        from .stats import stats

        return stats(self.snapshot)

    @property
    def _names(self) -> NameIndex:
        snapshot = self.snapshot
        if self._index is None or self._index[0] != snapshot.manifest.digest:
            key = snapshot.manifest.digest.removeprefix("sha256:")[:32]
            self._index = (
                snapshot.manifest.digest,
                NameIndex.open(snapshot.raw, cache_folder() / "names", key),
            )
        return self._index[1]
