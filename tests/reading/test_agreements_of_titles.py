"""From a title in one language to an agreement, and to its titles in the others.

`python -m tests.reading.test_agreements_of_titles` writes the golden file anew;
read the difference before you commit it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import bilateral as bl
from bilateral import AgreementKind, PartnerKind

TESTS = Path(__file__).parents[1]
TITLES = TESTS / "data" / "titles_of_registers.tsv"
GOLDEN = TESTS / "golden" / "titles_in_other_languages.tsv"


def agreement(text: str, lang: str = "ru", **facts: object) -> bl.Agreement:
    return bl.parse_title(text, lang).agreement("x", **facts)  # type: ignore[arg-type]


def told(text: str, lang: str = "ru", **facts: object) -> list[tuple[str, str]]:
    with pytest.raises(bl.ValidationError) as caught:
        agreement(text, lang, **facts)
    return [(problem.code, problem.where) for problem in caught.value.problems]


def titles() -> list[tuple[str, str]]:
    """The titles of the table with their languages."""
    _, _, *rows = TITLES.read_text(encoding="utf-8").splitlines()
    return [(lang, text) for lang, text in (row.split("\t") for row in rows)]


def rows() -> Iterator[str]:
    """The golden file as it should be: each title and those in all languages that it leads to."""
    for lang, text in titles():
        yield f"{lang}\t{text}"
        try:
            found = agreement(text, lang, accept="likely")
        except bl.ValidationError as error:
            yield from (f"\t{problem.code}\t{problem.where}" for problem in error.problems)
            continue
        for other in ("de", "en", "ru"):
            title = found.title(other)
            missing = "; ".join(map(" ".join, title.missing))
            yield f"\t{other}\t{title}\t{missing}"


def test_titles_of_registers_have_the_golden_titles_in_the_other_languages() -> None:
    assert list(rows()) == GOLDEN.read_text(encoding="utf-8").splitlines()


def test_most_titles_of_registers_are_whole_in_every_language() -> None:
    written = list(rows())
    whole = [row for row in written if row.startswith("\t") and row.endswith("\t")]
    assert len(whole) > 0.8 * 3 * len(titles())


def test_a_title_that_says_nothing_else_comes_back_word_for_word() -> None:
    for text in (
        "Соглашение между Верховным судом Кении и Верховным судом Чада о сотрудничестве",
        "Меморандум о сотрудничестве между городом Минском и городом Бонном",
    ):
        assert agreement(text).title("ru") == text
    text = "Abkommen zwischen Kenia und Japan über den Anbau von Kaffee"
    assert agreement(text, "de").subject == bl.Phrases(de="über den Anbau von Kaffee")


class TestFields:
    TEXT = (
        "Протокол о намерениях между Министерством туризма Республики Кения и Министерством "
        "туризма Японии о сотрудничестве в области туризма на 2024–2026 годы"
    )

    def test_they_are_those_of_the_title(self) -> None:
        found = agreement(self.TEXT)
        assert found.kind is AgreementKind.PROTOCOL_OF_INTENT
        assert [sector.code for sector in found.sectors] == ["tourism"]
        assert [one.id for one in found.partners] == [
            "ke-ministry-of-tourism",
            "jp-ministry-of-tourism",
        ]
        assert (found.period, found.subject) == (bl.Period("2024/2026"), None)
        assert found.titles == (bl.RecordedTitle(self.TEXT, "ru"),)

    def test_the_date_of_the_title_is_that_of_the_signature(self) -> None:
        found = agreement("Договор между Кенией и Японией от 5 ноября 2025 года")
        assert found.dates("signed") == (bl.PartialDate("2025-11-05"),)

    def test_facts_go_before_what_the_title_says(self) -> None:
        sides = bl.Partner.state("BY"), bl.Partner.state("KZ")
        found = agreement("Нечто о туризме", sides=sides, kind="mou", period="2025")
        assert (found.kind, found.period) == (AgreementKind.MOU, bl.Period("2025"))
        assert [one.id for one in found.partners] == ["by", "kz"]

    def test_only_states_make_treaties(self) -> None:
        cities = agreement("Договор между городом Минском и городом Бонном")
        assert cities.kind is AgreementKind.AGREEMENT
        assert cities.title("ru") == "Договор между городом Минском и городом Бонном"
        assert cities.title("en") == "Agreement between Minsk and Bonn"
        assert agreement("Договор между Кенией и Японией").kind is AgreementKind.TREATY

    def test_what_it_calls_itself_stays_in_its_language(self) -> None:
        found = agreement("Absprache zwischen Kenia und Japan", "de")
        assert found.designation == bl.Phrases(de="Absprache")
        assert "Absprache" not in found.title("en")
        assert agreement("Abkommen zwischen Kenia und Japan", "de").designation is None

    def test_what_says_the_kind_together_with_the_subject_is_no_name_of_it(self) -> None:
        text = (
            "Vereinbarung zwischen der Stadt Bonn und der Stadt Minsk über eine Städtepartnerschaft"
        )
        found = agreement(text, "de")
        assert (found.kind, found.subject, found.designation) == ("twinning", None, None)

    def test_a_common_subject_is_known_in_every_language(self) -> None:
        text = "Соглашение между Кенией и Японией об устранении двойного налогообложения"
        subject = agreement(text).subject
        assert subject is not None
        assert subject["ru"].nom == "об устранении двойного налогообложения"
        assert subject["en"].nom == "for the avoidance of double taxation"

    def test_a_subject_in_two_pieces_is_left_to_the_recorded_title(self) -> None:
        text = "Соглашение о чае, между Кенией и Японией, хранении шляп"
        fields = ("sectors", "sides", "subject")
        assert sorted(told(text)) == [("uncertain-field", field) for field in fields]
        found = agreement(text, accept="likely")
        assert found.subject is None
        assert "шляп" in found.titles[0].text

    def test_other_documents_have_the_sides_of_this_one(self) -> None:
        text = (
            "Протокол о внесении изменений в Соглашение между Кенией и Японией о туризме "
            "от 5 ноября 2020 года"
        )
        found = agreement(text, accept="likely")
        (amended,) = found.amends
        assert (amended.id, amended.sides) == ("x-amends", found.sides)
        assert amended.dates("signed") == (bl.PartialDate("2020-11-05"),)
        assert amended.titles == ()
        sides = bl.Partner.state("BY"), bl.Partner.state("KZ")
        text = "План мероприятий по реализации Соглашения о туризме"
        (done,) = agreement(text, sides=sides, accept="likely").implements
        assert [one.id for one in done.partners] == ["by", "kz"]


class TestDoubt:
    def test_nothing_else_can_be_accepted(self) -> None:
        with pytest.raises(bl.UnknownCode) as caught:
            agreement("Договор между Кенией и Японией", accept="likly")
        assert caught.value.hint == "likely"

    def test_all_that_is_missing_is_told_at_once(self) -> None:
        assert told("Нечто") == [
            ("missing-field", "kind"),
            ("two-sides", "sides"),
            ("uncertain-field", "sectors"),
        ]

    def test_what_could_be_read_in_another_way_has_to_be_accepted(self) -> None:
        text = "Protocol on trade between Belarus and Serbia and Kenya"
        assert told(text, "en") == [("uncertain-field", "sides")]
        assert len(agreement(text, "en", accept="likely").partners) == 3

    def test_a_party_that_is_not_certain_is_told_with_its_place(self) -> None:
        text = "Соглашение между Университетом Джорджтауна и Верховным судом Кении"
        assert told(text) == [("no-country", "sides[0][0].country")]
        first, second = agreement(text, accept="likely").partners
        assert (first.kind, first.country) == (PartnerKind.UNIVERSITY, "GY")
        assert second.id == "ke-supreme-court"

    def test_a_name_that_stands_for_several_partners_is_told(self) -> None:
        codes = told("Abkommen zwischen dem Kongo und der Stadt Bonn", "de")
        assert ("ambiguous-text", "sides[0][0]") in codes

    def test_the_case_of_a_little_known_place_may_be_certain(self) -> None:
        found = agreement("Соглашение между Республикой Беларусь и Ломбардией")
        assert [one.id for one in found.partners] == ["by", "it-25"]
        text = "Соглашение между Республикой Беларусь и Тосканой"
        assert told(text) == [("uncertain-field", "sides[1][0]")]
        assert agreement(text, accept="likely").partners[1].id == "it-52"

    def test_a_name_in_a_case_that_leads_to_no_certain_nominative_is_told(self) -> None:
        text = "Договор между Республикой Беларусь и городом Крутовом Республики Казахстан"
        assert told(text, accept="likely") == [("no-nominative", "sides[1][0].name")]

    def test_problems_of_other_documents_have_their_place(self) -> None:
        text = "План мероприятий по реализации Соглашения между ООО «А» и ООО «Б» о туризме"
        assert ("no-country", "implements[0].sides[0][0].country") in told(text, accept="likely")


if __name__ == "__main__":
    GOLDEN.write_text("\n".join(rows()) + "\n", encoding="utf-8")
