"""Documents whose sides are A and B in their titles."""

from bilateral import Agreement, Event, Partner, Phrase

BY, KZ = Partner.government("BY"), Partner.government("KZ")
SIDES = {
    "ru": ("Правительством Республики Беларусь", "Правительством Республики Казахстан"),
    "de": ("der Regierung der Republik Belarus", "der Regierung der Republik Kasachstan"),
    "en": (
        "the Government of the Republic of Belarus",
        "the Government of the Republic of Kazakhstan",
    ),
}
EXCHANGE = {
    "ru": Phrase(
        "обмен студентами",
        gen="обмена студентами",
        dat="обмену студентами",
        loc="обмене студентами",
    ),
    "de": Phrase("Austausch von Studierenden", gender="m", article=True),
    "en": "the exchange of students",
}
DAY, YEAR = [Event.signed("2004-12-22")], [Event.signed("2021")]


def document(kind="agreement", sides=(BY, KZ), **fields):
    return Agreement(kind.replace("_", "-"), kind, sides, **fields)


def title(agreement, lang):
    """A title with A and B for the governments."""
    text = str(agreement.title(lang))
    for name, letter in zip(SIDES[lang], "AB", strict=True):
        text = text.replace(name, letter)
    genitives = ("Правительства Республики Беларусь", "Правительства Республики Казахстан")
    for name, letter in zip(genitives, "AB", strict=True):
        text = text.replace(name, letter)
    return text
