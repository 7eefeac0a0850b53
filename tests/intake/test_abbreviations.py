"""An abbreviation that a list explains is known in all its rows."""

import pytest

import bilateral as bl
from bilateral.intake.abbreviations import explained
from tests.intake.reading import ids

UNIVERSITIES = "Partner;Land;Art\n{};Kooperationsvertrag\n{};Rahmenabkommen\n"


def both(first: str, second: str) -> tuple[bl.Dossier, list[str]]:
    """The documents of two rows of a list of partners, and what is asked of them."""
    text = UNIVERSITIES.format(first, second)
    dossier, review = bl.read_list(text, "de", home="Universität Bonn")
    return dossier, [one.code for row in review for one in row.questions]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Karlsruher Institut für Technologie (KIT);Deutschland", "KIT;Deutschland"),
        ("KIT;Deutschland", "Karlsruher Institut für Technologie (KIT);Deutschland"),
        ("KIT (Karlsruher Institut für Technologie);Deutschland", "KIT;"),
        ("Karlsruher Institut für Technologie (im Folgenden: KIT);", "„KIT“;Deutschland"),
    ],
)
def test_it_is_the_same_partner_in_whatever_order(first: str, second: str) -> None:
    dossier, asked = both(first, second)
    assert not asked
    assert [ids(one)[1] for one in dossier.agreements] == [
        ["de-karlsruher-institut-fur-technologie"]
    ] * 2


def test_titles_explain_and_use_them_in_any_case() -> None:
    dossier, review = bl.read_list(
        "Протокол о сотрудничестве между БГУ и Варшавским университетом\n"
        "Договор между Белорусским государственным университетом (БГУ) и Софийским"
        " университетом\n",
        "ru",
    )
    assert not [row for row in review if row.questions]
    assert [ids(one)[0] for one in dossier.agreements] == [
        ["by-belorusskiy-gosudarstvennyy-universitet"]
    ] * 2


def test_one_with_two_meanings_is_asked_with_both() -> None:
    _, review = bl.read_list(
        "Договор между Белорусским государственным университетом (БГУ) и Софийским университетом\n"
        "Договор между Бакинским государственным университетом (БГУ) и Софийским университетом\n"
        "Договор между БГУ и Софийским университетом\n",
        "ru",
    )
    asked = review.rows[2].questions
    assert [one.code for one in asked] == ["ambiguous-label"]
    assert asked[0].details["readings"] == (
        "Бакинским государственным университетом / Белорусским государственным университетом"
    )


def test_letters_that_are_not_those_of_the_name_are_asked() -> None:
    dossier, asked = both("Institut für Physik, Minsk (NASB);Belarus", "NASB;Belarus")
    assert asked == ["uncertain-reading"]
    assert len(dossier) == 1


@pytest.mark.parametrize(
    ("above", "home"),
    [
        ("Договоры Белорусского государственного университета (БГУ)\n", None),
        ("", "Белорусский государственный университет"),
    ],
)
def test_the_one_whose_list_it_is_has_its_own(above: str, home: str | None) -> None:
    title = "Договор о сотрудничестве между БГУ и Софийским университетом"
    dossier, _ = bl.read_list(f"{above}№;Наименование\n1;{title}\n", "ru", home=home)
    assert ids(dossier.agreements[0]) == [
        ["by-belorusskiy-gosudarstvennyy-universitet"],
        ["bg-sofiyskiy-universitet"],
    ]


@pytest.mark.parametrize(
    ("short", "is_own"), [("НБ РБ", True), ("НБ РК", False), ("НК РБ", False), ("НБ Минска", False)]
)
def test_the_initials_of_the_owner_may_have_its_state_behind_them(
    short: str,
    is_own: bool,  # noqa: FBT001
) -> None:
    title = f"Соглашение о связи между {short} и Национальным банком Республики Казахстан"
    home = "Национальный банк Республики Беларусь"
    _, review = bl.read_list(f"Наименование\n{title}\n", "ru", home=home)
    assert bool(review.counts["questions"]) is not is_own


def test_initials_with_a_state_are_not_those_of_an_owner_of_no_country() -> None:
    title = "Соглашение о связи между ОЭС РБ и Национальным банком Республики Казахстан"
    home = bl.Partner("oes", "international_org", {"ru": "Общество электрической связи"})
    _, review = bl.read_list(f"Наименование\n{title}\n", "ru", home=home)
    assert review.counts["questions"]


def test_a_place_in_brackets_is_none() -> None:
    text = "Partner;Land;Art\nUniversität Bonn (NRW);Deutschland;Vertrag\nNRW;Deutschland;Vertrag\n"
    dossier, _ = bl.read_list(text, "de", home="Universität Wien")
    assert [ids(one)[1] for one in dossier.agreements][1] == ["de-nw"]


def test_the_initials_of_a_name_are_no_town() -> None:
    text = (
        "Partner;Land;Art;Datum\n"
        "Behörde für Raumfahrt und Navigation Odessa (BRNO);Ukraine;MoU;2001\n"
    )
    home = bl.Partner("amt", "public_body", {"de": "Luftamt"}, country="DE")
    (found,) = bl.read_list(text, "de", home=home)[0]
    assert found.partners[1].country == "UA"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("WIFO – Institut für Wirtschaftsforschung", "Institut für Wirtschaftsforschung"),
        ("Institut für Wirtschaftsforschung - WIFO", "Institut für Wirtschaftsforschung"),
        ("MUST – School of Geology", None),
        ("Bonn – Köln – KIT", None),
    ],
)
def test_an_abbreviation_may_stand_beside_a_dash(text: str, name: str | None) -> None:
    found = explained(text, "de")
    assert (found[0] if found else None) == name
