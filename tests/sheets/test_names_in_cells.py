"""Names in cells: a sheet understands a text as `find` does, and says where it is not sure."""

import pytest

import bilateral as bl
from bilateral import Partner, Sector
from bilateral.language.lexicon import lexicon
from bilateral.partners import PartnerKind
from bilateral.reading.candidates import meant
from bilateral.wire.schema import Coded, Items, Plain, Reference
from bilateral.wire.sheets.labels import Labels
from bilateral.wire.sheets.values import CellReader

PARTNER = Reference(Partner, "partners")
SECTOR = Reference(Sector, "sectors")


def read(shape, text, lang=None, **records):
    """What a cell says: a code, the id of a partner, or the problem with its readings."""
    value = CellReader(Labels(records), lang).read(shape, text).value
    if isinstance(value, dict):
        return value["id"]
    if isinstance(value, str | list):
        return value
    (problem,) = value.problems
    return problem.code, problem.details.get("readings")


def record(key, **name):
    return {"id": key, "name": name}


@pytest.mark.parametrize("lang", [None, "de", "ru", "en"])
@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Правительством Республики Казахстан", "kz-government"),
        ("Danish Government", "dk-government"),
        ("Korea, Rep.", "kr"),
        ("Biélorussie", "by"),
        ("Минска", "by-hm"),
        ("kz", "kz"),
        ("Blr", "by"),
        ("112", "by"),
        ("By-Hm", "by-hm"),
        ("Minsk", "by-hm"),
        ("Almaty", "kz-75"),
        ("Belize", "bz"),
        ("Guam", "gu"),
        ("Sowjetunion", "su"),
        ("Югославией", "yu"),
        ("Rhodesia", "rh"),
        ("ЕАЭС", "eaeu"),
    ],
)
def test_a_partner_is_found_in_the_words_of_any_language(text, key, lang):
    assert read(PARTNER, text, lang) == key


@pytest.mark.parametrize(
    ("shape", "text", "code"),
    [
        (SECTOR, "торговлю", "trade"),
        (SECTOR, "TRADE", "trade"),
        (SECTOR, "humanitarian affairs", "humanitarian"),
        (Coded(bl.AgreementKind), "Соглашения", "agreement"),
        (Coded(bl.AgreementKind), "Memorandums of Understanding", "mou"),
        (Coded(PartnerKind), "CITY_executive", "city_executive"),
        (Plain(str, "countries"), "Беларуси", "BY"),
        (Plain(str, "countries"), "kaz", "KZ"),
    ],
)
def test_a_word_is_found_in_any_form(shape, text, code):
    assert read(shape, text) == code


@pytest.mark.parametrize("lang", [None, "de", "ru", "en"])
@pytest.mark.parametrize(
    ("text", "readings"),
    [("Georgia", "GE / US-GA"), ("Kongo", "CD / CG"), ("Congo", "CD / CG"), ("Burma", "BU / MM")],
)
def test_a_name_of_several_places_is_ambiguous(text, readings, lang):
    assert read(PARTNER, text, lang) == ("ambiguous-label", readings)


@pytest.mark.parametrize(
    "text",
    ["Weisrussland", "Durham", "Kazakh SSR", "Order of Malta", "Central", "x" * 600, "»", ""],
)
def test_what_is_not_certain_stays_a_text(text):
    assert read(PARTNER, text) == text


def test_the_beginning_of_a_word_is_not_the_word():
    assert read(SECTOR, "trad") == ("unknown-sector", None)


def test_a_compound_stands_for_all_that_it_names():
    reader = CellReader(Labels({}), None)
    assert reader.read(Items(SECTOR), "торгово-экономическое; туризм").value == [
        "trade",
        "economy",
        "tourism",
    ]
    assert read(SECTOR, "торгово-экономическое") == ("ambiguous-label", "trade / economy")


class TestNamesOfTheSheets:
    GEORGIA = record("mine", en="Georgia")

    def test_they_come_before_those_of_the_package(self):
        assert read(PARTNER, "Georgia", partners=[self.GEORGIA]) == "mine"

    def test_they_are_found_in_any_case_form_and_in_any_language(self):
        firm = record("firm", ru={"nom": "Минский завод", "gen": 5}, kk="Минск зауыты")
        for text in ("Минским заводом", "«МИНСК ЗАУЫТЫ»", "FIRM"):
            assert read(PARTNER, text, "de", partners=[firm]) == "firm"
        own = Partner("firm", "company", {"kk": "Минск зауыты"}, country="BY")
        assert [one.value for one in bl.Dossier(partners=[own]).find("минск зауыты")] == [own]

    def test_a_name_comes_before_an_alias(self):
        other = record("other", en={"nom": "Acme Ltd", "aliases": ["Acme", 5]})
        records = [record("acme-ag", en="Acme"), other]
        assert read(PARTNER, "ACME", partners=records) == "acme-ag"
        assert read(PARTNER, "acme", partners=records[1:]) == "other"

    def test_a_record_for_a_known_partner_is_that_partner(self):
        """By whatever name the package knows it."""
        partners = b"id;kind;country;name.en\nby;state;BY;Our neighbour"
        trade = "id;origin;destination\nt;Weißrussland;KZ\nu;KZ;Our neighbour".encode()
        dossier = bl.loads({"partners.csv": partners, "trade.csv": trade}, "csv")
        there, back = dossier.trade
        assert there.origin is back.destination is dossier.partner("by")

    def test_other_records_have_names_too(self):
        projects = Reference(bl.Project, "projects")
        records = [record("bridge", en="Bridge of Bees")]
        assert read(projects, "bridge of bees", projects=records) == "bridge"
        assert read(projects, "Belarus", projects=records) == "Belarus"
        assert Labels({"projects": records}).nearest(projects, "brigde", None) == "bridge"


LABELS = {
    Partner: (PARTNER, ("countries", "institutions", "subdivisions")),
    Sector: (SECTOR, ("vocabulary",)),
    bl.Goods: (Plain(str, "goods"), ("goods",)),
    bl.AgreementKind: (Coded(bl.AgreementKind), ("vocabulary",)),
}


@pytest.mark.parametrize("lang", ["de", "ru", "en"])
@pytest.mark.parametrize("kind", LABELS)
def test_a_cell_and_find_agree_on_labels(kind, lang):
    shape, topics = LABELS[kind]
    for text in [row["nom"] for topic in topics for row in lexicon(lang).rows(topic).values()][::9]:
        found = meant(text, bl.find(text, None if kind is Partner else lang, type=kind))
        codes = sorted({one.code for one in found})
        expected = [one.value.id if kind is Partner else one.code for one in found] or [
            ("unknown-sector", None) if kind is Sector else text
        ]
        several = ("ambiguous-label", " / ".join(codes))
        assert read(shape, text, lang) == (several if len(codes) > 1 else expected[0])


def test_codes_in_lower_case_are_words_where_nothing_is_sought():
    assert not any(one.is_certain for word in ("by", "in") for one in bl.find(word, "en"))
    assert [one.code for one in bl.find("by", type="country")] == ["BY"]
    assert [one.code for one in bl.find("MOU", type=bl.AgreementKind)] == ["mou"]


def test_the_nearest_code_is_a_hint_where_no_name_is_near():
    labels = Labels({})
    assert labels.nearest(Coded(bl.EventKind), "in_forc", "ru") == "in_force"
    assert labels.nearest(SECTOR, "tourisn", "ru") == "tourism"
    assert labels.nearest(SECTOR, "туризн", "ru") == "туризм"
    assert labels.nearest(SECTOR, "?", "ru") is None


def test_no_hint_stands_beside_the_codes_of_an_ambiguous_name():
    with pytest.raises(bl.ValidationError) as caught:
        bl.loads({"trade.csv": b"id,origin,destination\nt,Georgia,KZ"}, "csv")
    assert [one.hint for one in caught.value.problems] == [None]
