"""A remark names the document of its row, and says for how long it is valid."""

import pytest

import bilateral as bl
from bilateral.agreements import Agreement
from bilateral.intake.layout.headings import is_record, read_heading
from bilateral.intake.validity import Validities

JENA = bl.Partner("jena", "city", {"en": "City of Jena"}, country="DE")


def taken(lang: str, *rows: str) -> list[Agreement]:
    """The agreements of a list of the towns of Jena, of which a remark says the most."""
    headers = {
        "en": "Town;Country;Date of signature;Remarks",
        "de": "Stadt;Land;Unterzeichnet;Bemerkung",
        "ru": "Город;Страна;Дата подписания;Примечание",
    }
    text = "\n".join((headers[lang], *rows))
    return [*bl.read_list(f"{text}\n", lang, home=JENA)[0]]


@pytest.mark.parametrize(
    ("remark", "lang", "kind", "sectors"),
    [
        ("MoU on youth exchange", "en", "mou", ["youth"]),
        ("Memorandum of cooperation in culture", "en", "memorandum", ["culture"]),
        ("Cooperation agreement, sport", "en", "agreement", ["sport"]),
        ("Protokoll, liegt im Archiv", "de", "protocol", []),
        ("Absichtserkl. vom 3.5.2001", "de", "letter_of_intent", []),
        ("Протокол о сотрудн.", "ru", "protocol", []),
        ("Соглашение о торг.-экон. сотрудничестве", "ru", "agreement", ["trade", "economy"]),
        ("Kooperationsvereinb. Denkmalpflege", "de", "arrangement", ["heritage"]),
        ("мемор. (2 экз.)", "ru", "memorandum", []),
        ("Договор о сотрудничестве", "ru", "contract", []),
        ("Договор о дружбе и сотрудничестве", "ru", "friendship", []),
        # A word that many twinnings go by says no more than the heading.
        ("Agreement, in the archives", "en", "twinning", []),
        ("Vertrag liegt im Archiv", "de", "twinning", []),
        ("Договор от 3.5.2001, копии нет", "ru", "twinning", []),
        ("Соглашение об установлениии побратимских отн.", "ru", "twinning", []),
        ("Agreement on twinning", "en", "twinning", []),
        ("Протокол об установлении побратимских связей", "ru", "twinning", []),
        # What was done with it is not what it is about.
        ("Меморандум подписан мэрами", "ru", "memorandum", []),
        ("Memorandum expired 2003", "en", "memorandum", []),
        ("Protocol, signed by the mayor", "en", "protocol", []),
        ("Protocol no. 3", "en", "protocol", []),
        # What only begins with such a word, was no document or is of another year is none.
        ("Protocol visit", "en", "twinning", []),
        ("Contact: Mr Smith", "en", "twinning", []),
        ("Programm über Jugendaustausch", "de", "twinning", []),
        ("Copy of the MoU", "en", "twinning", []),
        ("Протокол о намерениях от 2015 г.", "ru", "twinning", []),
    ],
)
def test_a_remark_that_begins_with_a_document_names_that_of_the_row(
    remark: str, lang: str, kind: str, sectors: list[str]
) -> None:
    heading = {"en": "Twin towns", "de": "Partnerstädte", "ru": "Города-побратимы"}[lang]
    (found,) = taken(lang, f"{heading};;;", f'Lyon;FR;03.05.2001;"{remark}"')
    assert found.kind == kind
    assert [one.code for one in found.sectors] == sectors


def test_a_plain_word_in_a_remark_is_the_kind_where_nothing_else_says_it() -> None:
    (found,) = taken("en", "Lyon;FR;03.05.2001;Agreement, in the archives")
    assert found.kind is bl.AgreementKind.AGREEMENT


def test_what_a_person_has_said_of_all_documents_is_before_a_remark() -> None:
    text = "Town;Country;Remarks\nLyon;FR;MoU on sport\n"
    dossier, _ = bl.read_list(text, "en", home=JENA, kind="twinning")
    assert [one.kind.value for one in dossier] == ["twinning"]


@pytest.mark.parametrize(
    ("remark", "lang", "term"),
    [
        ("Support for schools, 3 years", "en", bl.Term(length="P3Y")),
        ("Declaration of cities of peace, no end date", "en", bl.Term(indefinite=True)),
        ("Renewed in 2008 and 2018, open-ended", "en", bl.Term(indefinite=True)),
        ("Valid for five years, extended once", "en", bl.Term(length="P5Y")),
        ("Archive box, 5, valid for 3 years", "en", bl.Term(length="P3Y")),
        ("Choirs meet. Valid until 2030", "en", bl.Term(until="2030")),
        ("Sport, culture, 5 years (renewable)", "en", bl.Term(length="P5Y")),
        ("Jugendaustausch, auf 5 Jahre", "de", bl.Term(length="P5Y")),
        ("Feuerwehr; Kündigungsfrist 6 Monate", "de", bl.Term(exit="P6M")),
        ("меморандум (срок - 3 года)", "ru", bl.Term(length="P3Y")),
        (
            "обмен школьниками, срок 3 года, автоматич.",
            "ru",
            bl.Term(length="P3Y", renewal=bl.Renewal(indefinite=True)),
        ),
        # The length of something else, what says two things, and what is half of it.
        ("MoU, 5 years, then automatic renewal for one year", "en", None),
        ("Student exchange, 2 weeks", "en", None),
        ("Anniversary 2015, 25 years", "en", None),
        ("3 years of school exchange", "en", None),
        ("ruht, auf unbestimmte Zeit", "de", None),
        ("Mayor came in 2003, 12 May 2010", "en", None),
        ("Delegations came, until 1995", "en", None),
        ("3 years, with trade fairs, 5 years", "en", None),
        ("обмен делегациями, 2 недели", "ru", None),
    ],
)
def test_a_part_of_a_remark_that_is_only_a_clause_is_the_term(
    remark: str, lang: str, term: bl.Term | None
) -> None:
    heading = {"en": "Twin towns", "de": "Partnerstädte", "ru": "Города-побратимы"}[lang]
    row = f'Lyon;FR;03.05.2001;"{remark}"'
    (found,) = taken(lang, f"{heading};;;", row)
    assert (found.term, found.note) == (term, remark)


def test_a_column_for_the_term_is_before_what_remarks_say() -> None:
    rows = "Lyon;FR;03.05.2001;5 years;MoU", "Turin;IT;03.05.2001;Sport, 5 years;"
    text = "\n".join(("Town;Country;Date of signature;Remarks;Validity", *rows))
    dossier, _ = bl.read_list(f"{text}\n", "en", home=JENA, kind="twinning")
    assert [one.term for one in dossier][1:] == [None]


def test_a_renewable_document_is_not_about_energy() -> None:
    (found,) = taken("en", "Lyon;FR;03.05.2001;MoU on culture, 5 years, renewable")
    assert [one.code for one in found.sectors] == ["culture"]


@pytest.mark.parametrize(
    ("text", "lang", "kind"),
    [
        ("Partner cities (cooperation agreements)", "en", "agreement"),
        ("Cooperation agreements (partner cities)", "en", "agreement"),
        ("Partner towns: letters of intent", "en", "letter_of_intent"),
        ("Friendship cities (MoUs)", "en", "mou"),
        ("Partnerstädte (Kooperationsverträge)", "de", "contract"),
        ("Partnerstädte – Absichtserklärungen", "de", "letter_of_intent"),
        ("Города-партнеры (соглашения о сотрудничестве)", "ru", "agreement"),
        ("Города-партнёры (меморандумы)", "ru", "memorandum"),
        # A plain word says no more than that there is something in writing.
        ("Sister cities (agreements)", "en", "twinning"),
        ("Partnerstädte (Verträge)", "de", "twinning"),
        ("Befreundete Städte (Vereinbarungen)", "de", "friendship"),
        ("Побратимские связи (договоры)", "ru", "twinning"),
        ("Twin towns (France)", "en", "twinning"),
        # Of several sorts, none is the kind of all.
        ("Twin towns and partners", "en", None),
        ("Partners and twin towns", "en", None),
        ("Sister cities and partner cities of Leeds", "en", None),
        ("Städtepartnerschaften und Kooperationen", "de", None),
        ("Связи города - города-побратимы и партнёры", "ru", None),
        ("Города-побратимы и города-партнеры Перми", "ru", None),
        ("Treaties and memoranda", "en", None),
        ("Documents of the last years", "en", None),
        # These are of one sort.
        ("Twin cities and twin towns", "en", "twinning"),
        ("Partnerstädte und Partnergemeinden", "de", "twinning"),
        ("Города-партнёры", "ru", "twinning"),
        ("Города-побратимы и породнённые города", "ru", "twinning"),
    ],
)
def test_a_heading_tells_the_kind_of_its_documents_if_they_are_of_one(
    text: str, lang: str, kind: str | None
) -> None:
    heading = read_heading(text, lang)
    assert heading.kind == kind
    assert kind is None or not is_record(text, heading, lang)


def test_a_list_of_twins_and_partners_is_of_the_kinds_in_its_headings() -> None:
    text = (
        "Twin towns and partners of Jena;;\nTown;Country;Year\nTwin towns;;\nLyon;France;1990\n"
        "Partner towns (memoranda of understanding);;\nTurin;Italy;1995\n"
    )
    dossier, review = bl.read_list(text, "en", home=JENA)
    assert [one.kind.value for one in dossier] == ["twinning", "mou"]
    assert not review.questions


@pytest.mark.parametrize(
    "row",
    [
        {"Title": "Agreement on trade", "Remarks": ", ".join(["copy in the archive"] * 60)},
        {"Title": "Agreement on trade", "Remarks": ", ".join(["for years"] * 60)},
        {"Title": f"Agreement with Peru on trade (12.05.2003, {', '.join(['so'] * 60)})"},
    ],
)
def test_a_long_remark_is_not_read_anew_from_each_part_to_each(
    row: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    count, read = 0, Validities.read

    def counted(self: Validities, cell: str, header: str) -> object:
        nonlocal count
        count += 1
        return read(self, cell, header)

    monkeypatch.setattr(Validities, "read", counted)
    bl.read_list([{**row, "Country": "Peru"}], "en", home="CL")
    assert count < 800
