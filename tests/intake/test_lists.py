"""Whole lists of ministries, cities and universities, and what becomes of each row.

``python -m tests.intake.test_lists`` writes the golden file anew: read the difference.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import bilateral as bl
from bilateral.agreements import Agreement

FOLDER = Path(__file__).parent / "lists"
GOLDEN = FOLDER.parents[1] / "golden" / "lists.tsv"
HOMES: dict[str, Any] = {
    "ru_ministries": "BY",
    "ru_titles": "BY",
    "ru_universities": bl.Partner(
        "kz-enu", "university", {"ru": "Евразийский национальный университет"}, country="KZ"
    ),
    "de_cities": bl.Partner.city("de-bonn"),
    "de_universities": bl.Partner(
        "de-uni-potsdam", "university", {"de": "Universität Potsdam"}, country="DE"
    ),
}
IN_DOSSIER = (bl.RowState.TAKEN, bl.RowState.PARTLY)
LISTS = sorted(path.stem for path in FOLDER.iterdir())


def lines(name: str) -> Iterator[str]:
    """A line for each row of a list: what became of it, and what is asked."""
    (path,) = FOLDER.glob(f"{name}.*")
    dossier, review = bl.read_list(path, name[:2], home=HOMES.get(name))
    for row in review:
        agreement = dossier.agreements.get(row.id or "") if row.state in IN_DOSSIER else None
        questions = (f"{one.code}: {one.value}" for one in row.questions)
        cells = (name, str(row.row), row.state.value, *shown(agreement), " | ".join(questions))
        yield "\t".join(cells)


def shown(agreement: Agreement | None) -> tuple[str, ...]:
    if agreement is None:
        return ("",) * 6
    sides = (" + ".join(one.id for one in side) for side in agreement.sides)
    events = (f"{one.kind.value} {one.date or ''} {one.place or ''}" for one in agreement.events)
    return (
        agreement.id,
        agreement.kind.value,
        " – ".join(sides),
        " | ".join(" ".join(one.split()) for one in events),
        " ".join(str(one) for one in (agreement.period, agreement.term) if one),
        " ".join(one.code for one in agreement.sectors),
    )


@pytest.mark.parametrize("name", LISTS)
def test_each_row_becomes_what_it_did_when_somebody_read_it(name: str) -> None:
    golden = GOLDEN.read_text(encoding="utf-8").splitlines()
    assert list(lines(name)) == [line for line in golden if line.startswith(f"{name}\t")]


def test_a_language_more_of_which_little_is_known_changes_nothing(tmp_path: Path) -> None:
    text = (
        "Partner;Type;In force;Valid;Sector\n"
        "University of Lima (Peru);MoU;1 May 2014;yes;trade\n"
        "University of Chile (Chile);Contract on fishing;2 May 2015;until further notice;\n"
    )
    home = bl.Partner("uni", "university", {"en": "University of Astana"}, country="KZ")
    dossier, review = bl.read_list(text, "en", home=home)
    (tmp_path / "months.tsv").write_text("id\tnom\n1\tjanvier\n", encoding="utf-8")
    bl.add_language("fr", tmp_path)
    assert bl.read_list(text, "en", home=home).review.counts == review.counts
    review.to_xlsx(tmp_path / "review.xlsx")
    again = bl.read_list(text, "en", home=home, review=tmp_path / "review.xlsx")
    assert again.dossier == dossier
    assert bl.read_list(text, "fr", home=home).review.counts["rows"] == len(review)


if __name__ == "__main__":
    GOLDEN.write_text("".join(f"{line}\n" for name in LISTS for line in lines(name)), "utf-8")


class TestOtherLanguages:
    ENGLISH = tuple(
        f"Exchange agreement between the Republic of Peru and the Republic of {name} on trade"
        for name in ("Chile", "Cuba", "Panama")
    )

    def test_many_titles_in_another_language_are_noticed(self) -> None:
        (notice,) = bl.read_list("\n".join(self.ENGLISH), "de").review.notices
        assert (notice.code, notice.value) == ("other-language", "en")
        assert "(de)" in notice.message("en")

    def test_a_title_and_its_subject_are_in_their_own_language(self) -> None:
        german = "Abkommen zwischen der Republik Peru und Japan über die Jagd auf Schmetterlinge"
        titles = [german, german.replace("Japan", "Kuba"), german.replace("Japan", "Chile")]
        found = bl.read_list("\n".join([*titles, *self.ENGLISH[:1]]), "de")
        assert found.review.notices == ()
        langs = [one.titles[0].lang for one in found.dossier.agreements]
        assert langs == ["de", "de", "de", "en"]
        *_, english = found.dossier.agreements
        assert "agreement" not in english.title("de").lower()
