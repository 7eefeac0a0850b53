"""Texts that the package writes, sampled widely.

``python -m tests.language.sample_texts COUNT [SEED]`` prints a table:
what was drawn, and its text in German, English and Russian. Each row is drawn
by itself, so that a change in one place leaves the other rows as they are. `test_samples.py`
compares a small sample with the one that it keeps.
"""

from __future__ import annotations

import argparse
import datetime
import random
import sys
from collections.abc import Callable, Iterator
from typing import Any

import attrs

import bilateral as bl
from bilateral import reference
from bilateral.dates.words.labels import FORMS
from bilateral.terms.counting import Effect

LANGS = ("de", "en", "ru")
HEADER = ("sample", "drawn", *LANGS)
# What every month has.
DAYS = range(1, 28)
Written = tuple[object, Callable[[str], str]]

STATES = ("BY", "KZ", "RU", "UZ", "DE", "CN", "AM", "TR", "US", "GB", "PH", "CI")
OWN = {
    "university": {
        "ru": bl.Phrase(
            "Белорусский государственный университет",
            gen="Белорусского государственного университета",
            ins="Белорусским государственным университетом",
            gender="m",
        ),
        "de": bl.Phrase("Belarussische Staatliche Universität", gender="f", article=True),
        "en": bl.Phrase("Belarusian State University", article=True),
    },
    # Names that are not known in every case, or in every language.
    "company": {"ru": "Минский тракторный завод", "en": "Minsk Tractor Works"},
    "broadcaster": {"kk": "«Қазақстан» телерадиокорпорациясы"},
}
SUBJECTS = (
    {
        "ru": bl.Phrase(
            "обмен студентами",
            gen="обмена студентами",
            dat="обмену студентами",
            loc="обмене студентами",
            gender="m",
        ),
        "de": bl.Phrase("Austausch von Studierenden", gender="m", article=True),
        "en": bl.Phrase("exchange of students", article=True),
    },
    {"ru": "поставка 200 автобусов", "de": "Lieferung von 200 Bussen", "en": "supply of 200 buses"},
    {"en": "joint ventures"},
)
DESIGNATIONS = (
    {
        "ru": bl.Phrase("Меморандум о партнёрстве", gender="m"),
        "de": bl.Phrase("Partnerschaftsmemorandum", gender="n"),
        "en": bl.Phrase("Memorandum of Partnership", article=True),
    },
    {
        "ru": bl.Phrase("Исполнительная программа", gender="f"),
        "de": bl.Phrase("Durchführungsprogramm", gender="n"),
        "en": bl.Phrase("Executive Programme", article=True),
    },
)
ENDS = {
    "ru": "вступление в силу нового соглашения",
    "de": "Inkrafttreten eines neuen Abkommens",
    "en": "entry into force of a new agreement",
}
DURATIONS = (
    *("P1Y", "P2Y", "P5Y", "P21Y", "P1M", "P3M", "P6M", "P18M", "P1Y6M"),
    *("P30D", "P90D", "P1D", "P21D", "P2W", "P2Y3M10D"),
)
PARTS = ("21", "24", "25", "29", "33", "34", "36", "37", "40", "41")
DAY_SHAPES = ("{y}", "{y}", "{y}-{m:02}", "{y}-{m:02}-{d:02}", "{y}-{part}", "{y:.3}X")
SPAN_SHAPES = (
    *("{a}", "{a}/{b}", "{a}/..", "../{a}", "{a}/", "/{a}", "{a}~/{b}", "{a}/{b}?"),
    *(
        "{y}/{z}",
        "{y}/{z}",
        "{y}/{z}",
        "{y}-{m:02}/{z}-{m:02}",
        "{y}-{m:02}/{y}-12",
        "{y}-33/{y}-36",
    ),
    *("{y}-{m:02}-{d:02}/{y}-{m:02}-28", "{y}-{m:02}-{d:02}/{z}-{m:02}-{d:02}", "199X/200X"),
    *("{y}-{m:02}-{d:02}/{y}-12-31", "{y}-XX", "{y}-{m:02}-XX", "{y}-XX-XX/{z}", "{y}-{m:02}-1X"),
)
# What follows the signature of a document, by how often.
AFTER_SIGNATURE = {
    "ratified": 4,
    "notification_received": 5,
    "in_force": 5,
    "took_effect": 2,
    "extended": 2,
    "suspended": 2,
    "notice_received": 3,
    "notice_sent": 1,
    "terminated": 2,
    "expired": 1,
    "superseded": 1,
    "fulfilled": 1,
    "amended": 1,
}


class Sampler:
    """Draws what is put into words."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)
        self.pick = self._random.choice

    def some(self, part: float) -> bool:
        """Whether it is one of that part of all."""
        return self._random.random() < part

    def several(self, options: Any, most: int) -> list[Any]:
        """Some of the options, each once."""
        return self._random.sample(list(options), self._random.randint(1, most))

    # --- who ---

    def partner(self, country: str) -> bl.Partner:
        bodies = [
            key for key, row in reference.institutions().items() if row.get("country") == country
        ]
        if bodies and self.some(0.5):
            return bl.Partner.institution(self.pick(sorted(bodies)))
        if self.some(0.12):
            kind = self.pick(sorted(OWN))
            return bl.Partner(f"own-{country.lower()}", kind, OWN[kind], country=country)
        return self.pick((bl.Partner.state, bl.Partner.government))(country)

    def sides(self) -> list[list[bl.Partner]]:
        one, other = self._random.sample(STATES, 2)
        first, second = self.partner(one), self.partner(other)
        more = [bl.Partner.state(other)] if self.some(0.08) else []
        return [[first], [second, *(extra for extra in more if extra.id != second.id)]]

    # --- when ---

    def day(self) -> datetime.date:
        return datetime.date(
            self.pick(range(2012, 2026)), self.pick(range(1, 13)), self.pick((1, 2, 15))
        )

    def numbers(self) -> dict[str, Any]:
        year = self.pick(range(2018, 2031))
        return {
            "y": year,
            "z": year + self.pick(range(1, 9)),
            "m": self.pick(range(1, 12)),
            "d": self.pick(DAYS),
            "part": self.pick(PARTS),
        }

    def date(self) -> str:
        numbers = self.numbers()
        return self.pick(DAY_SHAPES).replace("{y:.3}", str(numbers["y"])[:3]).format(**numbers)

    def period(self) -> str:
        while True:
            ends = {"a": self.date(), "b": self.date()}
            text = self.pick(SPAN_SHAPES).format(**self.numbers(), **ends)
            try:
                return str(bl.Period(text))
            except bl.ValidationError:
                continue

    # --- rules ---

    def start(self) -> bl.Start:
        if self.some(0.1):
            return bl.Start(date=self.date())
        effect = self.pick(sorted(Effect))
        lengths = {Effect.MONTH: ("P1M", "P4M"), Effect.YEAR: ("P1Y", "P3Y")}
        after = self.pick(lengths.get(effect, (*DURATIONS, None, None)))
        events = (
            "signed",
            "notification_received",
            "ratified",
            "instruments_exchanged",
            "approved",
        )
        on = self.several(events, 2 if self.some(0.15) else 1)
        return bl.Start(on, after=after, effect=effect, date=self.pick((None,) * 7 + ("2026",)))

    def term(self) -> bl.Term:
        more: dict[str, Any] = self.pick(
            (
                {"length": self.pick(DURATIONS), "reading": self.pick((None, "event"))},
                {"length": self.pick(DURATIONS), "to_year_end": self.some(0.3)},
                {"until": self.date(), "until_disputed": self.some(0.5)},
                {"indefinite": True},
            )
        )
        for name, part, draw in (
            ("entry", 0.8, self.start),
            ("provisional", 0.1, self.start),
            ("until_event", 0.1, lambda: ENDS),
            ("renewal", 0.0 if "indefinite" in more else 0.6, self.renewal),
            ("exit", 0.4, self.leave),
            ("survival", 0.2, self.survival),
        ):
            if self.some(part):
                more[name] = draw()
        return bl.Term(**more)

    def renewal(self) -> bl.Renewal:
        mode = self.pick(("tacit", "tacit", "tacit", "opt_in", "exchange"))
        more = {"times": self.pick((1, 2, 5))} if self.some(0.2) else {}
        notice = self.pick(("P6M", "P3M", "P30D", None))
        return bl.Renewal(self.pick(("P1Y", "P5Y", "P2M")), mode=mode, notice=notice, **more)

    def leave(self) -> bl.Exit:
        effect = self.pick(sorted(Effect))
        lengths = {Effect.MONTH: "P3M", Effect.YEAR: "P1Y"}
        after = lengths.get(effect) or self.pick(("P6M", "P30D", "P1Y", "P0D"))
        locked = self.pick((None, None, None, "P2Y"))
        return bl.Exit(after, effect=effect, locked=locked, counts=self.pick(("received", "sent")))

    def survival(self) -> bl.Survival:
        what = self.several(("projects", "obligations", "provisions", "agreements"), 3)
        return bl.Survival(what, length=self.pick((None, None, "P2Y")))

    # --- documents ---

    def events(self, sides: list[list[bl.Partner]]) -> list[bl.Event]:
        day = self.day()
        found = [bl.Event.signed(str(day), place="Astana")] if self.some(0.9) else []
        for kind in self.several(AFTER_SIGNATURE, 3):
            if self.some(AFTER_SIGNATURE[kind] / 5):
                day += datetime.timedelta(days=self.pick(range(10, 500)))
                by = sides[0][0] if kind.startswith(("not", "rat")) else None
                found.append(bl.Event(kind, str(day)[: self.pick((10, 10, 10, 7, 4))], by=by))
        return found

    def other(self, sides: list[list[bl.Partner]]) -> bl.Agreement:
        """A document that another one is about."""
        kind = self.pick(("agreement", "treaty", "protocol", "memorandum", "programme"))
        signed = self.pick(("2015-03-02", "2004-12-22", "2019-11", "2021", "2023-06-15~"))
        topic = self.pick(({}, {"sectors": ["trade"]}, {"subject": SUBJECTS[0]}))
        return bl.Agreement("other", kind, sides, events=[bl.Event.signed(signed)], **topic)

    def document(self, *, timed: bool = False) -> bl.Agreement:
        kind = self.pick(sorted(bl.AgreementKind))
        sides = self.sides()
        more: dict[str, Any] = {
            "sectors": self.several(sorted(reference.sectors()), self.pick((1, 2, 3, 7)))
        }
        if self.some(0.25):
            more["subject"] = self.pick(SUBJECTS)
        if self.some(0.05):
            more["designation"] = self.pick(DESIGNATIONS)
        if self.some(0.55):
            more["period"] = self.period()
        about = "amends" if kind in ("amending_protocol", "additional_protocol") else "implements"
        if self.some(0.85 if about == "amends" else 0.15):
            more[about] = [self.other(sides)]
        if timed:
            more["term"] = self.term()
        if timed or self.some(0.6):
            more["events"] = self.events(sides)
        return bl.Agreement("drawn", kind, sides, **more)

    def valid(self, draw: Callable[[], Any]) -> Any:
        """The first that obeys the rules: some events exclude each other."""
        while True:
            try:
                return draw()
            except bl.ValidationError:
                continue


# --- what is written -------------------------------------------------------------------------


def title(sampler: Sampler) -> Written:
    one = sampler.valid(sampler.document)
    first = sampler.pick((None, None, None, one.sides[1].partners[0]))
    return told(one), lambda lang: one.title(lang, first=first)


def summary(sampler: Sampler) -> Written:
    one = sampler.valid(sampler.document)
    return told(one), one.summary


def status(sampler: Sampler) -> Written:
    one = sampler.valid(lambda: sampler.document(timed=True))
    day = str(sampler.day() + datetime.timedelta(days=2000))
    return f"{day} {told(one)}", one.status(day).text


def term(sampler: Sampler) -> Written:
    one = sampler.valid(sampler.term)
    rules = (field.name for field in attrs.fields(bl.Term) if getattr(one, field.name))
    return " ".join(rules), one.label


def deadline(sampler: Sampler) -> Written:
    while True:
        dossier = bl.Dossier(agreements=[sampler.valid(lambda: sampler.document(timed=True))])
        if found := dossier.deadlines("2015-01-01", "2035-12-31"):
            one = sampler.pick(found)
            return f"{one.kind} {one.days}", one.text


def period(sampler: Sampler) -> Written:
    one, form = bl.Period(sampler.period()), sampler.pick([form for form in FORMS if form != "of"])
    return f"{one} {form}", lambda lang: one.label(lang, form)


def date(sampler: Sampler) -> Written:
    mark, form = sampler.pick(("", "", "", "~", "?", "%")), sampler.pick(FORMS)
    one = bl.PartialDate(sampler.pick(("2025-11-05", "2025-05", "2026")) + mark)
    return f"{one} {form}", lambda lang: one.label(lang, form)


def duration(sampler: Sampler) -> Written:
    one, form = bl.Duration.parse(sampler.pick(DURATIONS)), sampler.pick(("acc", "obl"))
    return f"{one} {form}", lambda lang: one.label(lang, form)


def told(one: bl.Agreement) -> str:
    """A document in short."""
    sides = "/".join("+".join(partner.id for partner in side) for side in one.sides)
    events = (f"{event.kind}={event.date}" for event in one.events)
    return " ".join((str(one.kind), sides, *([str(one.period)] if one.period else []), *events))


# How many of a hundred samples are of each kind.
KINDS: dict[Callable[[Sampler], Written], int] = {
    title: 32,
    summary: 12,
    status: 18,
    term: 14,
    deadline: 6,
    period: 12,
    date: 4,
    duration: 2,
}


def samples(count: int, seed: int = 1) -> Iterator[tuple[str, ...]]:
    """As many rows as asked for."""
    kinds = [kind for kind, weight in KINDS.items() for _ in range(weight)]
    for number in range(count):
        # A number without a factor of a hundred mixes the kinds, also in a small sample.
        kind = kinds[number * 37 % len(kinds)]
        name = f"{kind.__name__} {seed}.{number:04}"
        drawn, write = kind(Sampler(name))
        yield tuple(plain(one) for one in (name, drawn, *map(write, LANGS)))


def plain(cell: object) -> str:
    """A cell of the table."""
    return " ".join(str(cell).split("\n")).replace("\t", " ")


def main() -> None:
    """Print as many as asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("count", type=int)
    parser.add_argument("seed", type=int, nargs="?", default=1)
    options = parser.parse_args()
    for row in (HEADER, *samples(options.count, options.seed)):
        sys.stdout.write("\t".join(row) + "\n")


if __name__ == "__main__":
    main()
