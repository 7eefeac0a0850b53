"""The dates, periods and lengths of time of a title."""

from __future__ import annotations

import attrs
import pytest

import bilateral as bl

OUR_PERIODS = [
    *["../2025-11-05", "2027-01/..", "2026-33/2026-36", "2026/", "/2028", "2026-41/"],
    *["2026-06-XX", "2026-XX", "2026-XX-XX/2028", "202X", "202X/", "199X/200X", "../202X"],
    *["2026~", "2026?", "2026%", "2026-05~/2028", "2026~/202X", "2026-25", "2026-10-1X/2027"],
    *["2026-38~/2027-30%", "2026-22"],
]


class TestTimes:
    @pytest.mark.parametrize(
        ("lang", "text", "duration"),
        [
            ("ru", "Соглашение между Беларусью и Китаем сроком на пять лет", "P5Y"),
            ("en", "Agreement between Belarus and China for a period of five years", "P5Y"),
            ("de", "Abkommen zwischen Belarus und China für zwei Jahre", "P2Y"),
        ],
    )
    def test_a_length_of_time_is_read_and_is_no_party(
        self, lang: str, text: str, duration: str
    ) -> None:
        title = bl.parse_title(text, lang)
        assert str(title.duration) == duration
        assert len(title.parties) == 2

    @pytest.mark.parametrize(
        ("lang", "text", "rest"),
        [
            ("de", "Vertrag vom 4.2.73 zwischen Peru und Chile über Handel", ("vom 4.2.73",)),
            ("en", "Agreement between Peru and Chile on trade, 4/2/73", ("4/2/73",)),
            ("de", "Vertrag vom 4.2.73 / 5.3.74 über Handel", ("vom 4.2.73", "5.3.74")),
            ("de", "Vertrag 4.2.7 zwischen Peru und Chile über Handel", ()),
        ],
    )
    def test_a_day_of_no_century_is_marked_and_no_subject(
        self, lang: str, text: str, rest: tuple[str, ...]
    ) -> None:
        title = bl.parse_title(text, lang)
        assert title.date is None
        assert ("date" in title.uncertain) is bool(rest)
        assert title.rest == rest or not rest

    def test_an_indefinite_time_has_no_duration(self) -> None:
        title = bl.parse_title("Abkommen zwischen Belarus und China auf unbestimmte Zeit", "de")
        assert title.is_indefinite
        assert title.duration is None

    def test_the_place_of_signature_is_left_beside_the_date(self) -> None:
        title = bl.parse_title(
            "Agreement between Belarus and China on trade, done at Minsk on 5 May 2015", "en"
        )
        assert title.date == bl.PartialDate("2015-05-05")
        assert title.rest == ("done at Minsk",)

    @pytest.mark.parametrize(
        ("lang", "text", "rest"),
        [
            ("en", "Agreement between Peru and Chile on trade (goods of 5 May 1999)", "goods"),
            (
                "de",
                "Abkommen zwischen Peru und Chile über Handel (Waren bis 5. Mai 1999)",
                "Waren",
            ),
        ],
    )
    def test_what_stands_in_brackets_before_a_day_is_no_subject(
        self, lang: str, text: str, rest: str
    ) -> None:
        title = bl.parse_title(text, lang)
        assert title.subject in {"trade", "Handel"}
        assert title.rest == (rest,)

    @pytest.mark.parametrize(
        ("behind", "is_place"),
        [
            ("Москва", True),
            ("Верхние Лучки", True),
            ("г. Верхние Лучки", True),
            ("Верхние лучки", False),
            ("Объект 7", False),
        ],
    )
    def test_where_only_names_have_capitals_they_are_the_place_behind_a_date(
        self,
        behind: str,
        is_place: bool,  # noqa: FBT001
    ) -> None:
        text = f"Соглашение между Перу и Чили о торговле от 5 мая 1999 г., {behind}"
        title = bl.parse_title(text, "ru")
        assert title.date == bl.PartialDate("1999-05-05")
        assert title.rest == ((behind,) if is_place else ())

    @pytest.mark.parametrize(
        ("text", "rest"),
        [
            ("Agreement between Belarus and China dated 5 May 2015", ()),
            ("Agreement between Belarus and China, 5 May 2015", ()),
            ("Agreement between Belarus and China signed 5 May 2015", ()),
            ("Agreement between Belarus and China signed (Minsk) on 5 May 2015", ("Minsk",)),
        ],
    )
    def test_the_date_of_a_title_is_read_in_every_way_of_saying_it(
        self, text: str, rest: tuple[str, ...]
    ) -> None:
        title = bl.parse_title(text, "en")
        assert title.date == bl.PartialDate("2015-05-05")
        assert title.rest == rest

    @pytest.mark.parametrize("lang", ["de", "en", "ru"])
    @pytest.mark.parametrize("text", OUR_PERIODS)
    def test_the_period_of_a_title_that_we_write_is_read(self, text: str, lang: str) -> None:
        sides = bl.Partner.state("BY"), bl.Partner.state("KZ")
        agreement = bl.Agreement("a", "agreement", sides, sectors=["trade"], period=text)
        timeless = attrs.evolve(agreement, period=None)
        title = bl.parse_title(agreement.title(lang), lang)
        assert str(title.period) == text
        assert title.subject == bl.parse_title(timeless.title(lang), lang).subject
        assert not title.uncertain

    @pytest.mark.parametrize(
        ("lang", "text"),
        [
            ("de", "Vertrag vom 5. Mai 2015 (ungefähr) zwischen Polen und Belarus über Handel"),
            ("en", "Treaty of 5 May 2015 (approx.) between Poland and Belarus on trade"),
            ("ru", "Договор от 5 мая 2015 года (прибл.) между Польшей и Беларусью о торговле"),
        ],
    )
    def test_a_date_keeps_its_mark(self, lang: str, text: str) -> None:
        title = bl.parse_title(text, lang)
        assert str(title.date) == "2015-05-05~"
        assert title.subject in ("Handel", "trade", "торговле")

    def test_a_mark_without_words(self) -> None:
        text = "Programme of Cooperation between Belarus and China for 2026 (?)"
        assert str(bl.parse_title(text, "en").period) == "2026?"

    @pytest.mark.parametrize(
        ("period", "found"), [("12 March 2025", "2025-03-12"), ("autumn (northern)", None)]
    )
    def test_a_labelled_period_is_read_as_a_whole(self, period: str, found: str | None) -> None:
        title = bl.parse_title(f"Memorandum (sides: A; B; period: {period})", "en")
        assert (title.period and str(title.period)) == found
        assert title.rest == (() if found else (period,))

    def test_a_period_that_cannot_be_read_is_told(self) -> None:
        text = "Agreement between Belarus and China on trade from May 2028 until May 2026"
        title = bl.parse_title(text, "en")
        assert "period" in title.uncertain

    def test_a_number_in_a_name_is_no_period(self) -> None:
        title = bl.parse_title("Agreement between Belarus and China on the Agenda 2030", "en")
        assert title.period is None
        assert title.subject == "the Agenda 2030"

    def test_a_year_in_a_name_does_not_hide_a_date(self) -> None:
        title = bl.parse_title("Agreement between Belarus and China on Expo-2017, 2016–2018", "en")
        assert str(title.period) == "2016/2018"
        assert title.subject == "Expo-2017"

    def test_a_date_with_two_readings_is_none(self) -> None:
        title = bl.parse_title("Agreement between Belarus and China of 05/06/2015", "en")
        assert title.date is None
        assert "date" in title.uncertain

    def test_a_second_date_stays_where_it_is(self) -> None:
        title = bl.parse_title(
            "Соглашение от 5 мая 2015 года между Беларусью и Китаем о программе на 2016 год, "
            "принятой на 2017 год",
            "ru",
        )
        assert title.date == bl.PartialDate("2015-05-05")
        assert "2017" in str(title.subject)

    def test_a_second_period_stays_where_it_is(self) -> None:
        title = bl.parse_title(
            "Agreement between Belarus and China for 2026–2028 on the plan from 2020 to 2021", "en"
        )
        assert title.period == bl.Period("2026/2028")
        assert title.subject == "the plan from 2020 to 2021"


class TestDatesOfLists:
    """Lists put the date of a document behind its title."""

    @pytest.mark.parametrize(
        ("text", "lang", "date"),
        [
            ("Протокол о намерениях между Перу и Чили, 2015", "ru", "2015"),
            ("Соглашение между Перу и Чили о торговле, 1996 г.", "ru", "1996"),
            ("Agreement between Peru and Chile on trade (1996)", "en", "1996"),
            ("Agreement on Cooperation, May 2000", "en", "2000-05"),
            ("Partnerschaftsvertrag zwischen Bonn und Minsk, 18. Mai 1993", "de", "1993-05-18"),
        ],
    )
    def test_what_stands_behind_a_comma_is_the_date(self, text: str, lang: str, date: str) -> None:
        title = bl.parse_title(text, lang)
        assert (str(title.date), title.period) == (date, None)
        assert date[:4] not in (title.subject or "")

    @pytest.mark.parametrize(
        ("text", "lang", "date", "period"),
        [
            ("Work plan between Peru and Chile, 2020", "en", None, "2020"),
            ("Work plan between Peru and Chile for 2021, 2020", "en", None, "2020"),
            ("Work plan between Peru and Chile, May 2020", "en", None, "2020-05"),
            ("Соглашение между Перу и Чили, 2012–2016", "ru", None, "2012/2016"),
            ("Agreement of 5 May 2000 between Peru and Chile, 2001", "en", "2000-05-05", None),
            ("Agreement between Peru and Chile, Lima", "en", None, None),
        ],
    )
    def test_it_is_the_period_of_a_plan_and_no_second_date(
        self, text: str, lang: str, date: str | None, period: str | None
    ) -> None:
        title = bl.parse_title(text, lang)
        assert title.date is None if date is None else str(title.date) == date
        assert title.period is None if period is None else str(title.period) == period


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Aktionsplan 2015/16 zwischen Wien und Riga", "2015/2016"),
        ("Aktionsplan 2015 bis 2017 der Stadt Wien und der Stadt Riga", "2015/2017"),
        ("Aktionsplan 2015 - 2017 zwischen Wien und Riga", "2015/2017"),
        ("Arbeitsprogramm 1999/2000 zwischen Wien und Riga", "1999/2000"),
        # Two years that do not follow each other may be a number.
        ("Arbeitsprogramm 2019/33 zwischen Wien und Riga", "2019"),
        ("Arbeitsprogramm 2019 zwischen Wien und Riga", "2019"),
        ("Arbeitsprogramm für die Jahre 2019/20 zwischen Wien und Riga", "2019/2020"),
        ("Vereinbarung 2015/16 zwischen Wien und Riga", "None"),
    ],
)
def test_two_years_with_a_slash_behind_a_plan_are_its_period(title: str, period: str) -> None:
    assert str(bl.parse_title(title, "de").period) == period


@pytest.mark.parametrize(
    ("title", "lang", "date", "period"),
    [
        ("Agreement between Peru and Chile 2018", "en", "2018", "None"),
        ("Протокол о торговле между Минском и Вильнюсом 2019", "ru", "2019", "None"),
        ("Aktionsplan zwischen Peru und Chile 2019", "de", "None", "2019"),
        ("Protokoll zwischen Peru und Chile für das Jahr 2019", "de", "None", "2019"),
        # The year belongs to what was there.
        ("Agreement between Peru and Chile on the games in Sochi 2014", "en", "None", "None"),
    ],
)
def test_a_year_right_behind_a_known_party_is_that_of_the_document(
    title: str, lang: str, date: str, period: str
) -> None:
    found = bl.parse_title(title, lang)
    assert (str(found.date), str(found.period)) == (date, period)
    assert [party.country for party in found.parties][:1] in (["PE"], ["BY"])


@pytest.mark.parametrize(
    ("tail", "rest"), [("12 May 2003 Lima", ("Lima",)), ("12.05.2003 Lima", ("Lima",))]
)
def test_a_town_right_behind_the_date_at_the_end_is_no_subject(
    tail: str, rest: tuple[str, ...]
) -> None:
    title = bl.parse_title(f"Agreement between Peru and Chile on trade, {tail}", "en")
    assert (title.subject, title.rest, str(title.date)) == ("trade", rest, "2003-05-12")


@pytest.mark.parametrize("tail", ["12.05.2003 Peter", "12 May 2003, Peter", "12.05.2003 file 5"])
def test_what_stands_behind_the_date_may_be_no_subject(tail: str) -> None:
    title = bl.parse_title(f"Agreement between Peru and Chile on trade, {tail}", "en")
    assert str(title.date) == "2003-05-12"
    assert "subject" in title.uncertain
