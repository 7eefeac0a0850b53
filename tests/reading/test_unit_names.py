"""Units are known by other words for what they are, and lands without any."""

import pytest

import bilateral as bl


@pytest.mark.parametrize(
    ("text", "lang", "code"),
    [
        ("Land Vorarlberg", "de", "AT-8"),
        ("Wojewodschaft Schlesien", "de", "PL-24"),
        ("Region Katalonien", "de", "ES-CT"),
        ("Prov. Shandong", "de", "CN-SD"),
        ("Province of Shandong", "en", "CN-SD"),
        ("Land of Hesse", "en", "DE-HE"),
        ("пров. Шаньдун", "ru", "CN-SD"),
    ],
)
def test_another_word_for_a_unit_is_understood(
    text: str, lang: bl.literals.Lang, code: str
) -> None:
    assert [(one.code, one.is_certain) for one in bl.find(text, lang)] == [(code, True)]


@pytest.mark.parametrize(("text", "code"), [("Katalonien", "ES-CT"), ("Masowien", "PL-14")])
def test_a_land_needs_no_word_for_what_it_is(text: str, code: str) -> None:
    assert [one.code for one in bl.find(text, "de")] == [code]


@pytest.mark.parametrize("text", ["Alicante", "Lebus", "Bezirk Schlesien", "Gemeinde Minsk"])
def test_what_may_be_a_town_or_is_no_such_unit_is_not_certain(text: str) -> None:
    assert not [one for one in bl.find(text, "de") if one.is_certain]
