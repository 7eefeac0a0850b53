"""The small language of the tables of titles."""

import pytest

from bilateral import AgreementKind
from bilateral.language.frames import compile_frame
from bilateral.language.lexicon import lexicon

LANGUAGES = ("de", "en", "ru")


class TestFrames:
    """The small language of the tables."""

    @pytest.mark.parametrize(
        ("frame", "values", "text"),
        [
            ("a {x} b", {"x": "X"}, "a X b"),
            ("a {x} b", {}, None),
            ("a[ {x}] b", {}, "a b"),
            ("a[ {x}| {y}| z] b", {"y": "Y"}, "a Y b"),
            ("a[ {x}| {y}| z]", {}, "a z"),
            ("a[ b[ {x}]]", {"x": "X"}, "a b X"),
            ("о(б) {x}", {"x": "охране"}, "об охране"),
            ("о(б) {x}", {"x": "торговле"}, "о торговле"),
            ("в(о) {x}", {"x": "внешнеэкономической"}, "во внешнеэкономической"),
            ("в(о) {x}", {"x": "военной"}, "в военной"),
            ("в(о) {x}", {"x": "экономической"}, "в экономической"),
            ("{x} y", {"x": "(a) "}, "(a)  y"),
        ],
    )
    def test_a_frame_leaves_out_what_has_no_value(self, frame, values, text):
        assert compile_frame(frame).render(lambda name, _: values.get(name)) == text

    @pytest.mark.parametrize("frame", ["a [b", "a ]b", "{x", "{x.y}", "{x[0]}", "a | b", "{}"])
    def test_a_frame_of_another_shape_is_refused(self, frame):
        with pytest.raises(ValueError, match=r".*"):
            compile_frame(frame)

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_the_tables_have_known_slots_and_forms_only(self, lang):
        """Known slots and forms; the frame for all needs nominatives only."""
        slots = {"kind", "a", "b", "about", "subject", "cooperation", "fields", "sector", "sectors"}
        slots |= {"implemented", "amended", "changed", "undated", "period", "date", "day", "signed"}
        slots |= {"partners", "within"}
        forms = {"nom", "gen", "dat", "acc", "ins", "loc", "def", "zu", "name", "for", "in", "of"}
        tables = lexicon(lang)
        patterns = {row["pattern"] for row in tables.rows("titles").values()}

        assert set(tables.rows("titles")) == {kind.value for kind in AgreementKind}
        for pattern in [*patterns, "*", "reference", "side.first"]:
            frames = tables.frames(pattern)
            assert frames
            for frame in frames:
                for name, form in frame.slots():
                    assert name in slots
                    assert form in forms
        assert {form for frame in tables.frames("*") for _, form in frame.slots()} == {"nom"}
