"""The reader chooses the language, once or for a while; data do not depend on it."""

import threading

import pytest

import bilateral as bl
from bilateral.examples import astana_2025
from bilateral.tables import add_language

KIND = bl.AgreementKind.ROADMAP


@pytest.fixture
def persian(tmp_path):
    """A language of which the tables have one word."""
    (tmp_path / "vocabulary.tsv").write_text(
        "id\tnom\nagreement_kind.roadmap\tنقشه راه\n", encoding="utf-8"
    )
    add_language("fa", tmp_path)


def test_it_is_english_until_somebody_chooses():
    assert bl.options.lang == "en"
    assert repr(bl.options) == "<options: lang='en'>"


def test_what_is_set_is_kept_for_the_program():
    bl.options.lang = "de"
    seen = []
    thread = threading.Thread(target=lambda: seen.append(bl.options.lang))
    thread.start()
    thread.join()

    assert seen == ["de"]
    assert KIND._repr_mimebundle_(include=["text/plain"])["text/plain"].startswith("Art: roadmap")


def test_a_block_has_its_own_that_other_threads_do_not_see():
    seen = []
    with bl.options.using(lang="ru"):
        thread = threading.Thread(target=lambda: seen.append(bl.options.lang))
        thread.start()
        thread.join()
        assert "Вид документа" in KIND._repr_html_()

    assert seen == ["en"]
    assert bl.options.lang == "en"


def test_an_argument_comes_first():
    with bl.options.using(lang="ru"):
        assert "Art: roadmap" in repr(bl.show(KIND, "de-AT"))


def test_a_language_that_nobody_knows_is_refused():
    with pytest.raises(bl.UnknownLanguage):
        bl.options.lang = "xx"
    with pytest.raises(bl.UnknownLanguage), bl.options.using(lang="xx"):
        pass
    with pytest.raises(bl.UnknownLanguage):
        bl.show(KIND, "xx")
    assert bl.options.lang == "en"


def test_texts_and_data_stay_as_they_are():
    dossier = astana_2025()
    before = (
        repr(dossier),
        bl.dumps(dossier, "json"),
        str(bl.ValidationError([bl.Problem("cycle")])),
    )
    bl.options.lang = "ru"

    error = bl.ValidationError([bl.Problem("cycle")])
    assert (repr(dossier), bl.dumps(dossier, "json"), str(error)) == before


@pytest.mark.usefixtures("persian")
def test_words_that_a_language_lacks_are_english_ones():
    html = bl.show(KIND, "fa")._repr_html_()

    assert '<table lang="fa" dir="rtl"' in html
    assert html.index("نقشه راه") < html.index("roadmap</span>")
    assert ">name</th>" in html


class TestShow:
    def test_several_values_are_shown_one_after_the_other(self):
        plan = astana_2025().agreements[1]
        assert repr(bl.show(plan.sides)).count("Side\n") == 2
        assert repr(bl.show([*plan.events])).startswith("Event\n")

    @pytest.mark.parametrize("value", [5, "x", [5], None])
    def test_what_is_none_of_ours_is_refused(self, value):
        with pytest.raises(bl.ValidationError) as caught:
            bl.show(value)
        assert caught.value.problems[0].code == "wrong-type"

    @pytest.mark.parametrize(
        ("arguments", "code"),
        [
            ({"rows": -1}, "negative-count"),
            ({"rows": True}, "wrong-type"),
            ({"rows": "5"}, "wrong-type"),
            ({"on": "2026"}, "whole-day-needed"),
        ],
    )
    def test_so_are_other_arguments(self, arguments, code):
        with pytest.raises(bl.ValidationError) as caught:
            bl.show(KIND, **arguments)
        assert caught.value.problems[0].code == code

    def test_more_rows_are_shown_if_somebody_asks(self):
        sides = bl.Partner.state("BY"), bl.Partner.state("KZ")
        many = bl.Dossier(agreements=[bl.Agreement(f"a{n}", "mou", sides) for n in range(130)])

        assert "Agreements: 130 (30 not shown)" in many._repr_html_()
        assert "<summary>80 more</summary>" in many._repr_html_()
        assert "not shown" not in bl.show(many, rows=200)._repr_html_()
        assert "Agreements: 130 (130 not shown)" in repr(bl.show(many, rows=0))


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ["kind", "sectors", "sides"]),
        ("de", ["Art", "Sektoren", "Seiten"]),
        ("ru", ["вид документа", "сферы", "стороны"]),
    ],
)
def test_fields_that_are_uncertain_are_called_in_it(lang, words):
    shown = repr(bl.show(bl.parse_title("hello", "en"), lang))
    kind, *others = shown.splitlines()[-3:]
    assert kind.endswith(f"  {words[0]}")
    assert [one.strip() for one in others] == words[1:]


class TestCodes:
    """What stands for something else has its name, and the code beside it."""

    @pytest.mark.parametrize(
        ("lang", "country", "broader"),
        [
            ("en", "Kazakhstan [KZ]", "  economy"),
            ("de", "Kasachstan [KZ]", "Wirtschaft [economy]"),
            ("ru", "Казахстан [KZ]", "экономика [economy]"),
        ],
    )
    def test_countries_and_wider_sectors_are_named(self, lang, country, broader):
        assert country in repr(bl.show(bl.Partner.city_government("KZ-71"), lang))
        assert broader in repr(bl.show(bl.Sector("trade"), lang))

    @pytest.mark.usefixtures("persian")
    def test_a_language_without_the_name_has_the_code(self):
        assert "  economy" in repr(bl.show(bl.Sector("trade"), "fa"))
        assert "KZ" in repr(bl.show(bl.Partner.city_government("KZ-71"), "fa"))

    def test_what_has_no_name_is_left_as_it_is(self):
        bees = bl.Sector("bees", name={"en": "bees"}, broader="agriculture")
        assert "  agriculture" in repr(bl.show(bees, "de"))
        assert "country" not in repr(bl.show(bl.Partner.organisation("csto"), "en"))

    def test_an_inner_record_without_a_name_has_its_fields_by_name(self):
        renewal = bl.Renewal("P5Y", times=2, notice="P6M")
        shown = repr(bl.show(bl.Term(length="P5Y", renewal=renewal), "de")).splitlines()
        words = ("Verlängerung  Dauer: 5 Jahre", "Anzahl: 2", "Kündigungsfrist: 6 Monate")
        assert tuple(line.strip() for line in shown[-3:]) == words


class TestFacts:
    def test_a_long_title_is_not_cut_in_a_terminal(self):
        (plan, *_) = astana_2025().agreements
        shown = repr(bl.show(plan, "de"))
        assert "…" not in shown
        assert " ".join(plan.title("de").split()) in " ".join(shown.split())
        assert all(len(line) <= 80 for line in shown.splitlines())
