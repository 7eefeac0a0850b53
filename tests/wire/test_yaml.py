"""YAML: a file that people keep stays theirs when it is written anew."""

import attrs
import pytest
from hypothesis import given

import bilateral as bl
from bilateral import Dossier, ValidationError
from bilateral.testing import values_of
from bilateral.wire.documents import Document
from tests.wire.helpers import quietly


class TestYaml:
    TEXT = """\
# the register of the office
bilateral: "1"   # version

partners:
- {id: by, kind: state, country: BY, name: {en: Belarus}}   # ours
- id: kz
  kind: 'state'
  country: "KZ"
  name:
    en: {nom: Kazakhstan}   # a form
agreements:
# the first
- id: a
  kind: mou
  binding: unknown     # a default, written out
  sides: [[by], [kz]]
  note: >-
    a long
    folded note
# the second
- id: b
  kind: roadmap
  sides: [[kz], [by]]
"""

    @pytest.fixture
    def path(self, tmp_path):
        path = tmp_path / "register.yaml"
        path.write_text(self.TEXT, encoding="utf-8")
        return path

    def test_nothing_changes_to_the_character_where_nothing_changed(self, path):
        bl.dump(bl.load(path), path)
        assert path.read_text(encoding="utf-8") == self.TEXT

    def test_a_change_is_only_where_it_is(self, path):
        """Comments, quotes and the order stay."""
        dossier = bl.load(path)
        changed = attrs.evolve(dossier["a"], sectors=["trade"], note=None)
        names = attrs.evolve(dossier.partner("kz"), name={"en": "Kazakhstan", "ru": "Казахстан"})
        partners = (dossier.partner("by"), names, bl.Partner.state("DE"))
        sides = [[partners[0]], [names]]
        dossier = Dossier(
            title={"en": "T"},
            partners=partners,
            agreements=[attrs.evolve(changed, sides=sides)],
        )
        bl.dump(dossier, path)
        text = path.read_text(encoding="utf-8")

        assert bl.load(path) == dossier
        for kept in ("# the register of the office", "# version", "# ours", "'state'", "# a form",
                     "# the first", "# a default, written out"):  # fmt: skip
            assert kept in text
        assert "folded" not in text
        assert "roadmap" not in text

    def test_rows_in_another_order_keep_what_stands_within_them(self, path):
        dossier = bl.load(path)
        dossier = Dossier(partners=dossier.partners, agreements=[dossier["b"], dossier["a"]])
        bl.dump(dossier, path)

        assert bl.load(path) == dossier
        assert "# a default, written out" in path.read_text(encoding="utf-8")

    @pytest.mark.parametrize("text", ["a: [", "bilateral: '7'", ""])
    def test_a_file_that_was_no_dossier_is_replaced_as_any_other(self, path, text):
        path.write_text(text, encoding="utf-8")
        bl.dump(Dossier(note="x"), path)
        assert path.read_text(encoding="utf-8") == "bilateral: '1'\nnote: x\n"

    @given(values_of(Dossier), values_of(Dossier))
    def test_whatever_stood_there_the_new_dossier_stands_there_afterwards(self, before, after):
        from bilateral.formats import yaml

        text = yaml.write(after, old=yaml.write(before).encode())
        assert quietly(bl.loads, text, "yaml") == after

    @pytest.mark.parametrize("text", ["3.14", "1.50", "0755", "0o17", "+5", "1_000", "0x1F", "yes"])
    def test_what_is_no_text_is_shown_as_written(self, text):
        """And what only looks like something else is one."""
        try:
            dossier = bl.loads(f"bilateral: '1'\nnote: {text}", "yaml")
        except ValidationError as error:
            assert f"({text})" in str(error)
        else:
            assert dossier.note == text == "yes"


def test_a_document_without_places_says_nothing_of_them():
    problem = bl.Problem("no-partner", ("agreements", 0))

    assert Document({}).located([problem]) == [problem]
