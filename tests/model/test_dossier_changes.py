"""A register that changes: records added, replaced and removed, registers merged and compared."""

import json

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import bilateral as bl
from bilateral import Agreement, Dossier, Official, Partner, Sector, Source, ValidationError
from bilateral.dossiers import TABLES
from bilateral.examples import astana_2025
from bilateral.references import id_of
from bilateral.testing import values_of
from tests.conftest import problems_of

BY, KZ, UZ = map(Partner.state, ("BY", "KZ", "UZ"))
FRAME = Agreement("frame", "agreement", [BY, KZ], sectors=["trade"])
PLAN = Agreement("plan", "roadmap", [BY, KZ], implements=[FRAME])
REGISTER = Dossier(agreements=[FRAME, PLAN])
BELARUS = attrs.evolve(BY, name={"en": "Belarus"})


def records_of(dossier):
    return [record for name in TABLES.values() for record in getattr(dossier, name)]


class TestWith:
    def test_a_new_record_joins_the_table_of_its_class_with_what_it_refers_to(self):
        treaty = Agreement("treaty", "treaty", [BY, UZ])
        changed = REGISTER.with_(treaty, Source("s"))
        assert changed["treaty"] is treaty
        assert changed.partner("uz") == UZ
        assert changed.source("s") == Source("s")
        assert "treaty" not in {one.id for one in REGISTER}

    def test_a_record_that_is_there_changes_nothing(self):
        assert REGISTER.with_(BY, PLAN) == REGISTER

    def test_another_record_with_the_same_id_is_refused(self):
        with pytest.raises(ValidationError) as caught:
            REGISTER.with_(UZ, BELARUS)
        assert problems_of(caught) == [("[1]", "conflicting-record")]

    def test_what_has_no_table_is_refused(self):
        with pytest.raises(ValidationError) as caught:
            REGISTER.with_("plan")
        assert problems_of(caught) == [("", "wrong-type")]


class TestReplace:
    def test_whatever_refers_to_the_old_record_refers_to_the_new_one(self):
        changed = REGISTER.replace(BELARUS)
        assert changed.partner("by") == BELARUS
        assert changed["frame"].sides[0].partners == (BELARUS,)
        assert changed["plan"].implements[0] is changed["frame"]
        assert REGISTER["frame"].sides[0].partners == (BY,)

    def test_what_does_not_refer_to_it_stays_the_same_object(self):
        other = Agreement("other", "treaty", [KZ, UZ])
        assert REGISTER.with_(other).replace(BELARUS)["other"] is other

    def test_a_document_that_others_implement_can_be_replaced(self):
        later = attrs.evolve(FRAME, period="2026/2028")
        assert REGISTER.replace(later)["plan"].implements == (later,)

    def test_several_records_are_replaced_at_once_and_refer_to_each_other(self):
        later = attrs.evolve(PLAN, period="2026/2028")
        changed = REGISTER.replace(later, BELARUS)
        assert changed["plan"].period == bl.Period("2026/2028")
        assert changed["plan"].sides[0].partners == (BELARUS,)

    def test_an_id_that_nobody_has_is_refused(self):
        with pytest.raises(ValidationError) as caught:
            REGISTER.replace(UZ, Source("s"))
        assert problems_of(caught) == [("[0]", "unresolved"), ("[1]", "unresolved")]

    def test_documents_that_would_implement_each_other_are_refused(self):
        with pytest.raises(ValidationError):
            REGISTER.replace(attrs.evolve(FRAME, implements=[PLAN]))

    def test_a_sector_of_the_register_is_replaced_in_its_documents(self):
        bees = Sector("bees", name={"en": "bees"}, broader="agriculture")
        register = Dossier(agreements=[attrs.evolve(FRAME, sectors=[bees])])
        named = attrs.evolve(bees, name={"en": "beekeeping"})
        assert register.replace(named)["frame"].sectors == (named,)


class TestWithout:
    def test_a_record_that_nothing_refers_to_goes(self):
        assert REGISTER.without("plan") == Dossier(agreements=[FRAME])

    def test_each_record_that_refers_to_it_is_named(self):
        with pytest.raises(ValidationError) as caught:
            REGISTER.without("by")
        assert problems_of(caught) == [
            ("agreements[0]", "still-referenced"),
            ("agreements[1]", "still-referenced"),
        ]
        assert "“frame”" in caught.value.problems[0].message("en")

    def test_a_reference_through_a_third_record_is_none(self):
        source = Source("s", quotes=[Official("o", {"en": "O"}, body=BY)])
        register = Dossier(sources=[source])
        with pytest.raises(ValidationError) as caught:
            register.without("by")
        assert problems_of(caught) == [("officials[0]", "still-referenced")]

    def test_an_id_that_nobody_has_is_a_key_error(self):
        with pytest.raises(KeyError):
            REGISTER.without("nobody")

    def test_an_id_in_several_tables_needs_the_class(self):
        register = REGISTER.with_(Source("plan"))
        with pytest.raises(bl.AmbiguousText) as caught:
            register.without("plan")
        assert caught.value.readings == ("sources", "agreements")
        assert register.without("plan", type=Source) == REGISTER


class TestMerge:
    def test_all_records_of_both_are_there_once(self):
        merged = REGISTER | Dossier(agreements=[PLAN, Agreement("t", "treaty", [BY, UZ])])
        assert [one.id for one in merged] == ["frame", "plan", "t"]

    def test_only_what_differs_itself_is_told(self):
        with pytest.raises(ValidationError) as caught:
            REGISTER | Dossier(agreements=[PLAN]).replace(BELARUS)
        assert problems_of(caught) == [("partners[0]", "conflicting-record")]

    def test_what_they_say_of_themselves_is_kept_if_it_agrees(self):
        one = Dossier(title={"en": "A"}, extra={"org:a": 1, "org:b": True})
        other = Dossier(note="n", extra={"org:b": True, "org:c": [1]})
        assert one | other == Dossier(
            title={"en": "A"}, note="n", extra={"org:a": 1, "org:b": True, "org:c": [1]}
        )

    def test_what_they_say_of_themselves_must_not_differ(self):
        one = Dossier(title={"en": "A"}, note="n", extra={"org:a": 1})
        other = Dossier(title={"en": "B"}, note="m", extra={"org:a": [1]})
        with pytest.raises(ValidationError) as caught:
            one | other
        where = ["title", "note", "extra.org:a"]
        assert problems_of(caught) == [(place, "conflicting-value") for place in where]

    def test_what_is_no_dossier_is_refused(self):
        with pytest.raises(TypeError):
            REGISTER | {"agreements": []}


class TestDiff:
    def test_it_reads_as_a_list_in_three_languages(self):
        later = attrs.evolve(PLAN, period="2026/2028", binding="binding", sectors=["trade"])
        after = REGISTER.replace(later).with_(Source("s", url="https://example.org/"))
        change = bl.diff(REGISTER, after)
        assert change.text("en").splitlines() == [
            "Added: source “s”",
            "Changed: agreement “plan”",
            "  legal force: unknown → legally binding",
            "  sectors: – → trade",
            "  period: – → 2026–2028",
        ]
        assert change.text("de").splitlines()[-1] == "  Zeitraum: – → 2026–2028"
        assert change.text("ru").splitlines()[0] == "Добавлено: источник «s»"

    def test_values_without_a_name_are_shown_by_what_they_say(self):
        events = [bl.Event.signed("2025-11-05", place="Astana")]
        later = attrs.evolve(PLAN, events=events, implements=(), extra={"org:a": 1})
        lines = bl.diff(REGISTER, REGISTER.replace(later)).text("en").splitlines()
        assert "  implements: frame → –" in lines
        assert "  events: – → signed, 5 November 2025, Astana" in lines

    def test_it_is_data_that_json_can_hold(self):
        after = REGISTER.replace(attrs.evolve(PLAN, period="2026/2028")).with_(UZ)
        data = json.loads(json.dumps(bl.diff(REGISTER, after).to_dict()))
        assert [(one["type"], one["id"]) for one in data["added"]] == [("partner", "uz")]
        assert data["changed"] == [
            {
                "type": "agreement",
                "id": "plan",
                "fields": {"period": {"old": None, "new": "2026/2028"}},
            }
        ]

    def test_a_record_that_refers_to_a_changed_one_is_not_changed(self):
        change = bl.diff(REGISTER, REGISTER.replace(BELARUS))
        assert [one.new for one in change.changed] == [BELARUS]

    def test_what_a_dossier_says_of_itself_counts(self):
        change = bl.diff(Dossier(note="a"), Dossier(note="b"))
        assert change.text("de") == "Geändert: Dossier\n  Bemerkung: a → b"
        assert change.to_dict()["changed"] == [
            {"type": "dossier", "fields": {"note": {"old": "a", "new": "b"}}}
        ]

    def test_a_sector_written_as_its_code_is_compared_by_its_fields(self):
        own = Sector("bees", name={"en": "bees"})
        change = bl.diff(Dossier(sectors=[own]), Dossier())
        assert change.to_dict()["removed"][0]["id"] == "bees"

    def test_the_founding_dossier_comes_from_nothing(self):
        change = bl.diff(Dossier(), astana_2025())
        assert len(change.added) == len(records_of(astana_2025()))
        for lang in ("de", "en", "ru"):
            assert change.text(lang)
        assert hash(change) == hash(bl.diff(Dossier(), astana_2025()))


class TestLaws:
    @given(values_of(Dossier))
    def test_a_dossier_does_not_differ_from_itself(self, dossier):
        assert not bl.diff(dossier, dossier)
        assert dossier | dossier == dossier
        assert dossier.replace(*records_of(dossier)) == dossier

    @given(values_of(Dossier), values_of(Dossier))
    def test_a_difference_is_false_only_for_the_same_records(self, one, other):
        key = lambda record: (type(record).__name__, id_of(record))  # noqa: E731
        same = sorted(records_of(one), key=key) == sorted(records_of(other), key=key)
        about = [(d.title, d.note, d.extra) for d in (one, other)]
        assert bool(bl.diff(one, other)) != (same and about[0] == about[1])
        assert all(bl.diff(one, other).text(lang) or same for lang in ("de", "en", "ru"))

    @given(values_of(Dossier), values_of(Source))
    def test_what_was_added_can_be_removed(self, dossier, source):
        source = attrs.evolve(source, quotes=())
        assume(all(source.id != id_of(one) for one in records_of(dossier)))
        assert dossier.with_(source).without(source.id) == dossier

    @given(st.data(), values_of(Dossier))
    def test_after_a_replacement_nothing_refers_to_the_old_record(self, data, dossier):
        assume(dossier.partners)
        old = data.draw(st.sampled_from(dossier.partners))
        new = attrs.evolve(old, name={"en": "Another name"})
        changed = dossier.replace(new)
        assert [one.old for one in bl.diff(dossier, changed).changed] in ([old], [])
        assert bl.loads(bl.dumps(changed)) == changed
