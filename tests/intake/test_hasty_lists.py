"""What an overworked office writes: short words, slips, districts and offices of towns, asides."""

import pytest

import bilateral as bl
from bilateral.intake.slips import mended
from tests.intake.reading import agreement, codes, only

TITLE = "Соглашение м/у Пр-вом КР и Правителсьтвом Латвийской Республики о туризме"


def titles(text: str, signed: str = "1.2.2003") -> str:
    """A list of one title."""
    return f"Документ;Дата подписания\n{text};{signed}\n"


HOMES = {"ru": "Псков", "de": "Nürnberg", "en": "Turku"}


def partners(text: str, lang: str) -> tuple[str, ...]:
    """The partners of a cell beside whose list it is, by their names and countries."""
    head = {"ru": "Город;Вид;Дата", "de": "Partner;Art;Datum", "en": "Partner;Type;Date"}[lang]
    kind = {"ru": "Соглашение", "de": "Vertrag", "en": "MoU"}[lang]
    found = agreement(f"{head}\n{text};{kind};12.03.2018\n", lang, home=HOMES[lang])
    return tuple(f"{one.name.marked(lang)}, {one.country}" for one in found.partners[1:])


def test_the_parties_of_a_title_stand_behind_a_short_between_and_with_slips() -> None:
    found = agreement(titles(TITLE), home="KG")
    assert [one.id for one in found.partners] == ["kg-government", "lv-government"]


@pytest.mark.parametrize(
    ("lang", "written", "meant"),
    [
        ("ru", "Министретсвом экономки", "Министерством экономики"),
        ("ru", "об экономии", "об экономии"),
        ("ru", "Правителством", "Правительством"),
        ("ru", "правительствоо", "правительство"),
        ("en", "Ministry of Agriclture", "Ministry of Agriculture"),
        ("en", "Ministry of Helath of France", "Ministry of Health of France"),
        ("en", "Universitet, Gouvernement", "Universitet, Gouvernement"),
        ("en", "Goverment", "Government"),
        ("de", "Universtität Wien", "Universität Wien"),
        ("de", "Ministerien für Verkehr", "Ministerien für Verkehr"),
    ],
)
def test_a_slip_is_mended_where_one_known_word_is_meant(
    lang: str, written: str, meant: str
) -> None:
    assert mended(written, lang) == meant


@pytest.mark.parametrize("remark", ["копия", "скан", "подлинник"])
def test_whether_a_list_has_a_copy_is_no_part_of_a_title(remark: str) -> None:
    found = agreement(titles(f"Соглашение с Турцией о туризме ({remark})"), home="KG")
    assert [one.code for one in found.sectors] == ["tourism"]


@pytest.mark.parametrize(
    ("lang", "cell", "name"),
    [
        ("ru", "Киев, Подольский район", "Киев, Подольский район, UA"),
        ("ru", "Будапешт, VIII район", "Будапешт, VIII район, HU"),
        ("ru", "Харьков, областная администрация", "областная администрация (Харьков), UA"),
        ("ru", "Минск, Гимназия № 1", "Гимназия № 1, BY"),
        ("ru", "Орша, Витебская область", "Орша, BY"),
        ("de", "Nizza, Theater", "Theater (Nizza), FR"),
        ("de", "Graz, Universität für Musik", "Universität für Musik, AT"),
        ("de", "Portland, Oregon", "Portland, US"),
        ("en", "Kyoto, City Environment Bureau", "City Environment Bureau (Kyoto), JP"),
        ("en", "Budapest, 8th District", "Budapest, 8th District, HU"),
    ],
)
def test_what_stands_behind_a_town_and_a_comma_is_there(lang: str, cell: str, name: str) -> None:
    assert partners(cell, lang) == (name,)


def test_offices_called_alike_are_told_apart_by_their_towns() -> None:
    rows = (
        "Graz, Kulturamt;MoU;1.2.2003\nLyon, Kulturamt;MoU;1.3.2003\nLyon, Kulturamt;MoU;1.4.2004"
    )
    dossier, _ = bl.read_list(f"Partner;Art;Datum\n{rows}\n", "de", home="Nürnberg")
    names = [one.partners[-1].name.marked("de") for one in dossier]
    assert names == ["Kulturamt (Graz)", "Kulturamt (Lyon)", "Kulturamt (Lyon)"]


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("ru", "— переговоры с Осакой, документа пока нет —"),
        ("de", "– Gespräche mit Osaka, noch kein Dokument –"),
        ("en", "25 documents; typed from the old register by the secretariat"),
        ("de", "Fachkooperationen"),
    ],
)
def test_an_aside_is_no_record(lang: str, line: str) -> None:
    title = {
        "ru": "Соглашение о туризме между Турку и Ригой (Латвия), 1.2.2003",
        "de": "Vereinbarung zwischen der Stadt Turku und der Stadt Graz (Österreich), 1.2.2003",
        "en": "Agreement between the City of Turku and the City of Graz (Austria), 1 May 2003",
    }[lang]
    _, review = bl.read_list(f"{title}\n{line}\n{title.replace('2003', '2004')}\n", lang)
    assert review.rows[1].state is bl.RowState.HEADING


def test_a_bullet_is_no_pair_of_dashes() -> None:
    _, row = only("- Gemeinde Hartberg, ohne Vertrag\n", "de", home="AT")
    assert row.state is not bl.RowState.HEADING


@pytest.mark.parametrize("written", ["08/01/2016?", "?08/01/2016", "08/01/2016 (?)"])
def test_a_doubted_day_in_figures_is_asked_with_both_readings(written: str) -> None:
    _, row = only(f"Partner;Type;Date\nRiga;MoU;{written}\n", "en", home="Turku")
    assert codes(row) == ["ambiguous-text"]
    assert "2016-01-08? / 2016-08-01?" in row.questions[0].message("en")


@pytest.mark.parametrize(
    ("lang", "validity", "length", "renewal"),
    [
        ("ru", "5 лет, если ни одна из Сторон не заявит о его прекращении", "P5Y", None),
        ("ru", "5 лет, затем автоматически ещё на 5", "P5Y", None),
        ("de", "5 Jahre, sofern keine Seite kündigt", "P5Y", None),
        ("en", "5 years, then automatically for 5 more", "P5Y", None),
    ],
)
def test_a_length_is_taken_with_what_follows_then(
    lang: str, validity: str, length: str, renewal: str | None
) -> None:
    head = {"ru": "Партнер;Вид;Дата;Срок действия", "de": "Partner;Art;Datum;Laufzeit"}
    kind = {"ru": "Рига;Договор", "de": "Wien;Vertrag", "en": "Riga;MoU"}[lang]
    first = head.get(lang, "Partner;Type;Date;Duration")
    found = agreement(f"{first}\n{kind};12.03.2018;{validity}\n", lang, home=HOMES[lang])
    assert found.term is not None
    assert str(found.term.length) == length
    assert (found.term.renewal and str(found.term.renewal.length)) == renewal


@pytest.mark.parametrize(("cell", "kind"), [("TA", "twinning"), ("CA", "agreement")])
def test_letters_in_a_column_of_kinds_are_a_kind(cell: str, kind: str) -> None:
    found = agreement(f"Partner;Type;Date\nRiga;{cell};12.03.2018\n", "en", home="Turku")
    assert found.kind.value == kind


def test_universities_have_no_twinning_by_its_letters() -> None:
    text = "Partner;Type;Date\nUniversity of Latvia;TA;12.03.2018\n"
    assert agreement(text, "en", home="University of Turku").kind.value == "agreement"
