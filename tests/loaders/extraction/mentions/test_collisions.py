"""Ambiguous names are settled by the words around them, the date and what else the release names."""

from datetime import date

import pytest

from ..mention_reading import named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Joint Control Commission met in Tiraspol, Moldova.", "body:jcc-moldova"),
        ("The Joint Control Commission met in Gori, Georgia.", "body:jcc-georgia"),
        ("The Joint Peacekeeping Forces in Georgia moved.", "organization:jpkf-georgia"),
        ("The EU Monitoring Mission in Gori, Georgia, moved.", "organization:eumm"),
        ("A court in Donetsk, near Gukovo, ruled.", "place:donetsk-ru"),
        ("A court in Donetsk ruled.", "place:donetsk"),
        ("Judges from all over the Federation, in Bosnia and Herzegovina, ruled.", "place:fbih"),
        ("The Parliamentary Assembly of the Council of Europe met.", "organization:pace"),
        ("The Parliamentary Assembly met.", "body:pa"),
        ("A lawyer from Tbilisi, Georgia, came.", "state:GE"),
        ("Experts from Armenia, Georgia, USA and Turkey came.", "state:GE"),
        ("The UN Security Council and the Security Council's members met.", "organization:unsc"),
        ("The European Commission (EC) paid, and the EC came.", "organization:ec"),
    ],
)
def test_the_words_around_decide(text: str, expected: str) -> None:
    assert expected in named(text)


@pytest.mark.parametrize(
    ("text", "unexpected"),
    [
        ("The National Security Council met.", "organization:unsc"),
        ("The Energy Charter Secretariat came.", "body:secretariat"),
        ("The Deputy Secretary General came.", "body:secretary-general"),
        ("The Secretary General of the Council of Europe came.", "body:secretary-general"),
        ("Latin America was named.", "state:US"),
        ("A lawyer from Georgia, USA, came.", "state:GE"),
        ("A lawyer from Atlanta, Georgia, came.", "state:GE"),
        ("The CSO came.", "body:senior-council"),
    ],
)
def test_what_only_looks_like_it_is_not_meant(text: str, unexpected: str) -> None:
    assert unexpected not in named(text)


@pytest.mark.parametrize(("year", "expected"), [(2005, "body:panel-2005"), (2015, "body:panel-2015")])
def test_the_date_decides(year: int, expected: str) -> None:
    assert expected in named("The Panel of Eminent Persons met.", on=date(year, 5, 1))
