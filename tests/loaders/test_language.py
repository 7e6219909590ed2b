"""The language of a text."""

from __future__ import annotations

import pytest
from osce_kg.loaders.language import is_written_so, language_of

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


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("tg", "Қаиқронони кӯл хондани дарёро омӯхтанд ва аз он вақт ҳар саҳар бо ҷидду ҷаҳд онро мехонанд."),
        (
            "uz",
            "Ko‘l bo‘yidagi qayiqchilar daryoni oʻqishni oʻrgandilar va shundan beri uni toʻla oʻqiydilar.",
        ),
        ("hy", "Լճի նավավարները սովորել են կարդալ գետը և այդ օրվանից ամեն առավոտ ուշադիր կարդում են այն։"),
        ("ka", "ტბის მენავეებმა ისწავლეს მდინარის წაკითხვა და მას შემდეგ ყოველ დილით კითხულობენ მას."),
        ("sq", "Varkëtarët e liqenit kanë mësuar ta lexojnë lumin dhe që atëherë e lexojnë çdo mëngjes."),
        ("mk", "Чамџиите од езерото научија да ја читаат реката и оттогаш ја читаат секое утро внимателно."),
        ("ro", "Luntrașii lacului au învățat să citească râul și de atunci îl citesc în fiecare dimineață."),
    ],
)
def test_further_languages_are_recognized(code: str, text: str) -> None:
    assert language_of(text) == code


def test_names_and_acronyms_do_not_make_a_language() -> None:
    assert language_of("12345", default="de") == "de"
    assert language_of("OSCE ODIHR. " + TEXTS["ru"]) == "ru"


def test_a_page_whose_first_paragraph_is_english_is_english() -> None:
    english = f"{TEXTS['en']} They have been at the lake since the spring, and it was not easy for them."
    assert language_of(f"{english}\n{TEXTS['de']} {TEXTS['de']} {TEXTS['de']}") == "en"
    assert language_of(f"{TEXTS['de']}\n{TEXTS['de']}\n{TEXTS['fr']}") == "de"


@pytest.mark.parametrize(
    ("language", "text", "fits"),
    [
        ("en", "ru", False),
        ("de", "uk", False),
        ("ru", "en", False),
        ("uk", "ru", True),
        ("de", "en", True),
        ("sr", "ru", True),
        ("sr", "de", True),
        ("eo", "ru", True),
    ],
)
def test_a_language_fits_the_letters_of_a_text(language: str, text: str, fits: bool) -> None:
    assert is_written_so(language, TEXTS[text]) == fits
