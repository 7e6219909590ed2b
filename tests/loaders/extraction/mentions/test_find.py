"""What a text names and what it does not: each rule with an example, and a counter-example beside it."""

from datetime import date

import pytest

from ..mention_reading import mentions_of, named, operation

CASES: list[tuple[str, str, set[str]]] = [
    ("a demonym mentions its State", "The Belgian minister spoke.", {"state:BE"}),
    ("a language mentions none", "The book is out in Russian and Kyrgyz.", set()),
    ("nor does a language with its noun", "The Serbian and Albanian languages are taught.", set()),
    (
        "a body for a language names its State",
        "The Latvian Language Inspectorate came.",
        {"state:LV", "organization:Latvian Language Inspectorate"},
    ),
    ("an adjective before a noun is no language", "She teaches in Russian schools.", {"state:RU"}),
    ("a community is no State", "Kosovo Serbs and ethnic Albanians came.", {"place:kosovo"}),
    ("nor is a minority", "The Hungarian minority was heard.", set()),
    ("a people in the plural is", "Two Belgians and a Swede came.", {"state:BE", "state:SE"}),
    ("a hyphen may join a State", "A Swiss-funded course opened.", {"state:CH"}),
    ("where one is based is not mentioned", "A Vienna-based network came.", set()),
    ("all of a State", "The all-Bosnian team won.", {"state:BA"}),
    ("a surname is no State", "Mr. Jordan and Michael Jordan came.", set()),
    ("the State of that name is", "Talks in Jordan went on.", {"state:JO"}),
    ("Roma are a people", "Roma and Sinti were heard in Rome.", {"place:rome"}),
    ("a town that is a word needs a preposition", "Bar exams were held in Bar.", {"place:bar-me"}),
    ("a bar is no town", "Bar exams were held.", set()),
    ("a first name is no town", "Milan Kos spoke.", set()),
    ("the town of that name is", "Experts met in Milan.", {"place:milan"}),
    ("a town in the name of a document", "The Ohrid Framework Agreement holds.", set()),
    ("a town in the name of a meeting", "The Osh seminar was long.", set()),
    (
        "a body in the name of a meeting",
        "The 18th OSCE Ministerial Council met.",
        {"body:ministerial-council"},
    ),
    ("the OSCE itself is no mention", "The OSCE helped.", set()),
    ("an operation is no place", "The OSCE Mission to Skopje helped.", {"field-operation:mission-skopje"}),
    (
        "operations share a head",
        "The OSCE Centres in Ashgabat and Bishkek helped.",
        {"field-operation:centre-ashgabat", "field-operation:centre-bishkek"},
    ),
    (
        "an operation with its place first",
        "The OSCE's Skopje Mission helped.",
        {"field-operation:mission-skopje"},
    ),
    (
        "an operation with another preposition",
        "The OSCE Mission in Moldova helped.",
        {"field-operation:mission-moldova"},
    ),
    ("a number with a hyphen is no dateline", "An 18-nation delegation came to Graz.", {"place:graz"}),
    ("another body's Secretary-General", "The UN and its Secretary-General came.", {"organization:un"}),
    ("a post that is a body", "The Chairperson-in-Office spoke.", {"body:chairpersonship"}),
    (
        "the chair of another body",
        "The Chairmanship of the Committee of Ministers spoke.",
        {"organization:Committee of Ministers"},
    ),
    ("the High Commissioner is the OSCE's", "The High Commissioner came.", {"body:hcnm"}),
    (
        "unless another is named",
        "The UN High Commissioner for Refugees came.",
        {"organization:unhcr"},
    ),
    ("the Secretary General is the OSCE's", "Secretary General Kos came.", {"body:secretary-general"}),
    ("NATO's is not", "NATO Secretary General Kos came.", {"organization:nato"}),
    ("a body's office is the body", "The High Commissioner's Office came.", {"body:hcnm"}),
    (
        "a State in an organization's name",
        "The Belgian Federal Police came.",
        {"organization:Belgian Federal Police", "state:BE"},
    ),
    (
        "a town in an organization's name",
        "The Bitola Basic Court ruled.",
        {"organization:Bitola Basic Court"},
    ),
    (
        "what follows the head",
        "The Academy for Judges and Public Prosecutors came.",
        {"organization:Academy for Judges and Public Prosecutors"},
    ),
    (
        "a list in a ministry's name",
        "The Ministry of Education, Science and Sport came.",
        {"organization:Ministry of Education, Science and Sport"},
    ),
    (
        "and a list of two bodies",
        "The Ministry of Justice and ODIHR came.",
        {"organization:Ministry of Justice", "body:odihr"},
    ),
    (
        "a possessive in a name",
        "The Public Prosecutor's Office of Italy came.",
        {"organization:Public Prosecutor's Office of Italy", "state:IT"},
    ),
    (
        "a possessive before a name",
        "Italy's Supreme Court ruled.",
        {"organization:Supreme Court", "state:IT"},
    ),
    (
        "embassies that share a head",
        "The Embassies of Norway and Italy paid.",
        {
            "organization:Embassy of Norway",
            "organization:Embassy of Italy",
            "state:NO",
            "state:IT",
        },
    ),
    (
        "ministries before a shared head",
        "The Interior and Justice Ministries came.",
        {"organization:Interior Ministry", "organization:Justice Ministry"},
    ),
    ("a generic noun is no organization", "The ministry and a police academy came.", set()),
    ("a unit inside a post", "The Head of its Law Enforcement Department came.", set()),
    (
        "a unit of an operation",
        "The Head of the Human Rights Section of the OSCE Mission to Skopje came.",
        {"field-operation:mission-skopje"},
    ),
    (
        "a unit with no larger body",
        "The Deputy Head of the Patrol Police Department came.",
        {"organization:Patrol Police Department"},
    ),
    (
        "an acronym that the text introduces",
        "The State Protection Agency (SPA) came. SPA paid.",
        {"organization:State Protection Agency"},
    ),
    (
        "an acronym that reference knows otherwise",
        "The International Chamber of Commerce (ICC) came. The ICC paid.",
        {"organization:International Chamber of Commerce"},
    ),
    (
        "the fullest name stands for all",
        "The Foreign Ministry of Kazakhstan came. The Foreign Ministry paid.",
        {"organization:Foreign Ministry of Kazakhstan", "state:KZ"},
    ),
    (
        "a name with its noun behind it",
        "Besa Nova, a local association, paid.",
        {"organization:Besa Nova"},
    ),
    (
        "a name with its noun before it",
        "The non-governmental organization Ruka e Dobre paid.",
        {"organization:Ruka e Dobre"},
    ),
    (
        "names in a list beside their noun",
        "Two associations of pensioners, Nada 3 and Besa, paid.",
        {"organization:Nada 3", "organization:Besa"},
    ),
    ("a person beside a noun is none", "Ana Kos, a lawyer, paid.", set()),
    (
        "the presidency of the EU",
        "The Spanish EU Presidency paid.",
        {"organization:Spanish EU Presidency", "state:ES"},
    ),
    ("unknown towns", "They met in Oltava and Delvi.", {"place:Oltava", "place:Delvi"}),
    ("a subject of study is no town", "He took a degree in Criminology.", set()),
    ("an unknown village", "The village of Delvi was rebuilt.", {"place:Delvi"}),
    ("a province", "The Oltava province paid.", {"place:Oltava"}),
    ("a lake", "A camp at Lake Batllava opened.", {"place:Lake Batllava"}),
    ("a river without its noun", "Villages along the Zarafshon were hit.", {"place:Zarafshon"}),
    ("seas", "Ports on the Adriatic paid.", {"place:Adriatic"}),
    (
        "a town in the dateline",
        "OLTAVA, Romania, 4 May 2010 – Work began.",
        {"place:Oltava", "state:RO"},
    ),
    ("two names of one town", "They met in Prishtinë/Priština.", {"place:pristina"}),
    (
        "a State's former name",
        "Talks in the former Yugoslav Republic of Macedonia ended.",
        {"state:MK"},
    ),
    ("a conflict's name", "The Georgian-Ossetian conflict went on.", {"state:GE"}),
    ("a short acronym needs its name", "The CPC was amended.", set()),
    (
        "a school with a number",
        "School children of Secondary School No. 7 sang.",
        {"organization:Secondary School No. 7"},
    ),
]


@pytest.mark.parametrize(("rule", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_names(rule: str, text: str, expected: set[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("year", "expected"),
    [(1999, "state:FRY"), (2010, "state:YU")],
)
def test_a_name_means_what_it_meant_that_day(year: int, expected: str) -> None:
    assert named("Talks on Yugoslavia ended.", on=date(year, 5, 1)) == {expected}


def test_an_operation_that_is_not_yet_there_is_not_meant() -> None:
    assert named("The Special Monitoring Mission came.", on=date(2001, 5, 1)) == set()


@pytest.mark.parametrize(
    ("text", "operations"),
    [
        ("The OSCE Mission to Skopje came. The Mission paid.", ["mission-skopje", "mission-skopje"]),
        ("The OSCE Centre in Bishkek came. The Centre paid.", ["centre-bishkek", "centre-bishkek"]),
        ("The mission paid.", []),
    ],
)
def test_a_short_form_is_the_operation_named_before(text: str, operations: list[str]) -> None:
    found = [m.entity.id for m in mentions_of(text)]
    assert found == operations


def test_a_short_form_alone_is_the_publisher() -> None:
    (mention,) = mentions_of("The Mission paid.", publishers=(operation("mission-skopje"),))
    assert (mention.entity.id, mention.counts) == ("mission-skopje", False)


def test_mentions_quote_the_text_exactly_and_in_order() -> None:
    text = "VIENNA, 5 May 2010 – Italy’s Supreme Court and the Tirana Bar Association met in Graz."
    found = mentions_of(text)
    assert all(mention.span.of(text) == mention.exact for mention in found)
    assert [m.span.begin for m in found] == sorted(m.span.begin for m in found)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Семинар прошёл в Гомеле и Вильнюсе.", {"place:gomel", "place:vilnius"}),
        ("ru", "Литовские эксперты и делегация Польши.", {"state:LT", "state:PL"}),
        ("ru", "Книга на русском языке.", set()),
        ("ru", "Глава Бюро ОБСЕ в Минске.", {"field-operation:office-minsk"}),
        ("de", "Fachleute aus der Slowakei und den Niederlanden.", {"state:SK", "state:NL"}),
        ("de", "Die OSZE-Mission in Moldau half.", {"field-operation:mission-moldova"}),
        ("de", "Die Hohe Kommissarin für nationale Minderheiten kam.", {"body:hcnm"}),
        ("fr", "Le Centre de l'OSCE à Bichkek a aidé.", {"field-operation:centre-bishkek"}),
        ("fr", "La Présidence suisse de l'OSCE a aidé.", {"body:chairpersonship", "state:CH"}),
        ("fr", "Des passeports italiens et français.", {"state:IT", "state:FR"}),
        ("it", "La Missione OSCE in Kosovo ha aiutato.", {"field-operation:mission-kosovo"}),
        ("es", "Expertos de Suecia y Noruega.", {"state:SE", "state:NO"}),
        ("uk", "Зустріч відбулася у Львові.", {"place:lviv"}),
    ],
)
def test_names_in_other_languages(language: str, text: str, expected: set[str]) -> None:
    assert named(text, language=language) == expected


def test_northern_ireland_is_part_of_the_united_kingdom() -> None:
    assert named("Arrests were made in Northern Ireland.") == {"state:GB"}
    assert named("Arrests were made in Ireland.") == {"state:IE"}


def test_the_secretariat_and_secretary_general_of_an_assembly_that_writes_are_its_own() -> None:
    text = "The OSCE Parliamentary Assembly's Bureau met. The Secretary General and the Secretariat reported."
    assert named(text) == {"body:pa", "body:pa-secretariat"}


def test_the_secretary_general_of_the_osce_is_so_in_other_releases() -> None:
    text = "The OSCE Secretary General spoke to the OSCE Parliamentary Assembly. The Secretariat reported."
    assert named(text) == {"body:pa", "body:secretary-general", "body:secretariat"}


def test_a_government_called_council_of_ministers_is_not_the_osces() -> None:
    assert "body:ministerial-council" not in named("The Vice President of the Council of Ministers came.")
    assert "body:ministerial-council" in named("The CSCE Council of Ministers met.", on=date(1992, 12, 14))


def test_who_works_for_a_newspaper_is_no_organization() -> None:
    assert "organization:Tamm" not in named("Tamm, a local journalist with the Drava newspaper, left.")
    assert "organization:Lumina" in named("Lumina, a local association, opened a school.")
