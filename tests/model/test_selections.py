"""Selections: the same answers as one question to each agreement, by way of an index."""

import copy
import datetime
import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import Agreement, Dossier, Event, Partner, Sector, Side, ValidationError
from bilateral.examples import astana_2025
from bilateral.testing import values_of
from bilateral.wire.records import with_tables

STATES = [Partner.state(code) for code in ("BY", "KZ", "DE")]
BODIES = [
    Partner.government("BY"),
    Partner.city_government("BY-HM"),
    Partner.subdivision("BY-HM"),
    Partner.institution("by-ministry-of-industry"),
    Partner("village", "municipality", {"en": "Village"}, country="KZ"),
    Partner("council", "city_council", {"en": "Council"}, country="KZ", governs="village"),
    Partner("un", "international_org", {"en": "Organisation"}),
]
PARTNERS = [*STATES, *BODIES]
BEES = Sector("bees", name={"en": "bees"}, broader="agriculture")
WILD = Sector("wild-bees", name={"en": "wild bees"}, broader="bees")
SECTORS = [BEES, WILD, *map(Sector, ("trade", "economy", "agriculture", "machinery", "industry"))]
KINDS = ["mou", "roadmap", "agreement"]
DATES = ["2020-01-01", "2021", "2021-06", "2022-03-01", None]
EVENTS = [
    Event(kind, date)
    for kind in ("signed", "in_force", "suspended", "expired", "terminated")
    for date in DATES
]


@st.composite
def dossiers(draw):
    """Agreements of few partners, about few things, some of which supersede others."""
    found = []
    for number in range(draw(st.integers(0, 12))):
        sides = draw(st.lists(st.sampled_from(PARTNERS), min_size=2, max_size=4, unique=True))
        cut = draw(st.integers(1, len(sides) - 1))
        fields = {
            "sectors": draw(st.lists(st.sampled_from(SECTORS), max_size=3, unique=True)),
            "period": draw(st.sampled_from([None, "2020/2021", "2021-06/2022", "2022/.."])),
            "supersedes": draw(st.sampled_from([(), *found])),
        }
        events = draw(st.lists(st.sampled_from(EVENTS), max_size=2))
        kind = draw(st.sampled_from(KINDS))
        try:
            one = Agreement(f"a{number}", kind, [sides[:cut], sides[cut:]], events=events, **fields)
        except ValidationError:
            one = Agreement(f"a{number}", kind, [sides[:cut], sides[cut:]], **fields)
        found.append(one)
    order = draw(st.permutations(found))
    return Dossier(agreements=order, sectors=[BEES, WILD], partners=PARTNERS)


WHO = st.sampled_from(
    [
        *PARTNERS,
        *(partner.id for partner in PARTNERS),
        *("BY", "KZ", "BY-HM", "TR"),
        Side(STATES[:2]),
        Side([BODIES[1]]),
    ]
)
ABOUT = st.sampled_from([*SECTORS, *(sector.code for sector in SECTORS), Sector("culture")])
DAYS = st.dates(datetime.date(2019, 12, 1), datetime.date(2023, 2, 1))
BROADER = {"trade": "economy", "machinery": "industry", "bees": "agriculture", "wild-bees": "bees"}


def is_about(agreement, about):
    """Whether a sector of an agreement is that one, or a narrower one."""
    wanted = about.code if isinstance(about, Sector) else about
    for sector in agreement.sectors:
        code = sector.code
        while code is not None:
            if code == wanted:
                return True
            code = BROADER.get(code)
    return False


# Each question with the plain definition of its answer.
QUESTIONS = st.one_of(
    st.tuples(st.just("between"), WHO, WHO, st.just(lambda dossier, one, x, y: one.between(x, y))),
    st.tuples(
        st.just("involving"),
        WHO,
        st.just(lambda dossier, one, who: any(side.is_of(who) for side in one.sides)),
    ),
    st.tuples(
        st.just("in_sector"), ABOUT, st.just(lambda dossier, one, about: is_about(one, about))
    ),
    st.tuples(
        st.just("of_kind"),
        st.sampled_from(KINDS),
        st.just(lambda dossier, one, kind: one.kind == kind),
    ),
    st.tuples(
        st.just("active"),
        DAYS,
        st.just(lambda dossier, one, day: dossier.status(one.id, day).is_active),
    ),
)


class TestLaws:
    @given(dossiers(), st.lists(QUESTIONS, min_size=1, max_size=4))
    def test_the_answers_are_those_of_each_agreement(self, dossier, questions):
        """In the order of the dossier, asked for the first time and again."""
        for _ in range(2):
            chosen, plain, undecided = dossier, list(dossier), []
            for name, *arguments, fits in questions:
                chosen = getattr(chosen, name)(*arguments)
                answers = {one.id: fits(dossier, one, *arguments) for one in dossier}
                if name == "active":
                    undecided += [one for one in plain if answers[one.id] is None]
                else:
                    undecided = [one for one in undecided if answers[one.id]]
                plain = [one for one in plain if answers[one.id]]
                assert list(chosen) == plain
                assert len(chosen) == len(plain)
                assert list(chosen.undecided) == [one for one in dossier if one in undecided]

    @given(values_of(Dossier), st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)))
    def test_what_is_active_is_what_the_status_says(self, dossier, day):
        active = dossier.active(day)
        for one in dossier:
            answer = dossier.status(one.id, day).is_active
            assert (one in active, one in active.undecided) == (answer is True, answer is None)


class TestIndex:
    def test_the_index_is_no_part_of_the_value_nor_of_a_copy(self):
        dossier, other = astana_2025(), astana_2025()
        before = pickle.dumps(other)
        chosen = dossier.between("BY", "KZ").active("2026-05-01")
        assert len(chosen) + len(chosen.undecided) > 0

        assert dossier == other
        assert hash(dossier) == hash(other)
        assert repr(dossier) == repr(other)
        assert pickle.dumps(dossier) == pickle.dumps(other) == before
        assert pickle.loads(pickle.dumps(chosen)) == chosen
        assert pickle.loads(pickle.dumps(chosen)).undecided == chosen.undecided
        assert copy.deepcopy(chosen) == copy.copy(chosen) == chosen
        assert list(with_tables(dossier, {"agreements": ()}).involving("BY")) == []
        assert len(attrs.evolve(dossier, agreements=()).involving("BY")) == 0

    def test_a_pickled_selection_has_no_index_however_much_was_asked(self):
        before = len(pickle.dumps(astana_2025().involving("BY")))
        dossier = astana_2025()
        dossier.active("2026-01-01").in_sector("trade").of_kind("mou")
        assert len(pickle.dumps(dossier.involving("BY"))) == before


class TestSequence:
    def test_a_slice_keeps_its_own_order_and_takes_further_questions(self):
        dossier = astana_2025()
        back = dossier.involving("BY")[::-1]

        assert list(back) == list(dossier.involving("BY"))[::-1]
        assert list(back.between("KZ", "BY")) == list(dossier.between("BY", "KZ"))[::-1]
        assert back[0] is back[back[0].id] is dossier[back[0].id]
        assert back.active("2027-01-01") == dossier.involving("BY").active("2027-01-01")[::-1]

    def test_an_id_is_looked_up_in_what_is_chosen(self):
        dossier = astana_2025()
        none = dossier.involving("DE")
        assert len(none) == 0
        for code in (dossier.agreements[-1].id, "unknown"):
            with pytest.raises(KeyError, match=code):
                none[code]

    def test_an_id_is_in_it_if_its_agreement_is(self):
        dossier = astana_2025()
        chosen = dossier.of_kind("roadmap")
        assert 0 < len(chosen) < len(dossier)
        for one in dossier:
            assert (one.id in chosen) is (one in chosen) is (one in list(chosen))

    def test_it_shows_how_many_there_are_and_the_first_five(self):
        sides = [Partner.state("BY"), Partner.state("KZ")]
        few, many = (
            Dossier([Agreement(f"a{number}", "mou", sides) for number in range(size)])
            for size in (2, 6)
        )
        assert repr(few.involving("BY")) == "<Selection of 2: a0, a1>"
        assert repr(many.involving("BY")) == "<Selection of 6: a0, a1, a2, a3, a4>"
        assert repr(few.active("2026-01-01")) == "<Selection of 0: > (undecided: 2)"


class TestSectors:
    def test_one_of_your_own_belongs_to_the_group_of_the_sector_above_it(self):
        stalls = Sector("stalls", name={"en": "stalls"}, broader="trade")
        sides = [Partner.state("BY"), Partner.state("KZ")]
        dossier = Dossier([Agreement("a", "mou", sides, sectors=[stalls])])
        for sector in ("stalls", stalls, "trade", "economy"):
            assert [one.id for one in dossier.in_sector(sector)] == ["a"]
        assert len(dossier.in_sector("culture")) == 0

    def test_one_that_the_dossier_does_not_know_is_asked_for_as_a_sector(self):
        stalls = Sector("stalls", name={"en": "stalls"}, broader="trade")
        assert len(astana_2025().in_sector(stalls)) == 0
        with pytest.raises(ValidationError):
            astana_2025().in_sector("stalls")
