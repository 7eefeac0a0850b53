"""What lists write around a title: how it is kept, how it stands, when and where it was signed."""

import pytest

import bilateral as bl
from bilateral.reading.title_parts.attachments import is_attachment

_TITLES = {
    "ru": "Соглашение между Россией и Румынией о туризме",
    "de": "Abkommen zwischen Deutschland und Italien über Tourismus",
    "en": "Agreement between the United Kingdom and Italy on tourism",
}


def _read(lang: str, behind: str) -> bl.ParsedTitle:
    """A title with some words behind it, of which none may get into its subject."""
    title = bl.parse_title(_TITLES[lang] + behind, lang)
    assert title.subject is not None
    assert title.subject.casefold() in {"туризме", "tourismus", "tourism"}
    assert "subject" not in title.uncertain
    assert "sides" not in title.uncertain
    return title


@pytest.mark.parametrize(
    ("lang", "remark"),
    [
        ("ru", "копия, папка 3"),
        ("ru", "отношения прекращены"),
        ("ru", "с 2014 г. не реализуется"),
        ("ru", "сотрудничество временно приостановлено"),
        ("ru", "с дополнением от 2016 г."),
        ("ru", "именуемое в дальнейшем «Соглашение»"),
        ("ru", "укр., араб., фр. яз."),
        ("ru", "проект 2019 г."),
        ("ru", "подписание перенесено"),
        ("de", "Kopie, Ordner 3"),
        ("de", "die Beziehungen ruhen derzeit"),
        ("de", "seit 2014 ruhend"),
        ("de", "mit Nachtrag von 2016"),
        ("de", "dt./ital."),
        ("de", "Status prüfen"),
        ("de", "Erneuerung 2008"),
        ("en", "copy, folder 3"),
        ("en", "relations have stalled"),
        ("en", "the partnership is now dormant"),
        ("en", "since 2014 suspended"),
        ("en", "with addendum of 2016"),
        ("en", "English and Italian"),
        ("en", "status unclear"),
    ],
)
def test_remarks_in_brackets_are_rest_and_tell_no_date(lang: str, remark: str) -> None:
    title = _read(lang, f" ({remark})")
    assert remark in title.rest
    assert title.date is None
    assert title.period is None


@pytest.mark.parametrize(
    ("lang", "behind"),
    [
        ("ru", ", отношения заморожены"),
        ("ru", ", с 2014 года приостановлено"),
        ("de", ", seit 2014 ausgesetzt"),
        ("de", ", verlängert sich automatisch"),
        ("en", ", relations have stalled"),
        ("en", ", 3 pp."),
        ("en", ", file ref. 12/3"),
    ],
)
def test_remarks_behind_a_comma_are_rest(lang: str, behind: str) -> None:
    assert _read(lang, behind).rest == (behind.removeprefix(", ").rstrip("."),)


def test_the_day_of_what_no_mark_sets_off_is_that_of_the_document() -> None:
    title = bl.parse_title("Vertrag zwischen Bonn und Rom mit Anlagen vom 5. Mai 1999", "de")
    assert str(title.date) == "1999-05-05"


def test_what_belongs_to_a_document_is_an_attachment_with_its_day() -> None:
    assert is_attachment("(mit Nachtrag von 2016)", "de")
    assert not is_attachment("mit Nachtrag über Fische", "de")


@pytest.mark.parametrize(
    ("lang", "behind"),
    [
        ("ru", ", срок – 5 лет с автоматической пролонгацией"),
        ("de", ", Laufzeit: 5 Jahre mit automatischer Verlängerung"),
        ("en", ", term 5 years with automatic renewal"),
    ],
)
def test_how_long_a_document_is_valid_is_read_before_how_it_is_renewed(
    lang: str, behind: str
) -> None:
    assert str(_read(lang, behind).duration) == "P5Y"


@pytest.mark.parametrize(
    ("lang", "behind"),
    [
        ("ru", ", срок – бессрочно"),
        ("ru", ", срок действия не ограничен"),
        ("de", ", Laufzeit unbefristet"),
        ("en", ", open-ended"),
    ],
)
def test_a_document_without_end_is_so_in_many_words(lang: str, behind: str) -> None:
    assert _read(lang, behind).is_indefinite


@pytest.mark.parametrize(
    ("lang", "behind", "place"),
    [
        ("ru", " – Бухарест 1996", "Бухарест"),
        ("ru", " (Бухарест 1996)", "Бухарест"),
        ("ru", " – Бухарест, 1996", "Бухарест"),
        ("ru", ". Бухарест, 1996 г.", "Бухарест"),
        ("ru", ", Вадсё, 1996 г.", "Вадсё"),
        ("de", " – Rom 1996", "Rom"),
        ("de", " (Rom 1996)", "Rom"),
        ("en", " – Rome 1996", "Rome"),
        ("en", " (Rome 1996)", "Rome"),
        ("en", ", Vadsø, 1996", "Vadsø"),
    ],
)
def test_a_year_is_that_of_the_town_before_it(lang: str, behind: str, place: str) -> None:
    title = _read(lang, behind)
    assert (str(title.date), title.rest) == ("1996", (place,))


def test_a_dash_behind_a_small_word_sets_off_a_place() -> None:
    title = bl.parse_title("Соглашение России и Румынии о туризме – Бухарест 1996", "ru")
    assert (str(title.date), title.subject) == ("1996", "туризме")


def test_a_town_in_brackets_behind_a_day_is_where_that_was() -> None:
    title = _read("ru", " от 3.05.99 (Бухарест)")
    assert "Бухарест" in title.rest
    assert title.uncertain == {"date"}


@pytest.mark.parametrize(
    ("lang", "behind"),
    [("ru", ", заключено в Бухаресте в мае 1999 года"), ("en", " – signed in Rome in May 1999")],
)
def test_the_month_in_which_something_was_signed_is_its_date(lang: str, behind: str) -> None:
    title = _read(lang, behind)
    assert (str(title.date), title.period) == ("1999-05", None)


@pytest.mark.parametrize("behind", [", Urkunde v. 15.11.1997", " (Urkunde vom 15.11.1997)"])
def test_the_day_of_the_deed_is_that_of_the_document(behind: str) -> None:
    assert str(_read("de", behind).date) == "1997-11-15"


@pytest.mark.parametrize(
    ("title", "rest"),
    [
        (
            "Соглашение между Правительством РФ и Правительством Перу о туризме. Соглашение. "
            "Правительство РФ. 14.07.1999",
            "Соглашение. Правительство РФ",
        ),
        (
            "О туризме между Правительством РФ и Правительством Перу. Соглашение. "
            "Правительство РФ. 14.07.1999",
            "Правительство РФ",
        ),
        (
            "Между Правительством РФ и Правительством Перу о туризме. Соглашение. "
            "Правительство РФ. 14.07.1999",
            "Правительство РФ",
        ),
    ],
)
def test_what_a_catalogue_has_behind_a_title_is_rest(title: str, rest: str) -> None:
    read = bl.parse_title(title, "ru")
    assert (read.kind, read.subject) == (bl.AgreementKind.AGREEMENT, "туризме")
    assert (str(read.date), read.rest, read.uncertain) == ("1999-07-14", (rest,), frozenset())


@pytest.mark.parametrize(
    "behind",
    [
        ". Соглашение. Правительство РФ о туризме",
        ". Соглашение",
        ". Соглашение от 14.07.1999",
        ". Соглашение. Правительство РФ 14 июля",
        ". Соглашение. Слова",
    ],
)
def test_other_sentences_are_read_on(behind: str) -> None:
    title = bl.parse_title(f"О туризме между Россией и Перу{behind}", "ru")
    assert title.kind == bl.AgreementKind.AGREEMENT
    assert "Правительство РФ" not in title.rest


@pytest.mark.parametrize(
    "title",
    [
        "План российско-вьетнамского сотрудничества в области туризма",
        "Протокол российско-вьетнамской комиссии по туризму",
        "Протокол о научном сотрудничестве НАН Беларуси и Академии наук провинции Шаньдун",
    ],
)
def test_whose_a_document_is_is_certain_where_they_work_together(title: str) -> None:
    read = bl.parse_title(title, "ru")
    assert [len(side) for side in read.sides] == [1, 1]
    assert "sides" not in read.uncertain


def test_what_is_of_two_states_behind_the_kind_may_be_the_subject() -> None:
    title = bl.parse_title("План российско-вьетнамских мероприятий", "ru")
    assert "sides" in title.uncertain
    assert "sides" in bl.parse_title("Протокол: российско-вьетнамский", "ru").uncertain


@pytest.mark.parametrize(
    ("title", "uncertain"),
    [
        ("Между Правительством РФ и Правительством Перу о туризме", {"kind"}),
        ("О туризме между Правительством РФ и Правительством Перу", {"kind"}),
        ("Об одобрении Соглашения между Россией и Румынией", set[str]()),
        ("О внесении на ратификацию Соглашения между Россией и Румынией", {"kind"}),
        ("Протокол о намерениях установить дружбу между Томском и Ульсаном", set[str]()),
    ],
)
def test_what_says_nothing_of_a_sector_is_no_doubt(title: str, uncertain: set[str]) -> None:
    assert bl.parse_title(title, "ru").uncertain == uncertain


@pytest.mark.parametrize(
    "title",
    [
        "Соглашение о сотрудничестве ОАО «БЕЛАЗ» и горнорудной компании Vale",
        "Договор о сотрудничестве больницы, г. Худжанд с больницей «Аполло», г. Ченнаи, Индия",
    ],
)
def test_bodies_that_are_not_known_are_two_uncertain_sides(title: str) -> None:
    read = bl.parse_title(title, "ru")
    assert len(read.sides) == 2
    assert "sides" in read.uncertain


@pytest.mark.parametrize(
    ("party", "kind", "country"),
    [
        ("Слупском", "city", "PL"),
        ("Лахти", "city", "FI"),
        ("Музеем под открытым небом Скансен", "museum", "SE"),
        ("Хуралом граждан аймака Дархан-Уул", "regional_council", "MN"),
        ("Академией изящных искусств г. Тирана", "university", "AL"),
        ("Госархивом Одесской области", "public_body", "UA"),
        ("Уральской ТПП", "chamber", "RU"),
        ("Польской Народной Республикой", "state", "PL"),
    ],
)
def test_towns_and_bodies_are_known_in_every_case(party: str, kind: str, country: str) -> None:
    read = bl.parse_title(f"Меморандум между Томском и {party}", "ru")
    (last,) = read.sides[1]
    assert last.kind is not None
    assert (last.kind.value, last.country) == (kind, country)


@pytest.mark.parametrize(
    "title",
    [
        "Побратимское соглашение Куляба и Хамадана",
        "Сестринские города: Кутаиси – Ньюпорт (Уэльс)",
        "Томск – Ульсан: договор о сотрудничестве и побратимских отношениях",
    ],
)
def test_twinning_has_many_names(title: str) -> None:
    read = bl.parse_title(title, "ru")
    assert (read.kind, read.sectors) == (bl.AgreementKind.TWINNING, ())


@pytest.mark.parametrize(
    "remark",
    [
        "siehe Nr. 17",
        "keine Kontakte mehr",
        "2 Originale, dt. und türk.",
        "Kündigungsfrist 6 Monate",
    ],
)
def test_remarks_behind_a_party_are_no_part_of_its_name(remark: str) -> None:
    title = bl.parse_title(f"Memorandum zwischen der IHK Köln und der IHK Izmir ({remark})", "de")
    assert (title.parties[-1].text, title.rest) == ("IHK Izmir", (remark,))


@pytest.mark.parametrize(
    ("title", "doubts"),
    [
        (
            "Memorandum between the Leeds Chamber and the Izmir Chamber of Commerce (vague)",
            {"sides"},
        ),
        ("Memorandum between Leeds City Council and Izmir City Council (IMM)", set[str]()),
        ("Memorandum between the universities of Leeds and Rome (2)", set[str]()),
    ],
)
def test_small_words_in_brackets_behind_a_party_are_a_doubt(title: str, doubts: set[str]) -> None:
    assert bl.parse_title(title, "en").uncertain & {"sides"} == doubts


def test_years_before_a_status_stay_the_period() -> None:
    title = _read("de", " (2010–2015, abgelaufen)")
    assert (str(title.period), title.rest) == ("2010/2015", ("abgelaufen",))


@pytest.mark.parametrize(
    ("lang", "behind"),
    [
        ("ru", " (вступ. в силу 12.05.2010)"),
        ("ru", ", не позднее 2010"),
        ("de", ", spätestens 2010"),
        ("en", ", not later than 2010"),
    ],
)
def test_other_days_are_no_date(lang: str, behind: str) -> None:
    assert _read(lang, behind).date is None
