"""The charts of partners, of sectors, and of numbers."""

import pytest

import bilateral as bl
from bilateral.charts import counts, coverage, network
from tests.charts.pictures import BY, DAY, KZ, UZ, Picture, document

MINSK, ASTANA = bl.Partner.city_government("BY-HM"), bl.Partner.city_government("KZ-71")
EAEU = bl.Partner.organisation("eaeu")


def numbered(country, number):
    return bl.Partner(
        f"{country.lower()}-{number}", "company", {"en": f"No {number}"}, country=country
    )


def tips(chart):
    return Picture(chart).tips


class TestNetwork:
    def test_partners_have_lines_with_the_number_of_their_agreements(self):
        found = tips(
            network(
                [
                    document("a", sides=(MINSK, ASTANA)),
                    document("b", sides=(ASTANA, MINSK)),
                    document("c", sides=(BY, KZ)),
                ],
                lang="en",
            )
        )

        assert "Minsk City Executive Committee – Akimat of Astana: 2" in found
        assert "Republic of Belarus – Republic of Kazakhstan: 1" in found
        assert "Akimat of Astana\nAgreements: 2" in found

    def test_each_of_a_side_has_a_line_to_each_of_the_other(self):
        found = tips(network(document(sides=([BY, MINSK], [KZ, ASTANA])), lang="en"))
        assert len([tip for tip in found if tip.endswith(": 1") and " – " in tip]) == 4
        # It is one agreement of each of them.
        assert "Akimat of Astana\nAgreements: 1" in found

    def test_two_countries_stand_face_to_face_with_a_mark_each(self):
        picture = Picture(network([document(), document("b", sides=(MINSK, ASTANA))], lang="ru"))

        assert {"Беларусь", "Казахстан"} <= {*picture.texts}
        assert len({one.get("cx") for one in picture.of("circle")}) == 2  # with the key

    def test_more_partners_than_there_is_room_for_are_their_countries(self):
        documents = [document(f"d{n}", sides=(BY, numbered("KZ", n))) for n in range(5)]
        chart = network(documents, lang="en", most=3)

        assert chart.description.endswith("Partners: 6. Countries: 2.")
        assert "Belarus – Kazakhstan: 5" in tips(chart)

    def test_of_more_countries_those_with_most_agreements_are_drawn(self):
        others = [bl.Partner.state(code) for code in ("UZ", "KG", "RU", "AM")]
        documents = [document(f"d{n}", sides=(BY, one)) for n, one in enumerate(others)]
        chart = network([*documents, document("more", sides=(BY, UZ))], lang="en", most=2)

        assert "Countries: 1–2 of 5 (most agreements first)" in chart.description
        assert "Belarus – Uzbekistan: 2" in tips(chart)

    def test_of_more_lines_than_can_be_told_apart_the_widest_are_drawn(self):
        left, right = ([numbered(code, n) for n in range(10)] for code in ("BY", "KZ"))
        chart = network(
            [document(sides=(left, right)), document("b", sides=(left[0], right[0]))], lang="en"
        )

        assert "Connections: 1–80 of 100 (most agreements first)" in chart.description
        assert "No 0 – No 0: 2" in tips(chart)

    @pytest.mark.parametrize(("number", "turned"), [(8, False), (20, True)])
    def test_names_around_a_circle_are_turned_where_there_are_many(self, number, turned):
        documents = [
            document(f"d{n}", sides=(BY, numbered(("KZ", "UZ")[n % 2], n))) for n in range(number)
        ]
        picture = Picture(network(documents, lang="en"))
        names = [one.get("transform", "") for one in picture.of("text")]
        around = [name for name in names if "rotate" in name]

        assert len(around) == number + 1
        assert any(not name.endswith("rotate(0.0)") for name in around) == turned

    def test_bodies_of_one_country_have_their_circle_too(self):
        assert "Partners: 2" in network(document(sides=(BY, MINSK)), lang="en").description

    def test_an_organisation_is_of_no_country(self):
        picture = Picture(network(document(sides=(EAEU, KZ)), lang="en"))
        assert any("EAEU" in text for text in picture.texts)


class TestCoverage:
    def test_a_cell_has_the_number_of_agreements_between_a_pair_about_a_sector(self):
        found = tips(
            coverage(
                [
                    document("a", sides=(MINSK, KZ), sectors=["trade", "culture"]),
                    document("b", sides=(ASTANA, BY), sectors=["trade"]),
                    document("c", sides=(KZ, UZ)),
                ],
                lang="en",
            )
        )

        assert "trade\nKazakhstan – Belarus\nAgreements: 2" in found
        assert "culture\nKazakhstan – Belarus\nAgreements: 1" in found
        assert "not stated\nKazakhstan – Uzbekistan\nAgreements: 1" in found

    def test_a_document_of_several_bodies_of_a_country_counts_once(self):
        found = tips(coverage(document(sides=([BY, MINSK], KZ), sectors=["trade"]), lang="en"))
        assert "trade\nBelarus – Kazakhstan\nAgreements: 1" in found

    def test_many_sectors_count_for_their_wider_ones(self):
        own = [
            bl.Sector("bees", name={"en": "bees"}, broader="agriculture"),
            bl.Sector("chess", name={"en": "chess"}, broader="games"),
            bl.Sector("film-club", name={"en": "film club"}),
        ]
        codes = [*bl.reference.sectors()]
        chart = coverage(document(sectors=[*codes[:40], *own]), lang="en")
        picture = Picture(chart)

        assert "Narrower sectors counted with their wider ones" in chart.description
        assert {"economy", "agriculture", "games", "film club"} <= {*picture.texts}
        assert not {"bees", "trade"} & {*picture.texts}

    def test_of_more_sectors_than_that_those_with_most_agreements_are_drawn(self):
        own = [bl.Sector(f"own-{n}", name={"en": f"own {n}"}) for n in range(30)]
        chart = coverage([document(sectors=own), document("b", sectors=own[-1:])], lang="en")

        assert "Sectors: 1–28 of 30 (most agreements first)" in chart.description
        assert "own 29" in Picture(chart).texts

    def test_of_more_pairs_than_there_is_room_for_so_too(self):
        documents = [document("a"), document("b"), document("c", sides=(BY, UZ), sectors=["trade"])]
        chart = coverage(documents, lang="en", most=1)

        assert "Pairs of countries: no. 1 of 2 (most agreements first)" in chart.description
        # A sector of other pairs alone has no row.
        assert "trade" not in Picture(chart).texts

    def test_long_names_of_pairs_are_written_upwards(self):
        codes = ["UZ", "KG", "RU", "AM", "TM", "TJ", "AZ", "GE", "MD", "LT", "LV"]
        countries = [bl.Partner.state(code) for code in codes]
        documents = [
            document(f"d{n}", sides=(BY, one), sectors=["environment"])
            for n, one in enumerate(countries)
        ]
        several, few = (Picture(coverage(some, lang="en")) for some in (documents, documents[:1]))

        upwards = [
            [one for one in picture.of("text") if "rotate(-90)" in one.get("transform", "")]
            for picture in (few, several)
        ]
        assert [len(one) for one in upwards] == [0, 11]


class TestCounts:
    def test_a_year_has_its_numbers_by_kind_and_their_sum(self):
        chart = counts(
            [
                document("a", ("signed", "2024-05-01")),
                document("b", ("signed", "2024")),
                document("c", ("signed", "2026-01-01"), kind="mou"),
                document("d"),
                document("e", ("signed", "202X")),
            ],
            lang="en",
        )
        found = tips(chart)

        assert "agreement\n2024\nAgreements: 2" in found
        assert "memorandum of understanding\n2026\nAgreements: 1" in found
        assert "agreement\nnot stated\nAgreements: 2" in found
        assert {"2024", "2025", "2026", "not stated"} <= {*Picture(chart).texts}

    @pytest.mark.parametrize(
        ("year", "column"), [("2005", "2005"), ("2000", "2000–2004"), ("1900", "1900–1909")]
    )
    def test_many_years_are_some_to_a_column(self, year, column):
        documents = [document("a", ("signed", year)), document("b", ("signed", "2024"))]
        assert column in Picture(counts(documents, lang="en")).texts


@pytest.mark.parametrize("draw", [counts, coverage, network])
def test_with_a_day_those_count_that_are_applied_on_it(draw):
    documents = [
        document("runs", ("in_force", "2021-01-01"), period="2021/2030"),
        document("ran", ("in_force", "2001-01-01"), period="2001/2003"),
        document("doubt", ("signed", "2021-01-01"), binding="non_binding"),
        document("who-knows", ("in_force", "2026-11"), period="2026-11/2030"),
    ]
    answers = [one.status(DAY).is_active for one in documents]

    assert "Agreements: 4" in draw(documents, lang="en").description
    said = f"Applied on 26 November 2026: {answers.count(True)}. Undecided: {answers.count(None)}"
    assert said in draw(documents, lang="en", on=DAY).description
    assert "Applied on 26 November 2026: 1." in draw(documents[:2], lang="en", on=DAY).description
