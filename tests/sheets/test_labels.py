"""Labels beside codes: which of them counts, and what they contradict."""

import pytest

import bilateral as bl
from bilateral import Dossier, Partner
from bilateral.wire.sheets.reading import read_sheets
from bilateral.wire.sheets.writing import Area, Sheet
from tests.sheets.helpers import FORM, HEADERS, found, loads


class TestLabelsBesideCodes:
    @pytest.fixture
    def renamed(self):
        """A register with a partner and a project whose names were changed on their sheets."""
        firm = Partner("x1", "company", {"de": "Firma A", "ru": "Фирма А"}, country="DE")
        project = bl.Project("p1", {"de": "Projekt A"}, partners=[firm])
        dossier = Dossier(
            agreements=[
                bl.Agreement("a", "mou", [[firm, Partner.state("DE")], Partner.state("BY")])
            ],
            projects=[project],
        )
        files = bl.dumps(dossier, "csv", lang="de")
        edits = (("partners.csv", "Firma A", "Firma B"), ("projects.csv", "Projekt A", "Neues"))
        for name, old, new in edits:
            files[name] = files[name].replace(old.encode(), new.encode())
        return files

    def test_codes_count_where_a_name_was_changed_on_its_own_sheet_only(self, renamed):
        """The codes count; what names nothing any more is reported, in its place."""
        report = []
        dossier = bl.loads(renamed, "csv", report=report)

        assert [partner.id for partner in dossier["a"].sides[0]] == ["x1", "de"]
        assert dossier["a"].partners[0].name["de"].nom == "Firma B"
        assert {(p.code, p.value, p.details["code"], p.sheet, p.line) for p in report} == {
            ("outdated-label", "Firma A", "x1", "agreements.csv", 2),
            ("outdated-label", "Firma A", "x1", "projects.csv", 2),
        }

    def test_without_a_report_a_stale_label_is_a_warning(self, renamed):
        with pytest.warns(bl.DataWarning, match="The name “Firma A” is not known"):
            bl.loads(renamed, "csv")

    @pytest.mark.parametrize(
        ("code", "label", "other"),
        [
            # A label that names somebody else, or another number of them.
            ("x1", "Belarus", "x1"),
            ("x1", "Firma A; Firma C", "x1"),
            ("x1; by", "Firma A; Kasachstan", "x1; by"),
            # Nothing to rely on: a code that is none.
            ("x9", "Firma A", "x9"),
        ],
    )
    def test_a_contradiction_says_what_stands_in_both_cells_and_where(self, code, label, other):
        problem = next(
            p
            for p in found(
                "agreements.csv",
                FORM + ";Seite 1 [sides.1]",
                f'a;MoU;"{label}";Kasachstan;"{code}"',
            )
            if p.code == "different-values"
        )
        assert problem.value == label
        assert dict(problem.details) == {"other": other, "column": "Seite 1 [sides.1]"}

    def test_what_has_no_labels_contradicts_itself_as_it_stands(self):
        (problem,) = found("agreements.csv", FORM + ";Период;Zeitraum", "a;MoU;BY;KZ;2026;2027")
        assert (problem.value, problem.details["column"]) == ("2027", "Период")

    def test_two_labels_one_of_which_names_nothing_are_no_code_and_its_label(self):
        problems = found("agreements.csv", FORM + ";Side 1", "a;MoU;BY;KZ;Mensk")
        assert "different-values" in {problem.code for problem in problems}


class TestUnknownSectors:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("trad", [("trad", "trade")]),
            ("Handl", [("Handl", "Handel")]),
            ("Handel und Wirtschaft", [("Handel und Wirtschaft", None)]),
            ("торговля и экономика", [("торговля и экономика", None)]),
            ("Handl; trade; Wirtschft", [("Handl", "Handel"), ("Wirtschft", "Wirtschaft")]),
        ],
    )
    def test_each_name_of_no_sector_is_reported(self, text, expected):
        problems = found("agreements.csv", FORM + ";Sektoren", f'a;MoU;BY;KZ;"{text}"')

        assert {p.code for p in problems} == {"unknown-sector"}
        assert [(p.value, p.hint) for p in problems] == expected
        assert {(p.line, p.column) for p in problems} == {(2, 5)}

    def test_a_name_of_no_sector_beside_a_code_is_not_passed_over(self):
        headers = FORM + ";Sektoren;Sektoren [sectors]"
        (problem,) = found("agreements.csv", headers, 'a;MoU;BY;KZ;"Handl; Tourismus";trade')

        assert (problem.code, problem.value) == ("different-values", "Handl; Tourismus")

    def test_a_name_of_no_sector_is_reported_in_any_row_of_a_record(self):
        row = {1: "a", 2: "mou", 3: "BY", 4: "KZ", 5: "Handl"}
        headers = dict(enumerate([*HEADERS, "sectors"], 1))
        rows = {1: headers, 2: row, 3: {5: "Wirtschft"}, 4: {5: "trade"}}
        sheet = Sheet("agreements", "agreements", rows, (Area(2, 1, 4, 1),))
        (record,) = read_sheets([sheet]).data["agreements"]

        assert [type(item).__name__ for item in record["sectors"]] == [
            "Rejected",
            "Rejected",
            "str",
        ]


class TestLanguages:
    @pytest.mark.parametrize(
        ("text", "tags"),
        [
            ("Deutsch", ["de"]),
            ("русский", ["ru"]),
            ("русский, Казахский; English", ["en", "kk", "ru"]),
            ("DE, ru", ["de", "ru"]),
            ("DE-at; SR-CYRL; de-1996", ["de-1996", "de-AT", "sr-Cyrl"]),
            ("Österreichisches Deutsch", ["de-AT"]),
            ("GA; Ga; Ewe; Fo", ["ee", "fo", "ga", "gaa"]),
        ],
    )
    def test_languages_are_named_in_any_language_or_by_tags(self, text, tags):
        dossier = loads("agreements.csv", FORM + ";Sprachen", f'a;MoU;BY;KZ;"{text}"')
        assert sorted(dossier["a"].languages) == tags

    def test_a_source_and_a_prevailing_language_have_one(self):
        assert loads("sources.csv", "Kennung;Sprache", "s;RU").sources[0].lang == "ru"
        row = "a;MoU;BY;KZ;de, russisch;Russisch"
        dossier = loads("agreements.csv", FORM + ";Sprachen;maßgebliche Sprache", row)
        assert dossier["a"].prevailing_language == "ru"

    @pytest.mark.parametrize(("text", "hint"), [("Deutsc", "deutsch"), ("??", None), ("x", None)])
    def test_a_name_of_no_language_has_the_nearest_one_as_a_hint(self, text, hint):
        (problem,) = found("sources.csv", "Kennung;Sprache", f"s;{text}")
        assert (problem.code, problem.hint) == ("invalid-language", hint)

    def test_languages_of_one_name_are_an_answer_too(self, monkeypatch):
        names = {"sprache": {"aa", "bb"}}
        monkeypatch.setattr("bilateral.wire.sheets.labels._languages", lambda: names)
        (problem,) = found("sources.csv", "Kennung;Sprache", "s;Sprache")
        assert problem.code == "ambiguous-label"
