"""The news item of 5 November 2025, fact by fact."""

from pkgutil import get_data

import pytest

import bilateral as bl
from bilateral.examples import astana_2025


@pytest.fixture(scope="module")
def dossier():
    return astana_2025()


TITLES = [
    (
        "by-kz-2025-vitebsk-almaty-memorandum",
        "ru",
        None,
        "Меморандум о сотрудничестве в торгово-экономической, научно-технической, культурной и "
        "гуманитарной сферах между акиматом Алматинской области и Витебским областным "
        "исполнительным комитетом",
    ),
    (
        "by-kz-2025-industry-roadmap",
        "ru",
        None,
        "Дорожная карта о сотрудничестве в области промышленной кооперации между Министерством "
        "промышленности Республики Беларусь и Министерством промышленности и строительства "
        "Республики Казахстан на 2026–2028 годы",
    ),
    (
        "by-kz-2025-vitebsk-almaty-memorandum",
        "de",
        None,
        "Memorandum zwischen dem Akimat des Gebiets Almaty und dem Exekutivkomitee des Gebiets "
        "Witebsk über die Zusammenarbeit in den Bereichen Handel, Wirtschaft, Wissenschaft, "
        "Technik, Kultur und Humanitäres",
    ),
    (
        "by-kz-2025-minsk-astana-roadmap",
        "de",
        None,
        "Aktionsplan (Roadmap) zwischen dem Exekutivkomitee der Stadt Minsk und dem Akimat von "
        "Astana über die Zusammenarbeit in den Bereichen Handel, Wirtschaft, Wissenschaft, Technik "
        "und Kultur für 2026–2028",
    ),
    (
        "by-kz-2025-vitebsk-almaty-memorandum",
        "en",
        None,
        "Memorandum of Cooperation in the trade, economic, scientific, technical, cultural and "
        "humanitarian fields between the Akimat of Almaty Region and the Vitebsk Regional "
        "Executive Committee",
    ),
    (
        "by-kz-2025-minsk-astana-roadmap",
        "en",
        "KZ",
        "Roadmap on cooperation in the trade, economic, scientific, technical and cultural fields "
        "between the Akimat of Astana and the Minsk City Executive Committee for 2026–2028",
    ),
]


@pytest.mark.parametrize(("key", "lang", "first", "title"), TITLES)
def test_titles_are_those_of_the_news_item_to_the_character(dossier, key, lang, first, title):
    written = dossier[key].title(lang, first=first)

    assert written == title
    assert written.missing == ()


def test_1_the_source_is_belta_in_german_from_astana_with_the_official_it_quotes(dossier):
    source = dossier.source("belta-2025-11-05")
    (official,) = source.quotes

    assert source.publisher == "BelTA"
    assert source.lang == "de"
    assert source.place == "Astana"
    assert str(source.date) == "2025-11-05"
    assert official.name["de"].nom == "Alexander Subbotin"
    assert official.office["de"].nom == "Vorsitzender"
    assert official.body.id == bl.Partner.regional_government("BY-VI").id


def test_2_each_project_has_its_sector_and_its_status_as_stated(dossier):
    assert [
        (project.id, [sector.code for sector in project.sectors], project.status.value)
        for project in dossier.projects
    ] == [
        ("water-treatment-plants", ["water_supply"], "agreed"),
        ("improvement-of-settlements", ["improvement"], "agreed"),
        ("cultural-projects", ["culture"], "planned"),
        ("scientific-developments", ["science"], "planned"),
        ("industrial-cooperation", ["industrial_coop"], "planned"),
    ]
    for project in dossier.projects:
        assert [partner.country for partner in project.partners] == ["BY", "KZ"]


def test_3_a_considerable_part_of_the_components_comes_from_the_vitebsk_region(dossier):
    (contribution,) = dossier.project("industrial-cooperation").contributions

    assert contribution.partner.code == "BY-VI"
    assert contribution.what["de"].nom == "Komponenten"
    assert contribution.share["de"].nom == "ein beträchtlicher Teil"


def test_4_trade_grows_and_four_kinds_of_goods_go_from_belarus_to_kazakhstan(dossier):
    turnover, exports = dossier.trade

    assert turnover.mutual
    assert turnover.trend is exports.trend is bl.Trend.GROWING
    assert (exports.origin.country, exports.destination.country) == ("BY", "KZ")
    assert [goods.code for goods in exports.goods] == ["2710", "IV", "9403", "8708"]
    assert exports.goods[3].designation["de"].nom == "Autoersatzteile"


@pytest.mark.parametrize(
    ("key", "kind", "sides", "sectors", "period"),
    [
        (
            "by-kz-2025-vitebsk-almaty-memorandum",
            "memorandum",
            ["KZ-19", "BY-VI"],
            ["trade", "economy", "science", "technology", "culture", "humanitarian"],
            None,
        ),
        (
            "by-kz-2025-minsk-astana-roadmap",
            "roadmap",
            ["BY-HM", "KZ-71"],
            ["trade", "economy", "science", "technology", "culture"],
            "2026/2028",
        ),
        (
            "by-kz-2025-industry-roadmap",
            "roadmap",
            [None, None],
            ["industrial_coop"],
            "2026/2028",
        ),
    ],
)
def test_5_to_7_the_documents_have_kind_sides_sectors_period_and_day_of_signature(
    dossier, key, kind, sides, sectors, period
):
    agreement = dossier[key]

    assert agreement.kind == kind
    assert [partner.governs for partner in agreement.partners] == sides
    assert [sector.code for sector in agreement.sectors] == sectors
    assert (str(agreement.period) if agreement.period else None) == period
    assert [str(date) for date in agreement.dates("signed")] == ["2025-11-05"]
    assert agreement.sources == (dossier.source("belta-2025-11-05"),)


def test_7_the_words_for_the_kind_and_the_purpose_are_kept(dossier):
    roadmap = dossier["by-kz-2025-industry-roadmap"]

    assert roadmap.designation["de"].nom == "Aktionsplan (Roadmap)"
    assert roadmap.subject["de"].nom.startswith("Entwicklung der Zusammenarbeit im Bereich")
    assert [partner.id for partner in roadmap.partners] == [
        "by-ministry-of-industry",
        "kz-ministry-of-industry-and-construction",
    ]


def test_the_yaml_file_says_the_same(dossier):
    """JSON for the package, YAML with comments for people."""
    text = get_data("bilateral.examples", "astana_2025.yaml")

    assert bl.loads(text, "yaml") == dossier
    assert b"# " in text


def test_json_to_yaml_to_json_is_the_same_to_the_byte(dossier):
    """The same to the byte; the file in the package is what the library writes."""
    text = bl.dumps(dossier)

    assert bl.dumps(bl.loads(bl.dumps(dossier, "yaml"), "yaml")) == text
    assert get_data("bilateral.examples", "astana_2025.json").decode() == text


def test_there_is_only_what_is_stated(dossier):
    assert len(dossier.agreements) == 3
    assert len(dossier.sources) == 1
    assert len(dossier.officials) == 1
    assert dossier.sectors == ()
    assert {agreement.binding for agreement in dossier} == {bl.Binding.UNKNOWN}
