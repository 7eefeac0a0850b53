"""The databases that the tests of columns are tried with."""

import os

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

import bilateral as bl
from bilateral.sqlalchemy import TYPES, days_of

#: `.ci/run` starts a server and says here where it is.
POSTGRESQL = os.environ.get("BILATERAL_POSTGRESQL")
NO_SERVER = "no PostgreSQL: BILATERAL_POSTGRESQL has the URL of a server for tests"
SERVER = pytest.mark.skipif(not POSTGRESQL, reason=NO_SERVER)
# Each process that tests has a schema of its own.
SCHEMA = f"tests_{os.getpid()}"
SEARCHED = {"options": f"-c search_path={SCHEMA}"}


class Base(DeclarativeBase):
    type_annotation_map = TYPES


class Document(Base):
    """A table as a user would write it."""

    __tablename__ = "document"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[bl.AgreementKind | None]
    name: Mapped[bl.Phrases | None]
    sector: Mapped[bl.Sector | None]
    length: Mapped[bl.Duration | None]
    agreement: Mapped[bl.Agreement | None]
    dossier: Mapped[bl.Dossier | None]
    date: Mapped[bl.PartialDate | None] = days_of(bl.PartialDate, "date")
    period: Mapped[bl.Period | None] = days_of(bl.Period, "period")


def engine_of(name):
    """A database of that name."""
    if name == "sqlite":
        return sa.create_engine("sqlite://")
    engine = sa.create_engine(POSTGRESQL, connect_args=SEARCHED)
    with engine.begin() as connection:
        connection.execute(sa.schema.CreateSchema(SCHEMA, if_not_exists=True))
    return engine


def answer(session, condition):
    """What the database says, of the one document that there is."""
    return session.scalar(sa.select(condition))
