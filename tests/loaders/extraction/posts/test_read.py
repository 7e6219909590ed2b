from __future__ import annotations

import pytest
from osce_kg.loaders.extraction.posts.titles import normal_title, title_core
from osce_kg.loaders.pipeline import read_source
from osce_kg.ontology.facts import Mention

from ..people_reading import posts

CASES = [
    ("Estonian Foreign Minister Nils Tamm spoke.", "minister of foreign affairs @ EE"),
    (
        "Estonia's Deputy Minister for Foreign Affairs, Nils Tamm, spoke.",
        "deputy minister of foreign affairs @ EE",
    ),
    ("The Minister of Interior of Montenegro, Nils Tamm, spoke.", "minister of the interior @ ME"),
    ("Serbian Minister of Justice Nils Tamm spoke.", "minister of justice @ RS"),
    (
        "Kyrgyz Minister of Labour, Migration and Youth Nils Tamm spoke.",
        "minister of labour, migration and youth @ KG",
    ),
    ("Nils Tamm, Malta's Prime Minister, spoke.", "prime minister @ MT"),
    ("Ireland's Tánaiste Nils Tamm spoke.", "tánaiste @ IE"),
    ("Nils Tamm, Taoiseach of Ireland, spoke.", "taoiseach @ IE"),
    ("PM Nils Tamm of Armenia spoke.", "prime minister @ AM"),
    ("Nils Tamm (MP, Sweden) spoke.", "member of parliament @ SE"),
    ("The Norwegian Ambassador to Albania, Nils Tamm, spoke.", "ambassador to albania @ NO"),
    ("Nils Tamm, Ambassador of Norway to Serbia, spoke.", "ambassador to serbia @ NO"),
    (
        "Italy's Permanent Representative to the OSCE, Nils Tamm, spoke.",
        "permanent representative to the osce @ IT",
    ),
    (
        "The Permanent Representative of Italy to the OSCE, Nils Tamm, spoke.",
        "permanent representative to the osce @ IT",
    ),
    ("Nils Tamm, Head of the OSCE Mission to Serbia, spoke.", "head of mission @ mission-serbia"),
    (
        "The OSCE Mission to Serbia wrote to the OSCE Office in Baku. Nils Tamm, the Head of Mission, spoke.",
        "head of mission @ mission-serbia",
    ),
    (
        "Nils Tamm, Deputy Head of the OSCE Centre in Bishkek, spoke.",
        "deputy head of centre @ centre-bishkek",
    ),
    ("Nils Tamm, Head of the OSCE Presence in Albania, spoke.", "head of presence @ presence-albania"),
    (
        "The Acting Head of the OSCE Office in Yerevan, Nils Tamm, spoke.",
        "acting head of office @ office-yerevan",
    ),
    ("The OSCE Project Co-ordinator in Ukraine, Nils Tamm, spoke.", "project co-ordinator @ pcu"),
    ("Nils Tamm, Director of the OSCE Conflict Prevention Centre, spoke.", "director @ cpc"),
    ("Nils Tamm, Head of the OSCE Strategic Police Matters Unit, spoke.", "head @ spmu"),
    ("OSCE Parliamentary Assembly President Nils Tamm spoke.", "president @ pa"),
    ("UNHCR Protection Officer Nils Tamm spoke.", "protection officer @ unhcr"),
    (
        "Nils Tamm, Special Representative of the UN Secretary-General, spoke.",
        "special representative of the secretary-general @ un",
    ),
    (
        "The UN Secretary-General's Special Representative, Nils Tamm, spoke.",
        "special representative of the secretary-general @ un",
    ),
    (
        "Nils Tamm, Special Representative of the Chairman-in-Office for Central Asia, spoke.",
        "special representative for central asia @ chairpersonship",
    ),
    (
        "Nils Tamm, Legal Adviser to the High Commissioner on National Minorities, spoke.",
        "legal adviser @ hcnm",
    ),
    (
        "Nils Tamm, Head of the Human Rights Section of the OSCE Mission to Moldova, spoke.",
        "head of human rights section @ mission-moldova",
    ),
    (
        "Nils Tamm, Head of the OSCE Mission to Moldova's Human Rights Section, spoke.",
        "head of human rights section @ mission-moldova",
    ),
    (
        "Nils Tamm, who heads the Press Section of the OSCE Mission to Moldova, spoke.",
        "head of press section @ mission-moldova",
    ),
    (
        "Nils Tamm, Director of the Policy Department in the Estonian Ministry of Justice, spoke.",
        "director of policy department @ Estonian Ministry of Justice",
    ),
    ("The Mayor of Osh, Nils Tamm, spoke.", "mayor @ osh"),
    ("Nils Tamm, a nurse at the Brod Central Hospital, spoke.", "nurse @ Brod Central Hospital"),
    ("Former Finnish President Nils Tamm spoke.", "former president @ FI"),
    (
        "Nils Tamm, the outgoing Head of the OSCE Mission to Serbia, spoke.",
        "head of mission @ mission-serbia",
    ),
    (
        "Nils Tamm is to head the Press Section of the OSCE Mission to Moldova.",
        "incoming head of press section @ mission-moldova",
    ),
    ("Nils Tamm becomes Secretary General of the OSCE.", "secretary general @ osce"),
    ("Interior Ministry State Secretary Nils Tamm spoke.", "state secretary @ Interior Ministry"),
    ("Secretary General designate Nils Tamm of the OSCE spoke.", "incoming secretary general @ osce"),
    ("President-elect Nils Tamm of Moldova spoke.", "incoming president @ MD"),
    ("Nils Tamm, once a judge at the Brod County Court, spoke.", "former judge @ Brod County Court"),
    ("They appointed Nils Tamm Director of the Drava Institute.", "director @ Drava Institute"),
    ("The Drava Institute has moved. Its director is Nils Tamm.", "director @ Drava Institute"),
    (
        "Ambassador Nils Tamm, who has headed the OSCE Mission to Moldova since May, spoke.",
        "head of mission @ mission-moldova",
    ),
    ("Nils Tamm, who commands the Border Police's Dog Unit, spoke.", "commander of dog unit @ Border Police"),
    ("Nils Tamm (Protection Officer, UNHCR) spoke.", "protection officer @ unhcr"),
    ("ODIHR's Rule of Law Adviser, Nils Tamm, spoke.", "rule of law adviser @ odihr"),
    (
        "OSCE Mission in Kosovo Press Section Director Nils Tamm spoke.",
        "director of press section @ mission-kosovo",
    ),
    (
        "The Head of the OSCE/ODIHR Election Observation Mission, Nils Tamm, spoke.",
        "head of mission @ OSCE/ODIHR Election Observation Mission",
    ),
    ("Nils Tamm and Ana Kovač, both journalists with the Morning Post, spoke.", "journalist @ Morning Post"),
    (
        "Nils Tamm (France) and Ana Kovač (Sweden), both former Foreign Ministers, spoke.",
        "former minister of foreign affairs @ FR",
    ),
    ("Presidents Nils Tamm of Armenia and Petar Lukić of Georgia met.", "president @ AM"),
    ("The Ambassadors of France and Germany, Nils Tamm and Ana Kovač, came.", "ambassador @ FR"),
    (
        "The Co-Chairs of the OSCE Minsk Group (Ambassadors Petar Lukić of Russia, Nils Tamm of France) met.",
        "co-chair @ minsk-group",
    ),
    (
        "Nils Tamm, a Turkish lawyer and Chair of the Drava Forum, spoke.",
        "chair @ Drava Forum",
    ),
    (
        "On behalf of the Head of the OSCE Centre in Bishkek, his deputy, Nils Tamm, spoke.",
        "deputy head of centre @ centre-bishkek",
    ),
    (
        "OSCE Special Representative for the South Caucasus Nils Tamm spoke.",
        "special representative for the south caucasus @ chairpersonship",
    ),
    (
        "Nils Tamm, Head of the ODIHR observation mission, spoke.",
        "head of mission @ ODIHR observation mission",
    ),
    (
        "Nils Tamm, Head of the OSCE/ODIHR long-term election observation mission, spoke.",
        "head of mission @ OSCE/ODIHR long-term election observation mission",
    ),
    ("Nils Tamm, head of the ODIHR legislative unit, spoke.", "head of legislative unit @ odihr"),
    ("Nils Tamm, the Head of the Brod-based National Reed Centre, spoke.", "head @ National Reed Centre"),
    (
        "Nils Tamm, Head of the Danube Trade Union's (DTU) Business Council, spoke.",
        "head of business council @ Danube Trade Union",
    ),
    (
        "Nils Tamm, State Secretary for Europe and Foreign Affairs of France, spoke.",
        "state secretary for europe and foreign affairs @ FR",
    ),
    (
        "Georgia's and Latvia's Foreign Ministers Petar Lukić and Nils Tamm spoke.",
        "minister of foreign affairs @ LV",
    ),
    (
        "It heard two foreign ministers – Petar Lukić of Sweden and Nils Tamm of Estonia – and a poet.",
        "minister of foreign affairs @ EE",
    ),
    (
        "Incoming OSCE Chairperson-in-Office Estonian Foreign Minister Nils Tamm spoke.",
        "incoming chairperson-in-office @ osce",
    ),
    (
        "Nils Tamm, who once served as Director of the Drava Institute, spoke.",
        "former director @ Drava Institute",
    ),
    (
        "Nils Tamm, who serves as Director of the Drava Institute, spoke.",
        "director @ Drava Institute",
    ),
]


@pytest.mark.parametrize(("text", "post"), CASES, ids=[text for text, _ in CASES])
def test_a_post_has_its_normal_form_and_whom_it_is_for(text: str, post: str) -> None:
    assert f"Nils Tamm: {post}" in posts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ambassador Nils Tamm spoke.",
        "Captain Nils Tamm of the Estonian Border Guard spoke.",
        "Nils Tamm, an Estonian lawyer, spoke.",
        "Mr. Nils Tamm of UNHCR spoke.",
        "Nils Tamm met the Director of the Drava Institute.",
    ],
)
def test_ranks_and_bare_occupations_are_no_posts(text: str) -> None:
    assert posts(text) == set()


def test_a_unit_that_missions_have_is_the_missions() -> None:
    text = "The OSCE Mission in Kosovo met. Head of the Department for Human Rights Nils Tamm spoke."
    assert posts(text) == {"Nils Tamm: head of department for human rights @ mission-kosovo"}


def test_a_unit_of_no_mission_is_an_organization_of_its_own() -> None:
    text = "The OSCE Mission in Kosovo met. Nils Tamm, Head of the Brod Police Department, spoke."
    assert posts(text) == {"Nils Tamm: head @ Brod Police Department"}


def test_the_owner_of_a_post_does_not_hold_it() -> None:
    text = "Nils Tamm, the Chairman-in-Office's envoy, came."
    assert "Nils Tamm: chairman-in-office @ osce" not in posts(text)
    assert "Nils Tamm: envoy @ chairpersonship" in posts(text)


def test_one_plural_post_of_more_states_than_names_is_nobodys() -> None:
    text = "The Foreign Ministers of Italy, Spain and Malta, Nils Tamm and Ana Kovač, spoke."
    assert posts(text) == set()


def test_who_represents_an_office_holder_does_not_name_him() -> None:
    text = "Nils Tamm, Special Representative of the OSCE Chairman-in-Office, spoke."
    assert posts(text) == {"Nils Tamm: special representative @ chairpersonship"}


def test_officers_of_two_organizations_are_two_people() -> None:
    text = "OSCE Secretary General and EU Commissioner Nils Tamm spoke."
    assert "Nils Tamm: commissioner @ eu" in posts(text)
    assert "Nils Tamm: secretary general @ osce" not in posts(text)


def test_several_posts_of_one_person_stand_in_a_row() -> None:
    text = "Nils Tamm, Estonia's Foreign Minister and the OSCE Chairman-in-Office, opened the meeting."
    assert posts(text) == {
        "Nils Tamm: minister of foreign affairs @ EE",
        "Nils Tamm: chairman-in-office @ osce",
    }


def test_posts_before_one_name_are_all_his() -> None:
    text = "The OSCE Chairman-in-Office, Estonian Foreign Minister Nils Tamm, opened the meeting."
    assert posts(text) == {
        "Nils Tamm: minister of foreign affairs @ EE",
        "Nils Tamm: chairman-in-office @ osce",
    }


def test_each_of_several_people_has_the_post_that_stands_with_the_name() -> None:
    text = (
        "It was opened by Ana Kovač, Croatia's Permanent Representative to the OSCE, the Director of the "
        "Conflict Prevention Centre, Petar Lukić, and Ivo Marić, Head of the Gender Section."
    )
    assert posts(text) == {
        "Ana Kovač: permanent representative to the osce @ HR",
        "Petar Lukić: director @ cpc",
        "Ivo Marić: head @ gender-section",
    }


def test_a_minister_without_a_state_serves_the_one_spoken_of() -> None:
    text = "The OSCE Mission to Georgia helps Georgia. Foreign Minister Nils Tamm thanked it."
    assert "Nils Tamm: minister of foreign affairs @ GE" in posts(text)


def test_a_short_form_names_what_was_named_before() -> None:
    text = "The OSCE Mission to Serbia opened an office. The Mission's spokesperson, Ana Kovač, was there."
    assert posts(text) == {"Ana Kovač: spokesperson @ mission-serbia"}


def test_its_head_heads_what_was_named_last() -> None:
    text = "Schools matter to the OSCE Mission to Serbia, its Head, Ambassador Nils Tamm, said."
    assert posts(text) == {"Nils Tamm: head of mission @ mission-serbia"}


def test_somebodys_deputy_has_a_post_of_the_same_kind() -> None:
    text = "Ana Kovač, Head of the OSCE Mission to Serbia, spoke. Kovač's deputy, Petar Lukić, agreed."
    assert "Petar Lukić: deputy head of mission @ mission-serbia" in posts(text)


def test_a_counterpart_has_the_same_post_elsewhere() -> None:
    text = (
        "Ana Kovač, Press Officer of the OSCE Centre in Bishkek, and her counterpart at the OSCE Mission to "
        "Moldova, Petar Lukić, exchanged notes."
    )
    assert "Petar Lukić: press officer @ mission-moldova" in posts(text)


@pytest.mark.parametrize(
    ("modifiers", "head", "complement", "title"),
    [
        (["Foreign"], "minister", "", "minister of foreign affairs"),
        (["Defense"], "minister", "", "minister of defence"),
        (["new", "local"], "chairman", "", "chairman"),
        ([], "minister", "for foreign affairs and tourism", "minister for foreign affairs and tourism"),
        (["Senior", "Police"], "advisor", "", "senior police adviser"),
    ],
)
def test_titles_are_brought_to_their_normal_form(
    modifiers: list[str], head: str, complement: str, title: str
) -> None:
    assert normal_title(modifiers, head, complement)[0] == title


def test_the_chair_has_one_core_whoever_holds_it() -> None:
    assert title_core("chairwoman-in-office") == title_core("chair-in-office")


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (
            "The Chargé d’Affaires of the Spanish Embassy, Nils Tamm, spoke.",
            "chargé d'affaires @ Spanish Embassy",
        ),
        ("The State Secretary for Europe of France Nils Tamm spoke.", "state secretary for europe @ FR"),
        ("The Head of the OSCE PA's Danish Delegation Nils Tamm spoke.", "head @ Danish Delegation"),
        (
            "Nils Tamm, Head of the Drava Institute who will become the Danube Centre's Director, spoke.",
            "incoming director @ Danube Centre",
        ),
    ],
)
def test_a_post_is_read_to_its_end(text: str, post: str) -> None:
    assert f"Nils Tamm: {post}" in posts(text)


def test_a_short_title_adds_no_post_to_the_full_one() -> None:
    text = (
        "OSCE Representative Tamm condemned it. The OSCE Representative on Freedom of the Media, Nils Tamm, "
        "said so."
    )
    assert posts(text) == {"Nils Tamm: representative on freedom of the media @ osce"}


def test_a_short_title_of_a_known_holder_is_the_full_post() -> None:
    assert posts("OSCE Representative Haraszti condemned it.") == {
        "Miklós Haraszti: representative on freedom of the media @ osce"
    }


def test_a_deputy_is_not_his_superior_in_short() -> None:
    text = "Drava Institute Director Nils Tamm left. Deputy Director of the Drava Institute Ana Kovač stayed."
    assert posts(text) == {
        "Nils Tamm: director @ Drava Institute",
        "Ana Kovač: deputy director @ Drava Institute",
    }


def test_the_chair_sends_whom_he_appoints() -> None:
    text = "The Chairman-in-Office has appointed Nils Tamm, once a judge, to be his personal representative."
    assert "Nils Tamm: personal representative @ chairpersonship" in posts(text)


def test_a_first_name_behind_an_office_is_its_known_holder() -> None:
    assert posts("The OSCE Chairman-in-Office Karel") == {"Karel De Gucht: chairman-in-office @ osce"}


@pytest.mark.parametrize(
    ("sentence", "marked"),
    [
        (
            "It was said that Secretary General Nils Tamm came.",
            "Secretary General Nils Tamm",
        ),
        ("The Secretary General Nils Tamm came.", "The Secretary General Nils Tamm"),
    ],
)
def test_the_words_of_a_person_do_not_begin_with_a_conjunction(sentence: str, marked: str) -> None:
    page = f"Guests come\n\nVIENNA, 4 May 2011 - The OSCE Secretariat opened its house today. {sentence}"
    reading = read_source(page.encode(), location="page.txt")
    said = [
        span.of(reading.text)
        for fact in reading.releases[0].facts
        if isinstance(fact, Mention) and fact.entity.name == "Nils Tamm"
        for span in fact.evidence.marked
    ]
    assert said == [marked]
