"""Fields whose words are cut short, in remarks and in subjects."""

import pytest

import bilateral as bl
from bilateral.intake.short_fields import fields_in_full
from tests.intake.reading import agreement, codes, only


@pytest.mark.parametrize(
    ("lang", "text", "whole"),
    [
        ("en", "transport, env.", "transport, environment"),
        ("en", "industr. zones", "industrial zone"),
        ("en", "water mgmt", "water management"),
        ("en", "scient. coop", "scientific"),
        ("en", "coop.", ""),
        ("en", "cooperation", ""),
        ("en", "establ. friendly relations", ""),
        ("en", "friendly relations", ""),
        ("en", "international relations", "international relations"),
        ("en", "culture + tourism", "culture + tourism"),
        ("en", "signed by Mr. X", "signed by Mr. X"),
        # Of two fields, nobody knows which.
        ("en", "com.", "com."),
        ("de", "Kat.-schutz", "katastrophenschutz"),
        ("de", "berufl. Bildung u. Sport", "berufliche bildung u. Sport"),
        ("ru", "академич. мобильности", "академическая мобильность"),
        ("ru", "культ. и спорт", "культура и спорт"),
    ],
)
def test_fields_are_told_in_full(lang: str, text: str, whole: str) -> None:
    assert fields_in_full(text, lang) == whole


@pytest.mark.parametrize(
    ("remark", "sectors"),
    [("Kat.-schutz", "emergencies"), ("Umw.-schutz, Verk.", "environment transport")],
)
def test_a_remark_has_fields_that_are_cut_short(remark: str, sectors: str) -> None:
    text = f"Partner;Land;Art;Datum;Bemerkung\nGraz;Österreich;Abkommen;2001;{remark}\n"
    found = agreement(text, "de", home=bl.Partner.like("Stadt Linz", "de"))
    assert {one.code for one in found.sectors} == {*sectors.split()}


@pytest.mark.parametrize(
    ("kind", "sectors"),
    [
        ("Agreement on water mgmt", ["water_resources"]),
        ("Protocol on scient. coop", ["science"]),
        ("Agreement on friendship and coop.", []),
        ("Protocol on Direct Cooperation", []),
        ("Agreement on establ. friendly relations", []),
    ],
)
def test_a_kind_has_a_field_behind_it_that_is_cut_short(kind: str, sectors: list[str]) -> None:
    text = f"Partner;Country;Document;Date\nGraz;Austria;{kind};2001\n"
    found = agreement(text, "en", home=bl.Partner.like("City of Zagreb", "en"))
    assert [one.code for one in found.sectors] == sectors


def test_what_is_no_field_in_full_is_asked_for() -> None:
    text = "Partner;Country;Document;Date\nGraz;Austria;Agreement on moon gadg.;2001\n"
    _, found = only(text, "en", home=bl.Partner.like("City of Zagreb", "en"))
    assert codes(found) == ["no-sector-known"]


def test_a_delegation_is_no_field() -> None:
    text = "Twin city;Country;Date;About the link\nGraz;Austria;1963;Delegation visit in 2013\n"
    _, found = only(text, "en", home=bl.Partner.like("City of Coventry", "en"))
    assert codes(found) == []
