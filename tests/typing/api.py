"""What users may write, as type checkers see it. Checked, never run."""

from __future__ import annotations

import datetime
from typing import assert_type

import bilateral as bl
from bilateral.examples import astana_2025
from bilateral.literals import Lang
from bilateral.partners import Who

minsk = bl.Partner.city_government("BY-HM")
astana = bl.Partner.city_government("KZ-71")

plan = bl.Agreement(
    id="plan",
    kind="roadmap",
    sides=(minsk, [astana, bl.Partner.state("KZ")]),
    binding="non_binding",
    designation={"de": "Aktionsplan", "ru": bl.Phrase("план", gen="плана", gender="m")},
    sectors=["trade", bl.Sector("economy")],
    period="2026/2028",
    events=[
        bl.Event.signed("2025-11-05", place="Astana"),
        bl.Event("in_force", datetime.date(2026, 1, 1)),
        bl.Event(bl.EventKind.NOTICE_SENT, bl.PartialDate.parse("2027"), by=minsk),
    ],
    languages=["ru", "kk"],
)
child = bl.Agreement("child", bl.AgreementKind.WORK_PLAN, plan.sides, implements=plan)

assert_type(plan.kind, bl.AgreementKind)
assert_type(plan.sides, tuple[bl.Side, bl.Side])
assert_type(plan.sectors, tuple[bl.Sector, ...])
assert_type(plan.period, bl.Period | None)
assert_type(plan.designation, bl.Phrases | None)
assert_type(plan.events[0].date, bl.PartialDate | None)
assert_type(plan.partners, tuple[bl.Partner, ...])
assert_type(plan.between("BY", "KZ"), bool)
assert_type(plan.title("ru", first="KZ"), bl.Title)
assert_type(child.implements, tuple[bl.Agreement, ...])

dossier = bl.Dossier(
    title={"en": "Register"},
    agreements=[plan, child],
    projects=[bl.Project("p", {"en": "P"}, partners=[minsk], sectors=["trade"], status="planned")],
    trade=[bl.TradeFlow("t", minsk, astana, goods=["8708", bl.Goods("IV")], trend="growing")],
)

assert_type(dossier.agreements, bl.Table[bl.Agreement])
assert_type(dossier.partners["by"], bl.Partner)
assert_type(dossier.partners[0], bl.Partner)
assert_type(dossier.partners[:2], bl.Table[bl.Partner])
assert_type(dossier.officials.get("chair"), bl.Official | None)
assert_type(dossier.sources.get("report", "none"), bl.Source | str)
assert_type([*dossier.sectors], list[bl.Sector])
assert_type(dossier.between("BY", "KZ").in_sector("trade"), bl.Selection)
assert_type(dossier.between("BY", "KZ")[0], bl.Agreement)
assert_type(dossier["plan"], bl.Agreement)
assert_type(dossier.trade[0].goods[0].label("de"), str)
assert_type(astana_2025(), bl.Dossier)
assert_type(bl.load("register.yaml"), bl.Dossier)
assert_type(bl.load("register.csv", separator=";", encoding="cp1251"), bl.Dossier)
assert_type(bl.dumps(dossier, "yaml"), str)
assert_type(bl.dumps(dossier, "html", lang="de"), str)
assert_type(bl.dumps(dossier, "markdown"), str)
assert_type(bl.dumps(dossier, "icalendar", start="2026", alarms=[7]), str)
assert_type(bl.dumps(dossier, "xlsx", lang="ru"), bytes)
assert_type(bl.dumps(dossier, "csv", separator=";"), dict[str, bytes])
bl.dump(dossier, "deadlines.ics", lang="ru", register="mfa.example")
bl.dump(dossier, "register.own", format="own", depth=3)

assert_type(bl.find("Handel", "de", type=bl.Sector), bl.Candidates)
assert_type(dossier.find("Minsk", type="subdivision", country="BY")[0].how, bl.Match)
title = bl.parse_title("Abkommen", "de", dossier=dossier)
assert_type(title.kind, bl.AgreementKind | None)
assert_type(title.sides, tuple[tuple[bl.Party, ...], ...])
assert_type(title.parties[0].partner, bl.Partner | None)

# Words that arguments take: codes, forms, languages (any tag is one).
spoken: Lang = "fr-CA"
assert_type(dossier.of_kind("mou").of_kind(bl.AgreementKind.MOU), bl.Selection)
assert_type(dossier.in_sector("beekeeping").in_sector(bl.Sector("trade")), bl.Selection)
assert_type(bl.Sector("beekeeping", name={"en": "beekeeping"}, broader="agriculture").code, str)
assert_type(plan.dates("signed"), tuple[bl.PartialDate, ...])
assert_type(minsk.label("de-AT", "gen"), str)
assert_type(minsk.label(spoken), str)
assert_type(bl.Period("2026").label("ru", "for", spacing="plain"), str)
assert_type(bl.Duration(5).label("ru", "obl"), str)
assert_type(bl.Term(entry="signed", renewal=bl.Renewal("P5Y", mode="opt_in")), bl.Term)

try:
    bl.loads("{}")
except bl.ValidationError as error:
    assert_type(error.problems, tuple[bl.Problem, ...])
    assert_type(error.problems[0].message("ru"), str)


def in_force(who: Who) -> bl.Selection:
    return dossier.involving(who).active("2026-01-01")


in_force("BY").between(minsk, plan.sides[1])
assert_type(dossier.trade[0].between(minsk, "KZ"), bool)
assert_type(dossier.deadlines("2026", "2027", side=plan.sides[0]), bl.Deadlines)

bl.to_frame(dossier, "polars", lang="ru", on="2026-11-26", explode="sectors")

chart = bl.charts.timeline(dossier, lang="de", on=datetime.date(2026, 11, 26), most=10, page=1)
assert_type(chart, bl.charts.Chart)
assert_type(chart.svg(), str)
assert_type(chart.png(scale=1.5, dark=True), bytes)
assert_type(chart.pages, int)
chart.save("periods.svg")
assert_type(bl.charts.calendar(dossier.deadlines("2026-01-01", "2026-12-31")), bl.charts.Chart)
bl.charts.coverage(dossier.between("BY", "KZ"), on="2026-11-26")
bl.charts.network([plan, child], lang="ru")
bl.charts.counts(plan)
bl.charts.counts([minsk])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
bl.charts.timeline(dossier, "de")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
assert_type(dossier.deadlines("2026", "2027")[0], bl.Deadline)
assert_type(dossier.deadlines("2026", "2027")[:2], bl.Deadlines)
assert_type(plan.timeline("2026-01-01"), bl.Timeline)
with bl.options.using(lang="de"):
    assert_type(bl.options.lang, str)

# What must not be written.
dossier.in_sector(5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
bl.Sector(5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
bl.Project("p", {}, sectors="trade", status="plan")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
in_force(plan)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
assert_type(bl.Partner.like("ACME Ltd", "en", country="GB"), bl.Partner)
assert_type(bl.parse_title("Roadmap", "en").agreement("x", accept="likely"), bl.Agreement)
assert_type(bl.known("kinds"), bl.KnownValues[bl.AgreementKind])
assert_type(bl.known("sectors", lang="de"), bl.KnownValues[bl.Sector])
assert_type(bl.known("ministries", country="UZ"), bl.KnownValues[bl.Partner])
bl.known("ministrys")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]
dossier.between("BY", None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
dossier.involving(["BY", "KZ"])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
dossier.deadlines("2026", "2027", side=5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
plan.between(bl.PartnerKind, "KZ")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
plan.title("de", first=plan)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
minsk.is_of(b"BY")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
dossier.partners[None]  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType, reportCallIssue]
dossier.partners["by"] = minsk  # type: ignore[index]  # pyright: ignore[reportIndexIssue]
minsk.label(dossier.projects.ids())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
bl.Agreement("a", 5, plan.sides)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
bl.Agreement("a", "mou", plan.sides, sectors=[5])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
bl.Agreement("a", "mmou", plan.sides)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
bl.Agreement("a", "mou", plan.sides, binding="no")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
bl.Event("sined")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
bl.Partner("p", "ministery", {})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
bl.Renewal("P5Y", mode="silent")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
dossier.of_kind("mmou")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
plan.dates("sined")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
minsk.label("de", "genitive")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
plan.kind.label("de", "bare")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
bl.Period("2026").label("de", "nom")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
bl.Period("2026").label("de", spacing="wide")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
bl.Duration(5).label("de", "gen")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
bl.find("Handel", "de", "sector")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
bl.find("Handel", type="sectr")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
plan.timeline()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
bl.dump(dossier, "x.csv", lnag="de")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
bl.load("x.csv", lnag="de")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
plan.title(5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
plan.kind = bl.AgreementKind.MOU  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
