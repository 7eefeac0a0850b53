"""The parties of a list: in titles, in columns, beside the one whose list it is."""

import pytest

import bilateral as bl
from tests.intake.reading import BETWEEN, agreement, codes, ids, only

BY_KZ = [["by"], ["kz"]]
GOVERNMENTS = "между Правительством Республики Беларусь и Правительством Республики Казахстан"


@pytest.mark.parametrize(
    "cell",
    [
        "Беларусь, Казахстан",
        "Беларусь и Казахстан",
        "Беларусь – Казахстан",
        "Беларусь / Казахстан",
        '"Республика Беларусь; Республика Казахстан"',
        '"Беларусь\nКазахстан"',
        "BY, KZ",
    ],
)
def test_a_cell_has_both_parties(cell: str) -> None:
    assert ids(agreement(f"Наименование;Стороны\nСоглашение о торговле;{cell}\n")) == BY_KZ


def test_sides_that_rows_share_are_there_once() -> None:
    text = (
        "Соглашение о торговле между Беларусью и Казахстаном\n"
        "Соглашение о туризме между Беларусью и Казахстаном\n"
    )
    dossier, review = bl.read_list(text, "ru")
    one, other = dossier.agreements
    found = [finding.value for row in review for finding in row.findings]
    assert ids(one) == BY_KZ
    assert one.sides is other.sides
    assert sum(value is one.sides for value in found) == len(review)


def test_the_parties_of_two_countries_are_two_sides() -> None:
    cell = '"Минск; Гродненская область; Казахстан"'
    text = f"Наименование;Стороны\nМеморандум о культуре;{cell}\n"
    assert ids(agreement(text)) == [["by-hm", "by-hr"], ["kz"]]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("Беларусь; Казахстан; Россия", "two-sides"),
        ("Беларусь", "two-sides"),
        ("Беларусь; Казахстан; Нарния", "unknown-party"),
    ],
)
def test_what_is_not_bilateral_is_told(cell: str, code: str) -> None:
    found, row = only(f'Наименование;Стороны\nСоглашение о торговле;"{cell}"\n')
    assert found is None
    assert (row.state, codes(row)) == (bl.RowState.REFUSED, [code])


def test_each_side_has_a_column() -> None:
    text = 'Title;Party A;Party B\nAgreement on trade;Belarus;"Kazakhstan; Uzbekistan"\n'
    assert ids(agreement(text, "en")) == [["by"], ["kz", "uz"]]


def test_titles_and_columns_that_agree_give_the_closer_words() -> None:
    title = f"Соглашение {GOVERNMENTS} о торговле"
    found = agreement(f"Наименование;Стороны\n{title};Беларусь, Казахстан\n")
    assert ids(found) == [["by-government"], ["kz-government"]]
    text = f"Наименование;Сторона 1;Сторона 2\n{BETWEEN};Минский горисполком;Акимат г. Астаны\n"
    assert ids(agreement(text)) == [["by-minsk-executive-committee"], ["kz-astana-akimat"]]


def test_titles_and_columns_that_do_not_agree_are_asked() -> None:
    found, row = only(f"Наименование;Стороны\n{BETWEEN};Беларусь, Узбекистан\n")
    assert found is None
    assert (row.state, codes(row)) == (bl.RowState.WAITING, ["different-sides"])
    (finding,) = [one for one in row.findings if one.field == "sides"]
    assert finding.readings == (
        "Республика Беларусь – Республика Казахстан",
        "Республика Беларусь – Республика Узбекистан",
    )


def test_sides_that_a_title_leaves_open_are_asked_unless_columns_name_their_countries() -> None:
    title = "Соглашение между Республикой Беларусь и Грузией и Азербайджаном"
    _, row = only(f"{title}\n")
    assert (row.state, codes(row)) == (bl.RowState.WAITING, ["uncertain-reading"])
    found, _ = only(f"{title}\n", accept="likely")
    assert ids(found) == [["by"], ["ge", "az"]]


def test_columns_help_where_a_title_says_too_little() -> None:
    title = "Меморандум между МИД РБ и министерством"
    found, _ = only(f"Наименование;Стороны\n{title};Беларусь, Казахстан\n")
    assert ids(found) == BY_KZ
    _, row = only(f"Наименование;Стороны\n{BETWEEN};Беларусь, Нарния\n")
    assert row.state is bl.RowState.TAKEN


def test_where_neither_title_nor_column_says_who_it_is_the_column_is_asked() -> None:
    text = "Title;Partner\nAgreement with Georgia on trade;Ministry of Trade\n"
    _, row = only(text, "en", home=bl.Partner.city("by-gomel"))
    assert [(one.code, one.value) for one in row.questions] == [
        ("no-country-known", "Ministry of Trade")
    ]


def test_an_ambiguous_name_is_the_one_of_the_country_that_the_row_names() -> None:
    title = "Соглашение между РБ и РК о торговле"
    _, row = only(f"Наименование;Дата\n{title};2020\n")
    assert (row.state, codes(row)) == (bl.RowState.WAITING, ["ambiguous-label"])
    found = agreement(f"Наименование;Страна\n{title};Казахстан\n", home="BY")
    assert ids(found) == BY_KZ


def test_a_state_is_meant_in_a_column_of_countries() -> None:
    text = "Title;Country\nAgreement between Kazakhstan and Georgia on trade;Georgia\n"
    assert ids(agreement(text, "en", home="KZ")) == [["kz"], ["ge"]]


class TestBesideHome:
    @pytest.mark.parametrize(
        ("home", "title", "sides"),
        [
            ("BY", "Соглашение с Республикой Казахстан о торговле", [["by"], ["kz"]]),
            ("BLR", "Соглашение с Республикой Казахстан о торговле", [["by"], ["kz"]]),
            (
                "BY",
                "Соглашение с Правительством Республики Казахстан о торговле",
                [["by-government"], ["kz-government"]],
            ),
            (
                "by-ministry-of-trade",
                "Меморандум с Казахстаном",
                [["by-ministry-of-trade"], ["kz"]],
            ),
        ],
    )
    def test_the_title_names_the_other_side(
        self, home: str, title: str, sides: list[list[str]]
    ) -> None:
        found, row = only(f"{title}\n", home=home, accept="likely")
        assert ids(found) == sides, row

    def test_it_comes_first(self) -> None:
        assert ids(agreement(f"{BETWEEN}\n", home="KZ")) == [["kz"], ["by"]]
        assert ids(agreement(f"{BETWEEN}\n", home="BY")) == [["by"], ["kz"]]
        assert ids(agreement(f"{BETWEEN}\n", home="UZ")) == [["by"], ["kz"]]

    def test_a_unit_signs_beside_its_like(self) -> None:
        text = "Город-побратим;Страна;Год\nАстана;Казахстан;1993\n"
        found = agreement(text, home="BY-HM")
        assert (found.kind, ids(found)) == (bl.AgreementKind.TWINNING, [["by-hm"], ["kz-71"]])

    @pytest.mark.parametrize(
        ("home", "cell", "own"),
        [
            ("BY-BR", "Астана", "by-br"),
            ("BY-HM", "Алматинская область", "by-hm"),
            ("BY-HM", "Акимат Алматинской области", "by-minsk-executive-committee"),
            ("BY-BR", "Акимат г. Астаны", "by-brest-region-executive-committee"),
        ],
    )
    def test_a_territory_signs_beside_territories_and_its_executive_beside_executives(
        self, home: str, cell: str, own: str
    ) -> None:
        found, row = only(f"Наименование;Партнёр\nМеморандум;{cell}\n", home=home)
        assert ids(found)[:1] == [[own]], row

    def test_a_partner_of_ones_own_is_known_by_its_name(self) -> None:
        home = bl.Partner("uni", "university", {"en": "Ruritania Tech"}, country="BY")
        text = "Agreement between Ruritania Tech and the University of Warsaw (Poland)\n"
        found = agreement(text, "en", home=home)
        assert ids(found)[0] == ["uni"]

    @pytest.mark.parametrize(
        ("home", "cell"),
        [
            (None, "Казахстан"),
            ("BY", "Беларусь"),
            ("BY", "Министерство энергетики Республики Казахстан"),
            ("BY-HM", "Казахстан"),
            ("BY-HM", "Министерство энергетики Республики Казахстан"),
            ("SI-001", "Акимат Алматинской области"),
        ],
    )
    def test_without_a_like_the_side_is_asked(self, home: str | None, cell: str) -> None:
        text = f"Наименование;Партнёр\nМеморандум о торговле;{cell}\n"
        found, row = only(text, home=home)
        assert found is None
        assert codes(row) == ["one-side" if cell == "Беларусь" else "no-owner"]

    def test_the_country_alone_is_only_likely(self) -> None:
        text = "Наименование;Страна\nМеморандум о торговле;Казахстан\n"
        found, row = only(text, home="BY")
        assert (found, row.state, codes(row)) == (None, bl.RowState.WAITING, ["only-countries"])
        found, row = only(text, home="BY", accept="likely")
        assert ids(found) == BY_KZ
        assert not row.questions

    def test_a_country_that_is_none_is_asked(self) -> None:
        _, row = only("Наименование;Страна\nМеморандум о торговле;Нарния\n", home="BY")
        assert codes(row) == ["unknown-party"]

    def test_an_unknown_home_is_refused(self) -> None:
        with pytest.raises(bl.ValidationError) as caught:
            bl.read_list(f"{BETWEEN}\n", "ru", home="Atlantis")
        assert [(one.code, one.path) for one in caught.value.problems] == [
            ("unknown-partner", ("home",))
        ]

    def test_a_home_that_tells_no_country_is_refused_as_such(self) -> None:
        with pytest.raises(bl.ValidationError) as caught:
            bl.read_list(f"{BETWEEN}\n", "ru", home="Южный университет")
        assert [(one.code, one.path) for one in caught.value.problems] == [
            ("no-country", ("home", "country"))
        ]


class TestPartnersThatNoTableHas:
    TEXT = "Universität;Land;Art\n{};{};Vereinbarung\n"
    HOME = bl.Partner("uni", "university", {"de": "Universität Bonn"}, country="DE")

    def test_a_column_tells_the_kind_and_the_country(self) -> None:
        found = agreement(self.TEXT.format("Nordstern Riga", "Lettland"), "de", home=self.HOME)
        (partner,) = found.sides[1].partners
        assert (partner.id, partner.kind.value, partner.country) == (
            "lv-nordstern-riga",
            "university",
            "LV",
        )

    def test_one_without_a_country_is_asked(self) -> None:
        found, row = only(self.TEXT.format("Fernkolleg", ""), "de", home=self.HOME)
        assert found is None
        assert codes(row) == ["no-country-known"]

    def test_all_spellings_are_one_partner_with_the_name_that_most_have(self) -> None:
        rows = [
            f"Universität;Land;Art;Jahr\n{name};Polen;Vereinbarung;{year}\n".partition("\n")[2]
            for year, name in enumerate(
                (
                    "Universität Lodz (Polen)",
                    "UNIVERSITÄT LODZ",
                    "Universität Lodz",
                    "Die Universität Lodz",
                ),
                start=2001,
            )
        ]
        text = "Universität;Land;Art;Jahr\n" + "".join(rows)
        dossier, _ = bl.read_list(text, "de", home=self.HOME)
        assert len(dossier) == 4
        (partner,) = [one for one in dossier.partners if one.country == "PL"]
        assert partner.label("de") == "Universität Lodz"

    def test_a_name_in_another_case_is_no_name(self) -> None:
        title = "Меморандум между Неведомым университетом (Литва) и Республикой Беларусь"
        found, row = only(f"{title}\n")
        assert found is None or ids(found)[1] == ["by"]
        assert row.state is not bl.RowState.HEADING

    @pytest.mark.parametrize(
        ("name", "is_known"),
        [
            ("Kolleg Lodz (Polen)", True),
            ("Kolleg Lodz (Warschau)", True),
            ("Kolleg Lodz (KL)", True),
            ("Kolleg Lodz (früher Textilkolleg)", True),
            ("Kolleg Lodz (Deutschland)", False),
        ],
    )
    def test_a_bracket_may_say_where_it_is_but_not_elsewhere(
        self,
        name: str,
        is_known: bool,  # noqa: FBT001
    ) -> None:
        found, row = only(self.TEXT.format(name, "Polen"), "de", home=self.HOME)
        assert (found is not None) is is_known, row

    @pytest.mark.parametrize(
        "text",
        [
            f"Наименование;Страна\n{BETWEEN};Узбекистан\n",
            "Вид;Партнёр;Страна\nмеморандум;Казахстан;Узбекистан\n",
        ],
    )
    def test_a_country_that_has_no_part_is_asked(self, text: str) -> None:
        _, row = only(text, home="BY")
        assert (row.state, codes(row)) == (bl.RowState.WAITING, ["different-sides"])

    def test_another_name_of_a_city_is_asked(self) -> None:
        text = "Город-побратим;Страна\nКривоград (Астана);Казахстан\n"
        _, row = only(text, home="BY-HM")
        assert codes(row) == ["unknown-party"]

    def test_parties_of_which_kind_and_country_are_known_are_told_apart(self) -> None:
        cell = "Universität Riga (Lettland) – Universität Lodz (Polen)"
        found = agreement(f"Titel;Parteien\nMemorandum;{cell}\n", "de")
        assert [one.country for one in found.partners] == ["LV", "PL"]

    def test_an_id_is_that_of_one_partner(self) -> None:
        name = "Kolleg für Berg- und Hüttenwesen, Forst- und Landwirtschaft zu Lodz"
        rows = [
            {"Universität": one, "Land": "Polen", "Art": kind, "Jahr": str(year)}
            for year, (one, kind) in enumerate(
                [(name, "Memorandum"), (f"{name} II", "Memorandum"), ("Ωmega", "Memorandum")], 2001
            )
        ]
        dossier, _ = bl.read_list(rows, "de", home=self.HOME)
        made = [one.id for one in dossier.partners if one.country == "PL"]
        assert len({*made}) == 3
        assert max(map(len, made)) <= 60

    def test_a_made_partner_does_not_take_the_id_of_a_known_one(self) -> None:
        text = "Partner;Land;Art\nUniversität Bonn;Deutschland;Memorandum\n"
        home = bl.Partner("de-universitat-bonn", "university", {"de": "Unsere"}, country="BY")
        own, made = agreement(text, "de", home=home).partners
        assert own == home
        assert made.id.startswith("de-universitat-bonn-")

    def test_a_made_partner_with_the_id_of_one_of_its_like_is_that_one(self) -> None:
        text = "Universität;Land;Art\nUniversität Bonn;Deutschland;Memorandum\n"
        name = {"en": "University of Bonn"}
        home = bl.Partner("de-universitat-bonn", "university", name, country="DE")
        _, row = only(text, "de", home=home)
        assert row.state is bl.RowState.REFUSED

    def test_a_name_in_cyrillic_has_an_id_in_latin_letters(self) -> None:
        text = "Университет;Страна;Вид\nРижская заочная школа;Латвия;меморандум\n"
        home = bl.Partner("uni", "university", {"ru": "Университет"}, country="BY")
        found = agreement(text, home=home)
        assert ids(found)[1] == ["lv-rizhskaya-zaochnaya-shkola"]


class TestTheColumnOfUniversities:
    home = bl.Partner("northfield", "university", {"en": "University of Northfield"}, country="GB")

    def of_row(self, party: str, country: str) -> bl.Partner:
        text = f"Partner university;Country;Type;Subject\n{party};{country};Agreement;law\n"
        return agreement(text, "en", home=self.home).sides[1].partners[0]

    @pytest.mark.parametrize(
        ("party", "kind"),
        [
            ("Siemens AG", bl.PartnerKind.COMPANY),
            ("Applied College", bl.PartnerKind.UNIVERSITY),
            ("Polytechnic Institute", bl.PartnerKind.UNIVERSITY),
        ],
    )
    def test_may_name_a_company_that_is_none(self, party: str, kind: bl.PartnerKind) -> None:
        assert self.of_row(party, "Germany").kind is kind

    def test_may_name_one_of_the_same_country(self) -> None:
        found = self.of_row("Oakfield Polytechnic", "United Kingdom")
        assert (found.kind, found.country) == (bl.PartnerKind.UNIVERSITY, "GB")

    def test_a_country_that_nobody_understands_is_none(self) -> None:
        text = "Partner university;Country;Type\nOakfield Polytechnic;?;Agreement\n"
        found, row = only(text, "en", home=self.home)
        assert found is None
        assert "no-country-known" in codes(row)


def test_parties_that_differ_are_called_by_name() -> None:
    text = "Partner university;Country;Type\nTbilisi University;Georgia, USA;Agreement\n"
    home = TestTheColumnOfUniversities.home
    _, row = only(text, "en", home=home)
    found = [one.message("en") for one in row.questions if one.code == "different-sides"]
    assert ["University of Northfield – Tbilisi University" in text for text in found] == [True]


@pytest.mark.parametrize(
    ("home", "lang", "kind", "country"),
    [
        ("University of Northfield (United Kingdom)", "en", "university", "GB"),
        ("Universität Neuburg (Deutschland)", "de", "university", "DE"),
        ("Варшавский университет (Польша)", "ru", "university", "PL"),
    ],
)
def test_whose_list_it_is_may_be_told_in_words(
    home: str, lang: str, kind: str, country: str
) -> None:
    text = "Partner university;Country;Type\nTartu University;Estonia;MoU\n"
    own = agreement(text, lang, home=home).sides[0].partners[0]
    assert (own.kind.value, own.country, own.name.best(lang).nom) == (
        kind,
        country,
        home.partition(" (")[0],
    )


def test_towns_behind_their_noun_in_the_plural_stand_as_they_are_alone() -> None:
    title = "Протокол о дружбе между городами Аркадаг (Туркменистан) и Физули (Азербайджан)\n"
    parties = agreement(title, "ru").partners
    assert [(one.name.best("ru").nom, one.country) for one in parties] == [
        ("Аркадаг", "TM"),
        ("Физули", "AZ"),
    ]


def test_whom_a_title_only_calls_by_a_common_noun_the_column_tells_in_the_list_of_a_body() -> None:
    home = bl.Partner("kuryk", "company", {"ru": "Порт Курык"}, country="KZ")
    text = "Документ;Контрагент;Страна\nМеморандум о сотрудничестве между портами Курык и Бургас;"
    found = agreement(f"{text}Порт Бургас ЕАД;Болгария\n", "ru", home=home)
    assert [one.name.best("ru").nom for one in found.partners] == ["Порт Курык", "Порт Бургас ЕАД"]


CHAMBER = bl.Partner("ours", "chamber", {"de": "Handelskammer Bozen"}, country="IT")


@pytest.mark.parametrize(
    ("partner", "seat", "countries"),
    [
        # Of two, each is where its own name says it is.
        ("Wirtschaftskammer Tirol; Handelskammer Verona", "", ["AT", "IT"]),
        ("Wirtschaftskammer Tirol; Verein für Imkerei", "", ["AT", "AT"]),
        # Whoever has the name of a town at home is there.
        ("Handelskammer Trient", "", ["IT"]),
        ("Landesinstitut für Statistik", "Wien", ["AT"]),
        ("Landesinstitut für Statistik", "CS", ["IT"]),
        ("Weltgesundheitsorganisation", "Genf", [None]),
        ("WHO – Weltgesundheitsorganisation", "Genf", [None]),
        ("Hochschule für Musik (F)", "", ["FR"]),
        ("Universität Trier (DE)", "", ["DE"]),
        ("Hochschule für Musik (HM)", "Wien", ["AT"]),
        ("Institut für Technik (IT)", "Wien", ["AT"]),
    ],
)
def test_partners_are_where_their_names_or_their_seats_say(
    partner: str, seat: str, countries: list[str | None]
) -> None:
    text = f"Partner\tSitz\tArt\tDatum\n{partner}\t{seat}\tVertrag\t2001\n"
    found = agreement(text, "de", home=CHAMBER)
    assert [one.country for one in found.sides[1]] == countries


def test_a_body_has_partners_in_its_own_country() -> None:
    text = "Handelskammer Bozen\n\nPartner;Land;Art;Datum\n{};Italien;Vertrag;2001\n"
    found = agreement(text.format("Handelskammer Verona"), "de", home="IT")
    assert [one.country for one in found.partners] == ["IT", "IT"]
    _, row = only(text.format("Handelskammer Bozen"), "de", home="IT")
    assert codes(row) == ["one-side"]


def test_the_code_of_a_state_is_no_unit_of_the_own_one() -> None:
    text = "Partner;Country;Type;Date\nUniversity of Birmingham;UK;MoU;2001\n"
    home = bl.Partner("ours", "university", {"en": "University of Kanpur"}, country="IN")
    assert agreement(text, "en", home=home).partners[1].country == "GB"


def test_with_a_region_another_one_is_twinned() -> None:
    text = "Partner;Land;Art;Datum\nMassachusetts;USA;Städtepartnerschaft;2001\n"
    region = bl.Partner.subdivision("CH-BS")
    assert ids(agreement(text, "de", home=region))[1] == ["us-ma"]


CHAMBER_OF_UZBEKISTAN = "Торгово-промышленная палата Республики Узбекистан"


def test_states_in_the_name_of_a_council_are_no_parties_beside_a_body_in_its_column() -> None:
    text = (
        "страна;с кем;документ\nЕгипет;Федерация египетских торговых палат;"
        "Меморандум о создании Узбекско-Египетского делового совета\n"
    )
    found = agreement(text, home=CHAMBER_OF_UZBEKISTAN)
    assert [one.name.marked("ru") for one in found.sides[1]] == [
        "Федерация египетских торговых палат"
    ]


def test_a_name_that_goes_on_with_others_is_asked_about() -> None:
    text = (
        "страна;документ\nЯпония;Протокол о сотрудничестве между ТПП Узбекистана и Японской "
        "ассоциацией по торговле с Россией и новыми независимыми государствами\n"
    )
    assert codes(only(text, home=CHAMBER_OF_UZBEKISTAN)[1]) == ["uncertain-reading"]


def test_a_town_that_no_table_has_is_known_by_its_bare_name_as_the_home() -> None:
    text = "Städtepartnerschaftsvertrag Blabach – Pistoia (Italien), 1971\n"
    home = bl.Partner("blabach", "city", {"de": "Stadt Blabach"}, country="DE")
    dossier, review = bl.read_list(text, "de", home=home)
    assert not review.questions
    (agreement,) = dossier.agreements
    assert [one.name["de"].nom for one in agreement.partners] == ["Stadt Blabach", "Pistoia"]
    assert agreement.partners[0].name["de"].aliases == ()


def test_a_row_without_the_partner_that_others_have_is_none_of_states() -> None:
    text = """Partner;Country;Document;Signed
University of Fukui;Japan;Agreement;2014
University of Lugoj;Romania;Agreement;2015
University of Lille;France;Agreement;2015
University of Gera;Germany;Agreement;2015
;Brazil;Agreement;2017
"""
    dossier, review = bl.read_list(text, "en", home="LV")
    assert len(dossier) == 0
    assert [one.code for one in review.rows[4].questions] == ["only-countries"]


FOUR = (
    "Agreement between the Government of Peru, the Government of Chile, the Government of Ecuador "
    "and the Government of Bolivia on trade"
)


@pytest.mark.parametrize(
    ("title", "others"),
    [
        (FOUR, ["pe-government", "ec-government", "bo-government"]),
        ("Agreement between Peru, Chile and Bolivia on trade", ["pe", "bo"]),
    ],
)
def test_of_several_states_ours_is_one_side(title: str, others: list[str]) -> None:
    found = agreement(f"Title\n{title}\n", "en", home="CL")
    first, second = ids(found)
    assert first in (["cl"], ["cl-government"])
    assert second == others


def test_of_several_states_among_which_ours_is_not_the_sides_are_asked() -> None:
    _, row = only("Title\nAgreement between Peru, Chile and Bolivia on trade\n", "en", home="FR")
    assert codes(row) == ["uncertain-reading"]


def test_a_row_with_a_kind_and_a_day_is_a_document_without_its_parties() -> None:
    text = """Country;Partner;Type;Signed;Subject
Japan;University of Fukui;Agreement;2014;Forestry
Peru;University of Lima;Agreement;2015;Forestry
;;Agreement;2017;Student exchange
;Total;3;;
"""
    _, review = bl.read_list(
        text, "en", home=bl.Partner.like("University of Latvia", "en", country="LV")
    )
    assert not review.rows[2].is_passed_over
    assert codes(review.rows[2])
    assert review.rows[3].is_passed_over
