"""Our values in models of Django."""

import datetime
import html
import importlib
import json
import re
import sys

import pytest
from django.core import exceptions, serializers
from django.db import connections, models
from django.db.migrations.state import ModelState, ProjectState
from django.db.migrations.writer import MigrationWriter
from django.forms import modelform_factory
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

import bilateral as bl
import tests.frameworks.django_settings  # noqa: F401 - before the models
from bilateral.examples import astana_2025
from bilateral.testing import values_of
from tests.frameworks.databases import SERVER, engine_of
from tests.frameworks.registers.models import Document
from tests.frameworks.test_days_in_databases import is_told
from tests.wire.helpers import without

DAYS = st.dates()
PERIODS = ["2026/2028", "2026/..", "../2028", "2026/", "/2028", "2026~", "2026/2028~", "202X/2030"]


@pytest.fixture(scope="module", params=["default", pytest.param("postgresql", marks=SERVER)])
def name(request):
    if request.param == "postgresql":
        # It makes the schema.
        engine_of(request.param).dispose()
    connection = connections[request.param]
    with connection.schema_editor() as editor:
        editor.create_model(Document)
    yield request.param
    with connection.schema_editor() as editor:
        editor.delete_model(Document)
    connection.close()


@pytest.fixture
def documents(name):
    Document.objects.using(name).delete()
    return Document.objects.using(name)


@pytest.fixture
def kept(documents):
    """Puts one document in, in the place of all others."""

    def keep(**values):
        documents.all().delete()
        return documents.get(pk=documents.create(**values).pk)

    return keep


class TestValues:
    @pytest.mark.parametrize("field", ["name", "length", "sector", "agreement", "date", "period"])
    def test_what_goes_in_comes_out(self, kept, field):
        kinds = {"name": bl.Phrases, "length": bl.Duration, "date": bl.PartialDate}

        @given(values_of(kinds.get(field) or getattr(bl, field.title())))
        def law(value):
            assert getattr(kept(**{field: value}), field) == value

        law()

    def test_a_dossier_is_one_document(self, kept):
        assert kept(dossier=astana_2025()).dossier == astana_2025()

    def test_nothing_is_null(self, kept, documents):
        document = kept()
        assert document.agreement is document.name is document.period is document.kind is None
        columns = "agreement", "name", "kind", "period", "period_first"
        assert documents.values_list(*columns).get() == (None,) * len(columns)
        assert documents.filter(agreement__isnull=True, period=None, period_first=None).exists()

    def test_plain_data_are_taken_and_checked(self, documents):
        document = documents.create(name={"en": "Minsk"}, kind="mou", period="2026/")
        assert document.name == bl.Phrases(en="Minsk")
        assert document.kind is bl.AgreementKind.MOU
        assert document.period_first == datetime.date(2026, 1, 1)
        for write in (documents.create, documents.update):
            with pytest.raises(exceptions.ValidationError) as error:
                write(kind="roadmop")
            assert error.value.error_list[0].code == "unknown-agreement-kind"

    def test_problems_are_told_in_the_language_of_django(self):
        with translation.override("de-AT"), pytest.raises(exceptions.ValidationError) as error:
            Document(period="2026/2020").full_clean()
        assert "endet" in error.value.message_dict["period"][0]

    def test_problems_in_a_record_have_their_places(self, plan):
        data = {**plan.to_dict(), "kind": "roadmop", "sectors": ["trade", "industri"]}
        with pytest.raises(exceptions.ValidationError) as error:
            Document(agreement=data).full_clean()
        places = [one.partition(": ")[0] for one in error.value.message_dict["agreement"]]
        assert places == ["kind", "sectors[1]"]

    def test_a_value_that_the_database_makes_is_left_to_it(self, kept, documents):
        document = kept(kind="mou", period="2026")
        document.kind = models.F("kind")
        document.save()
        documents.update(kind=models.F("kind"))
        assert documents.get().kind is bl.AgreementKind.MOU


class TestQuestions:
    def test_values_are_compared_with_values_and_their_plain_data(self, kept, documents, plan):
        kept(kind="mou", date=bl.PartialDate("2025~"), agreement=plan, name={"en": "x"})
        for question in (
            {"kind": "mou"},
            {"kind__in": ["mou", bl.AgreementKind.CONTACT]},
            {"kind__startswith": "m"},
            {"date": "2025~"},
            {"date__in": [bl.PartialDate("2025~")]},
            {"agreement": plan},
            {"agreement__kind": "roadmap"},
            {"agreement__sectors__0": "trade"},
            {"name__en": "x"},
        ):
            assert documents.filter(**question).exists(), question
        assert documents.values_list("agreement__kind", flat=True).get() == "roadmap"

    @pytest.mark.parametrize("question", ["covers", "is_before", "is_after"])
    def test_about_a_period_by_day_are_answered_as_in_python(self, kept, documents, question):
        method = {"covers": "contains"}.get(question, question)

        @given(values_of(bl.Period), DAYS)
        def law(period, day):
            document = kept(period=period)
            asked = models.Q(**{f"period__{question}": day})
            expected = getattr(document.period, method)(day)
            assert_answered(documents, asked, expected, told=is_told(period))

        law()

    def test_about_two_periods_are_answered_as_in_python(self, kept, documents):
        @given(values_of(bl.Period), values_of(bl.Period))
        def law(period, other):
            kept(period=period)
            told = is_told(period) and is_told(other)
            asked = models.Q(period__overlaps=other)
            assert_answered(documents, asked, period.overlaps(other), told=told)

        law()

    @pytest.mark.parametrize("question", ["is_before", "is_after"])
    def test_about_a_date_are_answered_as_in_python(self, kept, documents, question):
        @given(values_of(bl.PartialDate), DAYS)
        def law(date, day):
            kept(date=date)
            asked = models.Q(**{f"date__{question}": day})
            assert_answered(documents, asked, getattr(date, question)(day), told=is_told(date))

        law()

    def test_days_follow_the_value(self, documents):
        rows = [Document(period=bl.Period(text), date="2020") for text in PERIODS]
        documents.bulk_create(rows)
        found = documents.filter(period__covers="2027-05-01").values_list("period", flat=True)
        assert sorted(map(str, found)) == ["../2028", "2026/..", "2026/2028"]
        document = documents.filter(period=bl.Period("2026/")).get()
        document.period = None
        document.save()
        assert documents.get(pk=document.pk).period_first is None

    @pytest.mark.parametrize("day", ["2025", "soon"])
    def test_a_day_must_be_one(self, day):
        with pytest.raises(bl.ValidationError):
            Document.objects.filter(period__covers=day)


def assert_answered(documents, asked, expected, *, told):
    """The database says what Python says, or that it does not know, but only if days are not."""
    yes, no = documents.filter(asked).exists(), documents.filter(~asked).exists()
    said = None if yes == no else yes
    assert said == expected or (said is None and not told)


class TestDjango:
    def test_migrations_have_the_fields_as_they_are(self):
        state = ModelState.from_model(Document)
        text, _ = MigrationWriter.serialize([*state.fields.values()])
        assert "bilateral.django.CodeField(bilateral.instruments.AgreementKind" in text
        after = ProjectState()
        after.add_model(state)
        made = after.apps.get_model("registers", "Document")
        assert [one.name for one in made._meta.fields] == [
            one.name for one in Document._meta.fields
        ]

    def test_records_are_dumped_and_loaded(self, plan):
        document = Document(pk=1, agreement=plan, period=bl.Period("2026"), kind="mou")
        document.clean_fields()
        (loaded,) = serializers.deserialize("json", serializers.serialize("json", [document]))
        assert loaded.object.agreement == plan
        assert loaded.object.period == bl.Period("2026")
        assert loaded.object.kind is bl.AgreementKind.MOU

    def test_forms_show_and_take_what_is_on_the_wire(self, plan):
        form_class = modelform_factory(Document, fields=["kind", "period", "agreement"])
        shown = form_class(instance=Document(agreement=plan, period=bl.Period("2026/")))
        assert 'value="2026/"' in str(shown["period"])
        (text,) = re.findall(r"<textarea[^>]*>(.*)</textarea>", str(shown["agreement"]), re.DOTALL)
        data = {"kind": "mou", "period": "2027", "agreement": html.unescape(text)}
        assert json.loads(data["agreement"]) == plan.to_dict()
        taken = form_class(data)
        assert taken.is_valid()
        assert taken.instance.agreement == plan
        assert form_class(data, instance=shown.instance).changed_data == ["kind", "period"]
        assert form_class({**data, "period": "2027/2020"}).errors.keys() == {"period"}

    def test_without_the_library_the_extra_is_named(self):
        hidden = sys.modules.pop("bilateral.django")
        try:
            with without("django"), pytest.raises(bl.MissingExtra) as error:
                importlib.import_module("bilateral.django")
            assert error.value.extra == "django"
        finally:
            sys.modules["bilateral.django"] = hidden
            vars(bl)["django"] = hidden
