"""What the store keeps of a reading is all of it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from osce_kg.graph.codec import decode, encode
from osce_kg.graph.errors import DamagedStoreError
from osce_kg.ontology.dates import Interval, PartialDate
from osce_kg.ontology.facts import (
    Concept,
    Entity,
    EntityKind,
    Event,
    EventKind,
    Evidence,
    HeaderValue,
    Manner,
    Membership,
    Mention,
    PageKind,
    Participation,
    Release,
    Role,
    SourceReading,
    Span,
    Statement,
    Status,
    Taxonomy,
    TermStatus,
    Unplaced,
)

from .making import conference

texts = st.text(max_size=20)
spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda ends: Span(min(ends), max(ends)))
days = st.dates(date(1975, 1, 1), date(2030, 12, 31))
partial = st.one_of(
    st.none(),
    days.map(PartialDate.of),
    st.builds(PartialDate, st.integers(1975, 2030), st.none() | st.integers(1, 12)),
)
intervals = st.builds(Interval, partial, partial)
entities = st.builds(Entity, st.sampled_from(EntityKind), texts, st.none() | texts)
evidence = st.builds(
    Evidence,
    spans,
    texts,
    texts,
    st.floats(0, 1).map(lambda x: round(x, 3)),
    st.lists(spans, max_size=2).map(tuple),
)
facts = st.one_of(
    st.builds(Mention, entities, spans, texts, evidence),
    st.builds(Membership, entities, texts, texts, entities, evidence, st.sampled_from(TermStatus), intervals),
    st.builds(
        Event, texts, texts, st.sampled_from(EventKind), intervals, st.none() | entities, evidence,
        st.sampled_from(Status), st.none() | entities, st.none() | texts,
    ),
    st.builds(
        Participation, texts, entities, st.sampled_from(Role), evidence, st.sampled_from(Status),
        st.booleans(),
    ),
    st.builds(
        Statement, entities, st.sampled_from(Manner), evidence, st.lists(spans, max_size=2).map(tuple),
        st.none() | texts,
    ),
)  # fmt: skip
values = st.lists(st.builds(HeaderValue, entities, evidence), max_size=2).map(tuple)
unplaced = st.lists(st.builds(Unplaced, texts, texts, spans), max_size=2).map(tuple)
releases = st.builds(
    Release, title=texts, title_span=st.none() | spans, body=spans, language=texts, issued=st.none() | days,
    issued_evidence=st.none() | evidence, dateline=st.none() | days, places=values, publishers=values,
    number=st.none() | texts, facts=st.lists(facts, max_size=4).map(tuple), unplaced=unplaced,
)  # fmt: skip
concepts = st.recursive(
    st.builds(Concept, texts, spans, st.none() | entities, st.none() | st.integers(1990, 2030)),
    lambda inner: st.builds(Concept, texts, spans, narrower=st.lists(inner, max_size=2).map(tuple)),
    max_leaves=4,
)
readings = st.builds(
    SourceReading, location=texts, content_hash=texts, text=st.text(max_size=40),
    kind=st.sampled_from(PageKind), reason=texts, url=st.none() | texts,
    releases=st.lists(releases, max_size=2).map(tuple),
    taxonomy=st.none() | st.builds(Taxonomy, st.lists(concepts, max_size=2).map(tuple), unplaced),
    warnings=st.lists(texts, max_size=2).map(tuple),
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(readings)
def test_a_reading_comes_back_as_it_was(reading: SourceReading) -> None:
    assert decode(encode(reading)) == reading


def test_words_that_the_text_has_are_not_kept_twice() -> None:
    reading = conference().reading()
    written = encode(reading)
    assert written.count("Bridges matter,") == 1
    assert decode(written) == reading


def test_what_cannot_be_read_is_damage() -> None:
    for torn in ("", "{", "{}", '{"text": "x", "kind": "nothing"}'):
        with pytest.raises(DamagedStoreError, match="cannot be read"):
            decode(torn)
