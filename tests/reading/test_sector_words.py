"""Words that are about a sector and are none of its names."""

from __future__ import annotations

from collections import Counter

import pytest

import bilateral as bl
from bilateral import reference
from bilateral.language.folding import fold
from bilateral.language.lexicon import lexicon
from bilateral.reading.kinds import vocabulary_of
from bilateral.reading.subjects import sectors_about
from bilateral.tables import listed, tables_of


def words(lang: str) -> list[tuple[str, str]]:
    """Each word of the table with its sector."""
    rows = tables_of(lang).rows("sector_words").items()
    return [(word, code) for code, row in rows for word in listed(row["words"])]


@pytest.mark.parametrize("lang", ["de", "en", "ru"])
def test_a_word_is_about_one_sector_and_names_no_other(lang: str) -> None:
    assert {code for _, code in words(lang)} <= reference.sectors().keys()
    met = Counter(fold(word) for word, _ in words(lang))
    assert [word for word, times in met.items() if times > 1] == []
    names = vocabulary_of(lexicon(lang), "sector").exact
    for word, code in words(lang):
        assert {entry.code for entry in names.get(fold(word), ())} <= {code}


@pytest.mark.parametrize(
    ("lang", "text", "code", "subject"),
    [
        ("en", "Agreement between Peru and Chile on stock theft", "crime", "on stock theft"),
        ("de", "Abkommen zwischen Peru und Chile über den Viehtrieb", "livestock", None),
        ("ru", "Соглашение между Перу и Чили о школьных обменах", "schools", None),
    ],
)
def test_it_tells_the_sector_and_stays_the_subject(
    lang: str, text: str, code: str, subject: str | None
) -> None:
    title = bl.parse_title(text, lang)
    assert ([one.code for one in title.sectors], title.uncertain) == ([code], frozenset())
    found = title.agreement("x")
    assert found.subject is not None
    assert found.subject[lang].nom == subject or text.endswith(str(found.subject[lang].nom))


def test_it_makes_compounds_as_names_do() -> None:
    assert sectors_about("Theaterprojekt und Klinikpartnerschaft", "de") == (
        bl.Sector("culture"),
        bl.Sector("health"),
    )


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Alters-, Hinterlassenen- und Invalidenversicherung", ["pensions", "social_protection"]),
        ("Tarn- und Straßenverkehr", ["road"]),
        ("Tarn- und", []),
        ("Tarn- und Wein", ["agriculture"]),
    ],
)
def test_the_last_compound_of_a_row_completes_the_others(text: str, codes: list[str]) -> None:
    assert [one.code for one in sectors_about(text, "de")] == codes


@pytest.mark.parametrize(
    ("lang", "text", "codes"),
    [
        ("en", "new materials", ["technology"]),
        ("en", "training of ministry staff", ["education"]),
        ("en", "forest restoration", ["forestry"]),
        ("de", "Anwerbung von Pflegefachkräften", ["labour"]),
        ("ru", "передача лиц, осуждённых к лишению свободы", ["legal_aid"]),
        ("ru", "обмен новостной информацией", ["media"]),
        ("ru", "физика высоких энергий", ["science"]),
        ("ru", "полевые учения", ["defence"]),
        ("ru", "учения", []),
        ("en", "utility models", ["ip"]),
        ("en", "copper refining", ["metallurgy"]),
        ("de", "Handelsstatistik", ["statistics"]),
    ],
)
def test_more_words_say_which_field_it_is(lang: str, text: str, codes: list[str]) -> None:
    assert [one.code for one in sectors_about(text, lang)] == codes


def test_what_may_be_several_tells_none() -> None:
    assert sectors_about("water", "en") == ()


@pytest.mark.parametrize(
    ("text", "codes", "is_sure"),
    [
        ("cross-border payments", ["banking"], True),
        ("water tourism", ["tourism"], True),
        ("tourism on water by land", ["tourism"], True),
        ("the press house", [], False),
    ],
)
def test_a_common_word_before_a_field_says_which(
    text: str, codes: list[str], *, is_sure: bool
) -> None:
    title = bl.parse_title(f"Agreement between Peru and Chile on {text}", "en")
    assert [one.code for one in title.sectors] == codes
    assert ("sectors" not in title.uncertain) == is_sure


@pytest.mark.parametrize(
    ("lang", "text", "codes"),
    [
        ("en", "training of rangers", ["wildlife"]),
        ("en", "training", ["education"]),
        ("en", "travelling exhibitions", ["heritage"]),
        ("en", "breeding loans", ["wildlife"]),
        ("en", "internet governance", ["digital"]),
        ("en", "theft of works of art", ["heritage"]),
        ("de", "Konsultationen", ["foreign_policy"]),
        ("de", "Konsultationen über Handel", ["trade"]),
        ("de", "Hafer, Grünland", ["agriculture"]),
        ("en", "agriculture; fairs", ["agriculture", "fairs"]),
        ("ru", "экспорт лекарств", ["pharma"]),
        ("ru", "экспорт", ["trade"]),
    ],
)
def test_what_is_done_in_a_field_is_none_of_its_own(lang: str, text: str, codes: list[str]) -> None:
    assert [one.code for one in sectors_about(text, lang)] == codes


@pytest.mark.parametrize(
    ("lang", "text", "codes"),
    [
        ("en", "turbine manufacturing", ["machinery"]),
        ("en", "wine trade", ["agriculture", "trade"]),
        ("en", "textiles, industry", ["light_industry", "industry"]),
        ("ru", "лазерные технологии и наука", ["technology", "science"]),
        ("ru", "мукомольная промышленность", ["food_industry"]),
    ],
)
def test_the_wider_sector_of_the_word_beside_it_says_no_more(
    lang: str, text: str, codes: list[str]
) -> None:
    assert sorted(one.code for one in sectors_about(text, lang)) == sorted(codes)


def test_a_small_word_is_no_abbreviation() -> None:
    title = "Convention between Peru and Chile concerning the boundary where it follows the river"
    assert "digital" not in [one.code for one in bl.parse_title(title, "en").sectors]
    upper = bl.parse_title("Agreement between Peru and Chile on IT", "en")
    assert [one.code for one in upper.sectors] == ["digital"]


@pytest.mark.parametrize(
    ("lang", "text", "code"),
    [
        ("en", "Human anatomy", "health"),
        ("en", "Peace and conflict studies", "science"),
        ("en", "Business administration", "economy"),
        ("en", "Glaciology", "science"),
        ("de", "Anglistik", "science"),
        ("de", "Betriebswirtschaftslehre", "economy"),
        ("de", "Kommunikationswissenschaft", "media"),
        ("de", "Menschenrechtsbildung", "education"),
        ("de", "die Erforschung der Backsteingotik", "heritage"),
        ("de", "die Ausbildung von Forstfachleuten", "forestry"),
    ],
)
def test_academic_disciplines_are_about_a_sector(lang: str, text: str, code: str) -> None:
    assert code in {one.code for one in sectors_about(text, lang)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("die Pflege der Städtepartnerschaft", []),
        ("die Pflege freundschaftlicher Kontakte", []),
        ("die Pflege und Weiterentwicklung der Kontakte", []),
        ("die Pflege von Kontakten", []),
        ("die Pflege des montanhistorischen Erbes", ["heritage"]),
        ("die Pflege", ["health"]),
        ("Pflege und Gesundheit", ["health"]),
        ("die Pflege in Pflegeheimen", ["health"]),
        ("die Pflege alter Menschen", ["health"]),
    ],
)
def test_what_is_kept_up_is_no_care_of_the_sick(text: str, found: list[str]) -> None:
    codes = [one.code for one in sectors_about(text, "de")]
    assert list(dict.fromkeys(codes)) == found
