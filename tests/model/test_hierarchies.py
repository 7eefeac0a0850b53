"""References upwards: what is part of what, and what is broader than what."""

from bilateral import Partner
from bilateral.hierarchies import circling, hierarchy_problems
from bilateral.record_tables import Table


class CountedLinks(dict[str, str | None]):
    """Links that know how often one of them was followed."""

    followed = 0

    def get(self, key, default=None):
        self.followed += 1
        return super().get(key, default)


def test_only_those_in_a_circle_are_told_and_not_what_leads_into_it():
    parents = {"a": "b", "b": "c", "c": "b", "d": "a"}
    bodies = [
        Partner(key, "company", {"en": key}, country="BY", part_of=parent)
        for key, parent in parents.items()
    ]
    problems = [*hierarchy_problems(Table(bodies), Table())]
    assert [(one.code, one.path) for one in problems] == [
        ("cycle", ("partners", 1, "part_of")),
        ("cycle", ("partners", 2, "part_of")),
    ]


def test_no_link_is_followed_twice_however_long_the_chain():
    links = CountedLinks({str(number): str(number + 1) for number in range(1000)})
    assert circling(links, links) == set()
    assert links.followed == len(links) + 1


def test_every_circle_is_found_once():
    links = CountedLinks({"a": "a", "b": "c", "c": "d", "d": "c", "e": None})
    assert circling(links, links) == {"a", "c", "d"}
    assert links.followed == len(links)
