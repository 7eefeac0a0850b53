"""What titles have beside the words that say something: places, annexes, marks within names."""

from __future__ import annotations

import pytest

import bilateral as bl


def texts(title: bl.ParsedTitle) -> list[list[str]]:
    return [[party.text for party in side] for side in title.sides]


class TestPlaces:
    @pytest.mark.parametrize(
        ("text", "place"),
        [
            ("Treaty between Peru and Chile on trade. Lima, 23 November 1949", "Lima"),
            ("Treaty between Peru and Chile on trade (Oruro, 23 November 1949)", "Oruro"),
            ("Treaty between Peru and Chile on trade, Lima, 23 November 1949", "Lima"),
            ("Treaty between Peru and Chile on trade, signed in Lima, November 23, 1949", None),
            ("Treaty between Peru and Chile on trade. Signed at Lima on 23 November 1949", None),
        ],
    )
    def test_the_place_before_a_day_is_no_subject(self, text: str, place: str | None) -> None:
        title = bl.parse_title(text, "en")
        assert (title.subject, str(title.date)) == ("trade", "1949-11-23")
        assert place is None or title.rest == (place,)

    @pytest.mark.parametrize(
        "text",
        [
            "Treaty between Peru and Chile on trade, Chile, 23 November 1949",
            "Treaty between Peru and Chile on trade with St. Oruro, 23 November 1949",
            "Treaty between Peru and Chile on trade, and Lima, 23 November 1949",
        ],
    )
    def test_what_may_be_more_than_a_place_stays(self, text: str) -> None:
        assert bl.parse_title(text, "en").rest == ()

    def test_a_place_without_a_day_is_no_subject(self) -> None:
        title = bl.parse_title("Agreement between Peru and Chile on trade, done in Lima", "en")
        assert (title.subject, title.rest) == ("trade", ("done in Lima",))
        title = bl.parse_title("Agreement between Peru and Chile on goods made in Lima", "en")
        assert title.subject == "goods made in Lima"

    @pytest.mark.parametrize(
        ("text", "rest"),
        [
            ("Соглашение между Перу и Чили о торговле, Оттава", "Оттава"),
            ("Соглашение между Перу и Чили о торговле, Вашингтон, США", "Вашингтон, США"),
            ("Соглашение между Перу и Чили о торговле, г. Верхний Уфалей", "г. Верхний Уфалей"),
            ("Соглашение между Перу и Чили о торговле, 1996, Таллин", "Таллин"),
            ("Соглашение между Перу и Чили о торговле, 1996 г., г. Таллин", "г. Таллин"),
            ("Соглашение между Перу и Чили о торговле (Таллин, 1996)", "Таллин"),
            ("Соглашение между Перу и Чили о торговле (Брюссель,", "Брюссель"),
            ("Соглашение о торговле между Перу и Чили (Таллин, 1996)", "Таллин"),
            ("Соглашение о торговле между Перу и Чили, Таллин", "Таллин"),
        ],
    )
    def test_a_town_at_the_end_is_where_it_was_signed(self, text: str, rest: str) -> None:
        title = bl.parse_title(text, "ru")
        assert (title.subject, title.rest) == ("торговле", (rest,))
        assert title.uncertain == frozenset()
        assert str(title.date) == ("1996" if "1996" in text else "None")

    @pytest.mark.parametrize(
        "text",
        [
            "Соглашение между Перу и Чили о строительстве порта (Ляньюньган)",
            "Соглашение между Перу и Чили о строительстве порта (г. Ляньюньган)",
        ],
    )
    def test_a_town_in_brackets_may_be_where_that_is(self, text: str) -> None:
        title = bl.parse_title(text, "ru")
        assert title.subject == text.partition(" о ")[2]
        assert "subject" in title.uncertain

    @pytest.mark.parametrize("text", [", осень", ", 2019, Осень", ", 40.1, Таллин"])
    def test_other_words_at_the_end_are_no_town(self, text: str) -> None:
        title = bl.parse_title(f"Соглашение между Перу и Чили о торговле{text}", "ru")
        assert title.date is None


class TestRemarks:
    @pytest.mark.parametrize(
        ("text", "rest"),
        [
            (" (приостановлено)", "приостановлено"),
            (" (торговля приостановлена с 2022 г.)", "торговля приостановлена с 2022 г."),
            (" («подписано, не опубликовано»)", "подписано, не опубликовано"),
            (", вст. в силу с даты подписания", "вст. в силу с даты подписания"),
            (" – денонсировано в 2022 г.", "денонсировано в 2022 г"),
            (". Расторгнуто", "Расторгнуто"),
            (" (проект, согласован)", "проект, согласован"),
            (" (ратифицирована Указом ПВС СССР)", "ратифицирована Указом ПВС СССР"),
            ("; решение горсовета № 118", "решение горсовета № 118"),
            (", 2 экз.", "2 экз"),
            (" [рус., англ.]", "рус., англ"),
            (", с пролонгацией", "с пролонгацией"),
            (" и Протокол к нему", "и Протокол к нему"),
            (
                " со всеми поправками и приложениями к нему",
                "со всеми поправками и приложениями к нему",
            ),
            (", вместе с Протоколом", "вместе с Протоколом"),
        ],
    )
    def test_how_it_stands_with_a_document_is_no_subject(self, text: str, rest: str) -> None:
        title = bl.parse_title(f"Соглашение между Перу и Чили о торговле{text}", "ru")
        assert (title.subject, title.rest) == ("торговле", (rest,))
        assert title.uncertain == frozenset()

    @pytest.mark.parametrize(
        ("lang", "text", "rest"),
        [
            (
                "de",
                "Abkommen zwischen Peru und Chile über Handel (ruht seit 2022)",
                "ruht seit 2022",
            ),
            ("de", "Abkommen zwischen Peru und Chile über Handel, ausgesetzt", "ausgesetzt"),
            ("en", "Agreement between Peru and Chile on trade (not signed)", "not signed"),
            ("en", "Agreement between Peru and Chile on trade, terminated 30.6.2018", None),
        ],
    )
    def test_the_statuses_of_lists_are_such_remarks(
        self, lang: str, text: str, rest: str | None
    ) -> None:
        title = bl.parse_title(text, lang)
        assert (title.date, title.period) == (None, None)
        assert title.rest == (rest or "terminated 30.6.2018",)

    def test_days_and_terms_of_the_document_are_none(self) -> None:
        title = bl.parse_title(
            "Соглашение между Перу и Чили о торговле (действует до 2030 г.)", "ru"
        )
        assert str(title.period) == "../2030"
        title = bl.parse_title(
            "Соглашение между Перу и Чили о торговле (подп. 10.07.2013, вст. 04.03.2014)", "ru"
        )
        assert (str(title.date), title.rest) == ("2013-07-10", ("вст. 04.03.2014",))

    def test_what_a_document_is_about_may_begin_like_one(self) -> None:
        text = "Соглашение между Перу и Чили о создании центра (проект «Чистая вода»)"
        assert bl.parse_title(text, "ru").rest == ()
        text = "Соглашение между Перу и Чили о торговле (ближней и дальней)"
        assert bl.parse_title(text, "ru").rest == ()
        text = "Соглашение между Перу и Чили о торговле и Чили к ней с морем"
        assert bl.parse_title(text, "ru").rest == ()

    def test_a_year_behind_one_is_that_of_the_document(self) -> None:
        title = bl.parse_title(
            "Соглашение между Перу и Чили о торговле, расторгнуто в одностороннем порядке, 1998",
            "ru",
        )
        assert (title.subject, str(title.date)) == ("торговле", "1998")

    def test_the_name_in_another_language_is_no_doubt(self) -> None:
        title = bl.parse_title(
            "Memorandum of Understanding / Меморандум о взаимопонимании между Перу и Чили", "ru"
        )
        assert title.rest == ("Memorandum of Understanding",)
        assert title.uncertain == frozenset()


class TestAnnexes:
    @pytest.mark.parametrize(
        ("text", "rest"),
        [
            ("Agreement between Peru and Chile on trade (with annexes)", "with annexes"),
            ("Agreement (with an annex) between Peru and Chile on trade", "with an annex"),
            (
                "Agreement between Peru and Chile on trade, with exchange of notes",
                "with exchange of notes",
            ),
        ],
    )
    def test_what_comes_with_a_document_is_no_subject(self, text: str, rest: str) -> None:
        title = bl.parse_title(text, "en")
        assert (title.subject, title.rest) == ("trade", (rest,))

    def test_others_with_whom_one_does_something_are(self) -> None:
        title = bl.parse_title("Agreement between Peru and Chile on trade (with Brazil)", "en")
        assert title.rest == ()


class TestMarksWithinNames:
    @pytest.mark.parametrize(
        ("text", "sides"),
        [
            (
                "MoU between Acme Bus Co., Ltd. and Beta Motors, Inc. on trade",
                [["Acme Bus Co., Ltd."], ["Beta Motors, Inc."]],
            ),
            (
                "MoU between Marks & Spencer plc and Zulu & Sons Ltd on trade",
                [["Marks & Spencer plc"], ["Zulu & Sons Ltd"]],
            ),
            (
                "Twinning between Killarney and Myrtle Beach, South Carolina",
                [["Killarney"], ["Myrtle Beach, South Carolina"]],
            ),
            (
                "MoU between the Palace Museum, Beijing and the Louvre Museum, Paris",
                [["Palace Museum, Beijing"], ["Louvre Museum, Paris"]],
            ),
            (
                "MoU between University of Technology, Mauritius and Acme (ACM), Peru",
                [["University of Technology, Mauritius"], ["Acme (ACM), Peru"]],
            ),
            (
                "MoU between Egypt's Ministry of Petroleum and Cyprus' Ministry of Energy, "
                "Commerce and Industry on natural gas",
                [
                    ["Egypt's Ministry of Petroleum"],
                    ["Cyprus' Ministry of Energy, Commerce and Industry"],
                ],
            ),
        ],
    )
    def test_a_comma_or_an_ampersand_may_belong_to_a_name(self, text, sides) -> None:
        title = bl.parse_title(text, "en")
        assert [[one.removesuffix(".") for one in side] for side in texts(title)] == [
            [one.removesuffix(".") for one in side] for side in sides
        ]

    def test_a_comma_separates_places_of_a_list(self) -> None:
        title = bl.parse_title("Treaty between Peru, Chile and Bolivia", "en")
        assert [party.country for party in title.parties] == ["PE", "CL", "BO"]
        title = bl.parse_title("Treaty between Bavaria, Ontario and Quebec", "en")
        assert texts(title)[0] == ["Bavaria"]

    def test_places_behind_the_subject_say_nothing_of_it(self) -> None:
        title = bl.parse_title("Agreement on Scientific Cooperation, Peru - Chile", "en")
        assert texts(title) == [["Peru"], ["Chile"]]
        assert title.subject == "Scientific Cooperation"

    def test_a_name_that_may_have_a_dash_is_marked(self) -> None:
        text = "Agreement between Bremen School – City University and Kathmandu University"
        assert "sides" in bl.parse_title(text, "en").uncertain


class TestJoinedNames:
    @pytest.mark.parametrize(
        ("text", "countries"),
        [
            ("Saudi Arabia-Japan Investment Treaty", ["SA", "JP"]),
            ("Germany-United States Agreement on trade", ["DE", "US"]),
            ("U.S.-Mexico Agreement on trade", ["US", "MX"]),
            ("EU-Japan Trade Agreement", [None, "JP"]),
            ("Joint Statement: United States-Japan Trade Committee", ["US", "JP"]),
            ("Agreement between Guinea-Bissau and Timor-Leste", ["GW", "TL"]),
        ],
    )
    def test_a_hyphen_joins_names_of_several_words(self, text, countries) -> None:
        title = bl.parse_title(text, "en")
        assert title.text == text
        assert [party.country for party in title.parties] == countries


class TestSignatories:
    @pytest.mark.parametrize(
        ("text", "sides"),
        [
            ("Acme Stock Exchange signs MoU with Beta Stock Exchange",
             [["Acme Stock Exchange"], ["Beta Stock Exchange"]]),
            ("Acme University, Beta University have signed a new memorandum",
             [["Acme University"], ["Beta University"]]),
            ("Agreement entered into by Acme University and Beta University",
             [["Acme University"], ["Beta University"]]),
            ("Peru signs Trade Agreement with Chile", [["Peru"], ["Chile"]]),
        ],
    )  # fmt: skip
    def test_who_signs_stands_before_the_verb(self, text: str, sides: list[list[str]]) -> None:
        assert texts(bl.parse_title(text, "en")) == sides

    def test_who_meets_is_no_signatory(self) -> None:
        title = bl.parse_title("Peru signs, of all, Memorandum between Chile and Cuba", "en")
        assert texts(title) == [["Chile"], ["Cuba"]]


class TestSessions:
    @pytest.mark.parametrize(
        ("text", "subject"),
        [
            ("Minutes of the Fifth Session of the Qatari-Sudanese Joint Committee", None),
            ("Minutes of the 2nd Meeting of the Joint Committee on Trade", "Trade"),
            ("Agreed Minutes, 9th Meeting of the Joint Commission on Trade", "Trade"),
        ],
    )
    def test_the_body_that_met_is_no_subject(self, text: str, subject: str | None) -> None:
        assert bl.parse_title(text, "en").subject == subject

    def test_the_pair_in_its_name_are_the_parties(self) -> None:
        title = bl.parse_title("Minutes of the 5th Qatari-Sudanese Joint Committee meeting", "en")
        assert [party.country for party in title.parties] == ["QA", "SD"]
        assert "sides" not in title.uncertain


class TestSubjects:
    def test_re_is_a_preposition_before_a_colon_only(self) -> None:
        title = bl.parse_title("MoU between Peru and Chile re: trade", "en")
        assert title.subject == "trade"
        title = bl.parse_title("MoU between Swiss Re and the Bank of Peru", "en")
        assert texts(title)[0] == ["Swiss Re"]

    def test_a_name_in_quotes_is_no_subject_if_there_is_another_one(self) -> None:
        text = 'Project Partnership "Clean Streets" between Peru and Chile on trade'
        assert bl.parse_title(text, "en").subject == "trade"
        text = 'Project Partnership "Clean Streets" between Peru and Chile'
        assert bl.parse_title(text, "en").subject == "Clean Streets"

    def test_what_may_belong_to_a_name_is_marked(self) -> None:
        text = "MoU between the University of Peru and the Institute of Chile, Kharagpur"
        assert {"sides", "subject"} <= bl.parse_title(text, "en").uncertain

    @pytest.mark.parametrize(
        ("text", "is_marked"),
        [
            ("Framework Agreement between Peru and Chile", False),
            ("Third Host Country Agreement between Peru and Chile", False),
            ("Turbolinear Agreement between Peru and Chile", True),
        ],
    )
    def test_an_attribute_that_may_say_what_about_is_marked(self, text, is_marked) -> None:
        assert ("sectors" in bl.parse_title(text, "en").uncertain) == is_marked


class TestTwoDays:
    def test_a_second_day_is_that_of_the_document_itself(self) -> None:
        text = "Protocol to amend the Treaty of 31 March 1959 between Peru and Chile, done at Lima"
        title = bl.parse_title(f"{text} on 5 June 1973", "en")
        assert (str(title.date), str(title.amends[0].date)) == ("1973-06-05", "1959-03-31")
        assert title.period is None

    @pytest.mark.parametrize("end", [", signed 5 February 2014", ", done on 5 February 2014"])
    def test_nobody_says_whose_a_day_behind_is(self, end: str) -> None:
        title = bl.parse_title(f"Protocol amending the Treaty between Peru and Chile{end}", "en")
        assert {"amends", "date"} <= title.uncertain

    def test_a_month_before_the_day_is_read(self) -> None:
        title = bl.parse_title("MoU between Peru and Chile, signed on April 12, 2018", "en")
        assert (str(title.date), title.subject) == ("2018-04-12", None)


def test_the_noun_of_a_firm_may_say_what_others_study() -> None:
    title = bl.parse_title("MoU between Acme Plant Research and the Steel Works of Peru", "en")
    assert [party.kind for party in title.parties] == [None, "company"]


@pytest.mark.parametrize("name", ["Acme S.Abc", "Acme A/Sigma"])
def test_what_only_begins_like_a_legal_form_is_none(name: str) -> None:
    title = bl.parse_title(f"MoU between {name} and the Bank of Peru", "en")
    assert title.parties[0].kind is None


@pytest.mark.parametrize(
    ("name", "lang"),
    [
        ("Acme S.p.A.", "en"),
        ("Acme N.V.", "en"),
        ("Acme, a.s.", "en"),
        ("Acme A/S", "en"),
        ("Acme A.Ş.", "en"),
        ("Acme S.p.A.", "de"),
        ("Acme d.o.o.", "de"),
    ],
)
def test_a_legal_form_may_begin_with_a_letter_alone(name: str, lang: str) -> None:
    joined = "MoU zwischen {} und der Bank von Peru" if lang == "de" else "MoU between {} and Peru"
    party = bl.parse_title(joined.format(name), lang).parties[0]
    assert (party.text, party.kind) == (name, bl.PartnerKind.COMPANY)


def test_who_is_named_with_others_before_the_kind_is_no_party() -> None:
    assert bl.parse_title("With thanks: Agreement on trade", "en").sides == ()


def test_two_documents_of_the_same_parties_are_one_title() -> None:
    title = bl.parse_title("Agreement and Protocol between Peru and Chile", "en")
    assert (title.designation, title.subject) == ("Agreement and Protocol", None)
    assert [party.country for party in title.parties] == ["PE", "CL"]


def test_behind_a_remark_may_stand_where_a_document_was_signed() -> None:
    title = bl.parse_title("Agreement between Peru and Chile on trade, pending, Lima", "en")
    assert (title.subject, set(title.rest)) == ("trade", {"pending", "Lima"})
