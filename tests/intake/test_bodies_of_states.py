"""A body that does not say whose it is is that of the state in the column beside it."""

import pytest

import bilateral as bl
from tests.intake.reading import agreement, codes, ids, only

HOME = "Gesundheitsministerium der Republik Belarus"


def partner(name: str, country: str, lang: str = "de") -> bl.Partner:
    """The other side of the only row of a list of partners."""
    header = {"de": "Partner;Land;Art", "ru": "Партнёр;Страна;Вид"}[lang]
    home = {"de": HOME, "ru": "Министерство здравоохранения Республики Беларусь"}[lang]
    text = f"{header}\n{name};{country};Memorandum\n"
    return agreement(text, lang, home=home).sides[1].partners[0]


@pytest.mark.parametrize(
    ("name", "country", "lang", "id", "title"),
    [
        (
            "Ministerium für Gesundheit",
            "Oman",
            "de",
            "om-ministry-of-health",
            "dem Ministerium für Gesundheit des Sultanats Oman",
        ),
        (
            "Finanzministerium",
            "Ungarn",
            "de",
            "hu-ministry-of-finance",
            "dem Ministerium der Finanzen von Ungarn",
        ),
        ("Zentralbank", "Ungarn", "de", "hu-central-bank", "der Zentralbank von Ungarn"),
        ("Верховный суд", "Венгрия", "ru", "hu-supreme-court", "Верховным судом Венгрии"),
        (
            "Национальный совет",
            "Словения",
            "ru",
            "si-national-council",
            "Национальным советом Республики Словения",
        ),
        ("АН", "Грузия", "ru", "ge-academy-of-sciences", "Академией наук Грузии"),
        (
            "Парламент",
            "Армения",
            "ru",
            "am-parliament",
            "Парламентом Республики Армения",
        ),
        (
            "Минздрав",
            "Мальта",
            "ru",
            "mt-ministry-of-health",
            "Министерством здравоохранения Республики Мальта",
        ),
        # As it is recorded.
        (
            "Национальный банк",
            "Казахстан",
            "ru",
            "kz-national-bank",
            "Национальным Банком Республики Казахстан",
        ),
    ],
)
def test_titles_say_whose_it_is(name: str, country: str, lang: str, id: str, title: str) -> None:
    found = partner(name, country, lang)
    assert found.id == id
    own = bl.Partner.government("BY")
    document = bl.Agreement("x", "memorandum", (own, found), sectors=["health"])
    assert title in str(document.title(lang))


def test_a_ministry_of_a_state_whose_units_have_ministries_may_be_one_of_those() -> None:
    assert partner("Ministerium für Kultur", "Deutschland").id == "de-ministerium-fur-kultur"
    assert partner("Bundesministerium für Kultur", "Deutschland").id == "de-ministry-of-culture"


@pytest.mark.parametrize(("name", "country"), [("Polizei", "Ungarn"), ("Zentralbank", "Narnia")])
def test_a_noun_that_says_no_more_is_asked(name: str, country: str) -> None:
    _, row = only(f"Partner;Land;Art\n{name};{country};Memorandum\n", "de", home=HOME)
    assert codes(row) == ["unknown-party"]


def test_an_ambiguous_name_that_is_none_of_a_usual_body_is_asked() -> None:
    _, row = only("Partner;Country;Type\nGeorgia;France;MoU\n", "en", home="University of Malta")
    assert codes(row) == ["ambiguous-label"]


def test_what_a_rule_would_name_is_the_body_that_is_recorded_under_another_id() -> None:
    text = (
        "Title;Signed\n"
        "Memorandum between the Prosecutor General’s Office of Uzbekistan and the Prosecutor"
        " General’s Office of Tajikistan;2001\n"
    )
    assert ids(agreement(text, "en")) == [
        ["uz-general-prosecutors-office"],
        ["tj-prosecutor-generals-office"],
    ]
    assert bl.Partner.like("Generalstaatsanwaltschaft von Usbekistan", "de").id == (
        "uz-general-prosecutors-office"
    )


def test_an_embassy_is_that_of_the_state_before_it_and_not_of_the_one_it_is_in() -> None:
    text = (
        "Titel;Datum\nNotenwechsel zwischen der österreichischen Gesandtschaft in der Türkei und"
        " dem türkischen Außenministerium über die Aufhebung des Sichtvermerkzwanges;2001\n"
    )
    assert [one.country for one in agreement(text, "de", home="AT").partners] == ["AT", "TR"]
    with pytest.raises(bl.ValidationError, match="no-country"):
        bl.Partner.like("Österreichische Gesandtschaft", "de", country="TR")
