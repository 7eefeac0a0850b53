"""Single values as plain data, and back."""

import json

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilateral as bl
from bilateral.examples import astana_2025
from bilateral.extra import JsonMapping
from bilateral.testing import nearly_valid, values_of
from bilateral.wire.schema import classes
from bilateral.wire.values import is_answer, is_value, write_value
from tests.conftest import problems_of

TEXTS = (bl.Duration, bl.PartialDate, bl.Period, bl.AgreementKind, bl.Gender)
MAPPINGS = (*classes(), bl.Phrases)
EVERY = (*MAPPINGS, *TEXTS)


def some_of(kind):
    return st.sampled_from(kind) if kind in TEXTS[-2:] else values_of(kind)


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.__name__)
def test_a_value_is_itself_and_what_is_written_of_it_is_read_again_also_by_way_of_json(kind):
    @given(some_of(kind))
    def law(value):
        assert bl.from_dict(kind, value) is value
        data = write_value(value)
        assert bl.from_dict(kind, data) == value
        text = json.dumps({"value": value}, default=bl.to_dict)
        assert bl.from_dict(kind, json.loads(text)["value"]) == value
        if kind in MAPPINGS:
            mapping = value.to_dict()
            assert type(mapping) is dict
            assert kind.from_dict(mapping) == value

    law()


class TestPlainData:
    def test_a_record_has_the_names_of_its_fields_even_where_one_says_it_all(self, minsk):
        assert bl.Side([minsk]).to_dict() == {"partners": [minsk.to_dict()]}
        assert bl.Sector("trade").to_dict() == {"code": "trade", "broader": "economy"}
        assert bl.Phrase("Minsk").to_dict() == {"nom": "Minsk"}

    def test_within_others_it_is_what_stands_on_the_wire(self, plan):
        data = plan.to_dict()
        assert data["sectors"] == ["trade", "economy"]
        assert data["sides"][0] == [plan.sides[0].partners[0].to_dict()]
        assert bl.Agreement.from_dict(data) == plan

    def test_a_built_in_sector_may_be_its_code_and_one_of_your_own_is_written_in_full(self):
        own = bl.Sector("herbs", name={"en": "Herbs"})
        assert [write_value(one) for one in (bl.Sector("trade"), own)] == ["trade", own.to_dict()]
        assert bl.from_dict(bl.Sector, "trade") == bl.Sector("trade")
        with pytest.raises(bl.ValidationError) as error:
            bl.from_dict(bl.Sector, "trad")
        assert problems_of(error) == [("", "unknown-sector")]

    def test_a_dossier_has_its_version(self):
        dossier = astana_2025()
        assert dossier.to_dict()["bilateral"] == "1"
        assert bl.Dossier.from_dict(dossier.to_dict()) == dossier

    def test_private_data_are_mappings_and_lists(self):
        data = {"org:a": [1, {"b": None}]}
        assert JsonMapping(data).to_dict() == data
        assert JsonMapping.from_dict(data) == JsonMapping(data)


class TestProblems:
    @pytest.mark.parametrize(
        ("kind", "data", "problems"),
        [
            (bl.Period, 2026, [("", "wrong-type")]),
            (bl.Duration, "P", [("", "duration-syntax")]),
            (bl.AgreementKind, "roadmp", [("", "unknown-agreement-kind")]),
            (bl.AgreementKind, None, [("", "wrong-type")]),
            (
                bl.Phrases,
                {"en": {"nom": 1}, "x": "y"},
                [("en.nom", "wrong-type"), ("x", "invalid-language")],
            ),
            (bl.Phrases, None, [("", "no-name")]),
            (
                bl.Event,
                {"kind": "signd", "dat": 1},
                [("dat", "unknown-field"), ("kind", "unknown-event-kind")],
            ),
            (bl.Event, None, [("", "wrong-type")]),
            (JsonMapping, 1, [("", "wrong-type")]),
            (int, 1, [("", "wrong-type")]),
            (bl.Title, "x", [("", "wrong-type")]),
            ("Event", {}, [("", "wrong-type")]),
        ],
    )
    def test_all_of_them_are_told_with_their_places(self, kind, data, problems):
        with pytest.raises(bl.ValidationError) as error:
            bl.from_dict(kind, data)
        assert problems_of(error) == problems

    def test_what_is_nested_too_deeply_is_refused(self):
        data = []
        for _ in range(200):
            data = [data]
        with pytest.raises(bl.ValidationError) as error:
            bl.Agreement.from_dict({"id": "a", "extra": {"org:a": data}})
        assert error.value.problems[0].code == "too-deep"

    @given(nearly_valid())
    def test_a_dossier_is_read_as_from_a_file(self, data):
        def outcome(read):
            try:
                return read()
            except bl.ValidationError as error:
                return [(one.pointer, one.code) for one in error.problems]

        read = outcome(lambda: bl.Dossier.from_dict(data))
        loaded = outcome(lambda: bl.loads(json.dumps(data), "json"))
        assert read == loaded or sorted(map(str, read)) == sorted(map(str, loaded))

    @pytest.mark.parametrize("value", [{1}, object(), 1 + 2j])
    def test_what_is_no_value_of_the_model_is_not_written(self, value):
        with pytest.raises(bl.ValidationError) as error:
            json.dumps([value], default=bl.to_dict)
        assert problems_of(error) == [("", "wrong-type")]


class TestAnswers:
    """What functions answer is written, and not read back."""

    def test_a_status_is_a_mapping_with_its_reasons(self, plan):
        signed = attrs.evolve(plan, events=[bl.Event.signed("2025-11-05")])
        data = json.loads(json.dumps(signed.status("2027-05-01"), default=bl.to_dict))
        assert data["state"] == "in_force"
        assert data["events"] == [{"kind": "signed", "date": "2025-11-05"}]
        assert (data["on"], data["first"]) == ("2027-05-01", "2026-01-01")
        assert {reason["code"] for reason in data["reasons"]} >= {"period_start"}
        assert data["possible"] == ["in_force"]

    def test_a_deadline_has_the_id_of_its_agreement(self, plan):
        (*_, last) = bl.Dossier(agreements=[plan]).deadlines("2026-01-01", "2028-12-31")
        assert bl.to_dict(last) == {
            "kind": "end",
            "agreement": "plan",
            "when": "2028-12-31",
            "disputed": None,
            "number": 0,
        }

    def test_a_day_of_which_nothing_is_known_is_null(self, plan):
        state = attrs.evolve(plan, period=None).status("2027-05-01")
        assert bl.to_dict(state)["last"] is None

    def test_a_difference_is_what_its_own_method_says(self, plan):
        difference = bl.diff(bl.Dossier(), bl.Dossier(agreements=[plan]))
        assert bl.to_dict(difference) == difference.to_dict()

    def test_a_parsed_title_has_its_parts(self, plan):
        data = bl.to_dict(bl.parse_title(str(plan.title("en")), "en"))
        assert (data["kind"], data["period"]) == ("roadmap", "2026/2028")
        assert data["sides"][0][0]["partner"] == plan.sides[0].partners[0].id
        assert json.loads(json.dumps(data)) == data

    def test_a_set_of_days_is_a_list_of_periods(self):
        assert bl.to_dict(bl.DaySet.of("2026", "2028/..")) == ["2026", "2028/.."]

    def test_a_title_is_a_text(self, plan):
        assert type(bl.to_dict(plan.title("en"))) is str

    def test_none_of_them_is_read(self):
        for kind in (bl.Status, bl.Deadline, bl.Title, bl.DaySet):
            assert is_answer(kind)
            with pytest.raises(bl.ValidationError):
                bl.from_dict(kind, {})
        assert not is_answer(bl.Agreement)
        assert not is_answer(bl.Dossier)
        assert not is_answer(str)


def test_codes_that_no_record_has_are_not_read():
    assert is_value(bl.Binding)
    assert not is_value(bl.State)
    assert not is_value(bl.Allen)
