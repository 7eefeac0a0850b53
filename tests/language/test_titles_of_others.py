"""Titles with partners that nobody showed the package, as people type their names.

`python -m tests.language.test_titles_of_others` writes the golden file anew; read the
difference as an editor would before you commit it.
"""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from bilateral import Agreement, AgreementKind, Event, Partner
from bilateral.tables import parse_rows

GOLDEN = Path(__file__).parents[1] / "golden" / "titles_of_others.tsv"
NAMES = Path(__file__).with_name("partners_of_others.tsv")
LANGUAGES = ("de", "en", "ru")
#: Nine in ten titles are to be sentences.
MOST_LISTS = 0.1
TOPICS = (
    {"sectors": ["trade", "economy"]},
    {},
    {"sectors": ["education", "science"], "period": "2026/2028"},
    {"sectors": ["tourism"]},
    {"subject": {"de": "zur Lieferung von Bussen", "en": "supply of buses", "ru": "поставка"}},
)


def partners() -> list[Partner]:
    """The partners of the table."""
    return [
        Partner(
            row["id"].replace("_", "-"),
            row["kind"],
            {lang: row[lang] for lang in LANGUAGES if lang in row}
            | dict([row["other"].split("=")] if "other" in row else []),
            country=row["country"],
        )
        for row in parse_rows(NAMES.read_text(encoding="utf-8"))
    ]


def documents() -> Iterator[tuple[str, Agreement]]:
    """A document for every partner, with another one or with a government of the tables."""
    everybody = partners()
    kinds = [kind for kind in AgreementKind if kind is not AgreementKind.AMENDING_PROTOCOL]
    known = Partner.government("BY"), Partner.city_government("KZ-71")
    for number, partner in enumerate(everybody):
        other = everybody[number * 7 % len(everybody)] if number % 2 else known[number // 2 % 2]
        if other == partner:
            other = known[0]
        fields = TOPICS[number % len(TOPICS)]
        kind = kinds[number * 5 % len(kinds)]
        yield f"{partner.id}, {kind}", Agreement("x", kind, (partner, other), **fields)
    sides = everybody[0], everybody[1]
    parent = Agreement("y", "agreement", sides, events=[Event.signed("2021-03-02")])
    for kind, about in (("amending_protocol", "amends"), ("work_plan", "implements")):
        yield f"{about} another's", Agreement("x", kind, sides, **{about: parent})


def rows() -> list[str]:
    """The golden file as it should be."""
    found = []
    for (name, document), lang in product(documents(), LANGUAGES):
        title = document.title(lang)
        missing = ", ".join(f"{word}:{form}" for word, form in title.missing)
        derived = ", ".join(f"{word}:{form}" for word, form in title.derived)
        found.append(f"{name}\t{lang}\t{title}\t{missing}\t{derived}")
    return found


def test_titles_with_other_partners_are_the_golden_ones_to_the_character():
    assert rows() == GOLDEN.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nine_in_ten_are_sentences(lang):
    titles = [document.title(lang) for _, document in documents()]
    lists = [title for title in titles if title.frame.startswith("{kind} (")]

    assert len(lists) < MOST_LISTS * len(titles)


def main() -> None:
    GOLDEN.write_text("\n".join(rows()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
