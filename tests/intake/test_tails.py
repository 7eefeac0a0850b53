"""Behind a title in its line stand its date, its place and how long it is valid."""

import pytest

import bilateral as bl
from bilateral.intake.cells import Cells
from bilateral.intake.tails import Tails
from bilateral.intake.validity import Validities
from tests.intake.reading import BETWEEN, agreement, codes, only

TITLE = f"{BETWEEN} о торговле"


@pytest.mark.parametrize(
    ("tail", "signed", "term"),
    [
        (", 1996 г.", "1996", None),
        (", 12.05.2011", "2011-05-12", None),
        (", подписано в Пекине 21 июня 2013 г. на 5 лет", "2013-06-21", bl.Term(length="P5Y")),
        (", подписано 12.05.2011, бессрочное.", "2011-05-12", bl.Term(indefinite=True)),
        (", 18.06.2013, действует 5 лет", "2013-06-18", bl.Term(length="P5Y")),
        (", в Минске 5 января 2020 года", "2020-01-05", None),
        (", бессрочное", None, bl.Term(indefinite=True)),
        (" (г. Минск, 17 октября 2006 г.)", "2006-10-17", None),
        (" (Душанбе, 15 мая 2018 г., срок действия – 5 лет)", "2018-05-15", bl.Term(length="P5Y")),
        (" (подписано 2 мая 2018 г.)", "2018-05-02", None),
        (" (г. Орша, 7 марта 2013 г.), бессрочное", "2013-03-07", bl.Term(indefinite=True)),
        (", Минск, 18.09.2003", "2003-09-18", None),
        (", 13 сентября 2018 г., г. Орша", "2018-09-13", None),
    ],
)
def test_what_stands_behind_a_title_is_read(
    tail: str, signed: str | None, term: bl.Term | None
) -> None:
    found = agreement(f"{TITLE}{tail}\n")
    assert [str(one) for one in found.dates("signed")] == ([signed] if signed else [])
    assert found.term == term
    assert found.sectors == (bl.Sector("trade"),)
    assert found.titles[0].text == f"{TITLE}{tail}"


@pytest.mark.parametrize("tail", ["см. № 5", "vgl. Nr. 5"])
def test_a_reference_behind_the_date_is_a_note(tail: str) -> None:
    found = agreement(f"{TITLE}, 12.05.2011, {tail}\n")
    assert [str(one) for one in found.dates("signed")] == ["2011-05-12"]
    assert str(found.note) == tail


@pytest.mark.parametrize(
    ("tail", "place"),
    [
        (" (г. Минск, 17 октября 2006 г.)", "г. Минск"),
        (", Пекин, 17.10.2006", "Пекин"),
        (", 13 сентября 2018 г., г. Орша", "г. Орша"),
    ],
)
def test_beside_the_date_stands_the_place_of_signature(tail: str, place: str) -> None:
    (event,) = agreement(f"{TITLE}{tail}\n").events
    assert (event.kind, event.place) == ("signed", place)


@pytest.mark.parametrize(
    ("tail", "signed"),
    [
        (" (Ottawa, 3 May 1994)", ["1994-05-03"]),
        (", Ottawa, 3 May 1994", ["1994-05-03"]),
        # It may be the day of the other document.
        ("", []),
    ],
)
def test_behind_another_document_with_its_day_stands_that_of_the_first(
    tail: str, signed: list[str]
) -> None:
    title = "Protocol amending the Treaty on Extradition between Canada and Peru of 2 May 1982"
    found = agreement(f"{title}{tail}\n", "en")
    assert [str(one) for one in found.dates("signed")] == signed


def test_what_has_happened_stands_behind_too() -> None:
    found = agreement(f"{TITLE}, 1998, денонсировано 5 мая 2003 года\n")
    assert [str(one) for one in found.dates("signed")] == ["1998"]
    assert [str(one) for one in found.dates("terminated")] == ["2003-05-05"]


def test_a_day_stands_behind_the_word_for_signing_and_the_place() -> None:
    text = "Agreement between Peru and Chile on trade, done at Lima on 25 November 2019\n"
    (found,), _ = bl.read_list(text, "en")
    assert [str(one) for one in found.dates("signed")] == ["2019-11-25"]


def test_beside_a_year_stands_where_a_body_is() -> None:
    text = "Соглашение между БГУ (Беларусь) и Институтом археологии, Алматы, 2019\n"
    dossier, _ = bl.read_list(text, "ru", accept="likely")
    assert not any(event.place for one in dossier for event in one.events)


@pytest.mark.parametrize(
    "title",
    [
        f"{BETWEEN} о торговле (денонсировано, 1 мая 2010 г.)",
        f"{BETWEEN} о торговле (2010)",
        f"{BETWEEN} о торговле (г. Минск, 17 октября 2006 г., читать далее)",
        f"{BETWEEN} о торговле (один из городов нашей страны, 17 октября 2006 г.)",
        f"{BETWEEN} о торговле, культуре",
        f"{BETWEEN} о торговле (Минск, 2010)",
        f"{BETWEEN} о торговле, " + "слово " * 20,
        f"{BETWEEN} о торговле, 2010, 2011",
    ],
)
def test_anything_else_is_left_to_the_title(title: str) -> None:
    dossier, _ = bl.read_list(f"{title}\n", "ru", accept="likely")
    assert len(dossier) == 1


def test_a_date_behind_another_document_may_be_of_that() -> None:
    title = "Протокол к Соглашению между Республикой Беларусь и Республикой Казахстан о торговле"
    [found], _ = bl.read_list(f"{title}, 2010\n", "ru", accept="likely")
    assert found.dates("signed") == ()


def test_a_date_behind_another_document_that_has_its_own_is_that_of_the_title() -> None:
    title = "Протокол к Соглашению между Республикой Беларусь и Республикой Казахстан о торговле"
    [found], _ = bl.read_list(f"{title} от 3 мая 2010 года, Гомель, 5.06.2012\n", "ru")
    assert [str(one) for one in found.dates("signed")] == ["2012-06-05"]


def test_where_a_column_has_the_dates_titles_have_none() -> None:
    found = agreement(f"Наименование;Дата\n{TITLE};2020\n")
    assert [str(one) for one in found.dates("signed")] == ["2020"]


@pytest.mark.parametrize(
    ("tail", "signed", "place"),
    [
        (", Hanoi 24 Apr 2018", "2018-04-24", "Hanoi"),
        (", Cairo 1994", "1994", "Cairo"),
        (", signed in Budapest, 13.9.1996", "1996-09-13", "Budapest"),
        (", signed New York, 13.9.1996", "1996-09-13", "New York"),
        (" (signature 13/12/2007)", "2007-12-13", None),
        (", signed in Graz on 12 May 2003", "2003-05-12", "Graz"),
        (", done at Addis Ababa, 12.05.2003", "2003-05-12", "Addis Ababa"),
        (", 12 May 2003 Lima", "2003-05-12", "Lima"),
    ],
)
def test_a_place_stands_before_the_date_with_or_without_a_word_for_signing(
    tail: str, signed: str, place: str | None
) -> None:
    text = f"Agreement between Peru and Chile on trade{tail}\n"
    (event,) = agreement(text, "en").events
    assert (str(event.date), event.place) == (signed, place)


@pytest.mark.parametrize(
    ("tail", "lang", "place"),
    [
        (", in Wien unterzeichnet am 12. Mai 2003", "de", "Wien"),
        (", am 12. Mai 2003 in Novi Sad unterzeichnet", "de", "Novi Sad"),
        (", geschehen zu Bad Ischl am 12. Mai 2003", "de", "Bad Ischl"),
        (", подписано в Граце 12 мая 2003 г.", "ru", "Грац"),
        (", подписано 12 мая 2003 г. в городе Минске", "ru", "Минск"),
        (", совершено в Нижнем Новгороде 12 мая 2003 г.", "ru", "Нижний Новгород"),
    ],
)
def test_the_place_of_signature_is_called_by_its_name(tail: str, lang: str, place: str) -> None:
    titles = {
        "de": "Abkommen zwischen Peru und Chile über Handel",
        "ru": "Соглашение между Перу и Чили о торговле",
    }
    (event,) = agreement(f"{titles[lang]}{tail}\n", lang).events
    assert (str(event.date), event.place) == ("2003-05-12", place)


@pytest.mark.parametrize(
    ("cell", "lang", "place"),
    [
        ("in Belgrad 05.05.2004", "de", "Belgrad"),
        ("in Belgrad am 05.05.2004", "de", "Belgrad"),
        ("signed in Belgrade on 5 May 2004", "en", "Belgrade"),
        ("в Белграде 05.05.2004", "ru", "Белград"),
        ("в Белграде, 05.05.2004", "ru", "Белград"),
        ("05.05.2004 в г. Белграде", "ru", "Белград"),
    ],
)
def test_a_cell_says_in_a_sentence_where_and_when(cell: str, lang: str, place: str) -> None:
    titles = {
        "de": "Abkommen zwischen Peru und Chile über Handel",
        "en": "Agreement between Peru and Chile on trade",
        "ru": "Соглашение между Перу и Чили о торговле",
    }
    rows = [{"Title": titles[lang], "Signed": cell}]
    (event,) = next(iter(bl.read_list(rows, lang).dossier)).events
    assert (str(event.date), event.place) == ("2004-05-05", place)


def test_a_town_that_nobody_knows_is_asked_as_it_is_written() -> None:
    tail = "подписано в Бад-Ишле 12 мая 2003 г."
    _, review = bl.read_list(f"Соглашение между Перу и Чили о торговле, {tail}\n", "ru")
    (row,) = review.uncertain
    assert [one.value for one in row.questions] == ["подписано в Бад-Ишле"]


@pytest.mark.parametrize(
    ("lang", "title", "note"),
    [
        ("de", "Abkommen zwischen Peru und Chile über Handel", "paraphiert am 12. Mai 2003"),
        ("en", "Agreement between Peru and Chile on trade", "initialled on 12 May 2003"),
        ("en", "Agreement between Peru and Chile on trade", "initialled in Lima, 12 May 2003"),
        ("ru", "Соглашение между Перу и Чили о торговле", "парафировано 12 мая 2003 г"),
    ],
)
def test_the_day_of_initialling_is_not_that_of_signature(lang: str, title: str, note: str) -> None:
    found = agreement(f"{title} ({note})\n", lang)
    assert (found.events, str(found.note)) == ((), note)


@pytest.mark.parametrize("tail", [", 08-05-1993", " (signature 3/12/2007)"])
def test_a_day_in_figures_that_reads_in_two_ways_is_asked(tail: str) -> None:
    _, row = only(f"Agreement between Peru and Chile on trade{tail}\n", "en")
    assert codes(row) == ["ambiguous-text"]


SWISS = "Abkommen zwischen der Schweiz und Albanien über den Handel"


@pytest.mark.parametrize(
    ("tail", "days"),
    [
        (" (SR 0.142.111.239; Inkrafttreten: 1. September 2000)", ["2000-09-01"]),
        (" (mit Prot.) (Inkrafttreten: 1. September 2000)", ["2000-09-01"]),
        (" (SR 0.142.111.239)", []),
        (" samt Anhang", []),
    ],
)
def test_what_belongs_to_a_document_and_where_it_is_published_is_no_question(
    tail: str, days: list[str]
) -> None:
    found = agreement(f"{SWISS}{tail}\n", "de")
    assert [str(one) for one in found.dates("in_force")] == days
    assert found.titles[0].text == f"{SWISS}{tail}"


@pytest.mark.parametrize("inner", ["Inkrafttreten: offen", "Inkrafttreten: 2000; Foto"])
def test_of_a_bracket_with_anything_else_beside_the_entry_into_force_nothing_is_taken(
    inner: str,
) -> None:
    dossier, _ = bl.read_list(f"{SWISS} ({inner})\n", "de", accept="likely")
    assert not any(one.dates("in_force") for one in dossier)


@pytest.mark.parametrize("tail", [" vom 29.4.2004", ", Wien, 29. April 2004; BGBl. III Nr. 1/2005"])
def test_a_day_behind_a_party_or_before_where_it_is_published_is_that_of_signature(
    tail: str,
) -> None:
    found = agreement(f"Abkommen zwischen Österreich und Peru{tail}\n", "de")
    assert [str(one) for one in found.dates("signed")] == ["2004-04-29"]


def test_in_a_bracket_the_place_of_publication_stands_behind_the_day() -> None:
    tail = "(Wien, 29. April 2004; BGBl. III Nr. 160/2004)"
    found = agreement(f"Abkommen zwischen Österreich und Peru über Sport {tail}\n", "de")
    assert [(str(one.date), one.place) for one in found.events] == [("2004-04-29", "Wien")]


@pytest.mark.parametrize(
    "tail", ["1.10.2019 bis 30.9.2022", "1. Oktober 2019 bis 30. September 2022"]
)
def test_a_time_from_one_day_to_another_is_that_for_which_it_is_valid(tail: str) -> None:
    found = agreement(f"Vertrag zwischen Österreich und Peru über Sport, {tail}\n", "de")
    assert str(found.period) == "2019-10-01/2022-09-30"
    assert not found.dates("signed")


BETWEEN_STATES = "zwischen der Republik Österreich und der Republik {}"


@pytest.mark.parametrize(
    ("title", "signed"),
    [
        (f"Protokoll zur Änderung des Abkommens {BETWEEN_STATES} über Zoll, 2007", "2007"),
        (f"Durchführungsvereinbarung zum Abkommen {BETWEEN_STATES} über Zoll (2012)", "2012"),
    ],
)
def test_where_all_titles_have_dates_behind_them_that_behind_another_document_is_its_own(
    title: str, signed: str
) -> None:
    row = title.format("Chile")
    states = ("Peru", "Chile", "Kuba", "Panama")
    others = [f"Abkommen {BETWEEN_STATES.format(one)} über Sport, 3. Mai 1999" for one in states]
    dossier, _ = bl.read_list("\n".join([*others, row]), "de")
    assert [str(one) for one in dossier.agreements[-1].dates("signed")] == [signed]
    # Of one title nobody knows.
    (found,), _ = bl.read_list(f"{row}\n", "de")
    assert not found.dates("signed")


KENYA = "MoU between Japan and Kenya on ports"


@pytest.mark.parametrize(
    ("tail", "signed", "place"),
    [
        (" [Arusha, 5 Sept. 2007; 2 copies]", "2007-09-05", "Arusha"),
        (" (5 May 2013; 2 copies)", "2013-05-05", None),
        (" (Nairobi, 2013; expired)", "2013", "Nairobi"),
        (" (signed 5 May 2013, valid 5 years)", "2013-05-05", None),
        (", Arusha 14.II.2008", "2008-02-14", "Arusha"),
        (", Crni Lug 5 May 2013", "2013-05-05", "Crni Lug"),
    ],
)
def test_a_day_stands_in_brackets_of_any_form_or_behind_any_town(
    tail: str, signed: str, place: str | None
) -> None:
    [found], review = bl.read_list([{"Title": f"{KENYA}{tail}"}], "en")
    (event, *_) = found.events
    assert not review.questions
    assert (str(event.date), event.place) == (signed, place)


@pytest.mark.parametrize("tail", [", undated", " (not dated)", " [n.d.]"])
def test_what_says_that_there_is_no_day_is_no_part_of_the_subject(tail: str) -> None:
    found = agreement(f"{KENYA}{tail}\n", "en")
    assert (found.events, [one.code for one in found.sectors]) == ((), ["water_transport"])


@pytest.mark.parametrize(
    "title",
    [f"{KENYA} 2021", f"{KENYA}, Crni Lug 2021", f"Protocol amending the {KENYA}, 5 May 2021"],
)
def test_a_year_behind_a_subject_or_a_day_behind_another_document_is_asked(title: str) -> None:
    _, review = bl.read_list(f"{title}\n", "en", home="JP")
    assert "uncertain-reading" in {one.problem.code for one in review.questions}


@pytest.mark.parametrize(
    ("title", "signed"),
    [
        (f"{KENYA} for the export of timber 2021", "2021"),
        (f"{KENYA}, Crni Lug 2021", "2021"),
        (f"{KENYA} and Expo 2025", None),
    ],
)
def test_where_all_titles_have_dates_behind_them_a_year_is_one_too(
    title: str, signed: str | None
) -> None:
    states = ("Peru", "Chile", "Cuba", "India")
    others = [f"Agreement between Japan and {one}, 3 May 1999" for one in states]
    dossier, review = bl.read_list("\n".join([*others, title]), "en")
    assert [str(one) for one in dossier.agreements[-1].dates("signed")] == ([signed] * bool(signed))
    assert bool(review.questions) is (signed is None)


@pytest.mark.parametrize(
    ("tail", "period"),
    [
        (", 1995 bis 2001", "1995/2001"),
        (", von 1995 bis 2001", "1995/2001"),
        (", Juni 1995 bis Mai 1997", "1995-06/1997-05"),
    ],
)
def test_a_time_between_two_dates_is_no_day_of_signature(tail: str, period: str) -> None:
    found = agreement(f"Titel\nAbkommen zwischen Peru und Chile{tail}\n", "de")
    assert (str(found.period), [*found.dates("signed")]) == (period, [])


def test_a_year_behind_a_dash_is_when_the_document_was_signed() -> None:
    found = agreement("Меморандум о туризме между Беларусью и Монголией – 2016\n", "ru")
    assert [*map(str, found.dates("signed"))] == ["2016"]


@pytest.mark.parametrize(
    ("tail", "signed", "note", "events"),
    [
        (", 1962, erneuert 1983", "1962", "erneuert 1983", []),
        (", 1962 (1983 erneuert)", "1962", "1983 erneuert", []),
        (" – nicht unterschrieben", None, "nicht unterschrieben", []),
        (" – gekündigt 30.6.2018", None, None, ["2018-06-30"]),
        (", gekündigt 30.6.2018", None, None, ["2018-06-30"]),
        (", 1962 – ruht seit 2022", "1962", None, ["2022"]),
    ],
)
def test_what_happened_later_is_no_signature(
    tail: str, signed: str | None, note: str | None, events: list[str]
) -> None:
    found = agreement(f"Abkommen mit der Stadt Lyon{tail}\n", "de", home="Jena")
    assert [*map(str, found.dates("signed"))] == ([signed] if signed else [])
    assert found.note == note
    assert [str(one.date) for one in found.events if one.kind.value != "signed"] == events


def test_a_renewal_with_an_end_is_a_term() -> None:
    found = agreement("Abkommen mit der Stadt Lyon, 1962, verlängert bis 2030\n", "de", home="Jena")
    assert found.term == bl.Term(until="2030")


def test_a_word_that_is_cut_leads_to_the_day_of_signature() -> None:
    found = agreement(f"{BETWEEN} о торговле, подп. 2004 г.\n")
    assert [str(event.date) for event in found.events] == ["2004"]


@pytest.mark.parametrize(
    ("tail", "sector"),
    [("on the Automotive Industry", "vehicles"), ("on Renewable Energy", "renewables")],
)
def test_what_a_title_is_about_is_not_how_it_is_renewed(tail: str, sector: str) -> None:
    title = f"Agreement between the City of Coventry and the City of Graz, Austria, {tail}"
    found = agreement(f"{title}, 11 June 2015\n", "en", home="GB")
    assert [one.code for one in found.sectors] == [sector]
    assert found.term is None


@pytest.mark.parametrize(
    ("title", "lang"),
    [
        ("Agreement with the City of Lyon on trade, tourism, renewable energy", "en"),
        ("Agreement with the City of Lyon on trade, urban renewal", "en"),
        ("Agreement with the City of Lyon on trade, automotive industry", "en"),
        ("Agreement with the City of Lyon on trade, agricultural extension", "en"),
        ("Agreement with the City of Lyon on trade, winter season tickets", "en"),
        ("Vertrag mit der Stadt Lyon über Handel, erneuerbare Energien", "de"),
        ("Vertrag mit der Stadt Lyon über Handel, automatische Übersetzung", "de"),
        ("Договор с городом Лионом о торговле, возобновляемой энергетике", "ru"),
        ("Договор с городом Лионом о торговле, продовольствии", "ru"),
    ],
)
def test_what_is_renewed_but_no_document_is_part_of_the_title(title: str, lang: str) -> None:
    cells = Cells(lang)
    assert Tails(lang, cells, Validities(lang, cells)).divided(title) == (title, {})


@pytest.mark.parametrize(
    ("clauses", "lang"),
    [
        ("5 years, renewable", "en"),
        ("5 years, automatically renewed, 6 months' notice", "en"),
        ("10 years, thereafter until 12 months after notice of termination", "en"),
        ("3 Jahre, danach stillschweigende Verlängerung", "de"),
        ("5 лет, далее автоматически", "ru"),
        (
            "5 лет, с автоматическим продлением на следующие 5 лет, "
            "если ни одна из Сторон не заявит о прекращении",
            "ru",
        ),
    ],
)
def test_clauses_behind_a_title_are_read_together(clauses: str, lang: str) -> None:
    cells = Cells(lang)
    divided = Tails(lang, cells, Validities(lang, cells)).divided
    filled = {"signed": "12.05.2019", "validity": clauses}
    assert divided(f"MoU with Lyon, 12.05.2019, {clauses}") == ("MoU with Lyon", filled)
    # What has happened later stands last, and only one of them can be true.
    assert "validity" in divided(f"MoU with Lyon, 12.05.2019, {clauses} – terminated 2021")[1]


GRAZ = {
    "de": "Vereinbarung zwischen der Stadt Jena und der Stadt Graz über Tourismus",
    "en": "Agreement between the City of Zagreb and the City of Graz on tourism",
    "ru": TITLE,
}


def last_of(titles: list[str], lang: str) -> tuple[bl.Agreement | None, list[str]]:
    """The last record of a list of titles, and the codes of the questions about it."""
    dossier, review = bl.read_list("\n".join([*titles, ""]), lang)
    row = review.rows[-1]
    return (dossier[row.id] if row.id else None), codes(row)


def behind(tail: str, lang: str) -> tuple[bl.Agreement, list[str]]:
    """A title with a tail in a list whose other titles have a day behind them."""
    others = [f"{GRAZ[lang]}, 1{n}.05.2001" for n in range(5)]
    found, questions = last_of([*others, f"{GRAZ[lang]}{tail}"], lang)
    assert found is not None
    return found, questions


@pytest.mark.parametrize(
    ("lang", "tail", "note"),
    [
        ("de", ", 12.05.2018, Stadtratsbeschluss vom 03.03.2018", "Stadtratsbeschluss vom"),
        ("de", ", Beschluss des Rates vom 3. März 2018, 12.05.2018", "Beschluss des Rates"),
        ("en", ", 12 May 2018, Council decision of 3 March 2018", "Council decision"),
        ("en", ", 12 May 2018 (Council decision 12/2018 of 3 March 2018)", "Council decision"),
        ("ru", ", 12.05.2018, решение Совета № 4 от 3 марта 2018 г.", "решение Совета № 4"),
    ],
)
def test_the_day_of_a_decision_is_not_that_of_signature(lang: str, tail: str, note: str) -> None:
    found, questions = behind(tail, lang)
    assert not questions
    assert [str(one) for one in found.dates("signed")] == ["2018-05-12"]
    assert str(found.note).startswith(note)
    assert [one.place for one in found.events] == [None]


def test_what_is_known_only_to_have_been_decided_has_no_day() -> None:
    found, questions = behind(", Beschluss vom 03.03.2018", "de")
    assert not questions
    assert not found.events


@pytest.mark.parametrize(
    ("lang", "tail"),
    [
        ("de", ", 12.05.2018 und 14.05.2018"),
        ("en", ", 12 May 2018 and 14 May 2018"),
        ("ru", " от 12.05.2018 и 14.05.2018"),
    ],
)
def test_a_second_day_is_asked_and_no_time(lang: str, tail: str) -> None:
    found, questions = behind(tail, lang)
    assert questions == ["uncertain-reading"]
    assert found.period is None


@pytest.mark.parametrize(
    ("lang", "tail"),
    [
        ("de", ", Anfang 2018"),
        ("de", ", Mitte 2018"),
        ("de", ", vor 2018"),
        ("en", ", early 2018"),
        ("en", ", before 2018"),
    ],
)
def test_a_year_of_which_more_is_said_is_asked(lang: str, tail: str) -> None:
    found, questions = behind(tail, lang)
    assert questions
    assert not found.events
    assert found.term is None


def test_a_year_with_its_word_may_be_doubted() -> None:
    found, questions = behind(", 2018 г.?", "ru")
    assert not questions
    assert [str(one) for one in found.dates("signed")] == ["2018?"]


@pytest.mark.parametrize(
    ("lang", "tail", "place"),
    [
        ("ru", " (Минск), дата не указана", "Минск"),
        ("ru", " (Улан-Батор), дата не указана", "Улан-Батор"),
        ("de", " (Graz), ohne Datum", "Graz"),
        ("en", " (Graz), undated", "Graz"),
    ],
)
def test_beside_the_word_that_there_is_no_day_stands_the_place(
    lang: str, tail: str, place: str
) -> None:
    found, questions = behind(tail, lang)
    assert not questions
    assert [(one.date, one.place) for one in found.events] == [(None, place)]


def test_a_place_may_stand_before_its_day_without_a_comma() -> None:
    found, questions = behind(", подписано в г. Орша 12.05.2018", "ru")
    assert not questions
    (event,) = found.events
    assert (str(event.date), event.place) == ("2018-05-12", "Орша")


@pytest.mark.parametrize(
    ("lang", "tail"),
    [
        ("en", ", 12 May 2018, renewable every 5 years"),
        ("de", ", 12.05.2018, alle 5 Jahre erneuerbar"),
    ],
)
def test_what_is_renewed_every_few_years_is_no_energy(lang: str, tail: str) -> None:
    found, questions = behind(tail, lang)
    assert not questions
    assert found.sectors == (bl.Sector("tourism"),)


@pytest.mark.parametrize(
    ("title", "lang"),
    [
        (
            "Zusatzprotokoll zum Partnerschaftsvertrag zwischen der Stadt Jena und der Stadt "
            "Vantaa (Finnland) vom 10.06.2006",
            "de",
        ),
        (
            "Дополнительный протокол к Соглашению о сотрудничестве между г. Полоцк и г. Тула "
            "от 14 июня 2004 г.",
            "ru",
        ),
    ],
)
def test_where_all_titles_have_a_day_one_behind_the_parties_of_another_document_is_asked(
    title: str, lang: str
) -> None:
    others = [f"{GRAZ[lang]}, 1{n}.05.2001" for n in range(5)]
    assert last_of([*others, title], lang)[1] == ["uncertain-reading"]


def test_where_titles_have_no_days_one_behind_another_document_is_that_of_it() -> None:
    title = "Zusatzprotokoll zum Vertrag zwischen der Stadt Jena und der Stadt Graz vom 10.06.2006"
    assert last_of([title], "de")[1] == []


@pytest.mark.parametrize(
    ("tail", "signed", "period"),
    [
        (", 15 January 2018, until 31.12.2020", ["2018-01-15"], None),
        (", 2018-2020", [], "2018/2020"),
    ],
)
def test_a_project_partnership_has_a_day_behind_its_title(
    tail: str, signed: list[str], period: str | None
) -> None:
    title = (
        "Project Partnership Agreement between the City of Graz and the City of Zagreb on tourism"
    )
    found = agreement(f"{title}{tail}\n", "en")
    assert [str(one) for one in found.dates("signed")] == signed
    assert (str(found.period) if found.period else None) == period
    assert bool(found.term) == bool(signed)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Agreed Minutes of the Session of the Cyprus-Poland Committee, 19-21 May 2003"),
        ("de", "Protokoll der Tagung der Kommission Österreich–Polen, Wien, 19.–21. Mai 2003"),
        ("ru", f"Протокол заседания комиссии {BETWEEN[11:]}, Минск, 19–21 мая 2003 г."),
    ],
)
def test_minutes_of_a_session_of_some_days_are_of_its_last_one(lang: str, text: str) -> None:
    found = agreement(f"{text}\n", lang)
    assert [str(event.date) for event in found.events] == ["2003-05-21"]
    assert found.period is None


@pytest.mark.parametrize(
    ("inner", "signed", "term", "note"),
    [
        ("signed 12. 9. 2006, for 5 years, in English", "2006-09-12", "P5Y", "in English"),
        ("12.9.2006, copy lost, valid for 5 years", "2006-09-12", "P5Y", "copy lost"),
        (
            "signed 12.9.2006; valid for 5 years; original lost",
            "2006-09-12",
            "P5Y",
            "original lost",
        ),
        ("signed 12. 9. 2006, signed copy missing", "2006-09-12", None, "signed copy missing"),
        ("date of signature unknown", None, None, "date of signature unknown"),
    ],
)
def test_all_that_a_bracket_says_goes_to_its_fields(
    inner: str, signed: str | None, term: str | None, note: str
) -> None:
    title = f"Agreement between Peru and Chile on trade ({inner})"
    found = agreement(f"Title\n{title}\n", "en", home="PE")
    assert [*map(str, found.dates("signed"))] == ([signed] if signed else [])
    assert found.term == (bl.Term(length=term) if term else None)
    assert found.note == note


def test_a_clause_in_a_bracket_that_can_be_read_in_several_ways_is_asked() -> None:
    title = "Agreement between Peru and Chile on trade (signed 12. 9. 2006, valid for 5 years, "
    found, row = only(f"Title\n{title}automatically prolonged by 5 years)\n", "en", home="PE")
    assert found is not None
    assert codes(row) == ["ambiguous-text"]


@pytest.mark.parametrize("inner", ["ratified 12. 9. 2006, in 2 copies", "in Lima, 2 copies"])
def test_a_bracket_that_begins_with_no_day_of_signature_is_left(inner: str) -> None:
    title = f"Agreement between Peru and Chile on trade ({inner})"
    dossier, _ = bl.read_list(f"Title\n{title}\n", "en", home="PE")
    assert not any(one.dates("signed") for one in dossier)
