"""Every pattern keeps a sentence, whatever form of a name, a subject or a sector is not known."""

from functools import cache
from itertools import chain, combinations, product

import pytest

import bilateral as bl
from bilateral import Agreement, AgreementKind, Event, Partner, Phrase
from bilateral.language.lexicon import lexicon

LANGUAGES = ("de", "en", "ru")
KNOWN = Partner.government("BY"), Partner.government("KZ")
#: Names without a form, and names that the language does not have.
WITHOUT = (
    Partner("works", "company", dict.fromkeys(LANGUAGES, "Xqz"), country="BY"),
    Partner("office", "ministry", {"uz": "Xqz vazirligi"}, country="UZ"),
)
SUBJECT = {
    "de": Phrase("Austausch", gen="Austauschs", gender="m", article=True),
    "en": Phrase("exchange", article=True),
    "ru": Phrase("обмен", gen="обмена", dat="обмену", loc="обмене"),
}
BARE = dict.fromkeys(LANGUAGES, "Xqz")
OWN_SECTOR = bl.Sector("xqz", name={"uz": "Xqz"})
PARTS = ("a", "b", "subject", "sectors")
#: Names of documents, so that every pattern has its turn.
DESIGNATIONS = (
    {"de": "Memorandum", "en": "Memorandum", "ru": "Меморандум"},
    {"de": "Partnerschaftsabkommen", "en": "Twinning Treaty", "ru": "Договор городов"},
    {"de": "Plan", "en": "Plan", "ru": "План"},
    {"de": "Programm", "en": "Programme", "ru": "Программа"},
    {"de": "Kooperationsplan", "en": "Cooperation Plan", "ru": "Меморандум о сотрудничестве"},
    {"de": "Änderungsprotokoll", "en": "Amendment", "ru": "Протокол изменений"},
    {"de": "Änderung", "en": "Amendment to cooperation", "ru": "Изменения по обмену"},
    {"de": "Verhandlungsprotokoll", "en": "Minutes", "ru": "Протокол встречи"},
    {"de": "Niederschrift", "en": "Record", "ru": "Протокол переговоров"},
)
OTHER = Agreement("other", "treaty", KNOWN, sectors=["trade"], events=[Event.signed("2021")])


def subsets(parts):
    return chain.from_iterable(combinations(parts, n) for n in range(len(parts) + 1))


def documents(kind):
    """Documents of a kind with any of the forms that they need not known."""
    for without, has_subject, named in product(
        subsets(PARTS), (True, False), (None, *DESIGNATIONS)
    ):
        a, b = (
            none if part in without else one
            for part, one, none in zip("ab", KNOWN, WITHOUT, strict=True)
        )
        fields = {"sectors": [OWN_SECTOR] if "sectors" in without else ["trade", "culture"]}
        if has_subject:
            fields["subject"] = BARE if "subject" in without else SUBJECT
        yield Agreement("x", kind, (a, b), designation=named, **fields)
    about = "amends" if kind.value in ("amending_protocol", "additional_protocol") else "implements"
    for sides in product((KNOWN[0], WITHOUT[0]), (KNOWN[1], WITHOUT[1])):
        other = Agreement("o", "treaty", sides, subject=BARE, events=[Event.signed("2021-05-02")])
        for documents in ([OTHER], [other], [OTHER, other]):
            yield Agreement("x", kind, sides, sectors=[OWN_SECTOR], **{about: documents})


@cache
def lists(lang: str) -> set[str]:
    """The frames that have the sides beside each other, and no sentence around them."""
    frames = (
        one for pattern in lexicon(lang).rows("frames") for one in lexicon(lang).frames(pattern)
    )
    return {frame.text for frame in frames if frame.case_of_sides == "nom"}


@pytest.mark.parametrize("kind", AgreementKind)
def test_a_title_is_a_sentence_whatever_form_is_missing(kind):
    listed = [
        (lang, str(title))
        for document in documents(kind)
        for lang in LANGUAGES
        if (title := document.title(lang)).frame in lists(lang)
    ]

    assert listed == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_party_that_no_sentence_can_have_is_listed(lang):
    """Its letters are none that the language could write."""
    georgian = Partner("x", "company", {"ka": "ქარხანა"}, country="GE")
    title = Agreement("x", "agreement", (KNOWN[0], georgian)).title(lang)

    assert "ქარხანა [ka]" in title
    assert title.frame in lists(lang)
