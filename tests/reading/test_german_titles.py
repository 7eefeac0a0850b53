"""What registers, gazettes and towns write in German, and what else it showed of all titles."""

import pytest

import bilateral as bl
from bilateral.reading.bodies.placed_names import PlacedNames
from bilateral.reading.words import Text


def sides(text: str, lang: str = "de") -> list[list[tuple[str, str | None, str]]]:
    """The text, country and kind of each party of each side."""
    title = bl.parse_title(text, lang)
    return [[(one.text, one.country, str(one.kind)) for one in side] for side in title.sides]


def sectors(subject: str) -> list[str]:
    """The sectors of an agreement on something."""
    title = bl.parse_title(f"Abkommen zwischen Peru und Chile über {subject}", "de")
    return [one.code for one in title.sectors]


@pytest.mark.parametrize(
    ("subject", "codes"),
    [
        ("den Waren- und Zahlungsverkehr", ["trade", "banking"]),
        (
            "die Alters-, Hinterlassenen- und Invalidenversicherung",
            ["pensions", "social_protection"],
        ),
        ("Xyz- und Zollfragen", ["customs"]),
    ],
)
def test_compounds_share_their_last_part(subject: str, codes: list[str]) -> None:
    assert sectors(subject) == codes


@pytest.mark.parametrize(
    ("subject", "codes"),
    [
        ("den Schutz der Gewässer", ["water_resources"]),
        ("das Einlaufen in peruanische Gewässer und peruanische Häfen", ["water_transport"]),
        ("den Verkehr in bürgerlichen Rechtssachen", ["legal_aid"]),
        ("Verkehr und Tourismus", ["transport", "tourism"]),
        ("Urteile des Zivil- und Handelsrechtes", ["legal_aid"]),
    ],
)
def test_a_weak_word_names_a_field_only_where_nothing_else_does(
    subject: str, codes: list[str]
) -> None:
    assert sectors(subject) == codes


def test_a_mission_is_of_the_country_of_its_adjective_and_in_another() -> None:
    first, _ = sides(
        "Notenwechsel zwischen der österreichischen Gesandtschaft in der Türkei und dem "
        "türkischen Außenministerium"
    )
    assert first == [("österreichischen Gesandtschaft in der Türkei", "AT", "diplomatic_mission")]
    first, _ = sides("Notenwechsel zwischen der Botschaft Perus und dem Außenministerium Chiles")
    assert first == [("Botschaft Perus", "PE", "diplomatic_mission")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Vereinbarung der Stadt Bonn und der Stadt Köln mit der Stadt Omsk über Sport",
            [["Stadt Bonn", "Stadt Köln"], ["Stadt Omsk"]],
        ),
        ("Vertrag der Städte Bonn und Köln mit Minsk", [["Bonn", "Köln"], ["Minsk"]]),
        (
            "Abkommen der Regierungen Polens und Litauens mit Österreich über Sport",
            [["Polens", "Litauens"], ["Österreich"]],
        ),
        (
            "Vertrag des Ministeriums für Handel und Industrie der Republik Polen mit der "
            "Universität Minsk",
            [
                ["Ministeriums für Handel und Industrie der Republik Polen"],
                ["Universität Minsk"],
            ],
        ),
        ("Vertrag der Gemeinden Aach und Obing", [["Aach"], ["Obing"]]),
        ("Abkommen der Schweiz und Perus mit Chile", [["Schweiz", "Perus"], ["Chile"]]),
    ],
)
def test_several_parties_have_a_document_with_another_one(
    text: str, names: list[list[str]]
) -> None:
    assert [[name for name, *_ in side] for side in sides(text)] == names


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("dem Institut Minsk zur Erforschung von Robben auf Grönland", "Institut Minsk"),
        (
            "der Königlichen Gesellschaft zur Rettung Ertrinkender in Dänemark",
            "Königlichen Gesellschaft zur Rettung Ertrinkender in Dänemark",
        ),
        (
            "dem Bundesminister für Verkehr der Republik Österreich gemäß Randnummer 7",
            "Bundesminister für Verkehr der Republik Österreich",
        ),
    ],
)
def test_a_party_ends_before_what_the_document_is_for(text: str, last: str) -> None:
    *_, [(name, _, _)] = sides(f"Vereinbarung zwischen der Universität Bonn und {text}")
    assert name == last


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Chinese Academy of Sciences", "CN", "academy"),
        ("Xqz Wvk", None, "None"),
    ],
)
def test_a_name_in_another_language_tells_what_it_is(
    name: str, country: str | None, kind: str
) -> None:
    title = f"Vereinbarung zwischen der Universität Bonn und der {name} über Forschung"
    assert sides(title)[1] == [(name, country, kind)]


def test_what_is_in_brackets_may_belong_to_the_name_of_a_town() -> None:
    first, second = sides("Städtepartnerschaft zwischen Frankfurt (Oder) und Linz (Österreich)")
    assert first == [("Frankfurt (Oder)", "DE", "city")]
    assert second == [("Linz (Österreich)", "AT", "city")]


@pytest.mark.parametrize(
    ("text", "date", "period"),
    [
        ("Jahresvereinbarung 2025 über Sport zwischen Peru und Chile", None, "2025"),
        ("Memorandum 2025 über Sport zwischen Peru und Chile", None, None),
        ("Vertrag zwischen Peru und Chile von 1959", "1959", None),
        ("Vertrag zwischen Peru und Chile vom Mai 1959", "1959-05", None),
        ("Vertrag zwischen Peru und Chile für 1959", None, "1959"),
        ("Arbeitsplan zwischen Peru und Chile von 1959", None, "1959"),
    ],
)
def test_a_year_is_what_it_is_said_to_be(text: str, date: str | None, period: str | None) -> None:
    title = bl.parse_title(text, "de")
    assert title.date == (date and bl.PartialDate.parse(date))
    assert (title.period and str(title.period)) == period
    assert title.subject in (None, "Sport")


def test_a_document_may_be_published_in_two_places() -> None:
    title = bl.parse_title("Vertrag über Milch (BGBl. 34 BGBl. 35)", "de")
    assert title.subject == "Milch"
    assert title.rest == ("BGBl. 34 BGBl. 35",)


@pytest.mark.parametrize("name", ["Sejm", "Parlament", "Repräsentantenhaus"])
def test_the_noun_of_a_parliament_is_a_whole_name_and_a_subject_follows(name: str) -> None:
    title = bl.parse_title(
        f"Gemeinsame Erklärung des Deutschen Bundestages und des {name} zur Zusammenarbeit", "de"
    )
    assert [one.text for one in title.parties] == ["Deutschen Bundestages", name]
    assert title.subject == "zur Zusammenarbeit"
    title = bl.parse_title(f"Abkommen zwischen dem Bundestag und dem {name} für Kultur", "de")
    assert title.parties[1].text == name


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Land Salzburg", ("AT", "region")),
        ("Land Tirol", ("AT", "region")),
        ("Land Wien", ("AT", "city")),
        ("Land Japan", ("JP", "None")),
    ],
)
def test_a_land_is_the_unit_that_its_country_calls_so(name: str, place: tuple[str, str]) -> None:
    first, _ = sides(f"Abkommen zwischen dem {name} und der Stadt Minsk über Kultur")
    assert first == [(name, *place)]


@pytest.mark.parametrize(
    ("second", "name", "country"),
    [
        ("Tonami, Präfektur Toyama, über Kultur", "Stadt Tonami, Präfektur Toyama", "JP"),
        ("Jinan, Provinz Shandong", "Stadt Jinan, Provinz Shandong", "CN"),
        ("Tonami, Provinz des Ostens", "Stadt Tonami", "JP"),
    ],
)
def test_a_unit_behind_a_town_with_an_article_says_where_it_is(
    second: str, name: str, country: str | None
) -> None:
    _, last = sides(f"Freundschaftsvertrag zwischen der Stadt Wels und der Stadt {second}")
    assert last == [(name, country, "city")]


def test_a_unit_behind_a_town_without_an_article_may_be_another_party() -> None:
    told = PlacedNames(Text("der Stadt Wels, Provinz Utrecht", "de"), None)
    assert told.with_country(1, 3) == 5
    for text, start in (("Stadt Wels, Provinz Utrecht", 0), ("mit Stadt Wels, Provinz Utrecht", 1)):
        names = PlacedNames(Text(text, "de"), None)
        assert names.with_country(start, start + 2) == start + 2


def test_initials_before_a_date_are_no_place_of_signature() -> None:
    title = bl.parse_title("MoU Hochschule Bremen – Universität Minsk (BSU), 12.03.2019", "de")
    assert title.parties[1].text == "Universität Minsk (BSU)"
    assert title.rest == ()
    title = bl.parse_title("MoU zwischen Deutschland und Ghana (Bonn), 12.03.2019", "de")
    assert title.rest == ("Bonn",)


def test_what_concerns_the_carrying_out_of_another_document_has_not_its_date() -> None:
    title = bl.parse_title(
        "Übereinkommen zwischen Polen und Österreich betreffend die Durchführung des am "
        "14. Juni 1972 in Wien unterzeichneten Abkommens über die Zusammenarbeit",
        "de",
    )
    assert title.date is None
    assert str(title.implements[0].date) == "1972-06-14"


def test_a_university_hospital_is_told_by_its_noun() -> None:
    first, _ = sides("Vereinbarung der Universitätsmedizin Mainz mit der Universität Minsk")
    assert first == [("Universitätsmedizin Mainz", "DE", "hospital")]


@pytest.mark.parametrize(
    ("lang", "title", "is_asked"),
    [
        ("de", "Abkommen zwischen Peru und Chile über den Handel zwischen beiden Staaten", False),
        ("de", "Abkommen zwischen Bonn und Chile über den Handel zwischen den Häfen", True),
        ("en", "Agreement between Peru and Chile on trade between the two countries", False),
        ("ru", "Соглашение между Перу и Чили о торговле между двумя странами", False),
    ],
)
def test_the_parties_may_be_pointed_to_behind_the_subject(
    lang: str, title: str, *, is_asked: bool
) -> None:
    assert ("sides" in bl.parse_title(title, lang).uncertain) == is_asked


@pytest.mark.parametrize(
    ("lang", "title", "relation", "kind"),
    [
        ("de", "Vertrag zwischen Peru und Chile, durch den das {} ersetzt wird", "supersedes", 1),
        ("de", "Notenwechsel, mit dem das {} zwischen Peru und Chile geändert wird", "amends", 1),
        (
            "de",
            "Vertrag von Peru und Chile, welcher das am 3. Mai 1985 geschlossene Abkommen ergänzt",
            "amends",
            1,
        ),
        ("de", "Vertrag zwischen Peru und Chile durch den das {} ersetzt wird", "supersedes", 0),
        (
            "de",
            "Vertrag zwischen Peru und Chile, durch den der Handel ersetzt wird",
            "supersedes",
            0,
        ),
        (
            "en",
            "Exchange of notes of Peru and Chile, whereby the Agreement of 3 May 1985 is amended",
            "amends",
            1,
        ),
    ],
)
def test_a_clause_that_ends_with_its_verb_names_the_other_document(
    lang: str, title: str, relation: str, kind: int
) -> None:
    read = bl.parse_title(title.format("Abkommen vom 3. Mai 1985"), lang)
    found = getattr(read, relation)
    assert [(str(one.kind), str(one.date)) for one in found] == [("agreement", "1985-05-03")] * kind
    assert not kind or read.date is None


@pytest.mark.parametrize(
    ("lang", "title", "kind"),
    [
        ("de", "Plan der politischen Konsultationen zwischen Peru und Chile", "consultations_plan"),
        ("de", "Programm politischer Konsultationen zwischen Peru und Chile", "consultations_plan"),
        ("de", "Programm für den Handel und für Konsultationen von Peru und Chile", "programme"),
        ("de", "Programm kleiner, neuer Konsultationen zwischen Peru und Chile", "programme"),
        ("de", "Programm guter neuer kleiner bilateraler Konsultationen", "programme"),
        ("en", "Plan of bilateral consultations between Peru and Chile", "consultations_plan"),
        ("ru", "План двусторонних консультаций между Перу и Чили", "consultations_plan"),
    ],
)
def test_a_plan_is_one_of_consultations_behind_adjectives(lang: str, title: str, kind: str) -> None:
    assert str(bl.parse_title(title, lang).kind) == kind


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("Memorandum über die Partnerschaft und enge Zusammenarbeit zwischen {}",
         "die Partnerschaft und enge Zusammenarbeit"),
        ("Memorandum über die Partnerschaft und Zusammenarbeit zwischen {}", None),
        ("Vereinbarung über die Zusammenarbeit des Landesmuseums Mainz mit dem Museum Lima",
         "die Zusammenarbeit"),
        ("Abkommen über den Handel der Schweiz mit Bulgarien", "den Handel"),
        ("Abkommen über den Aufbau der Verwaltung mit der Stadt Minsk",
         "den Aufbau der Verwaltung"),
        ("Vertrag zwischen {} über den Tausch von Fernsehprogrammen",
         "den Tausch von Fernsehprogrammen"),
    ],
)  # fmt: skip
def test_a_subject_is_whole_and_has_no_party_in_it(title: str, subject: str | None) -> None:
    read = bl.parse_title(title.format("der Stadt Graz und der Stadt Pula"), "de")
    assert read.subject == subject
    assert "subject" not in read.uncertain


@pytest.mark.parametrize(
    ("party", "kind", "is_asked"),
    [
        ("Regierungsrat von Basel-Stadt", "regional_executive", False),
        ("Staatsrat des Kantons Wallis", "regional_executive", False),
        ("Stadtpräsidenten von Zürich", "city_executive", False),
        ("Universitätspräsidenten von Konstanz", "None", True),
        ("Regierung von Oberbayern", "government", True),
        ("Regierung von Peru", "government", False),
        ("Plankomitee Leipzig 1987", "public_body", True),
    ],
)
def test_who_governs_a_unit_is_no_government_of_a_state(
    party: str, kind: str, *, is_asked: bool
) -> None:
    title = bl.parse_title(f"Vereinbarung zwischen der Stadt Wien und der {party}", "de")
    assert str(title.parties[-1].kind) == kind
    assert ("sides" in title.uncertain) == is_asked


def test_parties_of_one_side_end_where_the_other_one_begins() -> None:
    found = sides("Vereinbarung der Stadt Bonn und des Rhein-Sieg-Kreises mit der Stadt Minsk")
    assert [[text for text, *_ in side] for side in found] == [
        ["Stadt Bonn", "Rhein-Sieg-Kreises"],
        ["Stadt Minsk"],
    ]
    title = "Abkommen der Hochschule für Technik und Wirtschaft Dresden mit der Universität Hanoi"
    assert [text for [(text, *_)] in sides(title)] == [
        "Hochschule für Technik und Wirtschaft Dresden",
        "Universität Hanoi",
    ]


@pytest.mark.parametrize(
    ("title", "period", "rest", "asked"),
    [
        ("Protokoll der 4. Tagung der Kommission, Minsk, 3.–4. Juni 2014",
         "2014-06-03/2014-06-04", ("Minsk",), set[str]()),
        ("Notenwechsel vom 12./19. März 2008", "2008-03-12/2008-03-19", (), {"period"}),
        ("Abkommen für die Spielzeiten 2019 bis 2021", "2019/2021", (), set[str]()),
        ("Abkommen für die Zeit vom 3. Mai 2014 bis 4. Juni 2014",
         "2014-05-03/2014-06-04", (), set[str]()),
    ],
)  # fmt: skip
def test_some_days_of_a_month_are_those_of_a_meeting(
    title: str, period: str, rest: tuple[str, ...], asked: set[str]
) -> None:
    read = bl.parse_title(title, "de")
    assert (str(read.period), read.rest) == (period, rest)
    assert read.uncertain & {"period", "subject"} == asked


def test_a_town_right_before_a_day_is_where_the_party_is() -> None:
    title = "Vertrag zwischen der Universität Graz und der Agraruniversität, Lima{} 4. Oktober 2012"
    assert bl.parse_title(title.format(" vom"), "de").rest == ()
    assert bl.parse_title(title.format(","), "de").rest == ("Lima",)


@pytest.mark.parametrize(
    ("subject", "codes"),
    [
        ("die Restaurierung alter Flugzeuge", ["heritage"]),
        ("die Restaurierung und den Tourismus", ["heritage", "tourism"]),
        ("die Restaurierung von Bildern, Tourismus", ["heritage", "tourism"]),
    ],
)
def test_what_is_restored_is_no_field(subject: str, codes: list[str]) -> None:
    assert sectors(subject) == codes


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Kamuzu Central Hospital, Lilongwe (Malawi)", "MW"),
        # What is known to be in that country, too, and what nobody knows.
        ("Universität Tartu, Tartu (Estland)", "EE"),
        ("Unidad Educativa San Calixto, La Paz (Bolivien)", "BO"),
    ],
)
def test_a_place_with_its_country_in_brackets_belongs_to_the_body_before_it(
    name: str, country: str
) -> None:
    title = bl.parse_title(f"Vertrag zwischen dem Zoo Köln und der {name} über Forschung", "de")
    assert [(party.text, party.country) for party in title.parties][1:] == [(name, country)]
    assert title.subject == "Forschung"


@pytest.mark.parametrize(
    "text",
    [
        # A town that is a party, what is no name of a place, another country, and no country.
        "Vertrag zwischen Blaba und Minsk, Brest (Belarus) über Forschung",
        "Vertrag zwischen Blaba und dem Zoo Kali, Museum Kali (Kolumbien) über Forschung",
        "Vertrag zwischen Blaba und der Universität Tartu, Lugansk (Peru) über Forschung",
        "Vertrag zwischen Blaba und dem Zoo Kali, Huhu (Hihi) über Forschung",
        "Vertrag zwischen Blaba und dem Zoo Kali, Huhu (Peru und Chile) über Forschung",
        "Vertrag, Huhu (Peru) über Forschung",
    ],
)
def test_what_may_be_no_place_of_a_body_is_asked_for(text: str) -> None:
    assert "sides" in bl.parse_title(text, "de").uncertain


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Regierung der Deutschsprachigen Gemeinschaft Belgiens", "BE", "regional_executive"),
        ("Regierung der Föderation Wallonie-Brüssel", "BE", "regional_executive"),
        ("Regionalregierung Kurdistan", "IQ", "regional_executive"),
        # A district is one, but where the units of a state are called so.
        ("Distrikt Mwanga, Tansania", "TZ", "district"),
        ("Distrikt Leiria, Portugal", "PT", "region"),
        ("Bundesdistrikt Brasilia", "BR", "region"),
        # The longest name of a town is the one that is meant.
        ("Universität Freiburg im Üechtland", "CH", "university"),
        ("Stadt Zell am See", "AT", "city"),
        ("Komercijalna banka a.d. Beograd", "RS", "bank"),
        ("Industrie- und Handelsverband Usbekistans", "UZ", "association"),
        ("Freien und Hansestadt Hamburg", "DE", "city"),
    ],
)
def test_units_and_bodies_are_what_their_nouns_say(name: str, country: str, kind: str) -> None:
    assert sides(f"Abkommen zwischen Peru und der {name}")[1] == [(name, country, kind)]


@pytest.mark.parametrize(
    ("words", "kind", "subject"),
    [
        ("Partnerschaftsvereinbarung (Sister Park Arrangement)", "arrangement", None),
        ("Kooperationsvertrag (Cooperation Agreement)", "contract", None),
        ("(1) Vereinbarung (Implementing Arrangement)", "arrangement", None),
        # What says more is kept: another kind, a field.
        ("Vereinbarung (Memorandum of Understanding)", "mou", None),
        ("Vereinbarung (Student Exchange Agreement)", "arrangement", "Student Exchange Agreement"),
        ("Vereinbarung (Neufassung)", "arrangement", "Neufassung"),
    ],
)
def test_a_kind_may_have_its_name_in_another_language_behind_it(
    words: str, kind: str, subject: str | None
) -> None:
    title = bl.parse_title(f"{words} zwischen der Universität Gent und der Universität Graz", "de")
    assert (title.kind, title.subject) == (kind, subject)


@pytest.mark.parametrize("text", ["Abkommen (", "Abkommen (Agreement", "Abkommen ()"])
def test_a_bracket_that_stays_open_behind_a_kind_is_read(text: str) -> None:
    assert bl.parse_title(text, "de").kind is bl.AgreementKind.AGREEMENT


@pytest.mark.parametrize(
    "talks",
    ["der Regierungsgespräche", "über die Verhandlungen", "der Unterredung"],
)
def test_minutes_of_talks_are_about_what_was_talked_about(talks: str) -> None:
    title = bl.parse_title(f"Protokoll {talks} zwischen Peru und Chile über Fischerei", "de")
    assert (title.kind, title.subject, title.rest) == ("session_protocol", "Fischerei", ())


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("Gasliefervertrag", ["oil_gas"]),
        ("Weizenkaufvertrag", ["agriculture"]),
        ("Vertriebsvertrag", ["trade"]),
        ("Joint-Degree-Vertrag", ["higher_ed"]),
        ("Pachtvertrag", []),
    ],
)
def test_a_contract_says_by_its_first_part_what_it_is_about(words: str, codes: list[str]) -> None:
    title = bl.parse_title(f"{words} zwischen der OMV AG und der BASF SE", "de")
    assert [one.code for one in title.sectors] == codes


def test_an_exchange_of_specialists_may_be_about_anything() -> None:
    title = bl.parse_title("Vereinbarung über den Austausch von Tieren und Fachkräften", "de")
    assert not title.sectors
    assert "sectors" in title.uncertain
    assert sectors("Fachkräfte") == ["labour"]


@pytest.mark.parametrize(
    ("text", "kind", "kinds"),
    [
        ("Werkstatt Minsk und Werkstatt Bonn", "twinning", [None, None]),
        ("Blaba (Peru) und Huhu (Chile)", "twinning", ["city", "city"]),
        ("Sparta Prag und Rapid Wien", "contract", [None, "sports_body"]),
    ],
)
def test_what_has_a_town_behind_it_is_no_town_of_a_partnership(
    text: str, kind: str, kinds: list[str | None]
) -> None:
    title = bl.parse_title(f"Partnerschaftsvertrag zwischen {text}", "de")
    assert (title.kind, [party.kind for party in title.parties]) == (kind, kinds)
    assert (kinds == ["city", "city"]) or "sides" in title.uncertain


def test_a_partnership_of_those_of_whom_nothing_is_known_is_asked_for() -> None:
    title = bl.parse_title("Partnerschaftsvertrag zwischen Blaba und Huhu", "de")
    assert {"kind", "sides"} <= title.uncertain
    title = bl.parse_title("Städtepartnerschaft zwischen Blaba und Huhu", "de")
    assert title.uncertain == {"sides"}


@pytest.mark.parametrize(
    ("subject", "codes"),
    [
        ("forstl. Zusammenarbeit", ["forestry"]),
        ("agrarwissenschaftl. Zusammenarbeit", ["agri_science"]),
        ("agrarpol. Dialog", ["agriculture"]),
        ("naturwissenschaftl. Zusammenarbeit", ["science"]),
        ("Motorfahrzeugsteuern", ["taxation"]),
    ],
)
def test_an_adjective_that_is_cut_short_and_every_tax_name_a_field(
    subject: str, codes: list[str]
) -> None:
    assert sectors(subject) == codes


@pytest.mark.parametrize(
    ("body", "subject"),
    [
        ("des Lenkungsausschusses Landwirtschaft", "Landwirtschaft"),
        ("der Arbeitsgruppe Verkehr und Logistik", "Verkehr und Logistik"),
        ("des Lenkungsausschusses Bonn", None),
        ("der Kommission der Energieminister", None),
        ("des Rates", None),
    ],
)
def test_minutes_are_about_the_field_beside_the_name_of_the_body(
    body: str, subject: str | None
) -> None:
    assert bl.parse_title(f"Protokoll der 4. Sitzung {body}", "de").subject == subject


def test_behind_a_body_russian_has_the_genitive_of_whose_it_is() -> None:
    assert bl.parse_title("Протокол заседания комиссии энергетики", "ru").subject is None


@pytest.mark.parametrize("dash", [" - ", " – ", "-"])
def test_what_a_commission_of_two_states_is_for_is_no_part_of_the_second(dash: str) -> None:
    title = f"Protokoll der 9. Tagung der Gemischten Kommission Peru{dash}Chile für Handel"
    assert [(text, code) for ((text, code, _),) in sides(title)] == [
        ("Peru", "PE"),
        ("Chile", "CL"),
    ]


def test_a_spaced_dash_joins_whole_names() -> None:
    title = "Filmabkommen Schweiz – Französische Gemeinschaft Belgiens, mit Anhang"
    assert sides(title)[1][0][0] == "Französische Gemeinschaft Belgiens"


@pytest.mark.parametrize(
    "body", ["Leibniz-Institut für Ostseeforschung Warnemünde", "Thünen-Institut für Fischerei"]
)
def test_an_institute_with_the_name_of_a_person_has_its_field_behind(body: str) -> None:
    title = f"Vertrag zwischen der Universität Rostock und dem {body} vom 1. April 1993"
    assert sides(title)[1][0][0] == body


def test_uruguay_is_called_the_eastern_republic_too() -> None:
    title = "Abkommen zwischen der Republik Österreich und der Östlichen Republik Uruguay"
    assert sides(title)[1][0][1] == "UY"
    assert "sides" not in bl.parse_title(title, "de").uncertain


@pytest.mark.parametrize("tail", ["vom 22.10.2012", "(Laufzeit 5 Jahre)"])
def test_the_town_in_brackets_behind_a_body_is_where_that_is(tail: str) -> None:
    parties = "der Universität Bonn und der China University of Geosciences (Wuhan)"
    title = bl.parse_title(f"Vertrag zwischen {parties} {tail}", "de")
    assert title.parties[1].text == "China University of Geosciences (Wuhan)"


def test_behind_a_subject_a_town_in_brackets_is_where_a_document_was_signed() -> None:
    title = bl.parse_title(
        "Abkommen zwischen Peru und Chile über den Handel (Bonn), 5.3.2019", "de"
    )
    assert title.rest == ("Bonn",)
    assert title.subject == "den Handel"
