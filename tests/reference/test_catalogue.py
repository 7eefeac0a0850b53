"""Everything that is built in, by one function."""

from __future__ import annotations

from typing import get_args

import pytest

import bilateral as bl
from bilateral import reference
from bilateral.catalogue import KnownPartners


@pytest.mark.parametrize(
    ("what", "members"),
    [
        ("events", bl.EventKind),
        ("kinds", bl.AgreementKind),
        ("partner_kinds", bl.PartnerKind),
        ("portfolios", reference.portfolios()),
    ],
)
def test_a_list_has_all_that_there_is(what: str, members: object) -> None:
    assert list(bl.known(what)) == list(members)  # type: ignore[call-overload]


def test_sectors_are_values() -> None:
    assert bl.Sector("water_supply") in bl.known("sectors")
    assert len(bl.known("sectors")) == len(reference.sectors())


def test_partners_are_those_of_the_reference_data() -> None:
    ministries = bl.known("ministries", country="BY")
    assert bl.Partner.institution("by-ministry-of-industry") in ministries
    assert all(one.country == "BY" for one in ministries)
    assert bl.Partner.organisation("EAEU") in bl.known("organisations")
    assert bl.Partner.city("by-grodno") in bl.known("cities", country="BLR")
    assert bl.known("countries", country="KAZ") == (bl.Partner.state("KZ"),)
    assert bl.Partner.state("SU") not in bl.known("countries")
    assert bl.Partner.subdivision("BY-VI") in bl.known("subdivisions", country="BY")


def test_partners_are_all_of_these_each_once() -> None:
    everybody = bl.known("partners", country="KZ")
    assert len(set(everybody)) == len(everybody)
    for what in {*get_args(KnownPartners)} - {"organisations"}:
        assert set(bl.known(what, country="KZ")) <= set(everybody)


@pytest.mark.parametrize("what", ["kinds", "portfolios", "sectors", "cities"])
def test_a_language_sorts_a_list_by_its_names(what: str) -> None:
    by_name = bl.known(what, lang="de")  # type: ignore[call-overload]
    assert set(by_name) == set(bl.known(what))  # type: ignore[call-overload]
    assert by_name != bl.known(what)  # type: ignore[call-overload]


def test_names_stand_in_the_order_of_their_letters() -> None:
    labels = [kind.label("ru") for kind in bl.known("kinds", lang="ru")]
    assert labels == sorted(labels, key=lambda label: label.replace("ё", "е"))
    # Units without a name in the language come first.
    assert bl.known("subdivisions", country="BY", lang="de")


@pytest.mark.parametrize(("given", "hint"), [("sector", "sectors"), ("ministry", "ministries")])
def test_a_list_that_there_is_not_has_a_hint(given: str, hint: str) -> None:
    with pytest.raises(bl.UnknownCode) as caught:
        bl.known(given)  # type: ignore[call-overload]
    assert caught.value.hint == hint


def test_a_country_restricts_partners_only_and_must_be_one() -> None:
    with pytest.raises(bl.UnknownCode, match="kinds"):
        bl.known("kinds", country="BY")  # type: ignore[call-overload]
    with pytest.raises(bl.UnknownCode, match="XX"):
        bl.known("cities", country="XX")
    with pytest.raises(bl.ValidationError):
        bl.known(5)  # type: ignore[call-overload]
    with pytest.raises(bl.UnknownLanguage):
        bl.known("kinds", lang="fr")


def test_a_list_shows_itself_as_a_table_of_names_and_codes() -> None:
    shown = repr(bl.show(bl.known("kinds"), "de", rows=1))
    assert shown.splitlines()[0].startswith("Arten von Dokumenten: ")
    assert shown.splitlines()[-1].split() == ["Vertrag", "treaty"]
    assert "Energie" in repr(bl.show(bl.known("portfolios"), "de"))


def test_a_part_of_a_list_is_one_too_and_equal_to_a_tuple() -> None:
    part = bl.known("cities", country="LV")[:2]
    assert isinstance(part, bl.KnownValues)
    assert part == (part[0], part[1])
