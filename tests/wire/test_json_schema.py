"""The JSON Schema of the wire format."""

import json

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

import bilateral as bl
from bilateral import Dossier, ValidationError
from bilateral.examples import astana_2025
from bilateral.language.lexicon import lexicon
from bilateral.tables import languages
from bilateral.testing import nearly_valid, values_of
from bilateral.topics import topic_of
from bilateral.wire.records import write_dossier
from bilateral.wire.schema import classes, fields_of

SCHEMA = Draft202012Validator(bl.json_schema())
BY = {"id": "by", "kind": "state", "country": "BY", "name": {"en": "Belarus"}}
KZ = {"id": "kz", "kind": "state", "country": "KZ", "name": {"en": "Kazakhstan"}}
AGREEMENT = {"id": "a", "kind": "mou", "sides": [["by"], ["kz"]]}


def document(**fields):
    return {"bilateral": "1", "partners": [BY, KZ], "agreements": [AGREEMENT], **fields}


def accepted(data):
    """Whether the reader takes plain data."""
    try:
        bl.converter().structure(data, Dossier)
    except ValidationError:
        return False
    return True


class TestSchema:
    @pytest.mark.parametrize("lang", [None, "de", "ru", "en"])
    def test_it_is_a_schema_of_the_draft_that_it_names(self, lang):
        Draft202012Validator.check_schema(bl.json_schema(lang))

    def test_the_examples_of_the_package_and_of_this_file_are_valid(self):
        SCHEMA.validate(write_dossier(astana_2025()))
        SCHEMA.validate(document())
        assert accepted(document())

    @given(values_of(Dossier))
    def test_all_that_is_written_is_valid_whatever_a_dossier_holds(self, dossier):
        SCHEMA.validate(write_dossier(dossier))

    @given(nearly_valid())
    def test_what_it_refuses_the_reader_refuses(self, data):
        """So a file that an editor marks is wrong."""
        assert SCHEMA.is_valid(data) or not accepted(data)

    @pytest.mark.parametrize(
        "fields",
        [
            {"bilateral": "2"},
            {"bilateral": 1},
            {"agrements": []},
            {"partners": {}},
            {"partners": [{**BY, "id": "By"}]},
            {"partners": [{**BY, "kind": "stat"}]},
            {"partners": [{**BY, "country": "XX"}]},
            {"partners": [{**BY, "code": "Belarus"}]},
            {"partners": [{**BY, "governs": "by minsk"}]},
            {"partners": [{**BY, "part_of": "BY"}]},
            {"partners": [{**BY, "name": {}}]},
            {"partners": [{**BY, "name": {"English": "x"}}]},
            {"partners": [{**BY, "name": {"en": " "}}]},
            {"partners": [{**BY, "name": {"en": {"gen": "x"}}}]},
            {"partners": [{**BY, "name": {"en": {"nom": "x", "gender": "x"}}}]},
            {"partners": [{**BY, "name": {"en": {"nom": "x", "article": "yes"}}}]},
            {"partners": [{**BY, "identifiers": [{"scheme": "", "value": "x"}]}]},
            {"partners": [{"id": "by"}]},
            {"agreements": [{**AGREEMENT, "sides": [["by"]]}]},
            {"agreements": [{**AGREEMENT, "sides": [["by"], []]}]},
            {"agreements": [{**AGREEMENT, "sides": [["by", "by"], ["kz"]]}]},
            {"agreements": [{**AGREEMENT, "sides": [["by"], [5]]}]},
            {"agreements": [{**AGREEMENT, "sectors": "trade"}]},
            {"agreements": [{**AGREEMENT, "sectors": ["trade", "trade"]}]},
            {"agreements": [{**AGREEMENT, "sectors": ["Trade"]}]},
            {"agreements": [{**AGREEMENT, "period": "2026-2028"}]},
            {"agreements": [{**AGREEMENT, "period": 2026}]},
            {"agreements": [{**AGREEMENT, "events": [{"kind": "singed"}]}]},
            {"agreements": [{**AGREEMENT, "events": [{"kind": "signed", "date": "soon"}]}]},
            {"agreements": [{**AGREEMENT, "languages": ["Deutsch"]}]},
            {"agreements": [{**AGREEMENT, "titles": [{"text": "x"}]}]},
            {"agreements": [{**AGREEMENT, "extra": {"key": 1}}]},
            {"sources": [{"id": "s", "url": "belta.by"}]},
            {"sectors": [{"code": "A b", "name": {"en": "x"}}]},
            {"trade": [{"id": "t", "origin": "by", "destination": "kz", "goods": ["99"]}]},
            {"trade": [{"id": "t", "origin": "by", "destination": "kz", "mutual": 1}]},
            {"trade": [{"id": "t", "origin": "by", "destination": "kz", "trend": "up"}]},
            {"projects": [{"id": "p", "name": {"en": "x"}, "partners": ["by", "by"]}]},
        ],
        ids=str,
    )
    def test_what_a_schema_can_catch_it_catches_and_so_does_the_reader(self, fields):
        assert not SCHEMA.is_valid(document(**fields))
        assert not accepted(document(**fields))

    @pytest.mark.parametrize(
        "fields",
        [
            {"bilateral": "1.0"},
            {"note": None},
            {"partners": [{**BY, "part_of": None}, KZ]},
            {"agreements": [{**AGREEMENT, "sides": [{"partners": ["by"]}, [KZ]]}]},
            {"agreements": [{**AGREEMENT, "period": "2026~/.."}]},
            {
                "agreements": [{**AGREEMENT, "sectors": ["bees"]}],
                "sectors": [{"code": "bees", "name": {"en": "bees"}}],
            },
            {
                "trade": [
                    {
                        "id": "t",
                        "origin": "by",
                        "destination": "kz",
                        "goods": ["870899", {"code": "IV"}],
                    }
                ]
            },
        ],
        ids=str,
    )
    def test_what_is_right_is_let_through(self, fields):
        SCHEMA.validate(document(**fields))

    def test_words_are_in_one_schema_or_in_one_language_at_a_time(self):
        kind = bl.json_schema()["$defs"]["agreement"]["properties"]["kind"]
        assert kind["title"] == "kind"
        assert kind["x-title"] == {"de": "Art", "ru": "вид документа"}
        russian = bl.json_schema("ru")
        assert russian["properties"]["agreements"]["title"] == "документы"
        assert "x-title" not in json.dumps(russian)
        labels = {one["const"]: one["title"] for one in russian["$defs"]["sectors_codes"]["anyOf"]}
        assert labels["trade"] == "торговля"


class TestWords:
    @pytest.mark.parametrize("lang", languages())
    def test_every_field_has_a_name_and_a_description_and_nothing_else_has(self, lang):
        rows = lexicon(lang).rows("fields")
        expected = {"word.true", "word.false", "dossier.bilateral"}
        for kind in classes():
            topic = topic_of(kind)
            expected |= {topic, *(f"{topic}.{field.name}" for field in fields_of(kind))}

        assert set(rows) == expected
        assert [
            key for key, row in rows.items() if not key.startswith("word.") and len(row) < 3
        ] == []
