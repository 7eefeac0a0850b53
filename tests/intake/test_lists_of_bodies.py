"""Lists of hospitals, academies and towns, with columns of their own."""

import pytest

import bilateral as bl
from bilateral.intake.cells import Cells
from bilateral.intake.layout.paragraphs import headings_in
from bilateral.intake.layout.party_columns import places_in
from bilateral.intake.layout.sources import sheets_of
from bilateral.intake.short_kinds import in_full
from bilateral.intake.validity import Validities
from tests.intake.reading import agreement, codes, ids

HOSPITAL = bl.Partner("uk", "hospital", {"de": "Uniklinik"}, country="DE")
TOWN = bl.Partner("town", "city", {"de": "Neustadt"}, country="DE")


class TestColumns:
    def test_what_is_called_a_subject_may_be_the_titles_also_between_years_across(self) -> None:
        above = [{"Vertragsgegenstand": "2013", "Vertragspartner": "2013", "Sitz": "2013"}]
        rows = [
            ("Kooperationsvertrag über Herzchirurgie", "Royal Hospital", "Maskat, Oman"),
            ("MoU über Krebsforschung", "National Cancer Center", "Goyang, Korea"),
            ("Rahmenvertrag", "Rumailah Hospital", "Katar"),
        ]
        below = [
            {"Vertragsgegenstand": one, "Vertragspartner": who, "Sitz": where}
            for one, who, where in rows
        ]
        dossier, review = bl.read_list([*above, *below], "de", home=HOSPITAL)
        assert not review.questions
        assert review.columns == {
            "Vertragsgegenstand": "title",
            "Vertragspartner": "partner",
            "Sitz": "country",
        }
        assert [one.sides[1].partners[0].country for one in dossier] == ["OM", "KR", "QA"]

    def test_a_column_of_one_country_says_not_where_the_partners_are(self) -> None:
        text = "Titel;Partner;Wer\nMoU;Sheba Medical Center;Bonn, Deutschland\n"
        _, review = bl.read_list(text, "de", home=HOSPITAL)
        assert review.columns["Wer"] is None

    def test_abbreviations_of_partners_are_no_numbers_of_documents(self) -> None:
        text = "Partner;Kürzel;Land;Art;Datum\n"
        for name, day in (
            ("Israel Space Agency;ISA;Israel", 1),
            ("Israel Space Agency;ISA;Israel", 2),
        ):
            text += f"{name};MoU;0{day}.05.2020\n"
        text += "Canadian Space Agency;CSA;Kanada;MoU;03.05.2020\n"
        text += "Korea Aerospace Research Institute;KARI;Korea;MoU;04.05.2020\n"
        _, review = bl.read_list(text, "de", home=HOSPITAL)
        assert not review.questions
        assert review.columns["Kürzel"] is None

    def test_the_code_of_a_unit_is_no_country(self) -> None:
        assert places_in("Boston, MA, USA", "de") == {"US"}
        assert places_in("Tirana, AL", "de") == {"AL"}


class TestPartners:
    @pytest.mark.parametrize(
        ("partner", "country", "name"),
        [
            # No Panama.
            ("Polnische Akademie der Wissenschaften (PAN)", "Polen", None),
            ("Mendel-Universität", "Tschechien", "Mendel-Universität"),
        ],
    )
    def test_a_name_is_one(self, partner: str, country: str, name: str | None) -> None:
        text = f"Partner;Land;Art;Datum\n{partner};{country};MoU;2020\n"
        found = agreement(text, "de", home=HOSPITAL).sides[1].partners[0]
        assert name in (None, found.name.marked("de"))
        assert found.country in ("PL", "CZ")

    def test_a_noun_with_a_field_before_its_hyphen_is_no_name(self) -> None:
        text = "Partner;Land;Art;Datum\nAgrar-Universität;Tschechien;MoU;2020\n"
        _, review = bl.read_list(text, "de", home=HOSPITAL)
        assert codes(review.rows[0]) == ["unknown-party"]

    def test_a_pair_in_a_subject_names_no_sides_beside_a_column_of_partners(self) -> None:
        text = "Partner;Titel;Land;Datum\n"
        text += "Universität Basel;Absichtserklärung Taktverkehr Pustertal–Lienz;Schweiz;2020\n"
        found = agreement(text, "de", home=HOSPITAL)
        assert ids(found)[0] == ["uk"]
        assert found.sides[1].partners[0].country == "CH"

    @pytest.mark.parametrize(
        ("cell", "kind", "names", "of"),
        [
            ("Meidling – Gifu", "Bezirkspartnerschaft", ["Meidling", "Gifu"], "district"),
            (
                "Meidling – Setagaya (Tokio)",
                "Bezirkspartnerschaft",
                ["Meidling", "Setagaya"],
                "district",
            ),
            ("Oberau – Gifu", "Städtepartnerschaft", ["Oberau", "Gifu"], "city"),
        ],
    )
    def test_a_place_of_ours_stands_before_the_partner(
        self, cell: str, kind: str, names: list[str], of: str
    ) -> None:
        text = f"Partner;Land;Art;Datum\n{cell};Japan;{kind};1990\n"
        found = agreement(text, "de", home=TOWN)
        first, second = (side.partners[0] for side in found.sides)
        assert (first.country, second.country) == ("DE", "JP")
        assert [first.name.marked("de"), second.name.marked("de")] == names
        assert first.kind.value == of

    def test_two_places_of_the_other_country_are_no_pair(self) -> None:
        text = "Partner;Land;Art;Datum\nOsaka – Kobe;Japan;Städtepartnerschaft;1990\n"
        found = agreement(text, "de", home=TOWN)
        assert {one.country for one in found.sides[1]} == {"JP"}

    def test_in_the_list_of_a_town_what_is_also_a_province_is_the_town(self) -> None:
        text = "Partner;Land;Art;Datum\nAnkara;Türkei;Abkommen;1990\n"
        found = agreement(text, "de", home=TOWN)
        assert found.sides[1].partners[0].id == "tr-ankara"

    @pytest.mark.parametrize(
        ("text", "id"),
        [
            ("zwischen den Städten Rostock und Rijeka (Jugoslawien)", "hr-rijeka"),
            ("zwischen den Städten Rostock und Belgrad (Jugoslawien)", "rs-00"),
            ("zwischen Rostock und Wien (Österreich)", "at-9"),
        ],
    )
    def test_a_town_may_have_the_state_behind_it_that_it_was_in(self, text: str, id: str) -> None:
        found = agreement(
            f"Titel;Datum\nVertrag über Freundschaft {text};1966\n", "de", home="Rostock"
        )
        assert found.sides[1].partners[0].id == id

    def test_a_town_in_another_state_of_the_past_is_asked_about(self) -> None:
        text = (
            "Titel;Datum\nVertrag zwischen den Städten Rostock und Bratislava (Jugoslawien);1966\n"
        )
        _, review = bl.read_list(text, "de", home="Rostock")
        assert review.rows[0].questions

    def test_a_region_is_known_without_the_noun_for_it(self) -> None:
        text = "Partner;Land;Art;Datum\nNiederschlesien;Polen;Abkommen;2001\n"
        text += "Katalonien;Spanien;Abkommen;2002\n"
        dossier, review = bl.read_list(text, "de", home="DE-BY")
        assert not review.questions
        assert [one.sides[1].partners[0].code for one in dossier] == ["PL-02", "ES-CT"]


class TestParagraphs:
    TITLES = (
        "Vertrag über Freundschaft zwischen der Stadt Rostock und der Stadt Turku, 1963\n"
        "Vertrag über Handel zwischen der Stadt Rostock und der Stadt Riga, 1965\n"
    )

    def test_lines_above_paragraphs_are_headings(self) -> None:
        text = (
            "Archiv: Verträge und Vereinbarungen der Stadt\n\n"
            f"I. Stadt\n{self.TITLES}\nHafen\n{self.TITLES.replace('196', '197')}"
        )
        dossier, review = bl.read_list(text, "de", home="DE")
        assert [row.row for row in review if row.state.value == "heading"] == [1, 3, 7]
        assert len(dossier) == 4

    def test_a_record_above_is_none(self) -> None:
        text = f"{self.TITLES.splitlines()[0]}\n\n{self.TITLES.replace('1963', '1983')}"
        dossier, _ = bl.read_list(text, "de", home="DE")
        assert len(dossier) == 3
        (sheet,) = sheets_of(text, "de")
        assert sheet.apart == {1}

    def test_records_with_empty_lines_between_them_have_no_headings(self) -> None:
        assert not [*headings_in({1: "One", 3: "Two", 5: "Three"})]
        long = dict.fromkeys(range(1, 6), "A line") | {7: "One", 8: "Two"}
        assert [*headings_in(long)] == [1]


class TestShortKinds:
    @pytest.mark.parametrize(
        ("text", "lang", "kind"),
        [
            ("Gem. Erkl.", "de", "joint_declaration"),
            ("Austauschvereinb.", "de", "arrangement"),
            ("Austauschabk.", "de", "agreement"),
            ("Verw.-Vereinb.", "de", "arrangement"),
            ("Koop.vereinb.", "de", "arrangement"),
            ("Доп. согл.", "ru", "additional_protocol"),
            ("Mem. of Und.", "en", "mou"),
        ],
    )
    def test_words_are_cut_short_at_a_point(self, text: str, lang: str, kind: str) -> None:
        assert Cells(lang).kind(text).value == bl.AgreementKind(kind)

    def test_what_names_no_kind_has_none(self) -> None:
        assert not [*in_full("Vertr. üb. Handel", "de")]
        assert not [*in_full("Blumenstr.", "de")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1.1.2019 – 31.12.2021", "Validity(term=None, period=Period('2019-01-01/2021-12-31'))"),
        ("bis Ende SJ 2020/21", "until='2021-XX'"),
        ("Febr. 2017 – Jan. 2019", "Period('2017-02/2019-01')"),
        ("bis Ende GP", "is_whole=False"),
        ("3 Schuljahre", "Validity(term=None, period=None, is_whole=False)"),
        ("unbefr., Künd. 3 Monate", "Term(indefinite=True, exit='P3M')"),
        ("verl. bis 2025", "until='2025'"),
        ("b.a.w.", "Term(indefinite=True)"),
    ],
)
def test_how_long_is_said_in_short(text: str, said: str) -> None:
    found = Validities("de", Cells("de")).read(text, "Laufzeit")
    assert found.problem is None
    assert said in repr(found.value).replace(", is_whole=True", "")


@pytest.mark.parametrize("text", ["unbefristet, bis 2025", "5 Jahre, kündbar?", "ab Semester 3"])
def test_what_says_two_things_is_asked(text: str) -> None:
    assert Validities("de", Cells("de")).read(text, "Laufzeit").problem


def test_a_season_may_be_doubted() -> None:
    assert str(Cells("de").day("Frühjahr 2015?").value) == "2015-21?"
    assert Cells("de").day("Nr. 5?").value is None
