"""Models and tables with our values, as users who check their types write them."""

from __future__ import annotations

import pydantic
import sqlalchemy as sa
from django.db import models
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

import bilateral as bl
from bilateral.django import CodeField, PeriodField, PhrasesField, RecordField
from bilateral.sqlalchemy import TYPES, day_range, days_of


class Visit(pydantic.BaseModel):
    """A model."""

    plan: bl.Agreement
    when: bl.PartialDate | None = None


class Base(DeclarativeBase):
    """A base that knows our types."""

    type_annotation_map = TYPES


class Treaty(Base):
    """A table."""

    __tablename__ = "treaty"

    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[bl.AgreementKind]
    signed: Mapped[bl.PartialDate | None] = days_of(bl.PartialDate, "signed")
    period: Mapped[bl.Period] = days_of(bl.Period, "period")
    period_days = day_range("period")


class Paper(models.Model):
    """A model of Django."""

    kind = CodeField(bl.AgreementKind, "kind")
    name = PhrasesField(null=True)
    agreement = RecordField(bl.Agreement)
    period = PeriodField()

    def __str__(self) -> str:
        """Its name."""
        return str(self.name)


treaty = Treaty(id="treaty", kind=bl.AgreementKind.TREATY, period=bl.Period("2026"))
period: bl.Period = treaty.period
query = sa.select(Treaty.id).where(Treaty.period.covers("2027-05-01"), Treaty.kind == "mou")
data: dict[str, object] = Visit(plan=bl.from_dict(bl.Agreement, {})).plan.to_dict()
