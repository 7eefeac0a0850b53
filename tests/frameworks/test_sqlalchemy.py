"""Our values in columns of SQLAlchemy."""

import datetime
import importlib
import sys

import attrs
import pytest
import sqlalchemy as sa
from hypothesis import given
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

import bilateral as bl
from bilateral.examples import astana_2025
from bilateral.sqlalchemy import (
    TYPES,
    JsonType,
    TextType,
    column_type,
    day_range,
    days_of,
)
from bilateral.testing import values_of
from tests.frameworks.databases import SERVER, Document, answer, engine_of
from tests.wire.helpers import without

PERIODS = ["2026/2028", "2026/..", "../2028", "2026/", "/2028", "2026~", "2026/2028~", "202X/2030"]


class TestValues:
    @pytest.mark.parametrize("name", ["name", "length", "sector", "agreement", "date", "period"])
    def test_what_goes_in_comes_out(self, kept, name):
        kinds = {"name": bl.Phrases, "length": bl.Duration, "date": bl.PartialDate}
        kind = kinds.get(name) or getattr(bl, name.title())

        @given(values_of(kind))
        def law(value):
            assert getattr(kept(**{name: value}), name) == value

        law()

    def test_a_dossier_is_one_document(self, kept):
        assert kept(dossier=astana_2025()).dossier == astana_2025()

    def test_a_code_is_stored_as_such(self, kept, session):
        assert kept(kind="mou").kind is bl.AgreementKind.MOU
        assert session.scalar(sa.text("SELECT kind FROM document")) == "mou"

    def test_nothing_is_null(self, kept, session):
        document = kept()
        assert document.agreement is document.name is document.period is document.kind is None
        columns = sa.text("SELECT agreement, name, kind, period, period_first FROM document")
        row = session.execute(columns).one()
        assert set(row) == {None}

    def test_plain_data_are_taken_and_checked(self, kept):
        assert kept(name={"en": "Minsk"}).name == bl.Phrases(en="Minsk")
        with pytest.raises(sa.exc.StatementError) as error:
            kept(kind="roadmop")
        assert isinstance(error.value.orig, bl.ValidationError)


class TestQuestions:
    def test_values_are_compared_with_values_and_their_plain_data(self, kept, session, plan):
        kept(kind="mou", date=bl.PartialDate("2025~"), agreement=plan, name={"en": "x"})
        for condition in (
            Document.kind == "mou",
            Document.kind.in_(["mou", bl.AgreementKind.CONTACT]),
            Document.kind.like("m%"),
            Document.date == "2025~",
            Document.date.in_([bl.PartialDate("2025~")]),
            Document.date != bl.PartialDate("2025"),
            Document.date.not_in(["2025", "2026"]),
            Document.date.is_not(None),
            Document.period.is_(None),
            Document.period == None,  # noqa: E711 - it becomes SQL
            Document.agreement["kind"].as_string() == "roadmap",
            Document.agreement["sectors"][0].as_string() == "trade",
        ):
            assert session.scalar(sa.select(Document.id).where(condition)) == 1, condition

    def test_rows_are_ordered_by_days(self, session):
        session.execute(sa.delete(Document))
        session.add_all(
            Document(id=row, date=bl.PartialDate(text))
            for row, text in enumerate(["2025-11", "2024", "2025-11-05"])
        )
        session.flush()
        order = (Document.date.first_day, Document.date.last_day, Document.date.text)
        assert [*session.scalars(sa.select(Document.id).order_by(*order))] == [1, 0, 2]
        assert [*session.scalars(sa.select(Document.id).order_by(Document.date.desc()))] == [
            2,
            0,
            1,
        ]

    def test_columns_have_a_hash(self):
        assert hash(Document.date.comparator) == hash(Document.date.comparator)

    def test_a_whole_value_can_be_selected(self, kept, session):
        kept(period=bl.Period("2026/"))
        assert session.execute(sa.select(Document.period)).all() == [(bl.Period("2026/"),)]

    def test_days_follow_the_value(self, kept, session):
        document = kept(period=bl.Period("2026"))
        document.period = bl.Period("2027/..")
        session.flush()
        first, last = session.execute(sa.select(Document.period_first, Document.period_last)).one()
        assert (first, last) == (datetime.date(2027, 1, 1), datetime.date.max)
        document.period = None
        session.flush()
        assert answer(session, Document.period_first) is None

    def test_rows_are_put_in_at_once(self, session):
        session.execute(sa.delete(Document))
        rows = [{"id": row, "period": bl.Period(text)} for row, text in enumerate(PERIODS)]
        session.execute(sa.insert(Document), rows)
        found = session.scalars(sa.select(Document.id).where(Document.period.covers("2027-05-01")))
        assert sorted(found) == [0, 1, 2]

    def test_a_day_may_be_one_that_the_database_knows(self, kept, session):
        kept(period=bl.Period("2000/.."), date=bl.PartialDate("1999"))
        assert answer(session, Document.period.covers(sa.func.current_date())) is not None
        assert answer(session, Document.date.is_before(Document.period_first))

    @pytest.mark.parametrize("day", ["2025", "soon"])
    def test_a_day_must_be_one(self, day):
        with pytest.raises(bl.ValidationError):
            Document.period.covers(day)


@SERVER
class TestPostgreSQL:
    class Base(DeclarativeBase):
        type_annotation_map = TYPES

    class Treaty(Base):
        __tablename__ = "treaty"
        id: Mapped[int] = mapped_column(primary_key=True)
        agreement: Mapped[bl.Agreement | None]
        period: Mapped[bl.Period | None] = days_of(bl.Period, "period")
        period_days = day_range("period")
        __table_args__ = (sa.Index("treaty_days", "period_days", postgresql_using="gist"),)

    @pytest.fixture
    def session(self):
        engine = engine_of("postgresql")
        self.Base.metadata.drop_all(engine)
        self.Base.metadata.create_all(engine)
        with Session(engine) as session:
            yield session
        self.Base.metadata.drop_all(engine)
        engine.dispose()

    def test_a_range_has_the_days_of_a_period_that_is_definite(self, session):
        for row, text in enumerate(PERIODS):
            session.add(self.Treaty(id=row, period=bl.Period(text)))
        session.flush()
        ranges = session.scalars(sa.select(self.Treaty.period_days).order_by(self.Treaty.id)).all()
        first, after = datetime.date(2026, 1, 1), datetime.date(2029, 1, 1)
        assert ranges[:3] == [Range(first, after), Range(first, None), Range(None, after)]
        assert set(ranges[3:]) == {None}
        day = sa.literal(datetime.date(2028, 1, 1))
        covered = self.Treaty.period_days.contains(day)
        found = session.scalars(sa.select(self.Treaty.id).where(covered))
        assert sorted(found) == [0, 1, 2]

    def test_an_agreement_is_jsonb(self, session, plan):
        session.add(self.Treaty(id=1, agreement=plan))
        session.flush()
        kind = session.scalar(sa.text("SELECT pg_typeof(agreement)::text FROM treaty"))
        assert kind == "jsonb"
        assert session.scalar(sa.select(self.Treaty.agreement)) == plan


class TestTypes:
    def test_every_class_has_one(self, plan):
        assert isinstance(TYPES[bl.Agreement], JsonType)
        assert isinstance(TYPES[bl.AgreementKind], TextType)
        assert {bl.Dossier, bl.Period, bl.PartialDate, bl.Duration, bl.Phrases} <= TYPES.keys()
        with pytest.raises(bl.ValidationError):
            column_type(int)

    def test_one_says_what_it_holds(self):
        assert repr(column_type(bl.Period)) == "TextType(bilateral.dates.periods.Period)"
        assert column_type(bl.Period).python_type is bl.Period

    def test_queries_of_different_classes_are_not_taken_for_each_other(self):
        one, other = (sa.select(sa.column("x", column_type(kind))) for kind in (bl.Event, bl.Term))
        keys = [query._generate_cache_key().key for query in (one, other)]
        assert keys[0] != keys[1]

    def test_a_range_is_written_for_postgresql(self):
        create = sa.schema.CreateTable(TestPostgreSQL.Treaty.__table__)
        text = str(create.compile(dialect=postgresql.dialect()))
        assert "period_days DATERANGE GENERATED ALWAYS AS (CASE WHEN" in text
        assert "agreement JSONB" in text


def test_a_changed_agreement_is_written(kept, session, plan):
    document = kept(agreement=plan)
    document.agreement = attrs.evolve(plan, note="changed")
    session.flush()
    session.expire_all()
    assert document.agreement.note == "changed"


def test_sqlalchemy_is_named_where_it_is_not_installed():
    hidden = sys.modules.pop("bilateral.sqlalchemy")
    try:
        with without("sqlalchemy"), pytest.raises(bl.MissingExtra) as error:
            importlib.import_module("bilateral.sqlalchemy")
        assert error.value.extra == "sqlalchemy"
    finally:
        sys.modules["bilateral.sqlalchemy"] = hidden
        vars(bl)["sqlalchemy"] = hidden
