"""Quotes and dashes, which people write in more than one way."""

import pytest

import bilateral as bl
from bilateral import Dossier, ValidationError
from tests.sheets.helpers import FORM, HEADERS, found, loads, workbook


class TestMarks:
    """Quotes and dashes, which people write in more than one way."""

    FIRMS = (
        "partners",
        ["id", "kind", "name.ru", "country"],
        ["daisy", "company", "ООО «Ромашка»", "RU"],
        ["ab", "company", "Завод А–Б", "RU"],
        ["dash", "company", "X–Y", "RU"],
        ["hyphen", "company", "X-Y", "RU"],
    )

    def partner(self, name):
        sheet = ("agreements", HEADERS, ["a", "mou", name, "KZ"])
        return bl.loads(workbook(self.FIRMS, sheet), "xlsx")["a"].partners[0].id

    @pytest.mark.parametrize(
        ("name", "code"),
        [
            ('ООО "Ромашка"', "daisy"),
            ("ООО „Ромашка“", "daisy"),
            ("ооо ромашка", "daisy"),
            ("Завод А-Б", "ab"),
            ("Завод А — Б", "ab"),
            # As it is written, where there are two.
            ("X–Y", "dash"),
            ("x-y", "hyphen"),
        ],
    )
    def test_a_partner_is_found_whatever_marks_its_name_has(self, name, code):
        assert self.partner(name) == code

    def test_several_partners_are_an_answer_where_none_fits_as_written(self):
        with pytest.raises(ValidationError) as caught:
            self.partner("X — Y")
        (problem,) = caught.value.problems
        assert problem.code == "ambiguous-label"
        assert problem.details["readings"] == "dash / hyphen"

    def test_names_of_the_reference_data_are_found_with_other_marks_too(self):
        assert self.partner("«Беларусь»") == "by"

    def test_sheets_are_found_with_other_marks_too(self):
        assert loads("Übereinkünfte - Ereignisse.csv", "Übereinkunft") == Dossier()

    def test_nothing_but_marks_is_no_name(self):
        (problem,) = found("agreements.csv", FORM, "a;MoU;»;KZ")
        assert problem.code == "unresolved"
