from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from osce_kg.loaders.extraction.people.names import ends_with, is_name_word, name_key

from ..people_reading import people

HABITS = [
    "Marijn van der Hoogte-Smit",
    "Luís de Almada e Brito",
    "Nasiba Rustamovna Qodirova",
    "J. R. Halvorsen",
    "Siobhán Ní Dhálaigh",
    "Aigul Bolot kyzy",
    "Rauf Elçin oğlu",
    "Gul’nora To‘xtayeva",
    "Karl-Heinz von der Aue",
    "Yusuf al-Khatib",
    "Zoltán Þórsson",
    "Conor O’Malley-Reyes",
    "Rauf Elçin oğlu Nəsirli",
    "Baatyr uulu Ernis",
    "Dinara Qobil qizi To‘rayeva",
    "Maarten van 't Woud",
    "Saskia in ’t Hout",
    "Joris op den Haar",
    "Lucia degli Orsi",
    "Yu. N. Belkin",
    "Ts. Oyuntsetseg",
    "Park Min-seo",
    "Edwin R. Tallow III",
    "Ruth T. Church",
    "Pier Pastor",
]


@pytest.mark.parametrize("name", HABITS)
def test_names_of_many_countries_are_found_whole(name: str) -> None:
    assert people(f'"We are ready," said {name}, the Mayor of Tirana.') == [name]


@pytest.mark.parametrize("name", HABITS)
def test_a_speaker_is_found_by_the_verb_alone(name: str) -> None:
    assert name in people(f'"It is late," {name} said. "Let us go home," {name} added.')


@pytest.mark.parametrize(
    "text",
    [
        "The Ana Kovač Prize was shared by two schools.",
        "Traffic stopped in Ana Kovač Street.",
        "The ship Petar Lukić and the school Ana Kovač lie on the river.",
        "Saint Petka Church has a new roof.",
        "The Safe Harbour Declaration and the Open Door Strategy were adopted.",
        "Radio Blue Danube and The Morning Herald reported.",
        "Lake Sevan, Mount Ararat and the Drina River are protected.",
        "On Monday, 5 June, World Refugee Day was marked.",
        "The North Atlantic and Black Sea regions were discussed.",
        "Kosovo Albanian and Bosnian Serb families returned.",
        "The Annual Security Review Conference opened in Vienna.",
    ],
)
def test_what_is_called_like_a_person_is_none(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ms. Ana KOVAČ, a judge, opened the course. Ms. KOVAČ stayed for two days.", ["Ana KOVAČ"]),
        ("Mr. Josep Vidal i PUIG and Ms. Ana KOVAČ spoke.", ["Josep Vidal i PUIG", "Ana KOVAČ"]),
        (
            "Ms. Nargiza Anvar qizi SOLIYEVA and Mr. B. OTGON spoke.",
            ["Nargiza Anvar qizi SOLIYEVA", "B. OTGON"],
        ),
        ("Ines Pastor said that the road was open.", ["Ines Pastor"]),
        ("Stone Church was open.", []),
        ("Petar Lukić NAROD stayed away.", []),
        ("The Head of Mission, Petar Lukić (OSCE), spoke.", ["Petar Lukić"]),
        ("The Head of Mission met with Omar Nahal and Ana Wold in Vienna.", ["Omar Nahal", "Ana Wold"]),
        ("The Head of Mission met with Zelena Nada and Novi Put in Vienna.", []),
        (
            "Among the speakers were Omar Nahal, Ana Wold and Ilir Gashta.",
            ["Omar Nahal", "Ana Wold", "Ilir Gashta"],
        ),
        ("Among the topics were Roman Customs, Clean Rivers and Fair Weather.", []),
        ("Omar Nahal’s appointment was welcomed.", ["Omar Nahal"]),
        ("Sunny Valley’s shops were closed.", []),
        ("Omar Nahal said that the road was open.", ["Omar Nahal"]),
        ("Gornji Nahal said that the road was open.", []),
        ("Omar Nahal, a teacher, took part.", ["Omar Nahal"]),
        ("According to Omar Nahal, a farmer, the road is closed.", ["Omar Nahal"]),
        ("According to Sunny Valley, a village, the road is closed.", []),
        ("The Council heard reports by Omar Nahal and by Ana Wold.", ["Omar Nahal", "Ana Wold"]),
        ("The Council heard reports by Radio Kora and by Blue Harbour Club.", []),
        (
            "A panel with Omar Nahal, Ana Wold and Ilir Gashta closed the day.",
            ["Omar Nahal", "Ana Wold", "Ilir Gashta"],
        ),
        ("Omar Nahal and Wouter van Brand signed the plan.", ["Omar Nahal", "Wouter van Brand"]),
        ("The judges heard from Omar Nahal how the well was dug.", ["Omar Nahal"]),
        ("The judges came from Sunny Valley with a map.", []),
        ("The visit of Omar Nahal to the camp was short.", ["Omar Nahal"]),
        ("The roofs of Sunny Valley are red.", []),
        ("General Nahal met the guards.", ["Nahal"]),
        ("General Motors gave two cars.", []),
        ("Among the guests was Omar Nahal, two youth groups and a choir.", []),
        ("Ten Have More was the title, and ten Land Wagons came.", []),
        ("The hotline Safe Call took forty calls, and the ferry Blue Anna saw two of them.", []),
    ],
)
def test_who_acts_like_a_person_is_one(text: str, names: list[str]) -> None:
    assert sorted(people(text)) == sorted(names)


def test_the_son_is_the_same_with_and_without_his_generation() -> None:
    assert people('"Yes," said Edwin Tallow Jr., the Mayor of Tirana. Tallow left later.') == [
        "Edwin Tallow Jr."
    ]


def test_words_that_a_lost_space_glued_are_no_name() -> None:
    assert people("LukićOSCE President Ana Kovač and Mayor Ivo Marić of Brod met LukićIvo yesterday.") == [
        "Ana Kovač",
        "Ivo Marić",
    ]
    assert people("Mayor Ana McAllister of Brod spoke.") == ["Ana McAllister"]


def test_a_name_begins_behind_the_matter_of_the_post() -> None:
    text = "EU Commissioner for Regional Policy and Enlargement Negotiations Nils Tamm spoke."
    assert people(text) == ["Nils Tamm"]


def test_what_stands_in_quotation_marks_is_no_person() -> None:
    assert people("The course is for former members of the ‘River Guard’ and of ‘Civilian Protection’.") == []
    assert people("“Nils Tamm is here,” said Mayor Ana Kovač of Brod.")[-1] == "Ana Kovač"


def test_a_given_name_like_a_month_goes_with_a_particle() -> None:
    assert people("He thanked the Mayor of Brod, Jan van Dalen, for it.") == ["Jan van Dalen"]
    assert people("The Mayor of Brod, from Jan to Feb, was away.") == []


def test_a_surname_that_is_a_common_word_is_kept() -> None:
    assert people("Ambassador Stephen Young and Kate Hall of UNHCR met.") == ["Stephen Young", "Kate Hall"]


def test_a_given_name_that_is_a_month_is_kept() -> None:
    assert people("Dr. April Lindgren spoke in April.") == ["April Lindgren"]


def test_people_in_a_row_are_all_found() -> None:
    text = "The winners, Aida Sharipova, Bolat Omarov and Tom Hughes, travelled to Vienna."
    assert people(text) == ["Aida Sharipova", "Bolat Omarov", "Tom Hughes"]


def test_a_title_in_capitals_introduces_nobody() -> None:
    assert people("Nothing more is known.", title="New Deal Signed By Both Sides In Brod Today") == []


def test_a_surname_in_the_title_is_the_full_name_of_the_body() -> None:
    text = "Nils Tamm, the Mayor of Tirana, opened a road."
    assert people(text, title="Tamm opens a new road") == ["Nils Tamm"]


@pytest.mark.parametrize("word", ["ODIHR", "24th", "osce", "B2B"])
def test_acronyms_and_numbers_are_no_names(word: str) -> None:
    assert not is_name_word(word)


@given(st.text(max_size=40))
def test_any_text_has_a_key(text: str) -> None:
    assert name_key(text) == name_key(text.upper().lower()) or not text.isascii()


@given(st.lists(st.text("abcdef", min_size=1, max_size=5), min_size=2, max_size=5))
def test_a_name_ends_with_its_own_last_words(words: list[str]) -> None:
    assert ends_with(words, words[1:])
    assert not ends_with(words, words)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300))
def test_no_text_is_too_odd_to_read(text: str) -> None:
    assert isinstance(people(f"x {text}"), list)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He condemned the murders of Petar and Jelena Simić.", ["Petar Simić", "Jelena Simić"]),
        ("The brothers Ivo and Luka Marić were there.", ["Ivo Marić", "Luka Marić"]),
        ("He condemned the murder of Jelena Simić in Brod.", ["Jelena Simić"]),
        ("He went to Brod and Mayor Jelena Simić of Osh followed.", ["Jelena Simić"]),
    ],
)
def test_two_people_may_share_a_surname_where_two_are_spoken_of(text: str, names: list[str]) -> None:
    assert people(text) == names


def test_a_title_in_capitals_adds_no_words_to_a_name() -> None:
    text = "Mayor Nils Tamm of Brod ended his visit to Osh."
    assert people(text, title="Mayor Nils Tamm Wraps Up Visit") == ["Nils Tamm"]


def test_two_ways_of_writing_one_surname_are_one_person() -> None:
    text = "Kyrgyz President Askar Tamaev opened it. President Tamayev thanked {}."
    assert people(text.format("them")) == ["Askar Tamaev"]
    two = "The Mayor of Brod, Ivo Tamaev, met the Mayor of Ohrid, Eva Tamaev. Mayor Tamayev spoke."
    assert people(two) == ["Ivo Tamaev", "Eva Tamaev", "Tamayev"]
    assert people("Mayor Ivo Tamaev opened it. Mayor Tomaev spoke.") == ["Ivo Tamaev", "Tomaev"]


def test_irish_and_double_capitals_are_names() -> None:
    assert people("Eilis Nic an Tamm and PeO Lind, a judge, spoke.") == ["Eilis Nic an Tamm", "PeO Lind"]
    assert people("Ana LindOSCE, a judge, spoke.") == []
