"""Other engines: a real server holds what was pushed, also after the store has changed."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from osce_kg.graph.errors import QueryError, QueryRefusedError, RemoteError
from osce_kg.graph.remote import Remote, push
from osce_kg.graph.store import Store

from .making import Page, conference


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def remote(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Remote]:
    """An Oxigraph server of its own."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or "oxigraph"
    port = free_port()
    location = tmp_path_factory.mktemp("server")
    command = [program, "serve", "--location", str(location), "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        base = f"http://127.0.0.1:{port}"
        for _ in range(200):
            try:
                urllib.request.urlopen(base, timeout=1).close()
                break
            except OSError:
                assert process.poll() is None
                time.sleep(0.1)
        yield Remote(f"{base}/query", f"{base}/store")
        process.kill()


def test_an_engine_holds_what_the_store_holds(remote: Remote, fresh_store: Store) -> None:
    fresh_store.load(
        [conference(url="https://example.org/1").reading(), Page(url="https://example.org/2").reading()]
    )
    with fresh_store.current() as snapshot:
        assert push(snapshot, remote) == snapshot.manifest.triples
        query = "SELECT ?g ?label { GRAPH ?g { ?p osce:spokeIn ?r } ?p rdfs:label ?label } ORDER BY ?g ?label"
        assert remote.ask(query).rows == snapshot.select(query)
    fresh_store.forget("https://example.org/1")
    with fresh_store.current() as snapshot:
        push(snapshot, remote)
        assert remote.ask(query).rows == snapshot.select(query) == []
        graphs = "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
        assert remote.ask(graphs).rows == snapshot.select(graphs)
    assert remote.ask("ASK { state:be a osce:State }").boolean


def test_what_is_refused_here_is_refused_there(remote: Remote) -> None:
    with pytest.raises(QueryRefusedError):
        remote.ask("SELECT * { SERVICE <http://localhost:9/> { ?s ?p ?o } }")
    with pytest.raises(QueryError, match="cannot read the query"):
        remote.ask("SELECT ?s { ?s ?p ")


class Busy(BaseHTTPRequestHandler):
    """Is busy at the first request."""

    requests: list[str] = []  # noqa: RUF012 - shared by the handler's instances on purpose

    def do_PUT(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.requests.append(self.path)
        self.send_response(503 if len(self.requests) == 1 else 204)
        self.send_header("Retry-After", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def test_a_busy_engine_is_asked_again() -> None:
    server = HTTPServer(("127.0.0.1", 0), Busy)
    Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/store"
    Remote(address, address).send(
        "PUT", "https://example.org/g?a=b&c", ["<http://a/s> <http://a/p> <http://a/o> ."]
    )
    server.shutdown()
    assert Busy.requests == ["/store?graph=https%3A%2F%2Fexample.org%2Fg%3Fa%3Db%26c"] * 2


def test_an_engine_that_is_not_there_is_told() -> None:
    with pytest.raises(RemoteError, match="must begin with http"):
        Remote("file:///etc/passwd")
    with pytest.raises(RemoteError, match="cannot be asked"):
        Remote(f"http://127.0.0.1:{free_port()}/query").ask("ASK { ?s ?p ?o }")
