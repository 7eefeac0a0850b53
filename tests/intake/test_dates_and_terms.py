"""Dates, places, lengths and states in the cells of a list."""

import datetime

import pytest

import bilateral as bl
from tests.intake.reading import BETWEEN, agreement, codes, only

TITLE = f"{BETWEEN} о торговле"
GERMAN = "Abkommen zwischen Peru und Chile"
ENGLISH = "Agreement between Peru and Chile"


def row(header: str, cell: str, title: str = TITLE) -> str:
    return f"Наименование;{header}\n{title};{cell}\n"


@pytest.mark.parametrize(
    ("header", "cell", "date", "place"),
    [
        ("Дата", "05.11.2025", "2025-11-05", None),
        ("Дата", "5 ноября 2025 г.", "2025-11-05", None),
        ("Дата", "ноябрь 2025", "2025-11", None),
        ("Год", "2025", "2025", None),
        ("Год", "2025.0", "2025", None),
        ("Дата", "00.11.2025", "2025-11-XX", None),
        ("Дата", "20251105", "2025-11-05", None),
        ("Дата", "2025? г.", "2025?", None),
        ("Дата и место подписания", "05.11.2025, г. Астана", "2025-11-05", "г. Астана"),
        ("Дата и место подписания", "г. Астана, 5 ноября 2025 года", "2025-11-05", "г. Астана"),
        ("Место и дата", '"Астана; 2025"', "2025", "Астана"),
        ("Дата", "05.11.2025 г. Астана", "2025-11-05", "Астана"),
        ("Дата", "05.11.2025 Астана", "2025-11-05", "Астана"),
        ("Дата", "Астана 11.2025", "2025-11", "Астана"),
        ("Дата", "Астана 2025-11", "2025-11", "Астана"),
        ("Дата", "Астана (ноябрь 2025)", "2025-11", "Астана"),
    ],
)
def test_a_day_is_read_and_the_place_beside_it(
    header: str, cell: str, date: str, place: str | None
) -> None:
    (event,) = agreement(row(header, cell)).events
    assert (event.kind, str(event.date), event.place) == (bl.EventKind.SIGNED, date, place)


def test_a_line_end_is_between_a_place_and_a_day() -> None:
    (event,) = agreement(row("Место и дата", '"Астана\n5 ноября 2025"')).events
    assert (str(event.date), event.place) == ("2025-11-05", "Астана")


@pytest.mark.parametrize("cell", ["-", "н/д", "без даты", "нет даты", "не датир.", "0000-00-00"])
def test_what_says_that_there_is_no_date_is_none(cell: str) -> None:
    assert agreement(row("Дата", cell)).events == ()


@pytest.mark.parametrize(
    ("cell", "code", "likely"),
    [
        ("32.11.2025", "no-such-day", None),
        ("5.11.25", "two-digit-year", "2025-11-05"),
        ("скоро, в Астане", "unreadable-date", None),
        ("осенью", "edtf-syntax", None),
        (", Астана", "unreadable-date", None),
    ],
)
def test_what_is_not_certain_is_asked_and_kept(cell: str, code: str, likely: str | None) -> None:
    found, asked = only(row("Дата", cell))
    assert found is not None
    assert (asked.state, len(asked.questions)) == (bl.RowState.PARTLY, 1)
    assert codes(asked) == [code] or code in ("edtf-syntax", "unreadable-date")
    assert found.events == ()
    assert dict(found.extra) == {"list:дата": cell}
    taken, _ = only(row("Дата", cell), accept="likely")
    assert taken is not None
    assert [str(one.date) for one in taken.events] == ([likely] if likely else [])


def test_of_a_day_in_figures_of_the_english_both_readings_are_shown() -> None:
    text = "Title;Signed\nAgreement between Peru and Chile on trade;05/06/2011\n"
    _, asked = only(text, "en")
    (finding,) = [one for one in asked.findings if one.field == "signed"]
    assert finding.readings == ("2011-05-06", "2011-06-05")
    assert not finding.is_taken


@pytest.mark.parametrize(
    ("others", "date"),
    [
        (["25/06/2011", "31/01/2012", "13/02/2010"], "2011-06-05"),
        (["06/25/2011", "01/31/2012", "02/13/2010"], "2011-05-06"),
        (["06-25-2011", "01-31-2012", "02-13-2010"], "2011-05-06"),
        (["25/06/2011", "31/01/2012"], "2011-06-05"),
        (["25/06/2011"], None),
        (["25/06/2011", "31/01/2012", "13/02/2010", "02/13/2010"], None),
    ],
)
def test_the_dates_of_a_column_tell_the_order_of_day_and_month(
    others: list[str], date: str | None
) -> None:
    rows = [
        {"Title": f"Agreement between Peru and Chile on matter {n}", "Signed": text}
        for n, text in enumerate([*others, "05/06/2011"])
    ]
    dossier, review = bl.read_list(rows, "en")
    found = [str(one) for one in dossier.agreements[len(others)].dates("signed")]
    assert found == ([date] if date else [])
    assert len(dossier) == len(rows)
    (finding,) = [one for one in review.rows[-1].findings if one.field == "signed"]
    assert finding.text == "05/06/2011"


def test_the_date_of_the_title_is_taken_where_no_column_has_one() -> None:
    found = agreement(f"Наименование;Примечание\n{TITLE} от 5 ноября 2025 года;a\n")
    assert [str(one) for one in found.dates("signed")] == ["2025-11-05"]
    found = agreement(row("Дата", "н/д", f"{TITLE} от 5 ноября 2025 года"))
    assert [str(one) for one in found.dates("signed")] == ["2025-11-05"]


def test_of_two_dates_that_agree_the_closer_is_taken() -> None:
    found = agreement(row("Год", "2025", f"{TITLE} от 5 ноября 2025 года"))
    assert [str(one) for one in found.dates("signed")] == ["2025-11-05"]


def test_dates_that_contradict_each_other_are_asked() -> None:
    found, asked = only(row("Дата", "6.11.2025", f"{TITLE} от 5 ноября 2025 года"))
    assert found is not None
    assert found.events == ()
    assert codes(asked) == ["different-values"]
    assert "2025-11-05" in asked.questions[0].message("ru")


def test_a_place_has_a_column_of_its_own() -> None:
    text = f"Наименование;Дата;Место подписания\n{TITLE};2025;Астана\n"
    assert agreement(text).events[0].place == "Астана"
    text = f"Наименование;Место подписания\n{TITLE};Астана\n"
    assert agreement(text).events == (bl.Event.signed(None, place="Астана"),)


@pytest.mark.parametrize(
    ("header", "cell", "events"),
    [
        ("Вступление в силу", "06.11.2025", [("in_force", "2025-11-06")]),
        ("Вступление в силу", "да", [("in_force", "None")]),
        ("Вступление в силу", "нет", []),
        ("Вступление в силу", "вступило в силу", [("in_force", "None")]),
        ("Статус", "Действует", [("in_force", "None")]),
        ("Статус", "подписано", []),
        ("Статус", "срок истёк", [("expired", "None")]),
        ("Статус", "утратил силу, см. № 7", [("terminated", "None")]),
        (
            "Статус",
            "расторгнуто, прекращено 01.02.2020, прекращено",
            [("terminated", "2020-02-01")],
        ),
        ("Статус", "действует, 7 лет", [("in_force", "None")]),
        ("Статус", "siehe Nr. 4", []),
        ("Срок действия", "3 года, истекло", [("expired", "None")]),
        ("Срок действия", "бессрочно, приостановлено", [("suspended", "None")]),
        ("Срок действия", "см. примечание", []),
        ("Дата расторжения", "2025", [("terminated", "2025")]),
    ],
)
def test_statements_of_force_are_events(
    header: str, cell: str, events: list[tuple[str, str]]
) -> None:
    found = agreement(row(header, cell))
    assert [(one.kind.value, str(one.date)) for one in found.events] == events


def test_a_status_adds_nothing_to_a_dated_event() -> None:
    text = f"Наименование;Вступление в силу;Статус\n{TITLE};2025;действует\n"
    assert len(agreement(text).events) == 1


@pytest.mark.parametrize(
    ("header", "cell", "length"),
    [("Статус", "в силе, 7 лет", "P7Y"), ("Срок действия", "3 года, истекло", "P3Y")],
)
def test_a_status_and_a_length_may_stand_in_one_cell_which_is_kept(
    header: str, cell: str, length: str
) -> None:
    found = agreement(row(header, cell))
    assert found.term == bl.Term(length=length)
    assert cell in found.extra.values()


@pytest.mark.parametrize(
    "cell", ["действует, кроме статьи 5", "прекращено 2019, прекращено 2020", "частично действует"]
)
def test_a_status_that_is_read_in_part_is_asked(cell: str) -> None:
    assert codes(only(row("Статус", cell))[1]) == ["unknown-status"]


def test_a_length_beside_a_status_is_asked_where_another_column_has_it() -> None:
    text = f"Наименование;Статус;Срок действия\n{TITLE};действует, 7 лет;5 лет\n"
    assert codes(only(text)[1]) == ["unknown-status"]


@pytest.mark.parametrize(
    ("header", "cell", "events"),
    [
        ("Status", "cancelled 5 May 2003", [("terminated", "2003-05-05")]),
        ("Status", "Gekündigt 1999", [("terminated", "1999")]),
        ("Status", "in force; suspended 2014", [("in_force", "None"), ("suspended", "2014")]),
        ("Status", "renewal pending", []),
        ("Status / remarks", "DCFTA. Denounced 2016", [("terminated", "2016")]),
        ("Status, comments", "original in the archive; lapsed", [("expired", "None")]),
        ("Status and notes", "see the protocol of 2011", []),
        ("Status / remarks", "in force - committee in Lima", [("in_force", "None")]),
        ("Status / remarks", "dormant - under review", []),
        ("Status / remarks", "expired - to renew?", [("expired", "None")]),
        ("Status / remarks", "talks with the new council, June 2020", []),
    ],
)
def test_a_status_may_have_its_day_and_notes_beside_it(
    header: str, cell: str, events: list[tuple[str, str]]
) -> None:
    found = agreement(row(header, f'"{cell}"').replace(header, f'"{header}"'))
    assert [(one.kind.value, str(one.date)) for one in found.events] == events
    assert cell in found.extra.values()


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        # A note that speaks of a status, or says how long, is more than a note.
        ("Status / notes", "archive; not in force before the other party confirms"),
        ("Status / notes", "archive; 5 years"),
    ],
)
def test_a_status_with_a_piece_that_is_not_understood_is_asked(header: str, cell: str) -> None:
    _, asked = only(row(header, f'"{cell}"'))
    assert codes(asked) == ["unknown-status"]


def test_a_status_in_other_words_is_asked_and_kept() -> None:
    found, asked = only(row("Статус", "в сейфе"))
    assert found is not None
    assert codes(asked) == ["unknown-status"]
    assert dict(found.extra) == {"list:статус": "в сейфе"}


@pytest.mark.parametrize(
    ("header", "cell", "term"),
    [
        ("Срок действия", "5 лет", bl.Term(length="P5Y")),
        ("Срок действия", "бессрочно", bl.Term(indefinite=True)),
        ("Срок действия", "не огранич.", bl.Term(indefinite=True)),
        ("Срок действия", "постоянный", bl.Term(indefinite=True)),
        ("Срок действия", "5 Jahre", bl.Term(length="P5Y")),
        ("Срок действия (лет)", "5", bl.Term(length="P5Y")),
        ("Срок (месяцев)", "6", bl.Term(length="P6M")),
        ("Срок действия", "31.12.2028", bl.Term(until="2028-12-31")),
        ("Срок действия", "-", None),
        ("Действует до", "31.12.2028", bl.Term(until="2028-12-31")),
        ("Действует до", "бессрочно", bl.Term(indefinite=True)),
        ("Действует до", "-", None),
    ],
)
def test_how_long_is_a_term(header: str, cell: str, term: bl.Term | None) -> None:
    assert agreement(row(header, cell)).term == term


@pytest.mark.parametrize(
    ("cell", "length"),
    [("3, renewable", "P3Y"), ("3; non-renewable", "P3Y"), ("3, with Ghent", None)],
)
def test_the_unit_in_a_header_is_that_of_a_number_before_a_renewal(
    cell: str, length: str | None
) -> None:
    found, asked = only(row("Term (years)", f'"{cell}"'))
    assert found is not None
    assert found.term == (bl.Term(length=length) if length else None)
    assert ([] if length else ["unreadable-clause"]) == codes(asked)


def test_a_last_day_after_do_may_not_be_included() -> None:
    term = agreement(row("Срок действия", "до 31 декабря 2028 года")).term
    assert term is not None
    assert (str(term.until), term.until_disputed) == ("2028-12-31", True)


def test_years_in_the_column_of_the_length_are_the_period() -> None:
    assert str(agreement(row("Срок действия", "2026–2028")).period) == "2026/2028"
    assert str(agreement(row("Период", "2026-2028 гг.")).period) == "2026/2028"
    assert agreement(row("Период", "-")).period is None


def test_a_period_that_is_none_is_asked() -> None:
    _, asked = only(row("Период", "позже"))
    assert len(asked.questions) == 1


def test_an_ambiguous_last_day_is_asked_with_its_readings() -> None:
    title = "Agreement between Peru and Chile on trade"
    for header, field in (("Validity", "term"), ("Period", "period")):
        cell = "until 05/06/2030"
        _, asked = only(f"Title;{header}\n{title};{cell}\n", "en")
        (finding,) = [one for one in asked.findings if one.field == field]
        assert finding.readings == ("../2030-05-06", "../2030-06-05")


def test_a_day_of_a_spreadsheet_is_a_last_day() -> None:
    rows = [{"Наименование": TITLE, "Срок действия": datetime.date(2028, 12, 31)}]
    dossier, _ = bl.read_list(rows, "ru")
    assert dossier.agreements[0].term == bl.Term(until="2028-12-31")


def test_a_number_without_a_unit_is_asked_with_both_units() -> None:
    found, asked = only(row("Срок действия", "5"))
    assert found is not None
    assert found.term is None
    assert codes(asked) == ["number-without-unit"]
    (finding,) = [one for one in asked.findings if one.field == "term"]
    assert finding.readings == ("5 лет", "5 месяцев")
    found, _ = only(row("Срок действия", "5"), accept="likely")
    assert found is not None
    assert found.term == bl.Term(length="P5Y")


def test_a_number_of_something_else_is_asked() -> None:
    _, asked = only(row("Срок действия (раз)", "5"))
    assert codes(asked) == ["number-without-unit"]


def test_clauses_are_terms() -> None:
    cell = "5 лет с автоматическим продлением на последующие пятилетние периоды"
    term = agreement(row("Срок действия", cell)).term
    assert term is not None
    assert (str(term.length), term.renewal and str(term.renewal.length)) == ("P5Y", "P5Y")


def test_of_a_clause_that_is_read_in_part_the_rest_is_asked() -> None:
    found, asked = only(row("Срок действия", "5 лет, если позволит погода"))
    assert found is not None
    assert found.term is None
    assert codes(asked) == ["unreadable-clause"]
    assert "погода" in asked.questions[0].message("ru")
    assert "5 лет" not in asked.questions[0].message("ru")


def test_a_clause_in_other_words_is_asked_and_kept() -> None:
    found, asked = only(row("Срок действия", "как договорятся"))
    assert found is not None
    assert codes(asked) == ["unreadable-clause"]
    assert dict(found.extra) == {"list:срок_действия": "как договорятся"}


def test_periods_that_contradict_each_other_are_asked_and_none_is_taken() -> None:
    title = "Программа сотрудничества между Беларусью и Казахстаном на 2024–2026 годы"
    found, asked = only(row("Срок действия", "2025–2027", title))
    assert found is not None
    assert found.period is None
    assert codes(asked) == ["different-values"]
    assert str(agreement(row("Срок действия", "2024–2026", title)).period) == "2024/2026"
    text = f"Наименование;Период;Срок действия\n{TITLE};2024–2026;2025–2027\n"
    found, asked = only(text)
    assert found is not None
    assert found.period is None


@pytest.mark.parametrize(
    ("length", "last", "is_asked"),
    [
        ("5 лет", "31.01.2025", False),
        ("5 лет", "01.02.2025", False),
        ("5 лет", "01.02.2026", True),
        ("до 01.02.2026", "01.02.2026", False),
        ("до 01.02.2027", "01.02.2026", True),
        ("бессрочно", "01.02.2026", True),
    ],
)
def test_a_length_and_a_last_day_are_compared(length: str, last: str, is_asked: bool) -> None:  # noqa: FBT001
    text = (
        "Наименование;Дата;Вступление в силу;Срок действия;Действует до\n"
        f"{TITLE};2020;01.02.2020;{length};{last}\n"
    )
    found, asked = only(text)
    assert found is not None
    assert codes(asked) == (["different-values"] if is_asked else [])
    assert (found.term is None) is is_asked
    if is_asked:
        assert found.extra["list:действует_до"] == last


def test_a_last_day_that_is_none_adds_nothing_to_a_length() -> None:
    text = f"Наименование;Срок действия;Действует до\n{TITLE};5 лет;-\n"
    assert agreement(text).term == bl.Term(length="P5Y")


def test_a_title_tells_how_long() -> None:
    for words, term in (("сроком на 5 лет", bl.Term(length="P5Y")), ("бессрочно", None)):
        found, _ = only(f"{TITLE} {words}\n")
        assert found is not None
        assert found.term == term or term is None


@pytest.mark.parametrize(
    ("lang", "cell"),
    [("de", "in Verhandlung"), ("en", "under negotiation"), ("ru", "не подписано")],
)
def test_what_is_not_signed_has_no_day_and_no_question(lang: str, cell: str) -> None:
    between = "Kind,Party A,Party B,Signed\nAgreement,Peru,Chile,"
    dossier, review = bl.read_list(f"{between}{cell}\n", lang)
    (found,) = dossier
    assert found.events == ()
    assert cell in found.extra.values()
    assert not review.questions


def test_a_day_of_no_century_in_a_title_is_asked() -> None:
    _, row = only("Staat;Titel\nPeru;Vertrag vom 4.2.73 über Rechtshilfe\n", "de", home="DE")
    assert codes(row) == ["not-understood"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", f"Наименование;Подписано;Вступило в силу\n{TITLE};5.11.2025;с даты подписания\n"),
        ("ru", f"Наименование;Подписано;Вступило в силу\n{TITLE};5.11.2025;Со дня подписания.\n"),
        ("de", f"Titel;Datum;Inkrafttreten\n{GERMAN};5.11.2025;mit Unterzeichnung\n"),
        ("en", f"Title;Signed;Entry into force\n{ENGLISH};2025-11-05;upon signature\n"),
    ],
)
def test_what_is_in_force_from_its_signature_is_so_from_that_day(lang: str, text: str) -> None:
    found = agreement(text, lang)
    assert [(one.kind.value, str(one.date)) for one in found.events] == [
        ("signed", "2025-11-05"),
        ("in_force", "2025-11-05"),
    ]


def test_without_a_day_of_signature_the_words_on_it_are_only_kept() -> None:
    found = agreement(row("Вступило в силу", "с даты подписания"))
    assert found.events == ()
    assert "с даты подписания" in found.extra.values()


def test_a_day_that_may_be_that_of_another_document_is_asked() -> None:
    title = (
        "Обмен нотами между Правительством Республики Беларусь и Правительством Королевства "
        "Норвегия о продлении Соглашения о торговле (Осло, 12 мая 2004 г.)"
    )
    found, asked = only(f"Наименование\n{title}\n")
    assert found is not None
    assert (found.events, codes(asked)) == ((), ["uncertain-reading"])


@pytest.mark.parametrize(
    ("header", "asked"), [("Titel", ["uncertain-reading"]), ("Titel;Unterzeichnet", [])]
)
def test_a_day_behind_what_another_document_is_about_is_asked(
    header: str, asked: list[str]
) -> None:
    title = "Zusatzvereinbarung zum Vertrag zwischen Peru und Chile über Handel vom 10.02.2009"
    found, row_asked = only(f"{header}\n{title}\n", "de")
    assert found is not None
    assert (found.events, codes(row_asked)) == ((), asked)


def test_beside_a_status_with_remarks_stands_a_length() -> None:
    header = "Status / remarks"
    found = agreement(row(header, '"active, until 2030"').replace(header, f'"{header}"'))
    assert found.term == bl.Term(until="2030")


@pytest.mark.parametrize(
    ("cell", "date"),
    [("9.VIII.2013", "2013-08-09"), ("19 xii 1999", "1999-12-19"), ("IX/2013", "2013-09")],
)
def test_a_month_may_be_a_roman_number(cell: str, date: str) -> None:
    assert [str(one) for one in agreement(row("Дата", cell)).dates("signed")] == [date]


@pytest.mark.parametrize("cell", ["1.10.15 - 30.9.20", "01.10.15–30.09.20"])
def test_of_two_days_the_years_may_have_two_digits(cell: str) -> None:
    found = agreement(f"Titel;Laufzeit\n{GERMAN};{cell}\n", "de")
    assert str(found.period) == "2015-10-01/2020-09-30"


def test_a_day_that_there_is_not_has_no_century() -> None:
    _, found = only(f"Titel;Laufzeit\n{GERMAN};31.2.15 - 30.9.20\n", "de")
    assert codes(found) == ["unreadable-clause"]


@pytest.mark.parametrize(
    ("cell", "day"),
    [("gegr. 1973", "1973"), ("geschlossen 1973", "1973"), ("unterz. am 3.4.2003", "2003-04-03")],
)
def test_before_a_day_may_stand_that_something_began(cell: str, day: str) -> None:
    found = agreement(f"Titel;Datum\n{GERMAN};{cell}\n", "de")
    assert [*map(str, found.dates("signed"))] == [day]


def test_a_kind_that_is_cut_short_may_have_a_name_of_its_own() -> None:
    text = "Partnerstadt;Land;Art\nPorto;Portugal;Vereinb. „Offene Stadt“\n"
    dossier, _ = bl.read_list(text, "de", home="Jena")
    assert [one.kind.value for one in dossier] == ["arrangement"]


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        *(("10 /2014", "2014-10"), ("10 / 2014", "2014-10"), ("Oct /2014", "2014-10")),
        *(("22 .06.2008", "2008-06-22"), ("22 - 06 - 2008", "2008-06-22")),
        ("2008 / 06 / 12", "2008-06-12"),
    ],
)
def test_spaces_may_stand_around_the_signs_of_a_date(cell: str, date: str) -> None:
    found = agreement(f"Title;Signed\n{ENGLISH};{cell}\n", lang="en")
    assert [str(one) for one in found.dates("signed")] == [date]


@pytest.mark.parametrize("cell", ["2011 - 12", "2014 / 2015", "2018 - 2020", "12 / 06 / 2008"])
def test_what_may_be_a_period_or_another_day_is_no_date_with_spaces(cell: str) -> None:
    _, asked = only(f"Title;Signed\n{ENGLISH};{cell}\n", lang="en")
    assert codes(asked)


def test_a_day_in_the_basic_format_may_be_a_number() -> None:
    row = {"Title": "Agreement between Peru and Chile on trade", "Signed": 20251105}
    (found,) = bl.read_list([row], "en").dossier.agreements
    assert str(found.dates("signed")[0]) == "2025-11-05"
