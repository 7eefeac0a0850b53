"""Databases for the tests of columns."""

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from tests.frameworks.databases import SERVER, Base, Document, engine_of


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=SERVER)])
def engine(request):
    engine = engine_of(request.param)
    Base.metadata.drop_all(engine)
    Base.metadata.create_all(engine)
    yield engine
    Base.metadata.drop_all(engine)
    engine.dispose()


@pytest.fixture
def session(engine):
    with Session(engine) as session:
        yield session
        session.rollback()


@pytest.fixture
def kept(session):
    """Puts one document in, in the place of all others."""

    def keep(**values):
        session.execute(sa.delete(Document))
        session.expunge_all()
        session.add(Document(id=1, **values))
        session.flush()
        session.expire_all()
        return session.get_one(Document, 1)

    return keep
