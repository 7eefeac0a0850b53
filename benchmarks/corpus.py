"""A seeded register: as many agreements as asked for, with partners, events and sources."""

from __future__ import annotations

import datetime
import json
import random
from pathlib import Path
from typing import Any

SEED = 20251105
COUNTRIES = ("BY", "KZ", "RU", "UZ", "KG", "DE", "CN", "TR", "IN", "IR", "RS", "AZ")
BODY_KINDS = ("ministry", "city_executive", "university", "company")
EVENT_KINDS = ("signed", "in_force")
KINDS = ("memorandum", "agreement", "roadmap", "action_plan", "programme", "protocol", "twinning")
SECTORS = (
    "trade", "economy", "science", "technology", "culture", "education", "health", "tourism",
    "sport", "agriculture", "industry", "energy", "transport", "environment", "youth", "digital",
)  # fmt: skip
PLACES = ("Minsk", "Astana", "Moscow", "Tashkent", "Bishkek", "Berlin", "Beijing", "Ankara")
WORDS = [
    "development",
    "of",
    "cooperation",
    "exchange",
    "of",
    "experience",
    "joint",
    "ventures",
    "training",
    "of",
    "specialists",
    "mutual",
    "deliveries",
    "modernisation",
    "of",
    "enterprises",
    "scientific",
    "conferences",
    "student",
    "mobility",
]
FIRST_DAY = datetime.date(1992, 1, 1).toordinal()
LAST_DAY = datetime.date(2026, 6, 30).toordinal()


def document(size: int) -> dict[str, Any]:
    """A dossier as plain data, in the wire format: what agreements refer to stands within them."""
    chance = random.Random(SEED)
    partners = [_partner(number, chance) for number in range(max(24, size // 50))]
    agreements = [_agreement(number, chance, partners) for number in range(size)]
    return {"bilateral": "1", "agreements": agreements}


def write(path: Path, size: int) -> None:
    """That document as JSON Lines."""
    data = document(size)
    with path.open("w", encoding="utf-8") as file:
        file.write(_line({"bilateral": data["bilateral"]}))
        file.writelines(_line({"table": "agreements", **one}) for one in data["agreements"])


def _line(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _partner(number: int, chance: random.Random) -> dict[str, Any]:
    country = COUNTRIES[number % len(COUNTRIES)]
    name = " ".join(chance.sample(WORDS, 3))
    return {
        "id": f"{country.lower()}-body-{number}",
        "kind": chance.choice(BODY_KINDS),
        "name": {"en": f"Body for {name}", "ru": f"Орган {number}"},
        "country": country,
    }


def _source(number: int, chance: random.Random) -> dict[str, Any]:
    return {
        "id": f"source-{number}",
        "publisher": chance.choice(("BelTA", "Kazinform", "Uzbekistan Today", "Register")),
        "lang": chance.choice(("de", "ru", "en")),
        "date": _day(chance),
        "url": f"https://news.example.org/{chance.getrandbits(48)}/{number}",
    }


def _day(chance: random.Random) -> str:
    return datetime.date.fromordinal(chance.randint(FIRST_DAY, LAST_DAY)).isoformat()


def _agreement(
    number: int, chance: random.Random, partners: list[dict[str, Any]]
) -> dict[str, Any]:
    one, other = chance.sample(range(len(COUNTRIES)), 2)
    rows = len(partners) // len(COUNTRIES)
    sides = [
        [partners[chance.randrange(rows) * len(COUNTRIES) + country]] for country in (one, other)
    ]
    third = partners[chance.randrange(rows) * len(COUNTRIES) + one]
    if chance.random() < 0.5 and third not in sides[0]:  # noqa: PLR2004 - 2.5 partners each
        sides[0].append(third)
    signed = _day(chance)
    year = int(signed[:4]) + 1
    events = [{"kind": "signed", "date": signed, "place": chance.choice(PLACES)}]
    if chance.random() < 0.4:  # noqa: PLR2004 - 1.4 events each
        events.append({"kind": "in_force", "date": f"{year}-01-01"})
    # 1.33 sources each, none of which another agreement has.
    numbers = [number * 2, number * 2 + 1] if chance.random() < 1 / 3 else [number * 2]
    return {
        "id": f"agreement-{number}",
        "kind": chance.choice(KINDS),
        "sides": sides,
        "sectors": chance.sample(SECTORS, chance.randint(1, 5)),
        "subject": {
            "en": " ".join(chance.sample(WORDS, 8)),
            "de": " ".join(chance.sample(WORDS, 8)),
        },
        "period": f"{year}/{year + chance.randint(0, 9)}",
        "events": events,
        "sources": [_source(number, chance) for number in numbers],
    }
