"""Bodies of which only the kind and the country are known."""

import pytest

import bilateral as bl
from bilateral import Agreement, Partner, PartnerKind, UnknownCode, ValidationError
from bilateral.language.lexicon import CASES
from tests.conftest import problems_of

BODIES = [
    kind
    for kind in PartnerKind
    if not kind.is_territory and kind not in ("international_org", "joint_body")
]


class TestNames:
    @pytest.mark.parametrize(
        ("lang", "form", "text"),
        [
            ("ru", "nom", "компетентное министерство Республики Беларусь"),
            ("ru", "gen", "компетентного министерства Республики Беларусь"),
            ("ru", "dat", "компетентному министерству Республики Беларусь"),
            ("ru", "acc", "компетентное министерство Республики Беларусь"),
            ("ru", "ins", "компетентным министерством Республики Беларусь"),
            ("ru", "loc", "компетентном министерстве Республики Беларусь"),
            ("ru", "plural", "компетентные министерства Республики Беларусь"),
            ("de", "nom", "zuständiges Ministerium der Republik Belarus"),
            ("de", "gen", "zuständigen Ministeriums der Republik Belarus"),
            ("de", "dat", "zuständigen Ministerium der Republik Belarus"),
            ("de", "acc", "zuständige Ministerium der Republik Belarus"),
            ("de", "plural", "zuständige Ministerien der Republik Belarus"),
            ("en", "nom", "competent ministry of the Republic of Belarus"),
            ("en", "plural", "competent ministries of the Republic of Belarus"),
        ],
    )
    def test_the_adjective_agrees_in_every_form(self, lang, form, text):
        assert Partner.competent_authority("BLR", "ministry").label(lang, form) == text

    @pytest.mark.parametrize("country", ["KZ", "JP", "SU", "GU"])
    def test_every_kind_of_body_has_all_forms_in_every_country(self, country):
        """A territory that is no state has its short name."""
        for kind in BODIES:
            body = Partner.competent_authority(country, kind)
            assert (body.kind, body.country) == (kind, country)
            assert all(body.label("ru", case) for case in CASES), kind
            assert all(body.label("de", case) for case in ("gen", "dat", "acc")), kind
            assert body.label("en").startswith("competent "), kind

    def test_without_a_kind_it_is_the_competent_authority(self):
        authority = Partner.competent_authority("KZ")
        assert (authority.id, authority.kind.value) == ("kz-competent-authority", "public_body")
        assert [authority.label(lang) for lang in ("de", "en", "ru")] == [
            "zuständige Behörde der Republik Kasachstan",
            "competent authority of the Republic of Kazakhstan",
            "компетентный орган Республики Казахстан",
        ]

    def test_the_name_says_that_it_was_made(self):
        for phrase in Partner.competent_authority("KZ").name.values():
            assert phrase.derived[0] is bl.Form.NOMINATIVE
        assert Partner.government("TR").name["ru"].derived
        assert not Partner.government("BY").name["ru"].derived

    def test_it_is_the_same_object_every_time(self):
        one = Partner.competent_authority("BY", "ministry")
        assert one is Partner.competent_authority("112", PartnerKind.MINISTRY)


class TestErrors:
    @pytest.mark.parametrize("kind", ["city", "state", "international_org", "joint_body"])
    def test_what_is_no_body_of_a_country_is_refused(self, kind):
        with pytest.raises(UnknownCode) as caught:
            Partner.competent_authority("BY", kind)
        assert caught.value.code == kind

    def test_an_unknown_kind_or_country_is_refused(self):
        with pytest.raises(ValidationError) as caught:
            Partner.competent_authority("BY", "ministery")
        assert problems_of(caught) == [("", "unknown-partner-kind")]
        with pytest.raises(UnknownCode):
            Partner.competent_authority("Belarus")

    @pytest.mark.parametrize(
        ("code", "rows"),
        [
            ("MA", ""),
            ("MC", "partner_kind.ministry\tministerio\n"),
            ("MD", "partner_kind.ministry\tministerio\ntitle_word.competent\tkompetenta\n"),
        ],
    )
    def test_a_language_without_the_words_or_the_frame_has_none(self, tmp_path, code, rows):
        (tmp_path / "vocabulary.tsv").write_text(f"id\tnom\n{rows}", "utf-8")
        (tmp_path / "countries.tsv").write_text(f"id\tnom\n{code}\tX\n", "utf-8")
        bl.add_language("eo", tmp_path)
        assert set(Partner.competent_authority(code, "ministry").name) == {"de", "en", "ru"}


class TestTitles:
    @pytest.mark.parametrize(
        ("lang", "text"),
        [
            ("de", "zwischen der zuständigen Behörde der Republik Belarus und dem zuständigen "),
            ("en", "between the competent authority of the Republic of Belarus and the competent "),
            ("ru", "между компетентным органом Республики Беларусь и компетентным "),
        ],
    )
    def test_a_title_has_them_and_gives_them_back(self, lang, text):
        sides = Partner.competent_authority("BY"), Partner.competent_authority("KZ", "ministry")
        title = Agreement("a", "agreement", sides).title(lang)
        assert text in title
        assert len(title.derived) == 2
        assert [one.partner for one in bl.parse_title(title, lang).parties] == [*sides]

    @pytest.mark.parametrize(
        ("lang", "text", "ids"),
        [
            (
                "de",
                "Vereinbarung zwischen den zuständigen Ministerien der Republik Belarus und der "
                "Republik Kasachstan",
                ["by-competent-ministry", "kz-competent-ministry"],
            ),
            (
                "en",
                "Agreement between the competent authorities of Belarus and Kazakhstan",
                ["by-competent-authority", "kz-competent-authority"],
            ),
            (
                "ru",
                "Соглашение между компетентными органами Республики Беларусь и Республики "
                "Казахстан",
                ["by-competent-authority", "kz-competent-authority"],
            ),
        ],
    )
    def test_they_are_read_where_both_sides_share_the_noun(self, lang, text, ids):
        parties = bl.parse_title(text, lang).parties
        assert [one.partner.id for one in parties] == ids

    @pytest.mark.parametrize(
        "text",
        [
            "Agreement between the competent organisation of Belarus and Kazakhstan",
            "Agreement between the competent city of Belarus and Kazakhstan",
            "Agreement between the energy authority of Belarus and Kazakhstan",
        ],
    )
    def test_other_words_are_no_competent_authority(self, text):
        party, _ = bl.parse_title(text, "en").parties
        assert party.partner is None
