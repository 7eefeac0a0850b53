"""From a case of a name back to its nominative: the very name, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from bilateral import MissingForm, Phrase
from bilateral.language.completion import complete
from bilateral.language.lexicon import CASES, form_of, lexicon
from bilateral.language.nominatives import nominative
from bilateral.language.russian import adjective_endings, agree
from bilateral.language.russian_names import derived_fields

GOLDEN = Path(__file__).parents[1] / "golden" / "russian_names.tsv"
TERRITORIES = ("city", "district", "region", "state")
# Tables with names that somebody has reviewed, and a kind that they may be of.
REVIEWED = {"institutions": "ministry", "cities": "city", "subdivisions": "region"}


def russian_names() -> list[tuple[str, str]]:
    """The kinds and names of the golden file, and those of the tables."""
    _, *rows = GOLDEN.read_text(encoding="utf-8").splitlines()
    known = {(kind, name) for kind, name, *_ in (row.split("\t") for row in rows)}
    for topic, kind in REVIEWED.items():
        known |= {(kind, row["nom"]) for row in lexicon("ru").rows(topic).values() if "nom" in row}
    return sorted(known)


def test_no_form_of_a_russian_name_leads_to_another_name() -> None:
    bodies = found = 0
    # Of the cases, these look least alike; another one in turn.
    for number, (kind, name) in enumerate(russian_names()):
        forms = derived_fields(Phrase(name), kind)
        for case in {"ins", CASES[1 + number % 5]} & forms.keys():
            made = nominative(str(forms[case]), "ru", case, kind)
            assert made in (name, None), (name, case, made)
            if kind not in TERRITORIES:
                bodies += 1
                found += made == name
    assert bodies > 2_000
    assert found > 0.98 * bodies


@pytest.mark.parametrize("topic", ["institutions", "bodies"])
def test_no_form_of_a_german_name_leads_to_another_name(topic: str) -> None:
    tried = found = 0
    for row in lexicon("de").rows(topic).values():
        phrase = complete(Phrase(row["nom"]), "de", "ministry")
        for case in ("dat", "gen"):
            try:
                text = form_of(phrase, "de", case)
            except MissingForm:
                continue
            made = nominative(text, "de", case, "ministry")
            assert made in (row["nom"], None), (row["nom"], case, made)
            tried += 1
            found += made == row["nom"]
    assert tried > 40
    assert found > 0.9 * tried


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Городским советом", "city_council", "Городской совет"),
        ("Сельским советом", "city_council", "Сельский совет"),
        ("Чужого дома", "museum", "Чужой дом"),
        (
            "Научно-исследовательского института экономики",
            "research_institute",
            "Научно-исследовательский институт экономики",
        ),
        ("школой-интернатом", "school", "школа-интернат"),
        ("Третьего управления", "public_body", "Третье управление"),
        ("ТОО «Астана Моторс»", "company", "ТОО «Астана Моторс»"),
        ("Нечто», «совсем другое", "company", None),
    ],
)
def test_the_case_need_not_be_known(text: str, kind: str, name: str | None) -> None:
    assert nominative(text, "ru", None, kind) == name


def test_a_town_that_may_be_two_is_none() -> None:
    # That of Лид or of Лида.
    assert nominative("Лиду", "ru", "acc", "city") is None
    assert nominative("Витебском", "ru", "ins", "city") == "Витебск"


def test_a_chain_of_words_is_no_name() -> None:
    assert nominative("-".join(["академией"] * 9), "ru", "ins", "academy") is None


def test_a_german_name_of_unknown_case_is_its_own_nominative_if_it_has_that_form() -> None:
    assert nominative("Universität Hamburg", "de", None, "university") == "Universität Hamburg"
    assert nominative("Ministeriums für Kultur", "de", None, "ministry") == "Ministerium für Kultur"
    assert nominative("Dings", "de", None, "ministry") is None


def test_a_nominative_is_one_and_other_languages_have_no_cases() -> None:
    assert nominative("Wörgl", "de", "nom", "city") == "Wörgl"
    assert nominative("Лида", "ru", "nom", "city") == "Лида"
    assert nominative("Ministry of Trade", "en", "dat", "ministry") == "Ministry of Trade"


@pytest.mark.parametrize("case", CASES)
def test_endings_of_adjectives_are_those_that_agree(case: str) -> None:
    for adjective in ("торговый", "синий", "высший", "городской"):
        for gender in ("m", "f", "n", "pl"):
            form, nom = agree(adjective, gender, case), agree(adjective, gender, "nom")
            assert form
            assert nom
            pairs = adjective_endings(gender, case)
            assert any(
                form.endswith(end) and form.removesuffix(end) + own == nom for end, own in pairs
            )


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Deutschen Fußball-Bund", "sports_body", "Deutscher Fußball-Bund"),
        ("Deutschen Bahn AG", "company", "Deutsche Bahn AG"),
        ("Staatlichen Puschkin-Museum", "museum", "Staatliches Puschkin-Museum"),
        ("Wiesen Goethe-Institut", "research_institute", "Wiesen Goethe-Institut"),
    ],
)
def test_what_looks_like_an_adjective_before_a_german_noun_is_one(
    text: str, kind: str, name: str
) -> None:
    assert nominative(text, "de", "dat", kind) == name


@pytest.mark.parametrize(
    ("text", "case", "name"),
    [
        ("Kyoto University", "dat", "Kyoto University"),
        ("Université de Lorraine", "dat", "Université de Lorraine"),
        ("Kyoto Universities", "gen", None),
        ("Staatlichen Universität Rio de Janeiro", "acc", None),
    ],
)
def test_a_foreign_name_is_the_same_in_all_german_cases(
    text: str, case: str, name: str | None
) -> None:
    found = nominative(text, "de", case, "university")
    assert found == name or (name is None and found != text)


@pytest.mark.parametrize(
    ("text", "case", "name"),
    [
        ("г. Стаффорд", "ins", "Стаффорд"),
        ("городом Вязьма", "ins", "Вязьма"),
        ("города Кирьят-Бялик", "gen", "Кирьят-Бялик"),
        ("городу Стаффорд", "dat", "Стаффорд"),
        ("городом Рыбинском", "ins", "город Рыбинск"),
        # One of the words has its ending.
        ("г. Ростовом-на-Дону", "ins", None),
        ("г. Сучжоу провинции Аньхой КНР", "ins", "Сучжоу провинции Аньхой КНР"),
        ("городом Псковом Псковской области", "ins", None),
    ],
)
def test_a_town_may_stay_as_it_is_behind_the_russian_word_for_one(
    text: str, case: str, name: str | None
) -> None:
    assert nominative(text, "ru", case, "city") == name


@pytest.mark.parametrize("case", ["gen", "ins"])
def test_a_body_that_nobody_declined_is_its_own_nominative(case: str) -> None:
    name = "Палата экономики Словацкой Республики"
    assert nominative(name, "ru", case, "chamber") == name
    assert nominative("Палат экономики", "ru", case, "chamber") is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Al-Farabi Kasachische Nationale Universität", "university"),
        ("Hanoi Universität für Musik", "university"),
        ("Deutsches Institut für Normung", "research_institute"),
        ("Universitätsmedizin Rostock", "hospital"),
    ],
)
def test_a_german_name_that_nobody_declined_is_its_nominative(text: str, kind: str) -> None:
    assert nominative(text, "de", "dat", kind) == text


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("Deutsche Institut", "dat"),
        ("Kuratoriums Universität für Musik", "gen"),
        ("Rote Hanoi Neue Universität", "dat"),
    ],
)
def test_a_german_name_with_a_word_in_doubt_has_no_nominative(text: str, case: str) -> None:
    assert nominative(text, "de", case, "university") is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Universität Hohenheim", "university"), ("BMEL", "ministry"), ("BMVg", "ministry")],
)
def test_a_german_name_that_no_case_changes_is_its_own_nominative(name: str, kind: str) -> None:
    assert nominative(name, "de", "dat", kind) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Moravská galerie Brno", "Moravská galerie Brno"),
        ("Dopravní podnik města Prahy", "Dopravní podnik města Prahy"),
        ("Staatlichen Museum Příbram", "Staatliches Museum Příbram"),
        ("Museum Příbram", "Museum Příbram"),
    ],
)
def test_a_foreign_name_is_the_same_behind_an_article(text: str, name: str) -> None:
    assert nominative(text, "de", "dat", "museum") == name
