"""Reading a document: references, records in place, and what is wrong in it."""

import json

import pytest

import bilateral as bl
from bilateral import Phrase, ValidationError
from tests.conftest import problems_of
from tests.formats.helpers import AGREEMENT, BY, KZ, document, found


def read(**fields):
    return bl.loads(json.dumps(document(**fields)))


class TestReading:
    def test_an_agreement_holds_the_partners_that_it_refers_to(self):
        dossier = read()

        assert dossier["a"].sides[0].partners[0] is dossier.partner("by")

    def test_a_plain_text_is_a_phrase_and_a_mapping_one_with_forms(self):
        dossier = read(title={"en": "T", "ru": {"nom": "Т", "gender": "n"}})

        assert dossier.title["ru"] == Phrase("Т", gender="n")

    def test_a_record_may_stand_where_it_is_used_instead_of_its_id(self):
        agreement = {**AGREEMENT, "sides": [[BY], [KZ]]}

        assert read(partners=[], agreements=[agreement]) == read()

    def test_a_parent_may_stand_later(self):
        """Records are read when something refers to them."""
        child = {**AGREEMENT, "id": "c", "implements": ["a"]}
        dossier = read(agreements=[child, AGREEMENT])

        assert dossier["c"].implements == (dossier["a"],)
        assert [one.id for one in dossier] == ["c", "a"]

    def test_own_sectors_are_referred_to_by_code_like_built_in_ones(self):
        dossier = read(
            sectors=[{"code": "bees", "name": {"en": "bees"}, "broader": "agriculture"}],
            agreements=[{**AGREEMENT, "sectors": ["trade", "bees"]}],
        )

        assert dossier["a"].sectors[1] is dossier.sectors[0]

    def test_a_byte_order_mark_before_the_text_is_passed_over(self):
        text = json.dumps(document())

        assert bl.loads(b"\xef\xbb\xbf" + text.encode()) == bl.loads("\ufeff" + text) == read()

    @pytest.mark.parametrize(
        ("fields", "problems"),
        [
            ({"bilateral": "2"}, [("bilateral", "newer-version")]),
            ({"bilateral": "0"}, [("bilateral", "unsupported-version")]),
            ({"bilateral": 1}, [("bilateral", "wrong-type")]),
            ({"bilateral": None}, [("bilateral", "no-version")]),
            ({"agrements": []}, [("agrements", "unknown-field")]),
            (
                {"partners": {}},
                [
                    ("partners", "wrong-type"),
                    ("agreements[0].sides[0][0]", "unresolved"),
                    ("agreements[0].sides[1][0]", "unresolved"),
                ],
            ),
            ({"partners": [5, BY, KZ]}, [("partners[0]", "wrong-type")]),
            ({"partners": [{**BY, "nom": 1}, KZ]}, [("partners[0].nom", "unknown-field")]),
            ({"partners": [BY, KZ, BY]}, [("partners[2].id", "duplicate-id")]),
            (
                {"partners": [BY, {k: v for k, v in KZ.items() if k != "kind"}]},
                [("partners[1].kind", "missing-field")],
            ),
            (
                {"agreements": [{**AGREEMENT, "sides": [["by"], ["kazakhstan"]]}]},
                [("agreements[0].sides[1][0]", "unresolved")],
            ),
            (
                {"agreements": [{**AGREEMENT, "sides": [["by"], [5]]}]},
                [("agreements[0].sides[1][0]", "wrong-type")],
            ),
            (
                {"agreements": [{**AGREEMENT, "sides": [["by"], "kz"]}]},
                [("agreements[0].sides[1]", "wrong-type")],
            ),
            (
                {"agreements": [{**AGREEMENT, "sectors": "ab"}]},
                [("agreements[0].sectors", "wrong-type")],
            ),
            (
                {"agreements": [{**AGREEMENT, "sectors": ["industri", "trade"]}]},
                [("agreements[0].sectors[0]", "unknown-sector")],
            ),
            ({"agreements": [{**AGREEMENT, "id": 5}]}, [("agreements[0].id", "wrong-type")]),
            (
                {"agreements": [{**AGREEMENT, "period": 2026}]},
                [("agreements[0].period", "wrong-type")],
            ),
            (
                {"agreements": [{**AGREEMENT, "events": [{"kind": "signed", "date": True}]}]},
                [("agreements[0].events[0].date", "wrong-type")],
            ),
            (
                {"agreements": [{**AGREEMENT, "subject": {"en": 5, "de": {"gen": "x"}}}]},
                [
                    ("agreements[0].subject.en", "wrong-type"),
                    ("agreements[0].subject.de.nom", "missing-field"),
                ],
            ),
            (
                {
                    "agreements": [
                        {**AGREEMENT, "implements": ["b"]},
                        {**AGREEMENT, "id": "b", "implements": ["a"]},
                    ]
                },
                [("agreements[1].implements[0]", "cycle")],
            ),
            ({"title": []}, [("title", "wrong-type")]),
        ],
    )
    def test_each_problem_has_its_place_and_a_broken_record_does_not_spread(self, fields, problems):
        text = json.dumps(document(**fields))

        with pytest.raises(ValidationError) as caught:
            bl.loads(text)

        assert problems_of(caught) == problems

    def test_a_long_chain_of_parents_is_refused_before_python_gives_up(self):
        chain = [{**AGREEMENT, "id": f"a{i}", "implements": [f"a{i + 1}"]} for i in range(300)]
        chain.append({**AGREEMENT, "id": "a300"})
        assert len(read(agreements=chain)) == len(read(agreements=chain[::-1])) == 301
        with pytest.raises(ValidationError) as caught:
            read(agreements=[*chain[::2], *chain[1::2]])

        assert {problem.code for problem in caught.value.problems} == {"too-deep"}

    @pytest.mark.parametrize("text", ["[]", "5", '"x"', "null"])
    def test_a_document_is_a_mapping_at_its_top(self, text):
        assert [code for *_, code in found(text)] == ["wrong-type"]
