"""What lists and registers add to German titles, and parties that they name without between."""

from __future__ import annotations

import pytest

import bilateral as bl


def sides_of(text: str) -> list[list[tuple[str, str | None]]]:
    title = bl.parse_title(text, "de")
    return [[(party.text, party.country) for party in side] for side in title.sides]


AT_IT = "Abkommen zwischen Österreich und Italien über Handel"


class TestDaysThatAreNoDayOfSignature:
    @pytest.mark.parametrize(
        "rest",
        [
            "i. d. F. vom 1.6.2010",
            "ruht seit 2022",
            "verlängert 2017",
            "zuletzt geändert 2012",
            "gekündigt zum 30.6.2018",
            "vom Gemeinderat genehmigt am 3.5.2011",
            "Fassung vom 17.10.2010",
            "WB 1. Jänner 2004",
        ],
    )
    def test_they_are_rest(self, rest: str) -> None:
        title = bl.parse_title(f"{AT_IT}, {rest}", "de")
        assert (title.date, title.period, title.subject) == (None, None, "Handel")
        assert title.rest == (rest,)
        assert not title.uncertain

    @pytest.mark.parametrize(
        ("text", "rest"),
        [
            (f"{AT_IT}, Rat hat genehmigt am 3.5.2011", "genehmigt am 3.5.2011"),
            (
                f"{AT_IT} der sehr kleinen Läden dort genehmigt am 3.5.2011",
                "genehmigt am 3.5.2011",
            ),
        ],
    )
    def test_only_what_a_comma_divides_goes_with_them(self, text: str, rest: str) -> None:
        assert bl.parse_title(text, "de").rest == (rest,)

    @pytest.mark.parametrize("text", ["zuletzt geändert 2017 und mehr", "2020 zuletzt geändert"])
    def test_a_year_with_more_behind_it_stays(self, text: str) -> None:
        assert "zuletzt geändert 2017" not in bl.parse_title(f"{AT_IT}, {text}", "de").rest

    def test_what_comes_into_force_has_its_own_day(self) -> None:
        title = bl.parse_title(
            "Bekanntmachung über das Inkrafttreten des deutsch-peruanischen Abkommens vom "
            "19. November 2012 über den Luftverkehr",
            "de",
        )
        assert (str(title.date), len(title.sides)) == ("2012-11-19", 2)

    def test_the_day_of_an_agreement_in_a_subject_is_asked(self) -> None:
        title = bl.parse_title(
            "Abkommen vom 27. Januar 1976 zwischen Peru und Chile über die mit dem Abkommen vom "
            "26. Februar 1941 zusammenhängenden Fragen",
            "de",
        )
        assert (str(title.date), title.period) == ("1976-01-27", None)
        assert "period" in title.uncertain

    def test_the_year_of_what_is_renewed_is_asked(self) -> None:
        title = bl.parse_title(
            "Erneuerung der Vereinbarung von 1976 zwischen Bonn und Oxford", "de"
        )
        assert "date" in title.uncertain

    def test_a_year_of_signature_that_is_not_read_is_asked(self) -> None:
        title = bl.parse_title(f"{AT_IT}, unterzeichnet am Pfingstmontag 1974", "de")
        assert (title.date, sorted(title.uncertain)) == (None, ["date"])

    def test_a_number_of_a_decision_is_no_month(self) -> None:
        title = bl.parse_title("Beschluss Nr. 2/2019 zwischen Peru und Chile über Zölle", "de")
        assert title.period is None


class TestDaysOfNoYear:
    @pytest.mark.parametrize(
        ("text", "date", "rest", "asked"),
        [
            (f"{AT_IT} vom 3. Mai", "XXXX-05-03", (), []),
            (f"{AT_IT}, Wien, 3. Mai", "XXXX-05-03", ("Wien",), []),
            (f"{AT_IT}, gültig ab 1.7.", None, ("gültig ab 1.7.",), ["date"]),
            (f"{AT_IT} vom 14.–16. Mai", None, ("vom 14.–16. Mai",), ["date"]),
            (f"{AT_IT} vom 3. bis 5. Mai", None, ("vom 3. bis 5. Mai",), ["date"]),
            (
                f"{AT_IT} vom 5.5.2010, Fassung vom 3. Mai",
                "2010-05-05",
                ("Fassung vom 3. Mai",),
                ["date"],
            ),
        ],
    )
    def test_they_are_no_subject(
        self, text: str, date: str | None, rest: tuple[str, ...], asked: list[str]
    ) -> None:
        title = bl.parse_title(text, "de")
        assert (title.date and str(title.date), title.rest) == (date, rest)
        assert (title.subject, sorted(title.uncertain)) == ("Handel", asked)

    def test_other_figures_stay(self) -> None:
        assert bl.parse_title(f"{AT_IT}, Runde 3", "de").subject == "Handel, Runde 3"


class TestTownsBeforeAYear:
    @pytest.mark.parametrize("text", ["Riga 9/2009", "Riga, 2009", "Riga 2009"])
    def test_they_are_no_party(self, text: str) -> None:
        title = bl.parse_title(
            f"Vertrag zwischen der Universität Bonn und der Universität Tartu, {text}", "de"
        )
        assert [[one.text for one in side] for side in title.sides] == [
            ["Universität Bonn"],
            ["Universität Tartu"],
        ]
        assert (str(title.date)[:4], title.rest) == ("2009", ("Riga",))

    def test_a_month_that_is_none_is_no_date(self) -> None:
        assert bl.parse_title(f"{AT_IT}, Riga 13/2009", "de").date is None


class TestHowADocumentIsKept:
    @pytest.mark.parametrize(
        "rest",
        [
            "Entwurf",
            "Entwurf 3",
            "Version 3.2",
            "Anhang C",
            "paraphiert, noch nicht unterzeichnet",
            "o. D.",
            "nicht in Kraft getreten",
            "im Folgenden „Abkommen“",
            "nachstehend „die Partner“ genannt",
        ],
    )
    def test_it_is_no_subject(self, rest: str) -> None:
        for text in (f"{AT_IT} ({rest})", f"{AT_IT}, {rest}", f"{AT_IT} [{rest}]"):
            title = bl.parse_title(text, "de")
            assert (title.subject, title.rest) == ("Handel", (rest,))

    def test_without_a_mark_only_a_whole_phrase_is_cut(self) -> None:
        title = bl.parse_title("Konkordat zwischen Peru und dem Freistaat Sachsen i.d.g.F.", "de")
        assert [side[0].text for side in title.sides] == ["Peru", "Freistaat Sachsen"]
        title = bl.parse_title("Abkommen zwischen Peru und Chile über den Entwurf", "de")
        assert title.subject == "den Entwurf"

    def test_what_goes_on_is_no_remark(self) -> None:
        title = bl.parse_title(f"{AT_IT}, nachfolgend eins zwei drei vier fünf sechs sieben", "de")
        assert title.rest == ()
        assert bl.parse_title(f"{AT_IT}, Entwurf des Rates", "de").rest == ()
        assert bl.parse_title(f"{AT_IT} kurz vor Ende", "de").rest == ()

    def test_what_a_party_is_called_from_there_on_is_no_part_of_it(self) -> None:
        assert sides_of(
            "Abkommen zwischen dem Deutschen Wetterdienst, hiernach „DWD“, und dem "
            "Hydrometeorologischen Institut von Montenegro"
        ) == [
            [("Deutschen Wetterdienst", "DE")],
            [("Hydrometeorologischen Institut von Montenegro", "ME")],
        ]

    @pytest.mark.parametrize("behind", ["(0.631.112.514.8)", "(SR 0.142.1)", ". . . . . 389"])
    def test_what_an_index_has_behind_it_is_dropped(self, behind: str) -> None:
        assert bl.parse_title(f"{AT_IT} {behind}", "de").subject == "Handel"

    def test_a_short_title_is_no_subject(self) -> None:
        title = bl.parse_title(f"{AT_IT} (Abk Italien)", "de")
        assert (title.subject, title.rest) == ("Handel", ("Abk Italien",))
        title = bl.parse_title("Abkommen zwischen Peru und Chile (Luftverkehrsabkommen)", "de")
        assert [sector.code for sector in title.sectors] == ["air"]
        assert "subject" in bl.parse_title(f"{AT_IT} (Zusatzprotokoll)", "de").uncertain

    def test_the_place_behind_an_abbreviation_is_no_subject(self) -> None:
        title = bl.parse_title(f"{AT_IT}, unterz. in Rom", "de")
        assert (title.subject, title.rest) == ("Handel", ("unterz. in Rom",))


class TestSidesInLists:
    @pytest.mark.parametrize(
        ("text", "codes"),
        [
            ("Deutsch-bosnisch-herzegowinisches Abkommen", ["DE", "BA"]),
            ("Deutsch-papua-neuguineisches Abkommen", ["DE", "PG"]),
            ("Vereinbarung über die Änderung des deutsch-britischen Abkommens", ["DE", "GB"]),
            ("Zoo Leipzig: Vertrag mit dem Zoo Hanoi", ["DE", "VN"]),
            ("Vertrag Theater Bonn mit der Oper von Tiflis", ["DE", "GE"]),
            ("Belize: Abkommen vom 8. Mai 2002", ["BZ"]),
            ("Städtepartnerschaft mit Gaziemir (Türkei)", ["TR"]),
            ("Vertrag mit der Villa Nirgendwo, Irland", ["IE"]),
            ("Freundschaftsurkunde Kreis Steinfurt u. Oblast Tschernihiw", ["DE", "UA"]),
            ("Kantonspolizei Tessin – Questura di Como: Streifen (Protokoll)", ["CH", "IT"]),
            ("Rahmenvertrag Siemens und Kasachische Eisenbahnen", ["DE", "KZ"]),
            ("Nachtrag zum Vertrag der Stadt Bonn mit Nirgendwo", ["DE", None]),
        ],
    )
    def test_they_are_found(self, text: str, codes: list[str | None]) -> None:
        assert [country for side in sides_of(text) for _, country in side] == codes

    @pytest.mark.parametrize(
        "text",
        [
            "Deutsch-quebecisches Abkommen",
            "Deutsch-a-b-c-d-Abkommen",
            "Freundschaftsvertrag vom 5. Mai 1999",
            "Freundschaftsvertrag mit Nirgendwo und Irgendwo",
            "Vertrag über das Leben mit Würde",
            "Protokoll Handel und Verkehr",
            "Kulturaustausch: Vertrag mit Würde",
            "Vertrag mit freundlichem Gruß",
        ],
    )
    def test_a_title_of_no_sides_asks_for_them(self, text: str) -> None:
        title = bl.parse_title(text, "de")
        assert (title.sides, "sides" in title.uncertain) == ((), True)

    @pytest.mark.parametrize(
        "text",
        [
            "Vereinbarung Uni Freiburg (CH) – Université de Yaoundé I",
            "Abkommen BMEL – Ministerium für Ernährung und Leichtindustrie der Mongolei",
            "DWD und Meteorologischer Dienst Grönlands/Dänemarks: Datenaustausch",
            "Museumskooperation Naturhistorisches Museum Wien & Museo de La Plata",
            "Vertrag zwischen Peru und Chile über den Verkehr zwischen Wien und Rom",
        ],
    )
    def test_doubtful_ones_are_asked(self, text: str) -> None:
        assert "sides" in bl.parse_title(text, "de").uncertain

    def test_what_is_between_both_countries_is_no_further_party(self) -> None:
        text = "Abkommen zwischen Peru und Chile über den Verkehr zwischen Peru und Chile"
        assert not bl.parse_title(text, "de").uncertain

    def test_a_name_in_quotes_is_no_part_of_a_party(self) -> None:
        text = "Leihvertrag Linden-Museum Stuttgart / Nationalmuseum von Namibia („Bibel“)"
        assert [side[0][0] for side in sides_of(text)] == [
            "Linden-Museum Stuttgart",
            "Nationalmuseum von Namibia",
        ]

    def test_what_theatres_produce_together_is_no_film(self) -> None:
        title = bl.parse_title("Koproduktionsvertrag Theater Bonn mit der Oper von Tiflis", "de")
        assert [sector.code for sector in title.sectors] == ["culture"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "County Clare - Clare Valley, Australia: friendship agreement",
            ["County Clare", "Clare Valley, Australia"],
        ),
        ("Shannon - Guingamp (France), twinning", ["Shannon", "Guingamp (France)"]),
        ("Voka - Chamber of Commerce Ghent: MoU", ["Voka", "Chamber of Commerce Ghent"]),
        ("Max Planck Institute Bonn–Lima: MoU with Lima", ["Max Planck Institute Bonn", "Lima"]),
    ],
)
def test_a_dash_in_what_might_be_one_name_stands_between_two(text: str, names: list[str]) -> None:
    assert [party.text for party in bl.parse_title(text, "en").parties] == names


def test_the_initials_of_a_commission_say_no_more_than_its_name() -> None:
    begin = "MoU between Malta and Peru on the Establishment of a Joint Commission"
    titles = (bl.parse_title(f"{begin} ({short})", "en") for short in ("JC", "XY"))
    assert ["sectors" in title.uncertain for title in titles] == [False, True]
