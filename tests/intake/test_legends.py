"""Letters in cells stand for what a line of the list says."""

import bilateral as bl
from bilateral.intake.layout.legends import explained, legend_of


def test_a_line_explains_letters() -> None:
    assert legend_of(["Art: P = Partnerschaft; F = Freundschaft.", "K = Kontakt"]) == {
        "p": "Partnerschaft",
        "f": "Freundschaft",
        "k": "Kontakt",
    }
    assert legend_of(["Agreement on x = y", "a = 5"]) == {}


def test_only_columns_of_such_letters_are_changed() -> None:
    rows = {1: {1: "P", 2: "P"}, 2: {1: "F", 2: "Porto"}, 3: {1: "Summe", 2: None}}
    found = explained(rows, {"p": "one", "f": "two"})  # type: ignore[arg-type]
    assert found == {1: {1: "P", 2: "P"}, 2: {1: "F", 2: "Porto"}, 3: {1: "Summe", 2: None}}
    del rows[3]
    assert explained(rows, {"p": "one", "f": "two"})[1] == {1: "one", 2: "P"}  # type: ignore[arg-type]


def test_kinds_in_letters_are_read() -> None:
    text = (
        "Partnerstadt;Land;Art*\nLugoj;Rumänien;P\nPorto;Portugal;F\nLiditz;Tschechien;P\n"
        "* P = Partnerschaft, F = Freundschaft;;\n"
    )
    dossier, review = bl.read_list(text, "de", home="Jena")
    assert [one.kind.value for one in dossier] == ["twinning", "friendship", "twinning"]
    assert not review.questions


def test_several_letters_may_stand_among_words() -> None:
    cells = ["KV", "RV + KV", "Kontakt", "MoU", "RV"]
    rows = {n: {1: cell, 2: f"Partner {n}"} for n, cell in enumerate(cells)}
    found = explained(rows, {"kv": "one", "rv": "two"})  # type: ignore[arg-type]
    assert [row[1] for row in found.values()] == ["one", "two + one", "Kontakt", "MoU", "two"]


def test_a_line_that_explains_letters_is_no_row() -> None:
    text = (
        "Hochschule;Land;Typ\nUniversität Lille;Frankreich;KV\nUniversität Porto;Portugal;RV\n"
        "Typ: KV = Kooperationsvertrag, RV = Rahmenvertrag;;\n"
    )
    home = bl.Partner("uni", "university", {"de": "Hochschule Merseburg"}, country="DE")
    dossier, review = bl.read_list(text, "de", home=home)
    assert [one.kind.value for one in dossier] == ["contract", "framework_agreement"]
    assert not review.questions
