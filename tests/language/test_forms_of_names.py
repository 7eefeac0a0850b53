"""The forms of names: grammatical, and fit to be joined."""

import pytest

from bilateral import Partner
from bilateral.errors import MissingForm
from bilateral.language.lexicon import CASES, form_of, in_sentence, lexicon

LANGUAGES = ("de", "en", "ru")
STATES = sorted(
    key.removesuffix(".official")
    for key in lexicon("en").rows("countries")
    if key.endswith(".official")
)


class TestForms:
    @pytest.mark.parametrize("case", CASES)
    def test_russian_has_every_case_of_every_country(self, case):
        """An indeclinable name repeats its nominative."""
        for key in lexicon("ru").rows("countries"):
            phrase = lexicon("ru").phrase("countries", key)
            assert getattr(phrase, case), key

    @pytest.mark.parametrize("case", ["dat", "acc"])
    def test_german_has_every_case_but_the_genitive_of_every_country(self, case):
        """Names without an article stand bare; the others have a gender."""
        for key in lexicon("de").rows("countries"):
            phrase = lexicon("de").phrase("countries", key)
            assert phrase.article is not None, key
            text = in_sentence(phrase, "de", case)
            assert phrase.article is text.startswith(("dem ", "den ", "der ", "das ", "die ")), key

    def test_a_german_genitive_is_there_for_names_with_an_article_only(self):
        """Every name with an article has one; a name in -s has none, and von does."""
        for key in lexicon("de").rows("countries"):
            phrase = lexicon("de").phrase("countries", key)
            if phrase.article:
                assert in_sentence(phrase, "de", "gen").startswith(("der ", "des ")), key
        with pytest.raises(MissingForm):
            form_of(lexicon("de").phrase("countries", "BB"), "de", "gen")

    @pytest.mark.parametrize(
        ("key", "forms"),
        [
            ("BY", "Беларусь Беларуси Беларуси Беларусь Беларусью Беларуси"),
            ("CY", "Кипр Кипра Кипру Кипр Кипром Кипре"),
            ("EG", "Египет Египта Египту Египет Египтом Египте"),
            ("IL", "Израиль Израиля Израилю Израиль Израилем Израиле"),
            ("JM", "Ямайка Ямайки Ямайке Ямайку Ямайкой Ямайке"),
            ("KG", "Кыргызстан Кыргызстана Кыргызстану Кыргызстан Кыргызстаном Кыргызстане"),
            ("MU", "Маврикий Маврикия Маврикию Маврикий Маврикием Маврикии"),
            ("MV", "Мальдивы Мальдив Мальдивам Мальдивы Мальдивами Мальдивах"),
            ("PE", "Перу Перу Перу Перу Перу Перу"),
            ("PL", "Польша Польши Польше Польшу Польшей Польше"),
            ("UY", "Уругвай Уругвая Уругваю Уругвай Уругваем Уругвае"),
            ("ZW", "Зимбабве Зимбабве Зимбабве Зимбабве Зимбабве Зимбабве"),
        ],
    )
    def test_russian_short_names_have_all_their_cases(self, key, forms):
        phrase = lexicon("ru").phrase("countries", key)

        assert " ".join(getattr(phrase, case) for case in CASES) == forms

    @pytest.mark.parametrize(
        ("key", "gen", "ins"),
        [
            ("AE", "Объединённых Арабских Эмиратов", "Объединёнными Арабскими Эмиратами"),
            ("AG", "Антигуа и Барбуды", "Антигуа и Барбудой"),
            ("BA", "Боснии и Герцеговины", "Боснией и Герцеговиной"),
            ("BY.official", "Республики Беларусь", "Республикой Беларусь"),
            ("DE.official", "Федеративной Республики Германия", None),
            ("GW", "Гвинеи-Бисау", "Гвинеей-Бисау"),
            ("KM.official", "Союза Коморских Островов", "Союзом Коморских Островов"),
            ("NL.official", "Королевства Нидерландов", "Королевством Нидерландов"),
            ("PG", "Папуа — Новой Гвинеи", "Папуа — Новой Гвинеей"),
            ("SB", "Соломоновых Островов", "Соломоновыми Островами"),
            ("US", "Соединённых Штатов Америки", "Соединёнными Штатами Америки"),
            ("VA.official", "Святого Престола", "Святым Престолом"),
        ],
    )
    def test_every_word_of_a_russian_name_is_declined(self, key, gen, ins):
        phrase = lexicon("ru").phrase("countries", key)

        assert phrase.gen == gen
        assert ins in {None, phrase.ins}

    @pytest.mark.parametrize(
        ("key", "gen", "dat", "acc"),
        [
            ("BY.official", "der Republik Belarus", "der Republik Belarus", "die Republik Belarus"),
            ("CH", "der Schweiz", "der Schweiz", "die Schweiz"),
            ("FO", "der Färöer", "den Färöern", "die Färöer"),
            ("IR", "des Iran", "dem Iran", "den Iran"),
            ("KZ", "Kasachstans", "Kasachstan", "Kasachstan"),
            ("NL", "der Niederlande", "den Niederlanden", "die Niederlande"),
            ("SN", "des Senegal", "dem Senegal", "den Senegal"),
            (
                "TC",
                "der Turks- und Caicosinseln",
                "den Turks- und Caicosinseln",
                "die Turks- und Caicosinseln",
            ),
            (
                "GB",
                "des Vereinigten Königreichs",
                "dem Vereinigten Königreich",
                "das Vereinigte Königreich",
            ),
            ("IL.official", "des Staates Israel", "dem Staat Israel", "den Staat Israel"),
            (
                "US",
                "der Vereinigten Staaten",
                "den Vereinigten Staaten",
                "die Vereinigten Staaten",
            ),
            (
                "AE",
                "der Vereinigten Arabischen Emirate",
                "den Vereinigten Arabischen Emiraten",
                "die Vereinigten Arabischen Emirate",
            ),
        ],
    )
    def test_german_names_have_their_articles_in_every_case(self, key, gen, dat, acc):
        phrase = lexicon("de").phrase("countries", key)

        assert in_sentence(phrase, "de", "gen") == gen
        assert in_sentence(phrase, "de", "dat") == dat
        assert in_sentence(phrase, "de", "acc") == acc

    @pytest.mark.parametrize(
        ("key", "text"),
        [
            ("NL", "the Netherlands"),
            ("UA", "Ukraine"),
            ("PH.official", "the Republic of the Philippines"),
            ("JP.official", "Japan"),
        ],
    )
    def test_english_names_have_their_article_or_none(self, key, text):
        assert in_sentence(lexicon("en").phrase("countries", key), "en", "def") == text

    @pytest.mark.parametrize(
        ("one", "other", "ru", "de", "en"),
        [
            ("BY", "KZ", "белорусско-казахстанский", "belarussisch-kasachisch", None),
            ("KZ", "BY", "казахстанско-белорусский", None, "Kazakh-Belarusian"),
            ("DE", "KZ", "германо-казахстанский", "deutsch-kasachisch", "German-Kazakh"),
            ("US", "IT", "американо-итальянский", "amerikanisch-italienisch", None),
            ("FR", "TR", "франко-турецкий", "französisch-türkisch", "French-Turkish"),
            ("TR", "CZ", "турецко-чешский", None, None),
            ("AM", "RU", "армяно-российский", None, None),
            ("AZ", "GE", "азербайджано-грузинский", None, None),
            ("GE", "TM", "грузино-туркменский", None, None),
        ],
    )
    def test_two_adjectives_join_as_the_heads_of_the_tables_say(self, one, other, ru, de, en):
        """As the heads of the tables say: in Russian the first has a form of its own."""
        for lang, text in (("ru", ru), ("de", de), ("en", en)):
            rows = lexicon(lang).rows("countries")
            first = rows[one].get("stem", f"{rows[one]['adj']}-")
            assert text in {None, first + rows[other]["adj"]}

    def test_every_russian_adjective_has_its_first_part(self):
        """Adjectives are masculine nominatives."""
        for key, row in lexicon("ru").rows("countries").items():
            assert ("adj" in row) == ("stem" in row), key
            assert row.get("adj", "-ий").endswith("ий")
            assert row.get("stem", "о-").endswith("о-")


class TestPartners:
    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_a_state_has_its_formal_name(self, lang):
        for code in STATES:
            row = lexicon(lang).rows("countries")[f"{code}.official"]
            assert Partner.state(code).label(lang) == row["nom"]

    def test_every_state_has_a_government(self):
        """The one of the reference data, or one that is named after the state."""
        for code in STATES:
            government = Partner.government(code)

            assert government.id == f"{code.lower()}-government"
            assert (government.kind.value, government.governs) == ("government", code)
            assert all(government.label("ru", case) for case in CASES)
            assert government.label("de", "dat")
            if code != "CH":  # which signs as its Federal Council
                state = lexicon("ru").phrase("countries", f"{code}.official")
                assert government.label("ru", "ins").endswith(f" {state.gen}")
                assert " of " in government.label("en")

    @pytest.mark.parametrize(
        ("code", "lang", "form", "text"),
        [
            ("KZ", "ru", "ins", "Правительством Республики Казахстан"),
            ("CH", "ru", "ins", "Швейцарским Федеральным Советом"),
            ("CH", "de", "dat", "Schweizerischen Bundesrat"),
            ("TR", "ru", "gen", "Правительства Турецкой Республики"),
            (
                "GB",
                "de",
                "dat",
                "Regierung des Vereinigten Königreichs Großbritannien und Nordirland",
            ),
            ("JP", "de", "nom", "Regierung von Japan"),
            ("BB", "de", "nom", "Regierung von Barbados"),
            ("BZ", "de", "nom", "Regierung von Belize"),
            ("UA", "de", "nom", "Regierung der Ukraine"),
            ("VC", "de", "nom", "Regierung von St. Vincent und den Grenadinen"),
            ("RW", "ru", "ins", "Правительством Республики Руанда"),
            ("NL", "en", "nom", "Government of the Kingdom of the Netherlands"),
            ("CA", "en", "nom", "Government of Canada"),
        ],
    )
    def test_a_government_is_named_in_every_case(self, code, lang, form, text):
        assert Partner.government(code).label(lang, form) == text

    def test_a_government_has_gender_and_article_of_its_body(self):
        name = Partner.government("MX").name

        german = in_sentence(name["de"], "de", "dat")
        assert german == "der Regierung der Vereinigten Mexikanischen Staaten"
        english = in_sentence(name["en"], "en", "def")
        assert english == "the Government of the United Mexican States"
