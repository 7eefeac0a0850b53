"""Names behind the word for their kind, where they have no form of their own."""

import pytest

from bilateral import Agreement, MissingForm, Partner, Phrase
from bilateral.language.apposition import foreign_in_apposition, in_apposition
from bilateral.language.lexicon import lexicon
from bilateral.tables import add_language
from tests.language.title_parts import BY, KZ, document

FORMS = {"de": "dat", "en": "def", "ru": "ins"}


def partner(kind, country="BY", /, **names):
    return Partner("x", kind, names, country=country)


class TestNamesOfTheLanguage:
    """Known in the language, but not in the case."""

    @pytest.mark.parametrize(
        ("lang", "kind", "name", "text"),
        [
            ("ru", "city", "Портленд", "городом Портленд"),
            ("ru", "city", "Город Портленд", "городом Портленд"),
            ("ru", "city", "г. Великие Луки", "городом Великие Луки"),
            ("ru", "city", "г.Бишкек", "городом Бишкек"),
            ("ru", "city", "Грозный", "городом Грозный"),
            ("ru", "company", "ACME Ltd", "компанией «ACME Ltd»"),
            ("ru", "company", "Компания «ACME»", "компанией «ACME»"),
            ("ru", "company", "«ACME»", "компанией «ACME»"),
            ("ru", "company", "Рога «и» копыта", "компанией «Рога „и“ копыта»"),
            ("ru", "company", "Компания ACME", "организацией «Компания ACME»"),
            ("ru", "company", "Компаниях", "компанией «Компаниях»"),
            ("ru", "region", "жудец Телеорман", "регионом Телеорман"),
            ("ru", "region", "ил Конья", "регионом Конья"),
            ("ru", "region", "Область Икс", "регионом «Область Икс»"),
            ("ru", "ministry", "Минторг", "ведомством «Минторг»"),
            ("de", "company", "ACME Ltd", "dem Unternehmen ACME Ltd"),
            ("de", "city", "Stadt Bonn", "der Stadt Bonn"),
            ("de", "city", "Stadthagen", "der Stadt Stadthagen"),
            ("de", "city", "Stadt-Umland", "der Stadt „Stadt-Umland“"),
            ("ru", "company", "Компания«Икс»", "компанией «Икс»"),
            ("de", "museum", "”Hem”", "dem Museum „Hem“"),
            ("de", "museum", "Haus “am” Meer", "dem Museum „Haus ‚am‘ Meer“"),
            ("de", "joint_body", "Wirtschaftsforum", "dem gemeinsamen Gremium „Wirtschaftsforum“"),
        ],
    )
    def test_the_kind_stands_before_the_name_and_takes_its_case(self, lang, kind, name, text):
        assert in_apposition(lexicon(lang), kind, name, FORMS[lang]) == text

    def test_a_form_that_the_word_lacks_leaves_the_name_as_it_is(self):
        assert in_apposition(lexicon("de"), "city", "Portland", "ins") is None

    def test_no_form_is_missing_in_silence(self):
        orsha = partner("city", ru="Орша")
        title = document("joint_statement", (orsha, BY)).title("ru")

        assert title == ("Совместное заявление города Орша и Правительства Республики Беларусь")
        assert title.missing == (("Орша", "gen"),)
        with pytest.raises(MissingForm):
            document("joint_statement", (orsha, BY)).title("ru", strict=True)

    def test_another_case_of_the_name_itself_is_better(self):
        """The joint statement of A is one between A and B, too."""
        name = Phrase("Syros A", dat="Syros A", gender="n", article=True)
        title = document("joint_statement", (partner("museum", de=name), BY)).title("de")

        assert title.startswith("Gemeinsame Erklärung zwischen dem Syros A und der")

    def test_what_is_missing_for_frames_that_were_not_better_is_not_told(self):
        works = partner("company", de=Phrase("Ding A", article=True))
        title = document("joint_statement", (works, KZ)).title("de")

        assert title.startswith("Gemeinsame Erklärung des Unternehmens Ding A und der")
        assert title.missing == (("Ding A", "gen"),)


class TestForeignNames:
    """Known in other languages only."""

    @pytest.mark.parametrize(
        ("kind", "country", "names", "texts"),
        [
            (
                "company",
                "RU",
                {"ru": "Завод «Прогресс»"},
                ("dem Unternehmen „Progress“", "the company “Progress”", None),
            ),
            (
                "company",
                "RU",
                {"ru": "ООО «Прогресс»"},
                ("dem Unternehmen „OOO ‚Progress‘“", "the company “OOO ‘Progress’”", None),
            ),
            (
                "city",
                "RU",
                {"ru": "Щёлково"},
                ("der Stadt Schtscholkowo", "the city of Shchyolkovo", None),
            ),
            (
                "company",
                "BY",
                {"ru": "РУП «Объединение «Нафтан»"},
                (
                    "dem Unternehmen „RUP ‚Objedinenije Naftan‘“",
                    "the company “RUP ‘Obyedineniye Naftan’”",
                    None,
                ),
            ),
            (
                "company",
                "BY",
                {"ru": "Завод «Объединение «Нафтан»"},
                (
                    "dem Unternehmen „Sawod ‚Objedinenije Naftan‘“",
                    "the company “Zavod ‘Obyedineniye Naftan’”",
                    None,
                ),
            ),
            (
                "company",
                "BY",
                {"ru": "«Объединение «Нафтан»"},
                (
                    "dem Unternehmen „Objedinenije ‚Naftan‘“",
                    "the company “Obyedineniye ‘Naftan’”",
                    None,
                ),
            ),
            (
                "city",
                "BY",
                {"ru": "г. Глубокое"},
                ("der Stadt Glubokoje", "the city of Glubokoye", None),
            ),
            (
                "region",
                "BY",
                {"ru": "Шумилинский район"},
                (
                    "der Region „Schumilinski raion“",
                    "the region of “Shumilinskiy rayon”",
                    None,
                ),
            ),
            (
                "city_council",
                "GB",
                {"en": "Leeds City Council"},
                (
                    "der Volksvertretung „Leeds City Council“"
                    " (Vereinigtes Königreich Großbritannien und Nordirland)",
                    None,
                    None,
                ),
            ),
            (
                "city",
                "RU",
                {"ru": "г. Щёлково"},
                ("der Stadt Schtscholkowo", "the city of Shchyolkovo", None),
            ),
            (
                "city",
                "RW",
                {"en": "City of Kigali"},
                ("der Stadt Kigali", None, "городом Kigali"),
            ),
            (
                "region",
                "UZ",
                {"en": "Fergana Region", "uz": "Farg‘ona viloyati"},
                ("der Region „Fergana Region“", None, "регионом «Fergana Region»"),
            ),
            (
                "company",
                "DE",
                {"de": "Stadtwerke Görlitz AG"},
                (None, "the company Stadtwerke Görlitz AG", "компанией «Stadtwerke Görlitz AG»"),
            ),
            (
                "ministry",
                "UZ",
                {"en": "Ministry of Trade"},
                (
                    "der Behörde „Ministry of Trade“ der Republik Usbekistan",
                    None,
                    "ведомством «Ministry of Trade» Республики Узбекистан",
                ),
            ),
            (
                "city_executive",
                "DE",
                {"de": "Magistrat der Stadt Hanau"},
                (
                    None,
                    "the authority “Magistrat der Stadt Hanau” (Federal Republic of Germany)",
                    "администрацией «Magistrat der Stadt Hanau» (Федеративная Республика Германия)",
                ),
            ),
            (
                "ministry",
                "UZ",
                {"en": "Ministry of Trade of Uzbekistan"},
                (
                    "der Behörde „Ministry of Trade of Uzbekistan“",
                    None,
                    "ведомством «Ministry of Trade of Uzbekistan»",
                ),
            ),
            (
                "ministry",
                "UA",
                {"uk": "Міністерство юстиції України"},
                (
                    "der Behörde „Ministerstwo justyziji Ukrajiny“",
                    "the authority “Ministerstvo yustytsii Ukrainy”",
                    "ведомством «Міністерство юстиції України»",
                ),
            ),
            (
                "ministry",
                "UZ",
                {"qya": "Savdo vazirligi"},
                (
                    "der Behörde „Savdo vazirligi“ der Republik Usbekistan",
                    "the authority “Savdo vazirligi” of the Republic of Uzbekistan",
                    "ведомством «Savdo vazirligi» Республики Узбекистан",
                ),
            ),
            (
                "parliament",
                "MU",
                {"fr": "Assemblée"},
                (
                    "dem Parlament „Assemblée“ der Republik Mauritius",
                    "the parliament “Assemblée” of the Republic of Mauritius",
                    "парламентом «Assemblée» Республики Маврикий",
                ),
            ),
            ("company", "GE", {"ka": "ქარხანა"}, (None, None, None)),
            ("company", "BG", {"cu": "Ѡмега"}, (None, None, "компанией «Ѡмега»")),
        ],
    )
    def test_they_are_written_as_the_press_does(self, kind, country, names, texts):
        one = partner(kind, country, **names)
        for (lang, form), text in zip(FORMS.items(), texts, strict=True):
            if lang not in names and not (lang == "ru" and text is None):
                assert foreign_in_apposition(lexicon(lang), one, form) == text

    def test_a_name_in_the_same_letters_serves_before_others(self):
        one = partner("company", be="Завод", en="Works", kk="Зауыт", uz="Zavod")

        assert foreign_in_apposition(lexicon("ru"), one, "ins") == "компанией «Завод»"
        assert foreign_in_apposition(lexicon("de"), one, "dat") == "dem Unternehmen Works"

    def test_a_name_in_other_letters_is_listed(self):
        works = partner("company", "GE", ka="ქარხანა")
        title = Agreement("a", "agreement", (works, BY)).title("de")

        assert title.startswith("Abkommen (Seiten: ქარხანა [ka]; Regierung")
        assert title.missing == (("x", "nom"),)


class TestAddedLanguages:
    """The tables of a user need not have words for kinds."""

    FRAMES = (
        "# fr\nid\tframe\nplan\t{kind} de {a:gen}\n*\t{kind} ({a}; {b})\nlist\t{others} et {last}\n"
    )
    TITLES = "# fr\nid\tnom\tpattern\nroadmap\tFeuille\tplan\n"

    @pytest.fixture
    def titles(self, tmp_path):
        def written(name, **tables):
            tables = {"frames": self.FRAMES, "titles": self.TITLES} | tables
            for topic, text in tables.items():
                (tmp_path / f"{topic}.tsv").write_text(text, encoding="utf-8")
            add_language("fr", tmp_path)
            one = Partner("x", "ministry", name, country="UZ")
            return Agreement("a", "roadmap", (one, BY)).title("fr")

        return written

    def test_without_words_for_kinds_names_are_listed(self, titles):
        assert titles({"fr": "Office"}).startswith("Feuille (Office; ")
        assert titles({"ru": "Завод"}).startswith("Feuille (Завод [ru]; ")

    def test_a_state_is_told_only_in_a_form_that_is_known(self, titles):
        apposition = "# fr\nid\tnom\tgen\tcountry\nministry\toffice\tl’office\tyes\n"
        frames = self.FRAMES + "apposition\t{kind} {name}\nquoted\t«{name}»\n"
        states = "# fr\nid\tnom\nUZ\tOuzbékistan\n"
        gen, nom = (
            f"apposition.country\t{{name}} {part}\n" for part in ("d’{country:gen}", "({country})")
        )
        name = {"en": "Ministry of Trade"}

        assert titles(name, apposition=apposition, frames=frames + gen) == (
            "Feuille de l’office «Ministry of Trade»"
        )
        assert titles(name, apposition=apposition, frames=frames + gen, countries=states) == (
            "Feuille de l’office «Ministry of Trade»"
        )
        assert titles(name, apposition=apposition, frames=frames + gen + nom, countries=states) == (
            "Feuille de l’office «Ministry of Trade» (Ouzbékistan)"
        )
