"""Titles: every kind, every language, and what happens where a form is missing.

`python -m tests.language.test_titles` writes the golden file anew;
read the difference before you commit it.
"""

import copy
import pickle
import re
from itertools import product
from pathlib import Path

import pytest

import bilateral as bl
from bilateral import (
    Agreement,
    AgreementKind,
    Event,
    PartialDate,
    Partner,
    Period,
    Phrase,
    ValidationError,
    dumps,
)
from bilateral.examples import astana_2025
from bilateral.language.titles import Title

GOLDEN = Path(__file__).parents[1] / "golden" / "titles.tsv"
LANGUAGES = ("de", "en", "ru")
BY, KZ = Partner.government("BY"), Partner.government("KZ")
MINSK, ASTANA = Partner.city_government("BY-HM"), Partner.city_government("KZ-71")
PARENT = Agreement(
    "parent", "agreement", (BY, KZ), sectors=["energy"], events=[Event.signed("2025-11-05")]
)
SUBJECT = {
    "de": Phrase("Austausch von Studierenden", gender="m", article=True),
    "en": "the exchange of students",
    "ru": Phrase(
        "обмен студентами",
        gen="обмена студентами",
        dat="обмену студентами",
        loc="обмене студентами",
    ),
}


def documents():
    """Documents of every kind and shape, by name."""
    for kind in AgreementKind:
        yield f"{kind}", Agreement("a", kind, (BY, KZ))
        yield (
            f"{kind}, two sectors",
            Agreement("a", kind, (BY, KZ), sectors=["trade", "economy"], period="2026/2028"),
        )
        yield (
            f"{kind}, one sector",
            Agreement("a", kind, (MINSK, ASTANA), sectors=["health"], period="2026"),
        )
        yield f"{kind}, subject", Agreement("a", kind, (BY, KZ), subject=SUBJECT, period="2026/..")
        yield (
            f"{kind}, several partners",
            Agreement("a", kind, ([BY, MINSK], KZ), sectors=["humanitarian", "tourism"]),
        )
    for kind in ("action_plan", "programme", "protocol", "roadmap"):
        yield (
            f"{kind}, implementing",
            Agreement(
                "a", kind, (BY, KZ), sectors=["energy"], implements=PARENT, period="2026/2028"
            ),
        )
        yield (
            f"{kind}, implementing another's",
            Agreement("a", kind, (MINSK, ASTANA), sectors=["energy"], implements=PARENT),
        )
    for kind in ("additional_protocol", "amending_protocol"):
        yield f"{kind}, to a parent", Agreement("a", kind, (KZ, BY), amends=PARENT)
        undated = Agreement("p", "treaty", (BY, KZ), subject=SUBJECT)
        yield f"{kind}, to an undated parent", Agreement("a", kind, (KZ, BY), amends=undated)
    for date in ("2025-11", "2025", "2025-33"):
        dated = Agreement("p", "mou", (BY, KZ), events=[Event.signed(date)])
        yield f"parent of {date}", Agreement("a", "amending_protocol", (BY, KZ), amends=dated)
    for kind, code in product(("joint_declaration", "session_protocol"), ("DE-BY", "DE-RP")):
        sides = (ASTANA, Partner.subdivision(code))
        yield f"{kind} with {code}", Agreement("a", kind, sides, sectors=["culture"])
    for code in (
        *("defence", "industrial_coop", "social", "water_supply", "environment", "economy"),
        *("chemicals", "oil_gas", "foreign_policy", "interregional", "parliamentary"),
    ):
        yield f"sector {code}", Agreement("a", "agreement", (BY, KZ), sectors=[code])
        yield (
            f"sector {code} and more",
            Agreement("a", "agreement", (BY, KZ), sectors=["trade", code, "ai"]),
        )
    nominatives = Partner("a", "company", dict.fromkeys(LANGUAGES, "ACME"), country="DE")
    foreign = Partner("b", "company", {"en": "Minsk Works"}, country="BY")
    for kind in ("memorandum", "joint_statement", "amending_protocol", "twinning"):
        yield (
            f"{kind}, nominatives",
            Agreement("a", kind, (nominatives, ASTANA), sectors=["trade"], period="2026"),
        )
        yield f"{kind}, foreign", Agreement("a", kind, (foreign, ASTANA), sectors=["trade"])
    yield (
        "plain subject",
        Agreement("a", "mou", (BY, KZ), subject={"de": "Zölle", "en": "customs", "ru": "таможня"}),
    )
    yield "foreign subject", Agreement("a", "mou", (BY, KZ), subject={"kk": "кеден"})


def rows():
    """The golden file as it should be."""
    for (name, document), lang in product(documents(), LANGUAGES):
        title = document.title(lang)
        missing = ", ".join(f"{word}:{form}" for word, form in title.missing)
        yield f"{name}\t{lang}\t{title}\t{missing}"


def test_titles_are_the_golden_ones_to_the_character():
    assert list(rows()) == GOLDEN.read_text(encoding="utf-8").splitlines()


def test_either_side_can_be_first_whatever_names_it():
    document = Agreement("a", "agreement", (MINSK, ASTANA))
    expected = "Agreement between the Akimat of Astana and the Minsk City Executive Committee"

    for first in ("KZ", "KZ-71", ASTANA, document.sides[1], ASTANA.id):
        assert document.title("en", first=first) == expected
    for first in (None, "BY", MINSK):
        assert document.title("en", first=first) != expected


@pytest.mark.parametrize(
    ("first", "code"),
    [
        ("DE", "not-a-party"),
        ("nonsense", "not-a-party"),
        (Partner.state("DE"), "not-a-party"),
        ("XX", "unknown-partner"),
        ("Kazakhstan", "unknown-partner"),
        (5, "wrong-type"),
    ],
)
def test_only_a_party_can_be_first(first, code):
    with pytest.raises(ValidationError) as caught:
        Agreement("a", "agreement", (MINSK, ASTANA)).title("en", first=first)
    assert [problem.code for problem in caught.value.problems] == [code]


@pytest.mark.parametrize(
    ("tag", "others"),
    [
        ("ru", ["RU", "ru_RU", "ru-ru", "Ru-Cyrl_RU"]),
        ("de-AT", ["de_AT", "DE-at", "de_at"]),
        ("en-US", ["en_US", "EN-us"]),
    ],
)
def test_a_language_tag_is_taken_in_any_case_and_with_underlines(tag, others):
    agreement = astana_2025()["by-kz-2025-minsk-astana-roadmap"]
    values = [agreement.kind, agreement.period, agreement.sectors[0], *agreement.partners]
    day = PartialDate("2025-01-05")
    for other in others:
        assert agreement.title(other) == agreement.title(tag)
        assert agreement.summary(other) == agreement.summary(tag)
        assert [one.label(other) for one in values] == [one.label(tag) for one in values]
        assert day.label(other) == day.label(tag)
        assert Period.from_text(day.label(tag), other) == Period("2025-01-05")
        assert dumps(astana_2025(), "csv", lang=other) == dumps(astana_2025(), "csv", lang=tag)


def test_a_missing_form_is_an_error_that_names_it_if_that_is_asked_for():
    document = Agreement("a", "mou", (Partner("x", "company", {"en": "X"}, country="DE"), ASTANA))

    assert document.title("en", strict=True).missing == ()
    with pytest.raises(bl.MissingForm) as caught:
        document.title("ru", strict=True)
    assert (caught.value.name, caught.value.form, caught.value.lang) == ("x", "nom", "ru")


def test_a_designation_begins_the_title():
    """In its language, with a capital letter."""
    document = Agreement(
        "a", "roadmap", (MINSK, ASTANA), designation={"ru": "план мероприятий («дорожная карта»)"}
    )

    assert document.title("ru").startswith("План мероприятий («дорожная карта») по сотрудничеству")
    assert document.title("en").startswith("Roadmap on cooperation")


@pytest.mark.parametrize(
    ("lang", "designation", "fields"),
    [
        ("de", "Abkommen über die Zusammenarbeit", "im Bereich Energie"),
        ("en", "Cooperation Agreement", "in the field of energy"),
        ("ru", "Соглашение о сотрудничестве", "в области энергетики"),
    ],
)
def test_a_designation_that_says_cooperation(lang, designation, fields):
    """Is followed by the fields alone, also where another title names the document."""
    named = {lang: Phrase(designation, gen=designation)}
    parent = Agreement("a", "agreement", (MINSK, ASTANA), designation=named, sectors=["energy"])
    plan = Agreement("b", "protocol", (BY, KZ), implements=parent)

    for title in (parent.title(lang), plan.title(lang)):
        assert designation in title
        assert (
            len(re.findall("Zusammenarbeit|Cooperation|сотрудничеств", title, re.IGNORECASE)) == 1
        )
    assert parent.title(lang).endswith(fields)


def test_a_designation_that_says_cooperation_keeps_what_it_amends():
    """Which is more than its fields."""
    document = Agreement(
        "a",
        "additional_protocol",
        (BY, KZ),
        amends=PARENT,
        designation={"en": "Additional Cooperation Protocol"},
    )

    assert "to the Agreement" in document.title("en")


def test_a_state_without_another_name_has_the_genitive_of_its_short_one():
    japan, canada = Partner.state("JP"), Partner.government("CA")
    declaration = Agreement("a", "joint_declaration", (japan, canada))

    assert declaration.title("de") == "Gemeinsame Erklärung Japans und der Regierung von Kanada"
    assert not declaration.title("de").missing


def test_a_region_takes_the_words_of_its_language():
    """And an unknown language is an error."""
    document = Agreement("a", "roadmap", (MINSK, ASTANA), period="2026")

    assert document.title("de-AT") == document.title("de")
    with pytest.raises(bl.UnknownLanguage):
        document.title("be")


def test_sectors_of_ones_own_are_named_or_tagged_with_their_language():
    bees = bl.Sector("beekeeping", name={"en": "beekeeping", "ru": "пчеловодство"})
    document = Agreement("a", "agreement", (BY, KZ), sectors=[bees, "trade"])

    assert document.title("en").endswith("in the fields of beekeeping and trade")
    assert document.title("ru").endswith("(сферы: пчеловодство и торговля)")
    assert document.title("de").endswith("(Bereiche: beekeeping [en] und Handel)")
    assert ("beekeeping", "nom") in document.title("de").missing


class TestTitle:
    """The text that knows how it was made."""

    title = Title("A", "{kind}", [("b", "ins")])

    def test_a_title_is_a_text(self):
        assert self.title == "A"
        assert hash(self.title) == hash("A")
        assert (self.title.frame, self.title.missing) == ("{kind}", (("b", "ins"),))

    def test_a_title_cannot_be_changed(self):
        with pytest.raises(AttributeError):
            self.title.frame = "x"
        with pytest.raises(AttributeError):
            del self.title.missing

    def test_copies_and_pickles_keep_frame_and_missing_forms(self):
        for again in (pickle.loads(pickle.dumps(self.title)), copy.deepcopy(self.title)):
            assert (again, again.frame, again.missing) == ("A", "{kind}", (("b", "ins"),))


if __name__ == "__main__":
    GOLDEN.write_text("\n".join(rows()) + "\n", encoding="utf-8")
