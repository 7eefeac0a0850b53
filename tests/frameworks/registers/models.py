"""Models of Django as a user would write them."""

from django.db import models

import bilateral as bl
from bilateral.django import (
    CodeField,
    PartialDateField,
    PeriodField,
    PhrasesField,
    RecordField,
)


class Dated(models.Model):
    """A base of models, which has no table."""

    period = PeriodField(null=True, blank=True)

    class Meta:
        abstract = True


class Document(Dated):
    """A table."""

    kind = CodeField(bl.AgreementKind, null=True, blank=True)
    name = PhrasesField(null=True, blank=True)
    sector = RecordField(bl.Sector, null=True, blank=True)
    length = CodeField(bl.Duration, null=True, blank=True)
    agreement = RecordField(bl.Agreement, null=True, blank=True)
    dossier = RecordField(bl.Dossier, null=True, blank=True)
    date = PartialDateField("the day", null=True, blank=True)

    def __str__(self):
        return str(self.period)
