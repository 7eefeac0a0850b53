"""International organisations: by id and abbreviation, in three languages with all their forms."""

import pytest

from bilateral import Agreement, Partner, PartnerKind, UnknownCode, ValidationError, reference
from bilateral.language.lexicon import CASES
from tests.conftest import problems_of

ORGANISATIONS = [
    key for key, row in reference.institutions().items() if row["kind"] == "international_org"
]


@pytest.mark.parametrize(
    ("code", "key"),
    [
        ("EAEU", "eaeu"),
        ("ЕАЭС", "eaeu"),
        ("EAWU", "eaeu"),
        ("ewu", "eaeu"),
        ("ООН", "un"),
        ("UNO", "un"),
        ("un", "un"),
        ("ООН-Хабитат", "un-habitat"),
        ("ЕЭК ООН", "unece"),
        ("OSZE", "osce"),
        ("interpol", "interpol"),
        ("european-commission", "european-commission"),
        ("icc", "icc"),
    ],
)
def test_an_organisation_is_found_by_its_id_or_abbreviation_in_any_language_and_case(code, key):
    organisation = Partner.organisation(code)
    assert organisation is Partner.institution(key)
    assert organisation.kind is PartnerKind.INTERNATIONAL_ORG
    assert organisation.country is None


@pytest.mark.parametrize(
    ("code", "end"),
    [
        ("Europäische Union", "did you mean 'eu'?"),
        ("Организация Объединённых Наций", "did you mean 'un'?"),
        ("eurasian-economic-comission", "did you mean 'eurasian-economic-commission'?"),
        ("EEC", "it stands for several: eurasian-economic-commission, european-economic-community"),
        ("ICC", "it stands for several: icc, international-chamber-of-commerce"),
        ("by-government", "is not a code of organisations"),
        ("qq", "is not a code of organisations"),
    ],
)
def test_what_is_no_abbreviation_comes_with_a_way_to_the_right_one(code, end):
    with pytest.raises(UnknownCode) as caught:
        Partner.organisation(code)
    assert str(caught.value).endswith(end)


def test_what_is_no_text_is_no_abbreviation():
    with pytest.raises(ValidationError) as caught:
        Partner.organisation(5)
    assert problems_of(caught) == [("", "wrong-type")]


def test_every_organisation_has_all_its_forms():
    """In Russian every case, in German a gender and an article."""

    def is_whole(name):
        forms = (getattr(name["ru"], case) for case in CASES)
        genders = (name["ru"].gender, name["de"].gender)
        return all((*forms, *genders)) and name["de"].article is name["en"].article is True

    names = {key: Partner.organisation(key).name for key in ORGANISATIONS}
    assert {key: name for key, name in names.items() if not is_whole(name)} == {}
    assert len(names) > 100


def test_what_belongs_to_an_organisation_or_followed_it_is_known():
    bodies = reference.institutions()
    for row in bodies.values():
        for field in ("part_of", "succeeded_by"):
            assert row.get(field) in {None, *bodies}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "zwischen dem Internationalen Währungsfonds und den Vereinten Nationen"),
        ("en", "between the International Monetary Fund and the United Nations"),
        ("ru", "между Международным валютным фондом и Организацией Объединённых Наций"),
    ],
)
def test_organisations_stand_in_titles(lang, text):
    sides = Partner.organisation("IWF"), Partner.organisation("ООН")
    title = Agreement("a", "agreement", sides).title(lang)
    assert text in title
    assert title.missing == ()
