"""A partner from a name as somebody wrote it."""

from __future__ import annotations

import pytest

import bilateral as bl
from bilateral import Partner, PartnerKind
from bilateral.identifiers import id_problems


def told(text: str, lang: str, **given: str) -> list[tuple[str, str | None]]:
    """What a name does not tell, with what it hints at."""
    with pytest.raises(bl.ValidationError) as caught:
        Partner.like(text, lang, **given)  # type: ignore[arg-type]
    return [(problem.code, problem.hint) for problem in caught.value.problems]


class TestKnownPartners:
    @pytest.mark.parametrize(
        ("text", "lang", "id"),
        [
            ("Республика Беларусь", "ru", "by"),
            ("Министерством торговли и интеграции Республики Казахстан", "ru", None),
            ("dem Ministerium für Energie der Republik Usbekistan", "de", "uz-ministry-of-energy"),
            ("City of Boston", "en", "us-boston"),
            ("ЕАЭС", "ru", "eaeu"),
            ("правительство Кении", "ru", "ke-government"),
        ],
    )
    def test_a_name_of_the_reference_data_is_that_partner(
        self, text: str, lang: str, id: str | None
    ) -> None:
        assert Partner.like(text, lang).id == (id or "kz-ministry-of-trade-and-integration")

    def test_it_is_the_very_partner_unless_it_gets_an_id(self) -> None:
        assert Partner.like("Belarus", "en") is Partner.state("BY")
        own = Partner.like("Belarus", "en", id="home")
        assert (own.id, own.code) == ("home", "BY")

    def test_several_of_one_name_are_told_apart_by_the_country(self) -> None:
        with pytest.raises(bl.AmbiguousText) as caught:
            Partner.like("Congo", "en")
        assert caught.value.readings == ("cd", "cg")
        assert Partner.like("Congo", "en", country="COG").id == "cg"

    def test_the_kind_tells_them_apart_as_well(self) -> None:
        assert Partner.like("Georgia", "en", kind="region").id == "us-ga"


class TestNewPartners:
    @pytest.mark.parametrize(
        ("text", "lang", "kind", "country", "id"),
        [
            (
                "Национальным агентством по развитию инвестиций Республики Конго",
                "ru",
                "public_body",
                "CG",
                "cg-natsionalnoye-agentstvo-po-razvitiyu-investitsiy",
            ),
            ("University of Hamburg", "en", "university", "DE", "de-university-of-hamburg"),
            ("American University of Beirut", "en", "university", "LB", None),
            ("der Staatlichen Universität Tiflis", "de", "university", "GE", None),
            ("Universität Łódź", "de", "university", "PL", "pl-universitat-lodz"),
            ("Federation of Chambers of India", "en", "association", "IN", None),
            ("State Tax Inspectorate of Lithuania", "en", "public_body", "LT", None),
            ("Verwaltungsgericht der Republik Armenien", "de", "public_body", "AM", None),
            ("Судебная палата Венгрии", "ru", "public_body", "HU", None),
            ("Национальная судебная администрация Литвы", "ru", "public_body", "LT", None),
            (
                "National Agency for Investment of the Republic of Kenya",
                "en",
                "public_body",
                "KE",
                "ke-national-agency-for-investment",
            ),
            ("Брестгаззавод Беларуси", "ru", "company", "BY", "by-brestgazzavod"),
            ("Landesregierung Kärnten", "de", "regional_executive", "AT", None),
            ("Nizhny Novgorod Research Institute", "en", "research_institute", "RU", None),
            ("Austrian Ministry of Magic", "en", "ministry", "AT", None),
        ],
    )
    def test_the_name_tells_its_kind_its_country_and_an_id(
        self, text: str, lang: str, kind: str, country: str, id: str | None
    ) -> None:
        partner = Partner.like(text, lang)
        assert (partner.kind.value, partner.country) == (kind, country)
        assert set(partner.name) == {lang}
        assert id in (None, partner.id)
        assert partner.id.isascii()
        assert partner.id.startswith(f"{country.lower()}-")

    def test_the_name_stands_in_the_nominative_with_its_forms(self) -> None:
        agency = Partner.like("Агентством по делам молодёжи Республики Чад", "ru")
        assert agency.label("ru") == "Агентство по делам молодёжи Республики Чад"
        assert agency.label("ru", "dat") == "Агентству по делам молодёжи Республики Чад"
        university = Partner.like("der Staatlichen Universität Tiflis", "de")
        assert university.label("de") == "Staatliche Universität Tiflis"

    def test_a_ministry_of_portfolios_has_its_names_in_all_languages(self) -> None:
        oman = Partner.like("Министерством промышленности и торговли Султаната Оман", "ru")
        assert oman.id == "om-ministry-of-industry-and-trade"
        assert oman.label("en") == "Ministry of Industry and Trade of the Sultanate of Oman"
        kenya = Partner.like("Kenyan Ministry of Tourism", "en")
        assert kenya.label("en") == "Kenyan Ministry of Tourism"
        assert kenya.label("de") == "Ministerium für Tourismus der Republik Kenia"
        assert Partner.like("Ministry of Tourism", "en", country="KE", id="x").id == "x"
        department = Partner.like("Department of Tourism of the Philippines", "en")
        assert department.label("ru") == "Министерство туризма Республики Филиппины"
        assert Partner.like("Department of Joy of the Philippines", "en").kind != "ministry"

    def test_a_ministry_of_something_else_has_one_name(self) -> None:
        assert set(Partner.like("Ministry of Fisheries and Joy of Kenya", "en").name) == {"en"}
        assert set(Partner.like("Grand Ministry of Tourism of Kenya", "en").name) == {"en"}
        # Bodies with this portfolio are committees, agencies, services.
        assert set(Partner.like("Ministry of Customs of Kenya", "en").name) == {"en"}

    def test_a_short_name_of_a_ministry_is_that_of_its_portfolios(self) -> None:
        office = Partner.like("МИД Республики Чад", "ru")
        assert office.id == "td-ministry-of-foreign-affairs"
        assert office.label("ru", "ins") == "МИД Республики Чад"
        assert office.label("en") == "Ministry of Foreign Affairs of the Republic of Chad"
        energy = Partner.like("Energieministerium der Republik Chile", "de")
        assert energy.label("en") == "Ministry of Energy of the Republic of Chile"

    def test_a_country_in_brackets_is_no_part_of_the_name(self) -> None:
        service = Partner.like("Налоговой службой (Республика Чад)", "ru")
        assert (service.label("ru"), service.country) == ("Налоговая служба", "TD")

    def test_a_state_of_another_time_keeps_its_name_in_its_id(self) -> None:
        state = Partner.like("Народной Республикой Болгария", "ru")
        assert (state.id, state.kind) == ("bg-narodnaya-respublika-bolgariya", PartnerKind.STATE)

    def test_a_word_with_a_hyphen_has_the_kind_of_one_of_its_parts(self) -> None:
        reserve = Partner.like("музеем-заповедником «Озеро»", "ru", country="RU")
        assert reserve.kind is PartnerKind.MUSEUM

    def test_a_ministry_may_be_called_otherwise(self) -> None:
        office = Partner.like("Auswärtiges Amt in Nirgendwo", "de", country="KE", kind="ministry")
        assert (office.kind, set(office.name)) == (PartnerKind.MINISTRY, {"de"})

    def test_a_body_that_many_states_have_has_its_names_in_all_languages(self) -> None:
        court = Partner.like("Верховным судом Турецкой Республики", "ru")
        assert (court.id, court.kind) == ("tr-supreme-court", PartnerKind.PUBLIC_BODY)
        assert court.label("de", "dat") == "Obersten Gericht der Republik Türkei"
        town = Partner.like("Stadtverwaltung Graz", "de")
        assert (town.country, town.label("ru", "ins")) == ("AT", "Администрацией города Граца")
        region = Partner.like("Правительство Саратовской области", "ru")
        assert region.label("en") == "Government of Saratov Region"
        assert Partner.like("Supreme Court of Kenya", "en", country="KE", id="court").id == "court"
        parliament = Partner.like("Parliament of Georgia", "en")
        assert parliament.label("de", "dat") == "Parlament von Georgien"
        assert told("Supreme Court of Congo", "en") == [("no-country", None)]

    def test_what_is_given_goes_before_what_the_name_tells(self) -> None:
        club = Partner.like("Supreme Court of Kenya", "en", country="DE", kind="association")
        assert (club.kind, club.country) == (PartnerKind.ASSOCIATION, "DE")
        acme = Partner.like("ACME Ltd", "en", country="GB", id="acme")
        assert (acme.id, acme.kind, acme.country) == ("acme", PartnerKind.COMPANY, "GB")

    def test_an_international_organisation_needs_no_country(self) -> None:
        group = Partner.like("Межгосударственный совет", "ru", kind="international_org")
        assert (group.id, group.country) == ("mezhgosudarstvennyy-sovet", None)

    def test_quotes_around_a_name_are_kept(self) -> None:
        firm = Partner.like("ТОО «Астана Моторс»", "ru", country="KZ")
        assert (firm.label("ru", "ins"), firm.id) == ("ТОО «Астана Моторс»", "kz-too-astana-motors")
        assert Partner.like("«Луч»", "ru", country="BY", kind="company").label("ru") == "«Луч»"


class TestIds:
    def test_a_long_name_has_a_short_id_that_tells_it_from_others(self) -> None:
        names = [f"Agency for {'very ' * 20}{end} Affairs of Kenya" for end in ("Good", "Bad")]
        ids = [Partner.like(name, "en").id for name in names]
        assert len(set(ids)) == 2
        assert all(len(one) <= 60 and id_problems(one) == [] for one in ids)

    def test_letters_without_a_rule_are_left_to_a_number(self) -> None:
        partner = Partner.like("商务局", "en", country="CN", kind="public_body")
        assert partner.id.startswith("cn-")
        assert id_problems(partner.id) == []
        assert partner.id == Partner.like("商务局", "en", country="CN", kind="public_body").id


class TestDoubt:
    def test_what_is_not_certain_is_told_at_once_with_what_it_may_be(self) -> None:
        assert told("Университет Джорджтауна", "ru") == [("no-country", "GY")]
        assert told("Центр экономики", "ru") == [
            ("no-kind", "research_institute"),
            ("no-country", None),
        ]
        assert told("Nordlicht", "de") == [("no-kind", None), ("no-country", None)]

    def test_a_firm_may_be_named_after_a_place_or_have_it_in_quotes(self) -> None:
        assert told("Boston Consulting LLC", "en") == [("no-country", "US")]
        assert told("ООО «Республика Беларусь»", "ru")[0][0] == "no-country"

    def test_a_noun_before_the_word_for_a_state_may_be_the_head(self) -> None:
        assert told("Сабор Республики Сербия", "ru") == [("no-kind", None)]
        assert Partner.like("Скупщиной Республики Сербия", "ru").kind is PartnerKind.PARLIAMENT
        assert Partner.like("Сабор Республики Сербия", "ru", kind="region").country == "RS"

    def test_of_two_states_the_first_is_likely(self) -> None:
        problems = told("Society of Friendship of Kenya and Japan", "en")
        assert problems == [("no-country", "KE")]

    def test_nonsense_is_refused(self) -> None:
        assert told("«»", "ru") == [("empty-text", None)]
        assert told(5, "en") == [("wrong-type", None)]  # type: ignore[arg-type]
        assert told("Bank" * 200, "en") == [("text-too-long", None)]
        with pytest.raises(bl.UnknownLanguage):
            Partner.like("Banque", "fr")
        with pytest.raises(bl.UnknownCode):
            Partner.like("Bank", "en", country="XX")
        with pytest.raises(bl.ValidationError):
            Partner.like("Bank", "en", country="KE", kind="banc")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("УО «Полесский университет»", "university", None),
        ("Учреждение образования «Полоцкий государственный университет»", "university", "BY"),
        ("ФГБОУ ВО «Томский государственный университет»", "university", "RU"),
        ("ГУ «Минский зоопарк»", "public_body", "BY"),
        ("НАО «Карагандинский университет»", "university", "KZ"),
        # What a firm is called does not say what it is, or where.
        ("ООО «Минский музей чая»", "company", None),
    ],
)
def test_behind_a_legal_form_the_quoted_name_says_what_it_is(
    name: str, kind: str, country: str | None
) -> None:
    assert Partner.like(name, "ru", country=country or "BY").kind.value == kind
    if country:
        assert Partner.like(name, "ru").country == country
    elif kind == "company":
        with pytest.raises(bl.ValidationError):
            Partner.like(name, "ru")


@pytest.mark.parametrize(
    ("name", "lang", "kind", "country"),
    [
        ("Полиция Грузии", "ru", "public_body", "GE"),
        ("Великий государственный хурал Монголии", "ru", "parliament", "MN"),
        ("State Great Khural of Mongolia", "en", "parliament", "MN"),
        ("Abgeordnetenhaus von Berlin", "de", "parliament", "DE"),
        ("Supreme People's Procuratorate of China", "en", "public_body", "CN"),
        ("Венская государственная опера", "ru", "theatre", "AT"),
        # Firms are named after places, but airports are there.
        ("Аэропорт Вильнюса", "ru", "company", "LT"),
        ("Flughafen Zürich AG", "de", "company", "CH"),
        ("Vilnius International Airport", "en", "company", "LT"),
        # The one that has sent it is named first.
        ("Посольство Кубы в Республике Беларусь", "ru", "diplomatic_mission", "CU"),
        ("Botschaft der Republik Kuba in Belarus", "de", "diplomatic_mission", "CU"),
        ("Embassy of Cuba in Belarus", "en", "diplomatic_mission", "CU"),
    ],
)
def test_bodies_of_many_kinds_are_told_by_their_nouns(
    name: str, lang: str, kind: str, country: str
) -> None:
    found = Partner.like(name, lang)
    assert (found.kind.value, found.country) == (kind, country)


@pytest.mark.parametrize(
    "name", ["Индийская организация космических исследований", "Посольство дружбы Кубы и Беларуси"]
)
def test_an_organisation_is_no_company_and_two_states_have_no_embassy(name: str) -> None:
    with pytest.raises(bl.ValidationError):
        Partner.like(name, "ru")


def test_two_embassies_of_one_state_have_two_ids() -> None:
    names = ("Botschaft der Republik Kuba in Belarus", "Botschaft der Republik Kuba in Polen")
    first, second = (Partner.like(name, "de").id for name in names)
    assert (first, second) == (
        "cu-botschaft-der-republik-kuba-in-belarus",
        "cu-botschaft-der-republik-kuba-in-polen",
    )


@pytest.mark.parametrize(
    ("name", "lang", "id"),
    [
        ("University of Malta", "en", "mt-university"),
        ("Universität von Malta", "de", "mt-universitat"),
    ],
)
def test_an_id_does_not_end_in_a_small_word(name: str, lang: str, id: str) -> None:
    assert Partner.like(name, lang).id == id


@pytest.mark.parametrize("name", ["Центр спорта", "Фонд поощрения экспорта", "Центр транспорта"])
def test_what_only_ends_as_a_port_tells_no_firm(name: str) -> None:
    with pytest.raises(bl.ValidationError) as caught:
        bl.Partner.like(name, "ru", country="AZ")
    assert {one.code for one in caught.value.problems} == {"no-kind"}


@pytest.mark.parametrize("name", ["Палата торговли и инвестиций", "Палата внешней торговли"])
def test_a_chamber_of_trade_is_one(name: str) -> None:
    assert bl.Partner.like(name, "ru", country="AF").kind is bl.PartnerKind.CHAMBER


@pytest.mark.parametrize(
    ("lang", "name", "country"),
    [
        ("de", "Nationale Forschungsuniversität „Moskauer Energetisches Institut“", "RU"),
        ("de", "Nationale Technische Universität „Kiewer Polytechnisches Institut“", "UA"),
        ("en", 'National Research University "Moscow Power Engineering Institute"', "RU"),
        ("en", 'National University "Odesa Law Academy"', "UA"),
        ("ru", "Национальный университет «Львовская политехника»", "UA"),
    ],
)
def test_a_national_university_is_where_what_it_was_before_is_in_its_quotes(
    lang: bl.Lang, name: str, country: str
) -> None:
    partner = Partner.like(name, lang)
    assert (partner.kind, partner.country) == (PartnerKind.UNIVERSITY, country)


@pytest.mark.parametrize(
    ("lang", "name", "hint"),
    [
        ("de", "Nationale Universität „Odeska Politechnika“", "PL"),
        ("de", "Private Universität „Wiener Institut für Musik“", "AT"),
        ("ru", "Национальный университет «Киев»", "UA"),
        ("ru", "ООО «Немецкие колбасы»", "DE"),
    ],
)
def test_other_names_in_quotes_say_of_no_country_for_certain(
    lang: bl.Lang, name: str, hint: str
) -> None:
    assert told(name, lang) == [("no-country", hint)]


@pytest.mark.parametrize(
    ("name", "country"),
    [("АО «Грузинская железная дорога»", "GE"), ("АО «НК «Қазақстан темір жолы»", "KZ")],
)
def test_railways_in_quotes_are_those_of_their_state(name: str, country: str) -> None:
    partner = Partner.like(name, "ru")
    assert (partner.kind, partner.country) == (PartnerKind.COMPANY, country)


@pytest.mark.parametrize(
    ("lang", "name", "country"),
    [
        ("de", "Kanzlei des Marschalls der Woiwodschaft Lodz", "PL"),
        ("de", "Kanzlei des Gouverneurs des Gebiets Nowgorod", "RU"),
        ("de", "Marschall der Woiwodschaft Schlesien", "PL"),
        ("en", "Office of the Governor of Okinawa Prefecture", "JP"),
        ("en", "Marshal's Office of the Silesian Voivodeship", "PL"),
        ("ru", "Аппарат губернатора Калининградской области", "RU"),
    ],
)
def test_the_staff_of_who_governs_a_unit_is_its_executive(
    lang: bl.Lang, name: str, country: str
) -> None:
    partner = Partner.like(name, lang)
    assert (partner.kind, partner.country) == (PartnerKind.REGIONAL_EXECUTIVE, country)


@pytest.mark.parametrize(
    ("lang", "name"),
    [
        ("en", "Office of the Governor of the National Bank of Georgia"),
        ("en", "Statistical Office of Latvia"),
        ("en", "Latvian Patent Office"),
    ],
)
def test_other_offices_are_no_executives_of_units(lang: bl.Lang, name: str) -> None:
    kind = bl.parse_title(f"Agreement between {name} and the City of Riga", lang).parties[0].kind
    assert kind is not PartnerKind.REGIONAL_EXECUTIVE
