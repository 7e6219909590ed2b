from __future__ import annotations

import pytest
from osce_kg.loaders.extraction.people.joining import RULES
from osce_kg.loaders.extraction.people.rules import Rule
from osce_kg.ontology.facts import EntityKind

from ..people_reading import parties, posts

IDS = [rule.name for rule in RULES]


def holders_by(rule: Rule, text: str) -> set[str]:
    return {
        party.entity.name
        for party in parties(text)
        if party.entity.kind is EntityKind.PERSON and any(post.rule == rule.name for post in party.posts)
    }


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_a_rule_finds_the_post_of_its_example(rule: Rule) -> None:
    text, post = rule.example
    assert post in posts(text)
    assert holders_by(rule, text)


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_a_rule_leaves_its_counter_example_alone(rule: Rule) -> None:
    assert not holders_by(rule, rule.counter_example)


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_a_rule_says_how_sure_it_is(rule: Rule) -> None:
    assert 0.5 <= rule.confidence <= 1.0
