"""Our values in models of pydantic."""

import importlib
import json
import sys
from typing import Any

import pydantic
import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

import bilateral as bl
from bilateral.examples import astana_2025
from bilateral.testing import nearly_valid, values_of
from bilateral.wire.schema import classes
from bilateral.wire.values import codes, write_value
from tests.wire.helpers import without

TEXTS = (bl.Duration, bl.PartialDate, bl.Period)
EVERY = (*classes(), *TEXTS, bl.Phrases)
each = pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.__name__)
MODES = ("validation", "serialization")
CODES = sorted(codes(), key=lambda kind: kind.__name__)


class Visit(pydantic.BaseModel):
    """As a user would write it."""

    plan: bl.Agreement
    when: bl.PartialDate
    period: bl.Period | None = None
    name: bl.Phrases | None = None
    kind: bl.AgreementKind = bl.AgreementKind.MOU
    sectors: list[bl.Sector] = []
    trade: dict[bl.Period, bl.TradeFlow] = {}


def errors_of(validate, data):
    """Where and what, for each error of pydantic."""
    with pytest.raises(pydantic.ValidationError) as caught:
        validate(data)
    return [(one["loc"], one["type"]) for one in caught.value.errors()]


@each
class TestEveryClass:
    def test_a_value_is_taken_as_it_is_and_as_the_wire_and_the_schema_have_it(self, kind):
        adapter = pydantic.TypeAdapter(kind)
        reading, writing = (adapter.json_schema(mode=mode) for mode in MODES)
        schemas = [reading] if writing == reading else [reading, writing]
        validators = [*map(Draft202012Validator, schemas)]

        @given(values_of(kind))
        def law(value):
            assert adapter.validate_python(value) is value
            text, data = adapter.dump_json(value), write_value(value)
            assert json.loads(text) == data
            assert adapter.validate_json(text) == value
            assert adapter.validate_python(data) == value
            for validator in validators:
                validator.validate(data)

        law()

    def test_the_schema_is_ours(self, kind):
        ours = bl.json_schema("en", kind)
        theirs = pydantic.TypeAdapter(kind).json_schema()
        assert expanded(theirs) == expanded(ours)


def expanded(schema: dict[str, Any]) -> object:
    """A schema to some depth without references: what the definitions are called is left out."""
    definitions = schema.get("$defs", {})
    if "$ref" in schema:
        schema = definitions[schema["$ref"].rpartition("/")[2]]

    def inside(part, depth):
        if isinstance(part, list):
            return [inside(one, depth) for one in part]
        if not isinstance(part, dict):
            return part
        part = dict(part)
        while "$ref" in part:
            name = part.pop("$ref").rpartition("/")[2]
            if depth == 0:
                return None
            part |= definitions[name]
            depth -= 1
        hidden = ("$schema", "$id", "$defs")
        return {key: inside(value, depth) for key, value in part.items() if key not in hidden}

    return inside(schema, 4)


class TestCodes:
    @pytest.mark.parametrize("kind", CODES, ids=lambda kind: kind.__name__)
    def test_a_code_is_read_and_written_as_such(self, kind):
        adapter = pydantic.TypeAdapter(kind)
        for member in kind:
            assert adapter.validate_json(json.dumps(member.value)) is member
            assert adapter.dump_python(member) is member
            assert json.loads(adapter.dump_json(member)) == member.value
            Draft202012Validator(adapter.json_schema()).validate(member.value)
        assert errors_of(adapter.validate_python, "nonsense")[0][1].startswith("unknown-")

    def test_those_that_no_record_has_are_what_pydantic_makes_of_them(self):
        adapter = pydantic.TypeAdapter(bl.State)
        assert adapter.validate_json('"in_force"') is bl.State.IN_FORCE
        assert "in_force" in adapter.json_schema()["enum"]
        assert errors_of(adapter.validate_python, "nonsense") == [((), "enum")]


class TestAnswers:
    """What functions answer is taken as it is, and written."""

    @pytest.mark.parametrize(
        ("kind", "answer", "type"),
        [
            (bl.Status, lambda plan: plan.status("2027-05-01"), "object"),
            (bl.Title, lambda plan: plan.title("ru"), "string"),
            (bl.DaySet, lambda plan: plan.period.day_set(), "array"),
        ],
    )
    def test_one_is_written_as_json_and_not_read(self, plan, kind, answer, type):
        adapter = pydantic.TypeAdapter(kind)
        value = answer(plan)
        assert adapter.validate_python(value) is adapter.dump_python(value) is value
        data = json.loads(adapter.dump_json(value))
        assert data == bl.to_dict(value)
        schema = adapter.json_schema(mode="serialization")
        assert schema["type"] == type
        Draft202012Validator(schema).validate(data)
        assert errors_of(adapter.validate_python, data) == [((), "wrong-type")]


class TestModel:
    @pytest.fixture
    def visit(self, plan):
        return Visit(plan=plan, when="2025-11~", period="2026/2028", sectors=["trade"])

    def test_it_goes_through_json_and_through_plain_data(self, visit):
        assert Visit.model_validate_json(visit.model_dump_json()) == visit
        assert Visit.model_validate(visit.model_dump()) == visit
        assert Visit.model_validate(visit.model_dump(mode="json")) == visit

    def test_records_become_plain_data_and_what_is_a_text_stays_what_it_is(self, visit):
        data = visit.model_dump()
        assert data["plan"]["sectors"] == ["trade", "economy"]
        assert data["when"] == bl.PartialDate("2025-11~")
        assert data["kind"] is bl.AgreementKind.MOU
        assert visit.model_dump(mode="json")["when"] == "2025-11~"

    def test_periods_are_keys_too(self, plan):
        data = {"plan": plan, "when": "2025", "trade": {"x": {}}}
        errors = errors_of(Visit.model_validate, data)
        assert (("trade", "x", "[key]"), "edtf-syntax") in errors
        assert (("trade", "x", "id"), "missing-field") in errors

    def test_it_tells_all_problems_at_their_places(self, plan):
        data = {
            "plan": {**plan.to_dict(), "kind": "roadmop", "sectors": ["trade", "industri"]},
            "when": "tomorrow",
            "period": "2028/2026",
            "name": {"en": ""},
        }
        found = [
            (("plan", "kind"), "unknown-agreement-kind"),
            (("plan", "sectors", 1), "unknown-sector"),
            (("when",), "edtf-syntax"),
            (("period",), "period-reversed"),
            (("name", "en"), "empty-text"),
        ]
        assert errors_of(Visit.model_validate, data) == found
        assert errors_of(Visit.model_validate_json, json.dumps(data)) == found

    def test_an_error_has_sentences_hint_and_input(self):
        with pytest.raises(pydantic.ValidationError) as caught:
            pydantic.TypeAdapter(bl.AgreementKind).validate_python("roadmop")
        (error,) = caught.value.errors()
        problem = bl.Problem("unknown-agreement-kind", (), "roadmop", hint="roadmap")
        assert error["msg"] == problem.message("en")
        assert error["input"] == "roadmop"
        assert error["ctx"]["hint"] == "roadmap"
        messages = error["ctx"]["messages"]
        assert messages == {lang: problem.message(lang) for lang in ("de", "ru")}
        json.loads(caught.value.json())

    def test_what_a_program_gave_wrong_is_shown_as_plain_data(self, plan):
        with pytest.raises(pydantic.ValidationError) as caught:
            pydantic.TypeAdapter(bl.Event).validate_python({"kind": plan.sides[0]})
        assert caught.value.errors()[0]["input"] == write_value(plan.sides[0])


@given(nearly_valid())
def test_a_dossier_has_the_problems_that_a_file_has(data):
    adapter = pydantic.TypeAdapter(bl.Dossier)
    try:
        expected = bl.Dossier.from_dict(data)
    except bl.ValidationError as error:
        wanted = [(one.path, one.code) for one in error.problems]
        assert errors_of(adapter.validate_python, data) == wanted
    else:
        assert adapter.validate_python(data) == expected


class TestSchemas:
    @pytest.mark.parametrize("mode", MODES)
    def test_that_of_all_classes_is_one_of_the_draft(self, mode):
        schema = pydantic.TypeAdapter(tuple[EVERY]).json_schema(mode=mode)
        assert len(schema["prefixItems"]) == len(EVERY)
        Draft202012Validator.check_schema(schema)

    def test_a_definition_has_the_name_of_its_class(self):
        schema = Visit.model_json_schema()
        assert {"Agreement", "AgreementKind", "Partner", "PartialDate"} <= schema["$defs"].keys()
        assert schema["properties"]["plan"] == {"$ref": "#/$defs/Agreement"}

    def test_a_record_within_a_dossier_may_be_its_id_but_not_one_that_stands_alone(self, plan):
        class Both(pydantic.BaseModel):
            whole: bl.Dossier
            plan: bl.Agreement

        validator = Draft202012Validator(Both.model_json_schema())
        register = bl.Dossier(agreements=[plan]).to_dict()
        alone = plan.to_dict()
        assert validator.is_valid({"whole": register, "plan": alone})
        assert not validator.is_valid({"whole": register, "plan": register["agreements"][0]})

    def test_a_model_of_the_same_name_keeps_its_own(self):
        class Agreement(pydantic.BaseModel):
            ours: bl.Agreement
            note: str

        schema = Agreement.model_json_schema()
        validator = Draft202012Validator(schema)
        plan = astana_2025().agreements[0].to_dict()
        assert validator.is_valid({"ours": plan, "note": "x"})
        assert not validator.is_valid({"ours": plan})


def test_pydantic_is_named_where_it_is_not_installed():
    hidden = sys.modules.pop("bilateral.pydantic")
    try:
        with without("pydantic_core"), pytest.raises(bl.MissingExtra) as error:
            importlib.import_module("bilateral.pydantic")
        assert error.value.extra == "pydantic"
    finally:
        sys.modules["bilateral.pydantic"] = hidden
        vars(bl)["pydantic"] = hidden
