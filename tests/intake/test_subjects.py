"""What a document is and what it is about: kinds, sectors, texts, languages, addresses."""

from __future__ import annotations

import pytest

import bilateral as bl
from bilateral.intake.cells import Cells
from tests.intake.reading import BETWEEN, agreement, codes, only

TITLE = f"{BETWEEN} о торговле"
PARTIES = "Стороны"
BOTH = "Беларусь, Казахстан"


def row(header: str, cell: str, title: str = TITLE) -> str:
    return f"Наименование;{header}\n{title};{cell}\n"


PERU_AND_CHILE = "zwischen Peru und Chile über Sonderdinge"


class TestKind:
    @pytest.mark.parametrize(
        ("cell", "kind"),
        [
            ("меморандум", "memorandum"),
            ("mou", "mou"),
            ("Дорожная карта", "roadmap"),
            ("соглашение о сотрудничестве в области культуры", "agreement"),
        ],
    )
    def test_a_column_tells_it(self, cell: str, kind: str) -> None:
        assert agreement(f"Вид;{PARTIES}\n{cell};{BOTH}\n").kind.value == kind

    @pytest.mark.parametrize(
        ("cell", "lang", "kind"),
        [
            ("Addendum to MoU", "en", "additional_protocol"),
            ("Sister cities", "en", "twinning"),
            ("Nachtragsvereinbarung", "de", "additional_protocol"),
            ("Darlehensvertrag", "de", "contract"),
            ("Дополнение к соглашению", "ru", "additional_protocol"),
            ("Лицензионный договор", "ru", "contract"),
            ("Города-побратимы", "ru", "twinning"),
            # What is part of a document, or something that happens to one, is none.
            *(("Annex", "en", None), ("Extension", "en", None), ("Приложение", "ru", None)),
            *(("Partnership", "en", None), ("Heads of Agreement", "en", None)),
        ],
    )
    def test_a_word_for_a_document_names_its_kind_or_none(
        self, cell: str, lang: str, kind: str | None
    ) -> None:
        found = Cells(lang).kind(cell)
        assert (found.value and found.value.value) == kind
        assert found.is_certain == (kind is not None)

    @pytest.mark.parametrize(
        ("cell", "kind"),
        [("Vereinbarung „3+3-Programm“", "arrangement"), ("1. Nachtrag", "additional_protocol")],
    )
    def test_what_it_is_called_and_which_one_it_is_change_none(self, cell: str, kind: str) -> None:
        assert Cells("de").kind(cell).value == bl.AgreementKind(kind)

    def test_one_that_is_not_understood_is_asked(self) -> None:
        found, asked = only(f"Вид;{PARTIES}\nбумага;{BOTH}\n")
        assert found is None
        assert (asked.state, codes(asked)) == (bl.RowState.REFUSED, ["unknown-agreement-kind"])

    def test_the_title_tells_it_where_the_column_does_not(self) -> None:
        assert agreement(row("Вид", "бумага")).kind is bl.AgreementKind.AGREEMENT

    def test_an_ambiguous_one_is_asked_with_its_readings(self) -> None:
        _, asked = only(f"Вид;{PARTIES}\nпротокол/меморандум;{BOTH}\n")
        assert len(asked.questions) == 1

    def test_without_any_it_is_asked(self) -> None:
        found, asked = only(f"Наименование;{PARTIES}\nО торговле;{BOTH}\n")
        assert found is None
        assert codes(asked) == ["no-document-kind"]
        _, asked = only("Партнёр;Дата\nКазахстан;2020\n", home="BY")
        assert codes(asked) == ["no-kind-in-list"]

    def test_a_header_that_names_one_is_only_likely(self) -> None:
        text = f"Наименование {{}};{PARTIES}\nО торговле;{BOTH}\n"
        for header, kind in (("соглашения", "agreement"), ("документа", None)):
            _, asked = only(text.format(header))
            assert codes(asked) == ["no-document-kind"]
            found, _ = only(text.format(header), accept="likely")
            assert (found.kind.value if found else None) == kind

    def test_a_column_that_contradicts_the_title_is_asked(self) -> None:
        found, asked = only(row("Вид", "меморандум"))
        assert found is None
        assert (asked.state, codes(asked)) == (bl.RowState.WAITING, ["different-values"])
        found, _ = only(row("Вид", "меморандум"), accept="likely")
        assert found is not None
        assert found.kind is bl.AgreementKind.AGREEMENT

    def test_a_title_may_say_more_than_the_column(self) -> None:
        title = "Соглашение об установлении побратимских отношений между Минском и Астаной"
        assert agreement(row("Вид", "Соглашение", title)).kind is bl.AgreementKind.TWINNING

    def test_one_word_for_treaties_and_contracts_is_a_contract_where_no_state_signs(self) -> None:
        home = bl.Partner("uni", "university", {"ru": "Университет"}, country="BY")
        text = "Вид;Университет;Страна\n{};Рижская академия;Латвия\n"
        for cell in ("договор", "Договор о сотрудничестве"):
            assert agreement(text.format(cell), home=home).kind is bl.AgreementKind.CONTRACT
        english = "Type;University;Country\nTreaty;Riga Academy;Latvia\n"
        home = bl.Partner("uni", "university", {"en": "University"}, country="BY")
        assert agreement(english, "en", home=home).kind is bl.AgreementKind.TREATY

    def test_what_it_calls_itself_is_kept_where_the_kind_has_another_name(self) -> None:
        found = agreement("Kooperationsvereinbarung zwischen Belarus und Guinea\n", "de")
        assert found.designation == bl.Phrases(de="Kooperationsvereinbarung")
        assert agreement(f"{TITLE}\n").designation is None

    def test_a_twin_city_makes_a_twinning_but_another_word_is_asked(self) -> None:
        text = "Город-побратим;Вид\nАстана;дружба навек\n"
        _, asked = only(text, home="BY-HM")
        assert asked.state is bl.RowState.WAITING


class TestSectors:
    def test_a_column_has_several(self) -> None:
        found = agreement(row("Сфера", "торговля, наука"))
        assert [one.code for one in found.sectors] == ["trade", "science"]

    def test_what_is_none_is_the_subject_and_asked(self) -> None:
        found, review = only(row("Сфера", "обмен диковинами", BETWEEN))
        assert found is not None
        assert found.sectors == ()
        assert found.subject == bl.Phrases(ru="обмен диковинами")
        assert [one.code for one in review.questions] == ["no-sector-known"]
        found = agreement(row("Сфера", '"наука; обмен опытом"', BETWEEN))
        assert [one.code for one in found.sectors] == ["science"]
        assert found.subject == bl.Phrases(ru="наука; обмен опытом")

    @pytest.mark.parametrize(
        ("cell", "sectors"),
        [
            ("школьные обмены, керамика", ["schools"]),
            ("театр и музеи Минска", ["culture", "heritage"]),
            # Courses have English names in every language.
            ("Hospitality management", ["tourism"]),
            # Of two parts, one may be anything.
            ("зимний спорт; печать", ["sport", "media"]),
        ],
    )
    def test_words_that_are_about_a_field_tell_it_and_stay_the_subject(
        self, cell: str, sectors: list[str]
    ) -> None:
        found = agreement(row("Сфера", f'"{cell}"', BETWEEN))
        assert [one.code for one in found.sectors] == sectors
        assert found.subject == bl.Phrases(ru=cell)

    @pytest.mark.parametrize("cell", ["все", "разное", "multidisciplinary"])
    def test_a_cell_that_names_no_field_is_no_subject(self, cell: str) -> None:
        found, review = only(row("Сфера", cell, BETWEEN))
        assert found is not None
        assert found.sectors == ()
        assert not review.questions
        assert found.subject is None
        assert "list:сфера" in found.extra

    def test_the_unit_of_a_university_tells_it_where_its_words_do(self) -> None:
        text = "Title;College / Unit;Colour\n{};{};tourism\n"
        title = "Memorandum between Belarus and Guinea"
        found = agreement(text.format(title, "School of Public Health"), "en")
        assert [one.code for one in found.sectors] == ["health"]
        assert found.extra["list:college_/_unit"] == "School of Public Health"
        assert agreement(text.format(title, "CAES"), "en").sectors == ()

    @pytest.mark.parametrize(
        ("remark", "sectors"),
        [
            ("pharma, renewables", ["pharma", "renewables"]),
            ("cross-border trade", ["trade"]),
            ("visa pending", []),
            ("copy", []),
        ],
    )
    def test_a_remark_that_says_nothing_else_tells_it(
        self, remark: str, sectors: list[str]
    ) -> None:
        title = "Memorandum between Belarus and Guinea"
        found = agreement(f'Title;Remarks\n{title};"{remark}"\n', "en")
        assert [one.code for one in found.sectors] == sectors
        assert found.note == remark

    def test_those_of_the_title_are_taken_where_the_column_has_none(self) -> None:
        found = agreement(row("Сфера", "обмен опытом"))
        assert [one.code for one in found.sectors] == ["trade"]


class TestTexts:
    def test_remarks_and_subjects_are_kept(self) -> None:
        text = f"Наименование;Предмет;Примечание\n{TITLE};ввоз леса;архив, т. 3\n"
        found = agreement(text)
        assert (found.subject, found.note) == (bl.Phrases(ru="ввоз леса"), "архив, т. 3")

    def test_the_title_is_recorded(self) -> None:
        assert agreement(f"{TITLE}\n").titles == (bl.RecordedTitle(TITLE, "ru"),)

    def test_an_address_is_a_source_and_another_text_is_kept(self) -> None:
        found = agreement(row("Ссылка", "https://example.org/a"))
        assert [one.url for one in found.sources] == ["https://example.org/a"]
        found = agreement(row("Ссылка", "в шкафу"))
        assert (found.sources, dict(found.extra)) == ((), {"list:url": "в шкафу"})

    def test_languages_are_tags_or_names(self) -> None:
        assert agreement(row("Языки", "русский, DE")).languages == ("ru", "de")
        _, asked = only(row("Языки", "русский, эльфийский"))
        assert codes(asked) == ["invalid-language"]

    def test_a_part_of_a_title_that_is_not_understood_is_told(self) -> None:
        title = "Оттиск Соглашения между Республикой Беларусь и Республикой Казахстан"
        _, asked = only(f"{title}\n")
        assert (asked.state, codes(asked)) == (bl.RowState.PARTLY, ["not-understood"])

    def test_what_an_annex_is_itself_is_asked(self) -> None:
        title = "Приложение к Соглашению между Республикой Беларусь и Республикой Казахстан"
        _, asked = only(f"{title}\n")
        assert asked.state is bl.RowState.WAITING

    def test_a_title_without_end_is_refused(self) -> None:
        _, review = bl.read_list(f"Наименование;Дата\n{TITLE};2020\n{'а ' * 3000};2020\n", "ru")
        assert "text-too-long" in codes(review[3])


class TestRowsThatAreNoDocuments:
    def test_headings_and_sums_are_none(self) -> None:
        text = (
            f"№ п/п;Наименование;Дата\nРаздел I;;\n;Раздел II;\n1;{TITLE};2020\n"
            "Итого: 1;;\n;Всего;\n"
        )
        dossier, review = bl.read_list(text, "ru")
        assert len(dossier) == 1
        assert [row.state.value for row in review] == ["heading"] * 2 + ["taken"] + ["heading"] * 2
        assert review.counts["questions"] == 0

    def test_a_heading_in_one_cell_over_the_whole_row_is_none(self) -> None:
        rows = [
            {"Наименование": "Казахстан", "Дата": "Казахстан"},
            {"Наименование": TITLE, "Дата": "2020"},
        ]
        _, review = bl.read_list(rows, "ru")
        assert [row.state.value for row in review] == ["heading", "taken"]

    def test_a_numbered_row_and_a_line_of_text_are_asked_instead(self) -> None:
        _, review = bl.read_list(f"№ п/п;Наименование;Дата\n1;{TITLE};2020\n2;О лесе;\n", "ru")
        assert review[3].state is bl.RowState.REFUSED
        _, review = bl.read_list(f"{TITLE}\nО лесе\n", "ru")
        assert review[2].state is bl.RowState.REFUSED


def test_a_row_that_breaks_a_rule_is_refused_with_the_rule() -> None:
    text = f"Наименование;Дата;Дата расторжения\n{TITLE};2020;2019\n"
    found, asked = only(text)
    assert found is None
    assert (asked.state, codes(asked)) == (bl.RowState.REFUSED, ["event-order"])


@pytest.mark.parametrize(
    ("cell", "sectors", "subject"),
    [
        ("student exchange", ["higher_ed"], "student exchange"),
        ("trade, culture", ["trade", "culture"], "trade, culture"),
        ("glass and porcelain", [], "glass and porcelain"),
        ("trade, porcelain", ["trade"], "trade, porcelain"),
    ],
)
def test_a_subject_that_names_sectors_has_them_in_all_languages(
    cell: str, sectors: list[str], subject: str | None
) -> None:
    text = f'Partner;Type;Subject\nKazakhstan;Agreement;"{cell}"\n'
    (found,) = bl.read_list(text, "en", home="BY").dossier
    assert [one.code for one in found.sectors] == sectors
    assert (found.subject and found.subject["en"].nom) == subject


def test_a_column_of_sectors_goes_before_the_subjects() -> None:
    text = "Title;Parties;Subject;Sectors\nTreaty;Peru, Japan;student exchange;education\n"
    (treaty,) = bl.read_list(text, "en").dossier
    assert [one.code for one in treaty.sectors] == ["education"]


class TestTheSubjectOfATitle:
    @pytest.mark.parametrize(
        ("title", "subject"),
        [
            ("Соглашение о дружбе между Минском и Вильнюсом", "über Freundschaft"),
            (f"{BETWEEN} о выдаче", "über die Auslieferung"),
            # What a kind says itself, what only one language has, what is doubtful.
            ("Договор о дружбе между городами Минск и Бонн", None),
            (f"{BETWEEN} о сотрудничестве", None),
            (f"{BETWEEN} о поставках автобусов", None),
        ],
    )
    def test_one_that_all_languages_name_is_that_of_the_document(
        self, title: str, subject: str | None
    ) -> None:
        found = agreement(f"Наименование;{PARTIES}\n{title};\n").subject
        assert (found["de"].nom if found else None) == subject

    def test_a_column_of_subjects_says_it_better(self) -> None:
        found = agreement(row("Предмет", "выдача лиц", f"{BETWEEN} о выдаче"))
        assert found.subject == bl.Phrases({"ru": "выдача лиц"})


class TestUnknownSectors:
    """What a document is about is asked where its words tell no sector."""

    @pytest.mark.parametrize(
        ("lang", "text", "subject"),
        [
            (
                "en",
                "Title\nMemorandum between Peru and Chile on bespoke gadgets",
                "bespoke gadgets",
            ),
            ("de", "Partner;Betreff;Art\nChile;Sonderdinge;Memorandum", "Sonderdinge"),
            ("ru", "Партнёр;Вид\nЧили;Меморандум о диковинах", "диковинах"),
            ("en", "Partner;Type;Fields\nChile;Memorandum;bespoke gadgets", "bespoke gadgets"),
        ],
    )
    def test_it_is_asked_and_the_rest_is_taken(self, lang: str, text: str, subject: str) -> None:
        dossier, review = bl.read_list(text, lang, home="PE")
        asked = [one for one in review.questions if one.problem.code == "no-sector-known"]
        assert [(one.field, one.problem.value) for one in asked] == [("sectors", subject)]
        assert [one.kind.value for one in dossier] == ["memorandum"] * len(dossier)

    @pytest.mark.parametrize(
        ("lang", "title"),
        [
            ("en", "Memorandum between Peru and Chile on friendship and closer ties"),
            ("en", "Memorandum between Peru and Chile on cooperation, see No. 5"),
            ("de", "Memorandum über städtepartnerschaftliche Beziehungen zwischen Jena und Lugoj"),
            ("ru", "Меморандум о побратимстве городов Минск и Бонн"),
            ("en", "Protocol to the Memorandum of 1 May 2019 between Peru and Chile"),
        ],
    )
    def test_that_two_work_together_is_no_field_to_ask_for(self, lang: str, title: str) -> None:
        review = bl.read_list(f"{title}\n", lang).review
        assert "no-sector-known" not in {one.problem.code for one in review.questions}

    @pytest.mark.parametrize(
        ("text", "subject"),
        [
            ("Partner;Bereich;Art\nChile;Sonderdinge;Memorandum", "Sonderdinge"),
            ("Partner;Bereich;Gegenstand;Art\nChile;alle;Sonderdinge;Memorandum", None),
            ("Partner;Bereich;Art\nChile;INW;Memorandum", None),
            (f"Protokoll zur Änderung des Memorandums {PERU_AND_CHILE}", "Sonderdinge"),
        ],
    )
    def test_a_column_and_what_is_changed_are_asked_about(
        self, text: str, subject: str | None
    ) -> None:
        questions = bl.read_list(f"{text}\n", "de", home="PE").review.questions
        asked = [one.problem.value for one in questions if one.problem.code == "no-sector-known"]
        assert asked == ([subject] if subject else [])

    @pytest.mark.parametrize("cell", ["all", "see above", "s. oben", "см. № 5", "INW"])
    def test_a_cell_that_says_none_or_leads_elsewhere_is_no_question(self, cell: str) -> None:
        text = f"Partner;Type;Fields\nChile;Memorandum;{cell}"
        review = bl.read_list(text, "en", home="PE").review
        assert "no-sector-known" not in {one.problem.code for one in review.questions}

    def test_a_person_answers_that_there_is_none(self) -> None:
        text = "Title;Sector\nMemorandum between Peru and Chile on bespoke gadgets;none"
        dossier, review = bl.read_list(text, "en")
        assert not review.questions
        assert [one.sectors for one in dossier] == [()]


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("Согл. о сотр-ве", "agreement"),
        ("дог. о сотр-ве", "contract"),
        ("мемор.", "memorandum"),
        ("Прот. о намер.", "protocol_of_intent"),
        ("Межправсоглашение", "agreement"),
        ("Генсоглашение", "agreement"),
    ],
)
def test_nobody_asks_for_the_field_of_a_kind_that_is_cut_short(cell: str, kind: str) -> None:
    home = bl.Partner("uni", "university", {"ru": "Университет"}, country="KZ")
    found, row = only(f"Вуз;Вид\nКарлов университет;{cell}\n", "ru", home=home)
    assert (found.kind.value, row.questions) == (kind, ())


@pytest.mark.parametrize("about", ["неразглашении", "конфиденциальности", "агентских услугах"])
def test_what_belongs_to_no_sector_is_not_asked_for(about: str) -> None:
    home = bl.Partner("uni", "university", {"ru": "Университет"}, country="KZ")
    _, row = only(f"Документ;Вуз\nСоглашение о {about};Карлов университет\n", "ru", home=home)
    assert not row.questions


def test_a_change_of_a_document_has_its_field() -> None:
    text = "Документ;Страна\nПротокол о внесении изменений в Соглашение о туризме;Чили\n"
    found, row = only(text, "ru", home="CU")
    assert ([one.code for one in found.sectors], row.questions) == (["tourism"], ())


@pytest.mark.parametrize(
    ("title", "kind", "signed"),
    [
        ("Согл. о сотр-ве с Рижским университетом", "agreement", []),
        ("Прот. о намер. с Рижским университетом", "protocol_of_intent", []),
        ("Дог. с Рижским университетом об обмене студ.", "contract", []),
        (
            "Доп. согл. к Соглашению с Рижским университетом от 7.02.2011, подп. 12.02.2016",
            "additional_protocol",
            ["2016-02-12"],
        ),
    ],
)
def test_the_kind_in_a_title_may_be_cut_short(title: str, kind: str, signed: list[str]) -> None:
    home = bl.Partner("uni", "university", {"ru": "Университет"}, country="KZ")
    found, _ = only(f"{title}\n", "ru", home=home)
    assert found is not None
    assert (found.kind.value, [str(day) for day in found.dates("signed")]) == (kind, signed)
    assert [one.text for one in found.titles] == [title]


def test_the_place_may_stand_before_a_day_without_a_comma() -> None:
    cells = Cells("ru")
    day, place = cells.day_and_place("Улан-Батор 04.09.2018")
    assert (str(day.value), place) == ("2018-09-04", "Улан-Батор")
    day, place = cells.day_and_place("Вильнюс 2011 г.")
    assert (str(day.value), place) == ("2011", "Вильнюс")
    day, place = cells.day_and_place("Минск май 2015")
    assert (str(day.value), place) == ("2015-05", "Минск")
    day, place = cells.day_and_place("Протокол 04.09.2018")
    assert (day.value, place) == (None, None)


def test_a_partnership_of_two_towns_is_a_twinning() -> None:
    home = bl.Partner.like("Stadt Nürnberg", "de")
    text = "Partner;Land;Art\n{};{};Partnerschaft\n"
    assert agreement(text.format("Charkiv", "Ukraine"), "de", home=home).kind.value == "twinning"
    _, row = only(text.format("Universität Turku", "Finnland"), "de", home=home)
    assert codes(row) == ["unknown-agreement-kind"]


@pytest.mark.parametrize(
    ("note", "sectors"),
    [
        ("start-ups", "sme"),
        ("climate action, only e-mails exist", "environment"),
        ("waste and circular economy", "waste"),
        # Who cares for it, and where it is.
        ("press", ""),
        ("archive, only a copy exists", ""),
        ("no health check of the papers was made", ""),
    ],
)
def test_a_remark_that_says_no_more_than_a_field_tells_it(note: str, sectors: str) -> None:
    text = f"Partner;Country;Type;Date signed;Remarks\nAarhus;Denmark;MoU;2017;{note}\n"
    found = agreement(text, "en", home=bl.Partner.like("City of Turku", "en"))
    assert [one.code for one in found.sectors] == sectors.split()
