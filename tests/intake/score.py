"""How well lists are read: ``python -m tests.intake.score [FOLDER] [-v] [--home country | name]``.

A folder has lists, for each FILE the right answers in FILE.gold.jsonl, and files.json with the
language and the owner of each. Counted are the rows that a person has to look at (a question that
stands in many rows once, one about a whole list once), the faults in those that nobody asks
about, and the rows that are lost.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import attrs

import bilateral as bl
from bilateral.intake.questions import OF_LIST
from bilateral.language.folding import bare, fold, grammar
from bilateral.reading.candidates import PARTNERS
from bilateral.reading.finding import certain

DATA = Path(__file__).parent / "data"
# What is told of the owner of a list: nothing, the country, or who it is.
WAYS = ("none", "country", "name")
_PLACE = re.compile(
    r"^(?:г\. ?|город(?:ом|а)? |мэрия |stadt |landeshauptstadt |city of |town of |the )"
)
_BRACKET = re.compile(r"\s*\([^()]*\)")
_BODY_IN_PLACE = re.compile(r"\A(.+) \(([^()]+)\)\Z")

Gold = dict[str, Any]


@attrs.define
class Score:
    """What was counted in one list or in several."""

    rows: int = 0
    asked: int = 0
    open: int = 0
    faults: list[str] = attrs.field(factory=list)
    hard: list[str] = attrs.field(factory=list)
    lost: list[str] = attrs.field(factory=list)
    shown: list[str] = attrs.field(factory=list)
    codes: Counter[str] = attrs.field(factory=Counter)

    def add(self, other: Score) -> None:
        """Count another list, too."""
        for field in attrs.fields(Score):
            mine = getattr(self, field.name)
            mine += getattr(other, field.name)
            setattr(self, field.name, mine)

    def line(self) -> str:
        """The counts in one line."""
        rest = max(self.rows - self.open, 1)
        return (
            f"{self.rows} rows, {self.asked} to look at ({1000 * self.asked / self.rows:.0f}/1000),"
            f" {self.open} open, {len(self.faults)} of the others with a fault"
            f" ({1000 * len(self.faults) / rest:.0f}/1000), {len(self.hard)} hard ones,"
            f" {len(self.lost)} lost"
        )


def score(path: Path, facts: dict[str, Any], home: bl.Partner | str | None) -> Score:
    """The counts of one list."""
    lines = Path(f"{path}.gold.jsonl").read_text("utf-8").splitlines()
    gold: dict[int, Gold] = {one["row"]: one for one in map(json.loads, lines)}
    dossier, review = bl.read_list(path, facts["lang"], home=home)
    found = Score(rows=len(gold))
    of_list = [one for one in review.questions if one.problem.code in OF_LIST]
    first = {one.rows[0] for one in review.questions if one.problem.code not in OF_LIST}
    found.asked = len(of_list) + len(first & gold.keys())
    rows = {one.row: one for one in review}
    for number, right in gold.items():
        row = rows.get(number)
        name = f"{path.name}:{number}"
        if row is None or row.is_passed_over:
            found.lost.append(f"{name} {right['title']}")
        elif row.questions:
            found.open += 1
            found.codes.update(one.code for one in row.questions)
            sentences = " ".join(one.message("en") for one in row.questions)
            found.shown.append(f"{name} ASKED {row.title} {right['sides'][1:]}: {sentences}")
        elif row.state is bl.RowState.REPEATED:
            if "duplicate_of" not in right:
                found.lost.append(f"{name} repeated: {right['title']}")
        else:
            faults = [*_faults(dossier[row.id or ""], right, facts["lang"], home)]
            if faults:
                text = f"{name} FAULT {right['title']}: {'; '.join(faults)}"
                (found.hard if right.get("hard") else found.faults).append(text)
    for row in review:
        if row.row not in gold and row.state in (bl.RowState.TAKEN, bl.RowState.PARTLY):
            found.faults.append(f"{path.name}:{row.row} FAULT no record: {row.title}")
        elif row.row not in gold and row.questions:
            found.asked += 1
            found.shown.append(f"{path.name}:{row.row} ASKED no record: {row.title}")
    return found


def _faults(
    agreement: bl.Agreement, right: Gold, lang: str, home: bl.Partner | str | None
) -> Iterator[str]:
    kinds = [right["kind"], *right.get("kind_also", ())]
    if right["kind"] and agreement.kind.value not in kinds:
        yield f"kind {agreement.kind.value}, not {kinds}"
    left = list(right["sides"])
    for partner in agreement.partners:
        same = next((one for one in left if _is_same(partner, *one, lang)), None)
        is_owner = isinstance(home, bl.Partner) and partner == home
        if same is None and is_owner and len(right["sides"]) == 1:
            # Where rows do not name whose list it is, some answers leave it out.
            continue
        if same is None:
            yield f"side {partner.name.marked(lang)} {partner.country} {partner.id}, not {left}"
        else:
            left.remove(same)
    if left and len(agreement.partners) < len(right["sides"]):
        yield f"no side {left}"
    signed = next((str(one) for one in agreement.dates("signed")), None)
    if signed != right["signed"]:
        yield f"signed {signed}, not {right['signed']}"
    sectors = {one.code for one in agreement.sectors}
    if right["sectors"] and sectors.isdisjoint(right["sectors"]):
        yield f"sectors {sorted(sectors)}, not {right['sectors']}"
    words = right["period_or_term"]
    if words and not (agreement.term or agreement.period) and fold(words) not in _kept(agreement):
        yield f"term {words}"


def _kept(agreement: bl.Agreement) -> str:
    texts = [*map(str, agreement.extra.values()), str(agreement.note)]
    return fold(" ".join([*texts, *(str(one.text) for one in agreement.titles)]))


def _is_same(partner: bl.Partner, who: str, country: str | None, lang: str) -> bool:
    if partner.country != country:
        return False
    named = {one.value.id for one in certain(who, lang, PARTNERS)}
    named |= {one.value.id for one in bl.find(who, lang, type=bl.Partner, country=country)[:1]}
    own = partner.name.marked(lang)
    with suppress(bl.AmbiguousText, bl.ValidationError):
        # A ministry is made of its words, and called in full.
        named.add(bl.Partner.like(who, lang, country=country).id)
    # What no table has may stand in another case: с Ловечем.
    if partner.id in named or grammar(lang).is_form(_plain(who), _plain(own)):
        return True
    return not _without_place(who).isdisjoint(_without_place(own))


def _without_place(name: str) -> set[str]:
    """A name as it is, and without the place that a body may have behind it."""
    first = _BODY_IN_PLACE.sub(r"\2, \1", name)
    texts = (name, first, _BRACKET.sub("", name), name.rpartition(", ")[0] or name)
    return {*map(_plain, texts)}


def _plain(text: str) -> str:
    return _PLACE.sub("", bare(text)).strip()


def _partner(name: str, facts: dict[str, Any]) -> bl.Partner:
    try:
        return bl.Partner.like(name, facts["lang"], country=facts["home"])
    except (bl.AmbiguousText, bl.ValidationError):
        # Only a town has no word for what it is.
        kind = bl.PartnerKind.ORGANISATION if " " in name else bl.PartnerKind.CITY
        return bl.Partner("home", kind, {facts["lang"]: name}, country=facts["home"])


def main(arguments: list[str]) -> None:
    """Print the counts, and with ``-v`` the rows."""
    folders = [one for one in arguments if not one.startswith("-")]
    folder = Path(folders[0]) if folders else DATA
    files = json.loads((folder / "files.json").read_text("utf-8"))
    for way in WAYS:
        total = Score()
        for facts in files:
            country = None if way == "none" else facts["home"]
            home = facts["home_name"] or country if way == "name" else country
            if way == "name" and facts["home_name"]:
                home = _partner(home, facts)
            try:
                found = score(folder / facts["file"], facts, home)
            except bl.ValidationError as error:
                print(f"  {facts['file']}: {error}")
                continue
            total.add(found)
            if "-v" in arguments and f"--{way}" in arguments:
                print(f"== {facts['file']}: {found.line()}")
                print(*found.lost, *found.faults, *found.hard, *found.shown, sep="\n")
        if total.rows:
            print(f"home={way}: {total.line()}\n   {dict(total.codes.most_common())}")


if __name__ == "__main__":
    main(sys.argv[1:])
