"""What a document is in a few sentences."""

import pytest

from bilateral import Agreement, AgreementKind, Event, Partner, Phrase

LANGUAGES = ("de", "en", "ru")


class TestSummary:
    """A few sentences."""

    by, kz = Partner.government("BY"), Partner.government("KZ")

    @pytest.mark.parametrize(
        ("kind", "lang", "sentence"),
        [
            ("agreement", "de", "Regierungsabkommen, unterzeichnet am 5. November 2025 in Astana."),
            ("agreement", "ru", "Межправительственное соглашение, подписанное 5 ноября 2025 года"),
            (
                "agreement",
                "en",
                "Intergovernmental agreement, signed on 5 November 2025 in Astana.",
            ),
            ("treaty", "ru", "Межправительственный договор, подписанный 5 ноября 2025 года"),
            ("programme", "ru", "Межправительственная программа сотрудничества, подписанная"),
            ("roadmap", "de", "Unterzeichnet am 5. November 2025 in Astana."),
            ("roadmap", "ru", "Подписана 5 ноября 2025 года"),
            ("contact", "ru", "Подписаны 5 ноября 2025 года (Astana)."),
            ("mou", "ru", "Подписан 5 ноября 2025 года"),
        ],
    )
    def test_a_summary_says_level_and_signature_in_agreement_with_the_kind(
        self, kind, lang, sentence
    ):
        signed = [Event.signed("2025-11-05", place="Astana")]
        document = Agreement("a", kind, (self.by, self.kz), events=signed)

        assert document.summary(lang).startswith(f"{document.title(lang)}. {sentence}")

    @pytest.mark.parametrize(
        ("lang", "end"),
        [
            ("de", "für 45 v. Chr."),
            ("en", "for 45 BC."),
            ("ru", "на 45 год до н. э."),
        ],
    )
    def test_the_point_of_an_abbreviation_ends_its_sentence(self, lang, end):
        document = Agreement("a", "roadmap", (self.by, self.kz), period="-0044")
        assert document.summary(lang).endswith(f" {end}")

    @pytest.mark.parametrize(
        ("gender", "sentence"),
        [("m", "Подписан"), ("f", "Подписана"), ("pl", "Подписаны"), (None, "Документ подписан")],
    )
    def test_the_participle_agrees_with_the_word_that_is_printed(self, gender, sentence):
        words = {"ru": Phrase("совместный манифест", gender=gender)}
        signed = [Event.signed("2025-11-05")]
        document = Agreement(
            "a", "joint_declaration", (self.by, self.kz), designation=words, events=signed
        )

        assert f". {sentence} 5 ноября 2025 года." in document.summary("ru")

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_a_period_is_told_once(self, lang):
        document = Agreement("a", "roadmap", (self.by, self.kz), period="2026/2028")

        assert document.summary(lang) == f"{document.title(lang)}."

    def test_a_period_that_the_title_does_not_have_is_told(self):
        amended = Agreement("old", "agreement", (self.by, self.kz))
        document = Agreement(
            "a", "amending_protocol", (self.by, self.kz), amends=amended, period="2026"
        )

        assert document.summary("de").endswith(". Zeitraum: 2026.")

    def test_a_summary_is_the_title_where_nothing_more_is_known(self):
        document = Agreement("a", "roadmap", (self.by, Partner.state("KZ")))

        assert document.level is None
        assert document.summary("en") == f"{document.title('en')}."

    def test_levels_are_told_by_an_adjective(self):
        regions = Partner.regional_government("BY-VI"), Partner.regional_government("KZ-19")
        document = Agreement("a", "agreement", regions)

        assert "Interregionales Abkommen." in document.summary("de")
        assert "Межрегиональное соглашение." in document.summary("ru")

    def test_cities_are_not_one_municipality(self):
        cities = Partner.city_government("BY-HM"), Partner.city_government("KZ-71")

        assert "Interkommunales Abkommen." in Agreement("a", "agreement", cities).summary("de")

    @pytest.mark.parametrize("kind", AgreementKind)
    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_every_kind_has_a_sentence_for_its_signature(self, kind, lang):
        document = Agreement("a", kind, (self.by, self.kz), events=[Event("signed")])

        assert document.summary(lang).count(". ") == 1
