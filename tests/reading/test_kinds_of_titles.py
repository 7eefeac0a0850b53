"""The kind of a document, and the other documents that its title names."""

from __future__ import annotations

import pytest

import bilateral as bl


class TestKinds:
    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("Vertrag zwischen der ACME GmbH und der Foo AG", bl.AgreementKind.CONTRACT),
            ("Staatsvertrag zwischen der ACME GmbH und der Foo AG", bl.AgreementKind.TREATY),
            ("Vertrag zwischen Deutschland und Polen", bl.AgreementKind.TREATY),
        ],
    )
    def test_companies_make_contracts(self, text: str, kind: bl.AgreementKind) -> None:
        assert bl.parse_title(text, "de").kind is kind

    @pytest.mark.parametrize(
        "text",
        [
            "Sister Prefecture Agreement",
            "Agreement on Establishing Sister-County Relations between Kent and Tula Region",
            "Partner Town Agreement between Ghent and Graz",
        ],
    )
    def test_regions_and_towns_have_sisters(self, text: str) -> None:
        title = bl.parse_title(text, "en")
        assert (title.kind, title.rest) == (bl.AgreementKind.TWINNING, ())

    def test_partnership_and_cooperation_belong_to_the_name_of_an_agreement(self) -> None:
        text = "Strategic Partnership and Cooperation Agreement between Malta and Latvia"
        title = bl.parse_title(text, "en")
        assert (title.kind, title.rest) == (bl.AgreementKind.AGREEMENT, ())
        assert title.uncertain == frozenset()

    def test_a_word_that_is_no_kind_leaves_the_kind_open(self) -> None:
        title = bl.parse_title("Манифест между Беларусью и Китаем", "ru")
        assert (title.kind, title.designation) == (None, None)
        assert "kind" in title.uncertain
        assert title.subject == "Манифест"

    @pytest.mark.parametrize("quoted", ["«дорожная карта»", '"дорожная карта"'])
    def test_the_name_keeps_every_mark_that_closes_it(self, quoted: str) -> None:
        text = f"План мероприятий ({quoted}) по сотрудничеству между Беларусью и Китаем"
        assert bl.parse_title(text, "ru").designation == f"План мероприятий ({quoted})"

    def test_the_noun_of_a_name_that_is_not_listed_tells_the_kind(self) -> None:
        title = bl.parse_title("План обменов между Беларусью и Китаем на 2026 год", "ru")
        assert title.kind is bl.AgreementKind.ACTION_PLAN
        assert "kind" in title.uncertain

    def test_the_other_document_has_the_period_and_shares_the_sides(self) -> None:
        title = bl.parse_title(
            "План мероприятий по реализации Программы сотрудничества между Беларусью и Китаем "
            "на 2021–2025 годы",
            "ru",
        )
        (programme,) = title.implements
        assert programme.period == bl.Period("2021/2025")
        assert title.period is None
        assert title.sides == programme.sides
        assert title.uncertain == {"period"}

    def test_the_document_that_is_replaced_is_read(self) -> None:
        title = bl.parse_title("Договор взамен Соглашения от 5 мая 2015 года", "ru")
        assert title.supersedes[0].date == bl.PartialDate("2015-05-05")

    def test_a_relation_without_a_document_is_none(self) -> None:
        title = bl.parse_title("Agreement between Belarus and China implementing peace", "en")
        assert title.implements == ()

    def test_a_title_may_name_only_the_other_party(self) -> None:
        title = bl.parse_title("Abkommen mit der Republik Kasachstan über den Luftverkehr", "de")
        assert [[party.country for party in side] for side in title.sides] == [["KZ"]]
        assert bl.parse_title("Abkommen mit sofortiger Wirkung", "de").sides == ()
        title = bl.parse_title("Abkommen mit sofortiger Wirkung mit Polen", "de")
        assert [party.country for party in title.parties] == ["PL"]

    def test_a_title_without_parties_has_its_subject(self) -> None:
        title = bl.parse_title("Memorandum über die Zusammenarbeit", "de")
        assert (title.sides, title.subject) == ((), "die Zusammenarbeit")
        assert bl.parse_title("Agreement between Belarus and China on", "en").subject is None

    def test_three_states_make_no_two_sides(self) -> None:
        title = bl.parse_title("Abkommen zwischen Österreich, Polen und Ungarn", "de")
        assert [party.country for party in title.parties] == ["AT", "PL", "HU"]
        assert "sides" in title.uncertain

    def test_a_compound_of_kind_and_subject_is_both(self) -> None:
        title = bl.parse_title("Freundschafts- und Handelsabkommen zwischen Polen und China", "de")
        assert title.kind is bl.AgreementKind.AGREEMENT
        assert title.sectors == (bl.Sector("trade"),)

    def test_no_head_is_shared_where_each_has_one(self) -> None:
        title = bl.parse_title(
            "Совместное заявление Кабинета Министров Украины и Министерства энергетики Казахстана",
            "ru",
        )
        assert [party.head for party in title.parties] == [None, None]

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("Протокол между Минском и Уфой о намерениях", "protocol_of_intent"),
            ("Соглашение между Минском и Уфой об установлении побратимских связей", "twinning"),
            ("Соглашение между Минском и Уфой о сотрудничестве", "agreement"),
        ],
    )
    def test_the_parties_may_stand_inside_the_words_of_a_kind(self, text: str, kind: str) -> None:
        title = bl.parse_title(text, "ru")
        assert title.kind == kind
        assert len(title.parties) == 2

    def test_quotes_belong_to_names(self) -> None:
        title = bl.parse_title("Договор между «МАЗ» (Минск) и заводом «КамАЗ» о поставках", "ru")
        assert title.parties[0].text.startswith("«МАЗ»")
        assert title.parties[1].text == "заводом «КамАЗ»"

    def test_a_state_goes_before_its_units_of_the_same_name(self) -> None:
        title = bl.parse_title(
            "Agreement between Belize and the Minsk City Executive Committee", "en"
        )
        assert title.parties[0].partner == bl.Partner.state("BZ")
        assert len(title.parties[0].candidates) == 2
        assert "sides" in title.uncertain

    def test_own_partners_tell_the_sides(self) -> None:
        names = {"a": "BY", "b": "BY", "c": "KZ"}
        partners = [
            bl.Partner(f"house-{one}", "museum", {"en": f"House {one.upper()}"}, country=country)
            for one, country in names.items()
        ]
        title = bl.parse_title(
            "Agreement between House A, House B and House C",
            "en",
            dossier=bl.Dossier(partners=partners),
        )
        assert [[party.partner.id for party in side] for side in title.sides] == [
            ["house-a", "house-b"],
            ["house-c"],
        ]


class TestWhoAgrees:
    """One word for several kinds: the parties tell which is meant."""

    @pytest.mark.parametrize(
        ("text", "lang", "kind"),
        [
            ("Договор между Варшавским университетом и Боннским университетом", "ru", "contract"),
            ("Kooperationsvertrag zwischen der Universität Bonn und der ETH", "de", "contract"),
            (
                "Partnerschaftsvereinbarung zwischen der Universität Bonn und der ETH Zürich",
                "de",
                "arrangement",
            ),
            (
                "Partnerschaftsvertrag zwischen der Universität Bonn und der ETH Zürich",
                "de",
                "contract",
            ),
            ("Twinning agreement between Bonn University and Riga University", "en", "twinning"),
            ("Freundschaftsvertrag zwischen Frankreich und Italien", "de", "treaty"),
            ("Freundschaftsvertrag zwischen Bonn und Riga", "de", "friendship"),
            ("Freundschaftsvertrag", "de", "friendship"),
            ("Договор о дружбе между городом Минском и городом Ригой", "ru", "friendship"),
            ("Договор о дружбе между Перу и Чили", "ru", "treaty"),
            (
                "Treaty on friendship between the City of Bonn and the City of Riga",
                "en",
                "friendship",
            ),
            ("Treaty between the City of Bonn and the City of Riga on trade", "en", "treaty"),
            ("Договор между Шанхайским театром и Шанхайским центром", "ru", "contract"),
            ("Договор между мэрией Бурсы и мэрией города Гомеля", "ru", "contract"),
            ("План научного сотрудничества Перу и Чили", "ru", "action_plan"),
            ("Протокол пятнадцатого заседания комиссии", "ru", "session_protocol"),
        ],
    )
    def test_the_parties_tell_the_kind(self, text: str, lang: str, kind: str) -> None:
        title = bl.parse_title(text, lang)
        assert (title.kind, "kind" in title.uncertain) == (kind, False)

    def test_what_is_done_to_another_document_leaves_the_kind_open(self) -> None:
        text = "О внесении изменений в Меморандум о туризме между Перу и Чили"
        assert "kind" in bl.parse_title(text, "ru").uncertain

    @pytest.mark.parametrize(
        "text",
        [
            "План обменов",
            "План «А» сотрудничества",
            "План по обмену",
            "План больших важных научных новых обменов",
        ],
    )
    def test_a_plan_of_something_else_is_doubtful(self, text: str) -> None:
        assert "kind" in bl.parse_title(f"{text} между Перу и Чили", "ru").uncertain

    def test_a_programme_to_an_agreement_carries_it_out(self) -> None:
        title = bl.parse_title("Programm zum Abkommen zwischen Peru und Chile über Kultur", "de")
        assert [other.kind for other in title.implements] == ["agreement"]
        assert title.uncertain == frozenset()

    @pytest.mark.parametrize(
        ("text", "lang", "designation", "rest"),
        [
            ("Meridian+ Vereinbarung", "de", "Meridian+ Vereinbarung", ()),
            ("Fulcrum Agreement", "en", "Fulcrum Agreement", ()),
            ("Рабочее соглашение между Перу и Чили", "ru", "Рабочее соглашение", ()),
            ("Проект соглашения между Перу и Чили", "ru", "соглашения", ("Проект",)),
            ("Renewal of Agreement", "en", "Agreement", ("Renewal of",)),
            ("Trade Agreement", "en", "Agreement", ()),
        ],
    )
    def test_what_stands_before_a_kind_is_what_the_document_calls_itself(
        self, text: str, lang: str, designation: str, rest: tuple[str, ...]
    ) -> None:
        title = bl.parse_title(text, lang)
        assert (title.designation, title.rest) == (designation, rest)


@pytest.mark.parametrize(
    ("title", "lang"),
    [
        ("Minutes of the 5th joint meeting of the Bank of Ghana and the Bank of Uganda", "en"),
        ("Minutes of the second round of talks of the Bank of Ghana and the Bank of Uganda", "en"),
        (
            "Protokoll der 5. gemeinsamen Sitzung der Universität Wien und der Universität Graz",
            "de",
        ),
        ("Протокол рабочей встречи Минского университета и Пекинского университета", "ru"),
    ],
)
def test_behind_what_a_meeting_is_called_stands_who_met(title: str, lang: str) -> None:
    found = bl.parse_title(title, lang)
    assert found.kind is bl.AgreementKind.SESSION_PROTOCOL
    assert len(found.sides) == 2
    assert all(party.kind for party in found.parties[:1])


def test_a_protocol_of_consultations_is_none_of_a_meeting() -> None:
    found = bl.parse_title("Protocol of Consultations between Cuba and Nepal", "en")
    assert found.kind is bl.AgreementKind.PROTOCOL
