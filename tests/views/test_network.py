"""The graphs behind the pictures, for notebooks and exports."""

from __future__ import annotations

import io

import networkx as nx
import pyoxigraph as ox
import pytest
from osce_kg.ontology.vocabulary import expand
from osce_kg.views.links import CO_MENTION, NotAGraphQueryError
from osce_kg.views.network import flat, from_query, neighbourhood, projection

from .conftest import SENTENCE

ADA = expand("person:ada-alder")


def relations(graph: nx.MultiDiGraph) -> set[str]:
    return {data["relation"] for _, _, data in graph.edges(data=True)}


def test_a_neighbourhood_has_typed_dated_attested_edges(world: ox.Store) -> None:
    graph = neighbourhood(world, [ADA])
    edge = graph.edges[ADA, expand("mission:borduria"), expand("org:memberOf")]
    assert (edge["phrase"], edge["count"], edge["start"], edge["end"]) == (
        "belongs to",
        1,
        "1998-01-01",
        "2003",
    )
    spoke = graph.edges[ADA, expand("event:festival"), expand("osce:participatedIn")]
    assert [quote.text for quote in spoke["evidence"]] == [SENTENCE]
    assert graph.nodes[expand("event:festival")]["kind"] == expand("osce:Conference")
    assert graph.nodes[expand("mission:borduria")]["shape"] == "ring"


def test_structural_relations_are_no_edges(world: ox.Store) -> None:
    graph = neighbourhood(world, [expand("mission:arcadia"), expand("mission:arcadia-office")])
    assert not relations(graph) & {expand("osce:hostState"), expand("osce:seat")}
    assert expand("state:aa") not in graph


def test_links_among_neighbours_are_there(world: ox.Store) -> None:
    graph = neighbourhood(world, [ADA])
    assert graph.has_edge(expand("event:festival"), expand("place:port")) is False
    assert graph.has_edge(expand("release:r1"), expand("event:festival")) is False
    two = neighbourhood(world, [ADA, expand("body:harbours")])
    assert two.has_edge(expand("event:festival"), expand("body:harbours"))


def test_being_named_together_is_no_relation_unless_asked(world: ox.Store) -> None:
    ben = expand("person:ben-birch")
    assert ben not in neighbourhood(world, [ADA])
    graph = neighbourhood(world, [ADA], mentions=True)
    assert graph.edges[ADA, ben, CO_MENTION]["count"] == 1


def test_a_limit_counts_what_it_leaves_out(world: ox.Store) -> None:
    graph = neighbourhood(world, [ADA], limit=2)
    assert graph.number_of_nodes() == 2
    assert (
        sum(number for _, number in graph.graph["left_out"])
        == neighbourhood(world, [ADA]).number_of_nodes() - 2
    )


def test_who_sends_whom_contracts_the_heads(world: ox.Store) -> None:
    graph = projection(world, "who-sends-whom")
    counts = {(s, t): data["count"] for s, t, data in graph.edges(data=True)}
    assert counts == {
        (expand("state:cc"), expand("mission:arcadia")): 3,
        (expand("state:cc"), expand("mission:arcadia-office")): 1,
        (expand("state:bb"), expand("mission:arcadia-office")): 1,
        (expand("state:cc"), expand("mission:borduria")): 1,
    }


def test_who_works_with_whom_joins_organizers_and_participants(world: ox.Store) -> None:
    graph = projection(world, "who-works-with-whom")
    assert list(graph.edges()) == [(expand("body:harbours"), expand("mission:arcadia-office"))]


def test_a_query_makes_a_graph(world: ox.Store) -> None:
    built = from_query(world, "CONSTRUCT { ?m osce:seat ?p } WHERE { ?m osce:seat ?p }")
    assert relations(built) == {expand("osce:seat")}
    chosen = from_query(world, "SELECT ?mission ?place WHERE { ?mission osce:seat ?place }")
    assert set(built.edges()) == set(chosen.edges())
    with pytest.raises(NotAGraphQueryError, match="CONSTRUCT"):
        from_query(world, "ASK { ?s ?p ?o }")


def test_a_flat_graph_can_be_written_everywhere(world: ox.Store) -> None:
    graph = flat(neighbourhood(world, [ADA], mentions=True))
    for write in (nx.write_gexf, nx.write_graphml):
        write(graph, io.BytesIO())
    edge = graph.edges[ADA, expand("event:festival"), expand("osce:participatedIn")]
    assert edge["evidence"] == SENTENCE


def test_a_state_is_linked_to_what_it_sent_people_to(world: ox.Store) -> None:
    cantons = expand("state:cc")
    graph = neighbourhood(world, [cantons])
    edge = graph.edges[cantons, expand("mission:arcadia"), expand("osce:sentTo")]
    assert (edge["count"], edge["evidence_count"]) == (3, 3)
    assert neighbourhood(world, [expand("mission:arcadia")]).has_edge(cantons, expand("mission:arcadia"))
