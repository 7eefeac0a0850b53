"""Projects: what partners do together."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import attrs

from bilateral.agreements import Agreement, related
from bilateral.coercion import (
    Checked,
    instance,
    member,
    optional_text,
    soft_tuple,
    text,
)
from bilateral.dates.periods import Period, optional_period
from bilateral.extra import NOTHING, JsonMapping, extra
from bilateral.identifiers import id_problems
from bilateral.literals import ProjectStatusCode
from bilateral.partners import Partner, duplicate_partners, partner, partners
from bilateral.problems import Problem
from bilateral.sectors import Sector, duplicate_sectors, sectors
from bilateral.sources import Source, sources
from bilateral.text import Phrases, optional_phrases, phrases
from bilateral.vocabulary import CodedEnum

__all__ = ["Contribution", "Project", "ProjectStatus"]


class ProjectStatus(CodedEnum):
    """The progress of a project, as the source reports it.

    >>> ProjectStatus("under_way").label("de")
    'in Umsetzung'
    """

    PROPOSED = "proposed"
    PLANNED = "planned"
    AGREED = "agreed"
    UNDER_WAY = "under_way"
    SUSPENDED = "suspended"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


def _status(value: ProjectStatus | ProjectStatusCode | None) -> ProjectStatus | None:
    return None if value is None else member(ProjectStatus, "unknown-project-status", value)


@attrs.frozen(cache_hash=True, weakref_slot=False, repr=False)
class Contribution(Checked):
    """The part of one partner in a project: ``what``, and how much of it as stated (``share``).

    >>> Contribution(
    ...     Partner.subdivision("BY-VI"),
    ...     what={"en": "components"},
    ...     share={"en": "a considerable part"},
    ... ).partner.id
    'by-vi'
    """

    partner: Partner = attrs.field(converter=partner)
    what: Phrases = attrs.field(converter=phrases, kw_only=True)
    share: Phrases | None = attrs.field(default=None, converter=optional_phrases, kw_only=True)


def _contribution(value: object) -> Contribution:
    return instance(Contribution, value)


def contributions(values: Iterable[Contribution]) -> tuple[Contribution, ...]:
    """Converter for a field of contributions."""
    return soft_tuple(_contribution, values)


@attrs.frozen(cache_hash=True, weakref_slot=False, repr=False)
class Project(Checked):
    """Something that partners do together, under an agreement (``under``) or without one.

    Raises `ValidationError`: ``invalid-id``, ``duplicate-partner``, ``duplicate-sector`` and those
    of its values.

    >>> project = Project(
    ...     "water",
    ...     {"en": "water treatment plants"},
    ...     partners=[Partner.state("BY"), Partner.state("KZ")],
    ...     sectors=["water_supply"],
    ...     status="agreed",
    ... )
    >>> project.status.label("en")
    'agreed'
    """

    id: str = attrs.field(converter=text)
    name: Phrases = attrs.field(converter=phrases)
    partners: tuple[Partner, ...] = attrs.field(default=(), converter=partners, kw_only=True)
    sectors: tuple[Sector, ...] = attrs.field(default=(), converter=sectors, kw_only=True)
    status: ProjectStatus | None = attrs.field(default=None, converter=_status, kw_only=True)
    period: Period | None = attrs.field(default=None, converter=optional_period, kw_only=True)
    contributions: tuple[Contribution, ...] = attrs.field(
        default=(), converter=contributions, kw_only=True
    )
    under: tuple[Agreement, ...] = attrs.field(default=(), converter=related, kw_only=True)
    sources: tuple[Source, ...] = attrs.field(default=(), converter=sources, kw_only=True)
    note: str | None = attrs.field(default=None, converter=optional_text, kw_only=True)
    extra: JsonMapping = attrs.field(default=NOTHING, converter=extra, kw_only=True)

    def _problems(self, wrong: Collection[str]) -> list[Problem]:
        problems = id_problems(self.id)
        if "partners" not in wrong:
            problems += [one.at("partners") for one in duplicate_partners(self.partners)]
        if "sectors" not in wrong:
            problems += duplicate_sectors(self.sectors)
        return problems


def _project(value: object) -> Project:
    return instance(Project, value)


def projects(values: Iterable[Project]) -> tuple[Project, ...]:
    """Converter for a field of projects."""
    return soft_tuple(_project, values)
