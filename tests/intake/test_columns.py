"""The headers of a list are found where they are, and columns by headers or by their content."""

import pytest

import bilateral as bl
from bilateral.intake.layout.columns import recognise_columns
from bilateral.intake.layout.headers import FIELDS, field_of, header_of, key_of_header
from bilateral.wire.sheets.writing import Sheet
from tests.conftest import problems_of
from tests.intake.reading import BETWEEN, agreement, only

TITLE = f"{BETWEEN} о торговле"


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("№", "number"),
        ("№ п/п", "counter"),
        ("Наименование международного договора", "title"),
        ("Дата подписания (день, месяц, год)", "signed"),
        ("ДАТА  И МЕСТО ПОДПИСАНИЯ:", "signed_at"),
        ("Срок действия (лет)", "validity"),
        ("Рег. №", "number"),
        ("Вступил в силу с", "in_force"),
        ("Страна-партнёр", "country"),
        ("Город-побратим", "twin"),
        ("Lfd. Nr.", "counter"),
        ("Bezeichnung", "title"),
        ("Unterzeichnet am", "signed"),
        ("Ort / Datum", "signed_at"),
        ("Laufzeit", "validity"),
        ("Partnerhochschule", "university"),
        ("Date signed", "signed"),
        ("Entry into force", "in_force"),
        ("In effect from", "in_force"),
        ("Reference no.", "number"),
        ("Partner jurisdiction", "country"),
        ("(signed)", "signed"),
        ("Ведомство-партнёр", "partner"),
        ("Предприятие холдинга", "side_a"),
        ("Ответственный", None),
        ("Datenschutz", None),
        ("Дата внесения в базу", None),
        ("", None),
        ("a" * 300, None),
    ],
)
def test_a_header_names_a_field_in_any_language(header: str, field: str | None) -> None:
    assert field_of(header) == field


@pytest.mark.parametrize(
    ("header", "field"),
    [("City, Country", "city"), ("Stadt/Land", "city"), ("Ort, Datum", "signed_at")],
)
def test_a_header_may_name_two_things(header: str, field: str) -> None:
    assert field_of(header) == field


@pytest.mark.parametrize("header", ["Vertrag seit", "Partners since", "Mitglied seit"])
def test_a_header_may_end_with_since(header: str) -> None:
    assert field_of(header) == "signed"


def test_the_language_of_the_list_goes_before_others() -> None:
    # "№" and "No." are written alike, and so is "Status".
    assert field_of("Status", "de") == "status"
    assert field_of("Datum", "ru") == "signed"
    assert field_of("Datum", "xx") == "signed"


@pytest.mark.parametrize("lang", ["de", "en", "ru"])
def test_every_field_has_a_header_that_names_it(lang: str) -> None:
    for field in FIELDS:
        assert field_of(header_of(field, lang), lang) == field


def test_a_header_in_german_has_the_capitals_of_its_nouns() -> None:
    assert header_of("place", "de") == "Ort der Unterzeichnung"
    assert header_of("in_force", "de") == "In Kraft seit"


def test_what_has_no_header_in_a_language_is_called_by_its_field() -> None:
    assert header_of("nothing", "de") == "nothing"


def test_a_key_of_private_data_keeps_the_words_of_the_header() -> None:
    assert key_of_header("Исп.: отдел") == "list:исп._отдел"


def columns(text: str, lang: str = "ru", **options: object) -> dict[str, str | None]:
    return dict(bl.read_list(text, lang, **options).review.columns)  # type: ignore[arg-type]


def test_titles_above_the_headers_are_passed_over() -> None:
    text = f"Реестр;\nпо состоянию на 01.11.2025;\n;\nНаименование;Дата\n{TITLE};5.11.2025\n"
    assert columns(text) == {"Наименование": "title", "Дата": "signed"}
    assert str(agreement(text).dates("signed")[0]) == "2025-11-05"


def test_headers_may_stand_in_two_rows() -> None:
    text = f"Наименование;Дата;Дата\n;подписания;вступления в силу\n{TITLE};5.11.2025;6.11.2025\n"
    assert columns(text)["Дата вступления в силу"] == "in_force"
    assert [event.kind.value for event in agreement(text).events] == ["signed", "in_force"]


@pytest.mark.parametrize(
    ("above", "below", "fields"),
    [
        # What stands above several columns tells the first, and what else is known of the others.
        (
            ";Partner;;Instrument;;;",
            "Ref;Name;Country;Title;Signed;Term;Contact",
            {"number", "partner", "country", "title", "signed", "validity"},
        ),
        # A merged one says itself where it ends.
        (
            ";Partner;Partner;;Dates",
            "Ref;Name;Country;Title;Signed",
            {"number", "partner", "country", "title", "signed"},
        ),
    ],
)
def test_a_header_above_several_columns_tells_no_other_field(
    above: str, below: str, fields: set[str]
) -> None:
    cells = [dict(enumerate(line.split(";"), 1)) for line in (above, below)]
    sheet = Sheet(
        "", "", {n: {c: t for c, t in row.items() if t} for n, row in enumerate(cells, 1)}
    )
    found = recognise_columns(sheet, "en", None)
    assert found is not None
    assert {*found.fields.values()} == fields


def test_a_row_that_numbers_the_columns_and_a_repeated_header_are_no_records() -> None:
    text = f"Наименование;Дата\n1;2\n{TITLE};2025\nНаименование;Дата\n{TITLE} и науке;2024\n"
    dossier, review = bl.read_list(text, "ru")
    assert len(dossier) == len(review) == 2


def test_of_two_columns_for_one_field_the_first_has_it_and_the_other_is_kept() -> None:
    found = agreement(f"Наименование;Дата;Дата\n{TITLE};2025;2026\n")
    assert str(found.dates("signed")[0]) == "2025"
    assert dict(found.extra) == {"list:дата.c": "2026"}


def test_said_columns_win() -> None:
    text = f"Что;Дата\n{TITLE};2025\n"
    assert columns(text, columns={"title": "что"}) == {"Что": "title", "Дата": "signed"}
    found = agreement(text, columns={"title": 1, "in_force": "Дата"})
    assert [event.kind.value for event in found.events] == ["in_force"]


def test_a_said_column_or_field_that_there_is_not_is_refused_with_a_hint() -> None:
    text = f"Наименование;Дата\n{TITLE};2025\n"
    for said, code, hint in (
        ({"title": "Наименовние"}, "no-such-column", "Наименование"),
        ({"titel": "Наименование"}, "unknown-field", "title"),
    ):
        with pytest.raises(bl.ValidationError) as caught:
            bl.read_list(text, "ru", columns=said)
        (problem,) = caught.value.problems
        assert (problem.code, problem.hint) == (code, hint)


def test_titles_are_known_by_what_stands_in_their_column() -> None:
    text = f"Что;Дата\n{TITLE};2025\n{TITLE} и науке;2024\n"
    assert columns(text) == {"Что": "title", "Дата": "signed"}


def test_a_list_without_headers_has_titles_and_the_only_dates() -> None:
    rows = [f"{BETWEEN} о вопросе {n};{n % 28 + 1}.11.2025;a\n" for n in range(40)]
    dossier, review = bl.read_list("".join(rows), "ru")
    assert len(dossier) == 40
    dossier, review = bl.read_list(f"{TITLE};5.11.2025;a\n{TITLE} и науке;6.11.2025;b\n", "ru")
    assert [str(one.dates("signed")[0]) for one in dossier] == ["2025-11-05", "2025-11-06"]
    assert [dict(one.extra) for one in dossier] == [{"list:column_c": "a"}, {"list:column_c": "b"}]
    assert not review.columns


def test_of_two_columns_of_dates_without_headers_none_is_taken() -> None:
    dossier, _ = bl.read_list(f"{TITLE};2025;2026\n{TITLE} и науке;2024;2025\n", "ru")
    assert all(one.events == () for one in dossier)
    assert dict(dossier.agreements[0].extra) == {"list:column_b": "2025", "list:column_c": "2026"}


def test_a_list_of_which_nothing_is_known_is_refused_with_its_headers() -> None:
    with pytest.raises(bl.ValidationError) as caught:
        bl.read_list("Farbe;Größe\nrot;5\nblau;6\n", "de")
    (problem,) = caught.value.problems
    assert problem.code == "unknown-list"
    assert "Farbe, Größe" in problem.message("de")
    assert 'columns={"title": "…"}' in problem.message("en")


def test_an_empty_list_is_refused() -> None:
    with pytest.raises(bl.ValidationError) as caught:
        bl.read_list("\n\n", "de")
    assert caught.value.problems[0].code == "empty-list"


def test_a_list_needs_no_titles_if_it_has_the_parties_and_kinds() -> None:
    found, _ = only("Art;Seite 1;Seite 2\nMemorandum;Belarus;Kasachstan\n", "de")
    assert found is not None
    assert found.kind is bl.AgreementKind.MEMORANDUM
    assert found.titles == ()


def test_a_first_row_without_a_title_has_the_headers_though_none_is_known() -> None:
    dossier, review = bl.read_list(f"Что;Когда\n{TITLE};2025\n{TITLE} и науке;2024\n", "ru")
    assert dict(review.columns) == {"Что": "title", "Когда": "signed"}
    assert len(dossier) == 2
    _, review = bl.read_list(f"Что;Где-то\n{TITLE};a\n{TITLE} и науке;b\n", "ru")
    assert dict(review.columns) == {"Что": "title", "Где-то": None}


def test_a_record_with_a_word_that_might_be_a_header_is_a_record() -> None:
    dossier, _ = bl.read_list(f"{TITLE};примечание\n{TITLE} и науке;нет\n", "ru")
    assert len(dossier) == 2


def test_beside_countries_the_partners_are_known_by_what_they_are() -> None:
    text = (
        "Gegenüber;Land;Seit;Bereich\nUniversität Wien;Österreich;2010;Recht\n"
        "Universität Krakau;Polen;2011;Physik\n"
    )
    home = bl.Partner("uni", "university", {"de": "Universität Jena"}, country="DE")
    dossier, _ = bl.read_list(text, "de", kind="agreement", home=home)
    assert {one.sides[1].partners[0].country for one in dossier} == {"AT", "PL"}


def test_towns_in_no_table_are_the_partners_beside_their_countries() -> None:
    text = "Wohin;Land;Seit;Wann\nArnheim;Niederlande;1950;\nLiditz;Tschechien;1947;5\n"
    dossier, _ = bl.read_list(text, "de", kind="twinning", home="Jena")
    assert [one.sides[1].partners[0].label("de") for one in dossier] == ["Arnheim", "Liditz"]


def test_names_and_countries_alone_are_no_documents() -> None:
    with pytest.raises(bl.ValidationError) as error:
        bl.read_list("Wohin;Land\nArnheim;Niederlande\nLiditz;Tschechien\n", "de")
    assert problems_of(error) == [("", "unknown-list")]


def test_a_header_that_reads_as_a_title_is_a_header_beside_others() -> None:
    text = (
        "№;Текст международного договора;Подписано\n"
        f"1;{BETWEEN} о торговле;2010\n2;{BETWEEN} о туризме;2011\n"
    )
    dossier, _ = bl.read_list(text, "ru")
    assert [str(one.dates("signed")[0]) for one in dossier] == ["2010", "2011"]


def test_kinds_are_known_by_what_stands_in_their_column() -> None:
    text = "Partner;Land;Grundlage\nTurku;Finnland;Absichtserklärung\nCork;Irland;Memorandum\n"
    home = bl.Partner.city("de-dresden")
    dossier, _ = bl.read_list(text, "de", home=home, kind="twinning")
    assert [one.kind for one in dossier] == ["letter_of_intent", "memorandum"]


def test_partners_are_known_beside_dates_where_headings_have_the_countries() -> None:
    text = "Mit wem;Seit\nPolen;\nUniversität Krakau;2011\nUniversität Warschau;2014\n"
    home = bl.Partner("uni", "university", {"de": "Universität Jena"}, country="DE")
    dossier, _ = bl.read_list(text, "de", home=home, kind="agreement")
    assert {one.sides[1].partners[0].country for one in dossier} == {"PL"}


def test_a_first_line_with_two_parties_is_no_header() -> None:
    lines = "Charter between the Town of Otava and Gera (Germany)\nTreaty with Peru on trade"
    review = bl.read_list(lines, "en", home="EE").review
    assert [row.row for row in review] == [1, 2]
