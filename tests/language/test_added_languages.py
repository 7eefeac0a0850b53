"""Languages that users add."""

from bilateral import Agreement, Partner
from bilateral.tables import add_language


def test_tables_in_a_folder_are_enough_for_a_language(tmp_path):
    (tmp_path / "vocabulary.tsv").write_text(
        "# fr\nid\tnom\nsector.trade\tcommerce\ntitle_word.cooperation\tcoopération\n",
        encoding="utf-8",
    )
    (tmp_path / "titles.tsv").write_text(
        "# fr\nid\tnom\tpattern\nroadmap\tFeuille de route\tplan\n", encoding="utf-8"
    )
    (tmp_path / "frames.tsv").write_text(
        "# fr\nid\tframe\nplan\t{kind} entre {a} et {b}[ pour la {cooperation}]\n"
        "fields.noun\tdans le domaine du {nouns}\nlist\t{others} et {last}\n",
        encoding="utf-8",
    )
    add_language("fr", tmp_path)
    by, kz = (
        Partner(code, "state", {"fr": name}, code=code.upper())
        for code, name in (("by", "A"), ("kz", "B"))
    )
    document = Agreement("a", "roadmap", (by, kz), sectors=["trade"])

    assert document.title("fr-CA") == (
        "Feuille de route entre A et B pour la coopération dans le domaine du commerce"
    )
    assert Agreement("a", "treaty", (by, kz)).title("fr") == ""


def test_a_kind_without_a_name_shows_its_code_and_a_topic_without_one_is_left_out(tmp_path):
    (tmp_path / "titles.tsv").write_text(
        "# fr\nid\tnom\tpattern\nroadmap\tFeuille\tplan\n", encoding="utf-8"
    )
    (tmp_path / "frames.tsv").write_text(
        "# fr\nid\tframe\nplan\t{kind} pour la {cooperation}\n*\t{kind} ({a}\u00a0; {b})\n",
        encoding="utf-8",
    )
    add_language("fr", tmp_path)
    by, kz = (Partner(code, "state", {"fr": code}, code=code.upper()) for code in ("by", "kz"))
    roadmap = Agreement("a", "roadmap", (by, kz), sectors=["trade"]).title("fr")

    assert roadmap == "Feuille (by\u00a0; kz)"
    assert roadmap.missing == (("cooperation", "nom"),)
    assert Agreement("a", "treaty", (by, kz)).title("fr") == "treaty (by\u00a0; kz)"
