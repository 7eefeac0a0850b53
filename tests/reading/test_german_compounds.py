"""What the parts of German compounds tell of a document."""

import pytest

import bilateral as bl


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Rahmenkooperationsvertrag zwischen der Universität Graz und der Universität Jena",
         "framework_agreement"),
        ("Rahmenprotokoll zwischen Österreich und Polen", "protocol"),
        ("Kooperationsvertrag zwischen der Stadt Dresden und der Stadt Breslau", "contract"),
        ("Staatsvertrag zwischen dem Land Tirol und dem Freistaat Bayern", "treaty"),
    ],
)  # fmt: skip
def test_the_parts_of_a_compound_and_its_makers_tell_the_kind(title, kind):
    assert bl.parse_title(title, "de").kind == kind


def test_the_field_behind_the_states_of_a_commission_is_the_subject():
    title = bl.parse_title(
        "Protokoll der 5. Tagung der Gemischten Kommission Österreich–Kasachstan für Handel", "de"
    )

    assert [party.text for side in title.sides for party in side] == ["Österreich", "Kasachstan"]
    assert [sector.code for sector in title.sectors] == ["trade"]
