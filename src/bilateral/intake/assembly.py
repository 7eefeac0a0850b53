"""The drafts of a list put together: partners, ids, documents that refer to each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

from bilateral.agreements import Agreement
from bilateral.identifiers import Identifier
from bilateral.instruments import AgreementKind
from bilateral.intake.drafts import Draft
from bilateral.intake.findings import Finding
from bilateral.intake.identity import give_ids, repeated, signed_on
from bilateral.intake.parties import Spellings
from bilateral.language.folding import fold
from bilateral.partners import Side
from bilateral.problems import Problem, ValidationError
from bilateral.reading.parsed_titles import ParsedTitle
from bilateral.sources import RecordedTitle, Source, is_address
from bilateral.text import Phrases

__all__ = ["Assembly"]

_RELATIONS = ("amends", "implements", "supersedes")
_FIELDS = ("sectors", "period", "term", "note", "languages")


class Assembly:
    """The agreements of all rows that have what one needs.

    ``agreements`` has them by the keys of their rows, ``repeated`` the rows of documents that
    another row has, with that row.
    """

    def __init__(self, drafts: Iterable[Draft], spellings: Spellings, lang: str) -> None:
        self._lang = lang
        self._sides: dict[str, tuple[Side, ...]] = {}
        ready: list[Draft] = []
        for draft in drafts:
            if draft.is_document:
                self._sides[draft.key] = spellings.sides(draft.values["sides"])
                ready.append(draft)
        self.repeated: Mapping[str, Draft] = repeated(ready, self._sides, lang)
        documents = [draft for draft in ready if draft.key not in self.repeated]
        give_ids(documents, self._sides)
        for draft in ready:
            draft.id = self.repeated.get(draft.key, draft).id
        self._acts = _by_act(documents, self._sides)
        self._made: dict[str, Agreement | None] = {}
        self.agreements: Mapping[str, Agreement] = {
            draft.key: made for draft in documents if (made := self._agreement(draft)) is not None
        }

    def _agreement(self, draft: Draft) -> Agreement | None:
        """The agreement of a row; nothing, and its problems, if it breaks a rule."""
        if draft.key not in self._made:
            # Two documents that name each other: the second refers to nothing.
            self._made[draft.key] = None
            try:
                self._made[draft.key] = Agreement(**self._arguments(draft))
            except ValidationError as error:
                draft.problems += error.problems
        return self._made[draft.key]

    def _arguments(self, draft: Draft) -> dict[str, Any]:
        values = draft.values
        number = values.get("number")
        url = values.get("url")
        arguments: dict[str, Any] = {
            "id": draft.id,
            "kind": values["kind"],
            "sides": self._sides[draft.key],
            "designation": self._designation(draft),
            "events": values.get("events", ()),
            "titles": [RecordedTitle(draft.text, self._lang_of_title(draft))] if draft.text else (),
            **{name: values[name] for name in _FIELDS if name in values},
            **self._relations(draft),
        }
        if "subject" in values:
            subject = values["subject"]
            if not isinstance(subject, Phrases):
                lang = self._lang_of_title(draft) if subject in draft.text else self._lang
                subject = {lang: subject}
            arguments["subject"] = subject
        if number and number != draft.id:
            scheme = next(one.column for one in draft.findings if one.field == "number")
            arguments["identifiers"] = [Identifier(scheme or "number", number)]
        if url and is_address(url):
            arguments["sources"] = [Source(f"{draft.id}-source", url=url)]
        elif url:
            draft.keep("list:url", url)
        arguments["extra"] = draft.private()
        return arguments

    def _lang_of_title(self, draft: Draft) -> str:
        """The language of a title, which may be another one than that of its list."""
        return draft.title.lang if draft.title else self._lang

    def _designation(self, draft: Draft) -> dict[str, str] | None:
        """What the document calls itself, if its kind has another name."""
        title = draft.title
        kind: AgreementKind = draft.values["kind"]
        if title is None or not title.designation or title.kind is not kind:
            return None
        label = fold(kind.label(title.lang))
        own = fold(title.designation)
        return None if label.startswith(own) else {title.lang: title.designation}

    # --- other documents ---

    def _relations(self, draft: Draft) -> dict[str, tuple[Agreement, ...]]:
        """The documents of the list that this one changes, carries out or replaces."""
        if draft.title is None:
            return {}
        found: dict[str, tuple[Agreement, ...]] = {}
        for field in _RELATIONS:
            for other in getattr(draft.title, field):
                agreements = self._named(draft, other)
                agreement = self._agreement(agreements[0]) if len(agreements) == 1 else None
                # One that the list does not have is not asked for: nobody here knows more.
                problem = (
                    Problem("several-in-list", (), other.text) if len(agreements) > 1 else None
                )
                if agreement and field in draft.title.uncertain and not draft.takes_likely:
                    problem = Problem("uncertain-reading", (), other.text)
                draft.findings.append(
                    Finding(
                        field,
                        "",
                        other.text,
                        agreement.id if agreement else None,
                        problem,
                        is_taken=agreement is not None and problem is None,
                    )
                )
                if agreement and problem is None:
                    found[field] = (*found.get(field, ()), agreement)
        return found

    def _named(self, draft: Draft, other: ParsedTitle) -> list[Draft]:
        """The documents of the list that a title inside another may mean."""
        ids = frozenset(one.id for one in chain(*self._sides[draft.key]))
        found = [
            one
            for one in self._acts.get((other.kind, ids), ())
            if one is not draft and (other.date is None or str(signed_on(one)) == str(other.date))
        ]
        if len(found) > 1 and other.sectors:
            found = [one for one in found if one.values.get("sectors") == other.sectors]
        return found


def _by_act(
    drafts: Iterable[Draft], sides: Mapping[str, tuple[Side, ...]]
) -> dict[tuple[Any, frozenset[str]], list[Draft]]:
    found: dict[tuple[Any, frozenset[str]], list[Draft]] = {}
    for draft in drafts:
        ids = frozenset(one.id for one in chain(*sides[draft.key]))
        found.setdefault((draft.values["kind"], ids), []).append(draft)
    return found
