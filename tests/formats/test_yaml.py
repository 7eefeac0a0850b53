"""YAML as people write it, and problems with their lines and columns."""

import sys

import pytest

import bilateral as bl
from bilateral import MissingExtra, ValidationError
from tests.formats.helpers import found


class TestYaml:
    def test_comments_bare_dates_and_the_word_no_are_what_people_mean(self):
        dossier = bl.loads(
            """\
# a register
bilateral: "1"
partners:
  - {id: by, kind: state, country: BY, name: {en: Belarus}}
  - {id: "no", kind: state, country: "NO", name: {en: no, de: 'Norwegen', ru: !!str Норвегия}}
agreements:
  - id: a
    kind: mou
    sides: [[by], [no]]
    period: 2026/2028
    events:
      - {kind: signed, date: 2025-11-05}   # a date stays text
""",
            "yaml",
        )

        assert dossier.partner("no").label("en") == "no"
        assert str(dossier["a"].events[0].date) == "2025-11-05"

    @pytest.mark.parametrize(
        ("text", "problems"),
        [
            ("a: [1", [(1, 6, "", "syntax")]),
            ("a: 1\n b: 2", [(2, 3, "", "syntax")]),
            ("\x00", [(None, None, "", "syntax")]),
            ("", [(None, None, "", "wrong-type")]),
            ("a: !!python/object:os.system x", [(1, 4, "a", "yaml-tag")]),
            ("a: !foo [x]", [(1, 4, "a", "yaml-tag")]),
            ("a: !!int '5'", [(1, 4, "a", "yaml-tag")]),
            ("a: !!set {x}", [(1, 4, "a", "yaml-tag")]),
            ("a: 1\na: 2", [(2, 1, "a", "duplicate-key")]),
            ("? [a]\n: b", [(1, 3, "", "invalid-key")]),
            ("a: &x [*x]", [(1, 4, "a" + "[0]" * 99, "too-deep")]),
            ("[" * 300 + "]" * 300, [(1, 102, "", "too-deep")]),
            (
                "bilateral: '1'\nnote: 0755\ntitle: 1.5\nagreements: true\n"
                "partners: ~\nprojects: 12",
                [
                    (2, 7, "note", "wrong-type"),
                    (3, 8, "title", "wrong-type"),
                    (4, 13, "agreements", "wrong-type"),
                    (5, 11, "partners", "wrong-type"),
                    (6, 11, "projects", "wrong-type"),
                ],
            ),
        ],
    )
    def test_each_error_of_syntax_has_its_line_and_column(self, text, problems):
        assert found(text, "yaml") == problems

    def test_numbers_are_shown_as_written(self):
        """An octal number is not turned into another one."""
        with pytest.raises(ValidationError) as caught:
            bl.loads("bilateral: '1'\nnote: 0755", "yaml")

        assert "(0755)" in str(caught.value)

    def test_a_bomb_of_aliases_is_refused_in_time_and_space_of_its_own_size(self):
        lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
        lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 30)]

        assert [code for *_, code in found("\n".join(lines), "yaml")] == ["too-many-aliases"]

    def test_without_the_library_the_message_names_the_extra(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "ruamel.yaml", None)

        with pytest.raises(MissingExtra) as caught:
            bl.loads("", "yaml")
        assert caught.value.extra == "yaml"


class TestTenMistakes:
    """A file with ten different mistakes reports all ten, with their places."""

    TEXT = """\
bilateral: "1"
partners:
  - {id: By, kind: state, country: BY, name: {en: Belarus}}
  - {id: kz, kind: stat, country: KZ, name: {en: Kazakhstan}}
  - {id: de, kind: state, country: XX, name: {en: Germany}}
  - {id: akimat, kind: city_executive, governs: BY-HM, country: KZ, name: {en: Akimat}}
  - {id: ru, kind: state, country: RU, name: {en: Russia}}
  - {id: uz, kind: state, country: UZ, name: {en: Uzbekistan}, colour: green}
  - {id: kg, kind: state, country: KG, name: {en: Kyrgyzstan}}
agreements:
  - id: a
    kind: roadmap
    sides: [[kg], [nobody]]
    sectors: [trade, industri]
    period: 2028/2026
    events:
      - {kind: signed, date: 2025-02-30}
  - id: b
    kind: roadmap
    sides: [[kg], [ru], [kg]]
"""

    def test_all_ten_are_found_in_the_order_of_the_file(self):
        assert [(line, code) for line, _, _, code in found(self.TEXT, "yaml")] == [
            (3, "invalid-id"),
            (4, "unknown-partner-kind"),
            (5, "unknown-country"),
            (6, "country-mismatch"),
            (8, "unknown-field"),
            (13, "unresolved"),
            (14, "unknown-sector"),
            (15, "period-reversed"),
            (17, "no-such-day"),
            (20, "two-sides"),
        ]
