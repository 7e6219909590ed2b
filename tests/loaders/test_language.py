"""The language of a text."""

from __future__ import annotations

import pytest
from osce_kg.loaders.language import language_of

TEXTS = {
    "en": "The ferrymen of the lake were taught to read the river, and they have been reading it with "
    "care since then.",
    "de": "Die Fährleute des Sees haben gelernt, den Fluss zu lesen, und seitdem lesen sie ihn jeden "
    "Morgen mit Sorgfalt.",
    "fr": "Les passeurs du lac ont appris à lire le fleuve, et depuis ils le lisent chaque matin avec "
    "beaucoup de soin.",
    "it": "I traghettatori del lago hanno imparato a leggere il fiume, e da allora lo leggono ogni "
    "mattina con cura.",
    "es": "Los barqueros del lago aprendieron a leer el río, y desde entonces lo leen cada mañana con "
    "mucho cuidado.",
    "ru": "Паромщики озера научились читать реку, и с тех пор они читают ее каждое утро очень внимательно.",
    "uk": "Поромники озера навчилися читати річку, і відтоді вони уважно читають її щоранку разом із дітьми.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_the_language_of_a_few_words(code: str) -> None:
    assert language_of(TEXTS[code]) == code


@pytest.mark.parametrize(
    "text",
    [
        "Participants: Gulnara Iskakova, Nurlan Beispiel, Talgat Kozhabekov, Aizada Kerimbaeva.",
        "Ambassador Jan Muster met President Vučić, Prime Minister Brnabić, Ministers Popović, Dačić.",
        "Photo: Nguyễn Văn An, Trần Thị Bích",
        "Misija OEBS",
    ],
)
def test_a_list_of_names_leaves_the_language_of_the_page(text: str) -> None:
    assert language_of(text) == "en"
    assert language_of(text, default="de") == "de"


def test_names_and_acronyms_do_not_make_a_language() -> None:
    assert language_of("12345", default="de") == "de"
    assert language_of("OSCE ODIHR. " + TEXTS["ru"]) == "ru"
