"""What may have been meant by a header or a code."""

import pytest

from bilateral import ValidationError
from tests.sheets.helpers import FORM, found, read


class TestHints:
    @pytest.mark.parametrize(
        ("name", "header", "hint"),
        [
            ("agreements.events.csv", "Übereinkunft;Datum;Art", "Art des Ereignisses"),
            ("agreements.csv", "Идентификатор;Сторона 1;Вид", "Вид документа"),
            ("partners.csv", "Идентификатор;Страна;Вид", "Вид партнёра"),
            ("partners.csv", "Kennung;Land;Name", "Name (de)"),
            ("partners.csv", "Идентификатор;Страна;Наименование", "Наименование (ru)"),
            ("partners.csv", "id;Country;Name", "Name (en)"),
            ("agreements.csv", "Kennung;Art;Seite", "Seite 1"),
            ("agreements.csv", "Kennung;Art;Zeitraun", "Zeitraum"),
            ("agreements.csv", "Kennung;Art;Периот", "Период"),
        ],
    )
    def test_a_header_has_the_one_that_it_begins_as_a_hint(self, name, header, hint):
        problem = next(p for p in found(name, header, "a;b;c") if p.code == "unknown-column")
        assert (problem.column, problem.hint) == (3, hint)

    def test_a_column_without_a_header_is_called_as_in_the_spreadsheet(self):
        rows = FORM + ";" * 24, "a;MoU;BY;KZ" + ";" * 24 + "?"
        (problem,) = found("agreements.csv", *rows)
        assert (problem.value, problem.column, problem.hint) == ("AB", 28, None)

    def test_a_zero_that_a_spreadsheet_took_is_in_the_hint(self):
        flow = ("trade", ["id", "origin", "destination"], ["t", "minsk", "astana"])
        with pytest.raises(ValidationError) as caught:
            read(flow, ("trade.goods", ["trade", "code"], ["t", 402]))
        assert caught.value.problems[0].hint == "0402"
