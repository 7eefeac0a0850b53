"""Sectors, built in and of one's own."""

import pytest

from bilateral import MissingForm, Sector, UnknownLanguage, ValidationError, reference
from tests.conftest import problems_of


class TestSector:
    def test_a_built_in_sector_knows_its_group(self):
        """From its code alone."""
        assert Sector("trade").broader == "economy"
        assert Sector("economy").broader is None
        assert Sector("trade").is_built_in
        assert str(Sector("trade")) == "trade"

    def test_a_purpose_code_stands_for_its_sector(self):
        """Of several the one above the others; else it is ambiguous."""
        assert Sector("33110") == Sector("trade")
        assert Sector("32120") == Sector("industry")
        with pytest.raises(ValidationError) as caught:
            Sector("25010")
        (problem,) = caught.value.problems
        assert (problem.code, problem.hint) == ("unknown-sector", "investment | sez")
        with pytest.raises(ValidationError) as caught:
            Sector("33110", name={"en": "trade"})
        assert problems_of(caught) == [("code", "invalid-code")]

    def test_every_purpose_code_is_taken_or_told_to_be_ambiguous(self):
        """The table knows some ninety."""
        codes = {row["crs"] for row in reference.sectors().values() if "crs" in row}
        assert len(codes) > 80
        for code in codes:
            sectors = reference.purpose_sectors(code)
            assert sectors
            if len(sectors) == 1:
                assert Sector(code).code == sectors[0]

    def test_104_sectors_are_built_in_with_16_groups(self):
        sectors = [Sector(code) for code in reference.sectors()]

        assert len(sectors) == 104
        assert sum(sector.broader is None for sector in sectors) == 16

    @pytest.mark.parametrize("lang", ["de", "ru", "en"])
    def test_no_two_sectors_share_a_name(self, lang):
        labels = [Sector(code).label(lang) for code in reference.sectors()]

        assert len(set(labels)) == len(labels)

    def test_a_sector_of_your_own_has_the_labels_that_it_was_given(self):
        sector = Sector("beekeeping", name={"de": "Imkerei"}, broader="agriculture")

        assert sector.label("de-AT") == "Imkerei"
        assert not sector.is_built_in
        with pytest.raises(MissingForm):
            sector.label("ru")
        with pytest.raises(MissingForm):
            sector.label("de", "adj")

    def test_no_other_language_steps_in(self):
        with pytest.raises(UnknownLanguage):
            Sector("trade").label("fr")

    @pytest.mark.parametrize(
        ("arguments", "problems"),
        [
            ({"code": "industri"}, [("code", "unknown-sector")]),
            ({"code": "Trade"}, [("code", "invalid-code")]),
            ({"code": "trade\n"}, [("code", "invalid-code")]),
            ({"code": "trade", "name": {"en": "x"}}, [("code", "built-in-sector")]),
            ({"code": 5, "name": {}}, [("code", "wrong-type"), ("name", "no-name")]),
        ],
    )
    def test_each_wrong_field_has_its_code(self, arguments, problems):
        with pytest.raises(ValidationError) as caught:
            Sector(**arguments)

        assert problems_of(caught) == problems

    def test_a_near_match_is_a_hint(self):
        """A typing error finds its way."""
        with pytest.raises(ValidationError) as caught:
            Sector("industri")

        assert caught.value.problems[0].hint == "industry"

    def test_the_table_refers_to_groups_of_its_own_only(self):
        table = reference.sectors()

        assert {row["broader"] for row in table.values() if "broader" in row} <= table.keys()
