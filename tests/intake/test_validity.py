"""How long a document is valid: what is certain of a cell is taken, the rest is kept as words."""

import pytest

import bilateral as bl
from bilateral.intake.cells import Cells
from bilateral.intake.validity import Validities, Validity

GOES_ON = bl.Renewal(indefinite=True)
FROM = bl.Start(date="2022-09-01")


def read(text: str, lang: str) -> Validity | None:
    return Validities(lang, Cells(lang)).read(text, "").value


@pytest.mark.parametrize(
    ("text", "lang", "term"),
    [
        ("5 лет с автоматическим продлением", "ru", bl.Term(length="P5Y", renewal=GOES_ON)),
        ("5 лет, с автопролонгацией", "ru", bl.Term(length="P5Y", renewal=GOES_ON)),
        ("3 года, продление по умолчанию", "ru", bl.Term(length="P3Y", renewal=GOES_ON)),
        ("5 Jahre, automatische Verlängerung", "de", bl.Term(length="P5Y", renewal=GOES_ON)),
        ("3 years, renewed automatically", "en", bl.Term(length="P3Y", renewal=GOES_ON)),
        ("5 лет, с пролонгацией", "ru", bl.Term(length="P5Y")),
        ("5 years (renewable)", "en", bl.Term(length="P5Y")),
        ("5 years, not automatically renewed", "en", bl.Term(length="P5Y")),
        ("5 Jahre, nicht verlängerbar", "de", bl.Term(length="P5Y")),
        ("bis 31.12.2026, Verlängerung möglich", "de", bl.Term(until="2026-12-31")),
        ("bis auf Widerruf", "de", bl.Term(indefinite=True)),
        ("Until terminated.", "en", bl.Term(indefinite=True)),
        ("до расторжения", "ru", bl.Term(indefinite=True)),
        ("до завершения раскопок.", "ru", bl.Term(until_event={"ru": "завершение раскопок"})),
        (
            "bis zur Fertigstellung der Brücke",
            "de",
            bl.Term(until_event={"de": "Fertigstellung der Brücke"}),
        ),
        ("на весь период гастролей", "ru", None),
        ("Срок не оговорён", "ru", None),
        ("entfällt", "de", None),
        ("keine", "de", None),
        ("wie Hauptabkommen", "de", None),
        ("s. Hauptvertrag", "de", None),
        ("For the term of the Agreement", "en", None),
        ("As principal agreement", "en", None),
        ("until expiry of the main agreement", "en", None),
        ("non-binding", "en", None),
        ("3 study years", "en", None),
        ("wie das Abkommen", "de", None),
        ("rechtlich nicht bindend", "de", None),
        ("как и договор", "ru", None),
        ("не имеет обязательной силы", "ru", None),
        ("срок 3 года, автоматич.", "ru", bl.Term(length="P3Y", renewal=GOES_ON)),
        ("на срок действия соглашения", "ru", None),
        ("как в основном договоре", "ru", None),
        ("for the duration of the festival", "en", None),
        ("renewable", "en", None),
        ("ежегодно продлевается", "ru", None),
        # Two languages in one list.
        ("5 Jahre, renewable", "de", bl.Term(length="P5Y")),
    ],
)
def test_of_a_renewal_without_a_length_the_first_period_is_certain(
    text: str, lang: str, term: bl.Term | None
) -> None:
    assert read(text, lang) == Validity(term, is_whole=False)


def test_the_years_of_an_extension_tell_the_last_day() -> None:
    known = Validity(bl.Term(until="2013"), is_whole=False)
    assert read("2008-10 / ext. 2011-2013", "en") == known


@pytest.mark.parametrize(
    ("text", "lang", "term"),
    [
        ("5 years, renewable for 5 years", "en", bl.Term(length="P5Y")),
        ("5 years with the option of a renewal for another 5 years", "en", bl.Term(length="P5Y")),
        ("18 months, non-renewable", "en", bl.Term(length="P18M")),
        ("5 Jahre, verlängerbar um weitere 5 Jahre", "de", bl.Term(length="P5Y")),
        ("5 лет с пролонгацией на 5 лет", "ru", bl.Term(length="P5Y")),
        ("extended until 2028", "en", bl.Term(until="2028")),
        ("3 years, extended to May 2019", "en", bl.Term(until="2019-05")),
        ("31.12.2020; verlängert bis 31.12.2022", "de", bl.Term(until="2022-12-31")),
        ("verlängert bis 31.12.2028", "de", bl.Term(until="2028-12-31")),
        ("продлено до 2028 г.", "ru", bl.Term(until="2028")),
        ("rolling", "en", None),
        ("continues until cancelled", "en", bl.Term(indefinite=True)),
        ("gilt bis auf Weiteres", "de", bl.Term(indefinite=True)),
        ("пока одна из сторон не заявит о расторжении", "ru", bl.Term(indefinite=True)),
        ("5 Jahre, eine Verlängerung möglich", "de", bl.Term(length="P5Y")),
    ],
)
def test_a_renewal_that_may_be_or_has_been_is_kept_in_words(
    text: str, lang: str, term: bl.Term | None
) -> None:
    assert read(text, lang) == Validity(term, is_whole=False)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("another five years", "en"),
        ("within 30 days", "en"),
        ("renewable for 5 years", "en"),
        ("um weitere fünf Jahre", "de"),
        ("innerhalb von 30 Tagen", "de"),
        ("на последующие пятилетние периоды", "ru"),
        ("по истечении шести месяцев", "ru"),
        ("5 years, renewed in 2015", "en"),
        ("5 years, may be extended to 2030", "en"),
        ("verlängert um 5 Jahre", "de"),
        ("verlängert seit 2015", "de"),
        ("five years, renewed for five years", "en"),
        ("2020–2024, unbefristet", "de"),
        ("5 years after signature", "en"),
    ],
)
def test_what_is_said_of_another_time_is_no_validity(text: str, lang: str) -> None:
    assert read(text, lang) in (None, Validity(is_whole=False))


@pytest.mark.parametrize(
    ("text", "lang", "term"),
    [
        ("P5Y", "de", bl.Term(length="P5Y")),
        ("5 years", "de", bl.Term(length="P5Y")),
        ("31.12.2027", "de", bl.Term(until="2027-12-31")),
        ("5 years from 1 September 2022", "en", bl.Term(length="P5Y", counted_from=FROM)),
        ("Endless", "en", bl.Term(indefinite=True)),
        ("never expires", "en", bl.Term(indefinite=True)),
        ("cycle of two years", "en", bl.Term(length="P2Y")),
    ],
)
def test_a_length_a_day_and_both_are_validities(text: str, lang: str, term: bl.Term) -> None:
    assert read(text, lang) == Validity(term)


@pytest.mark.parametrize(
    ("text", "lang", "term"),
    [
        ("2020–2024, automatische Verlängerung um jeweils 1 Jahr", "de", bl.Term(renewal="P1Y")),
        ("2020–2024 (Kündigungsfrist 3 Monate)", "de", bl.Term(exit="P3M")),
        ("2020–2024, renewed automatically for successive years", "en", None),
    ],
)
def test_behind_a_period_may_stand_what_follows_it(
    text: str, lang: str, term: bl.Term | None
) -> None:
    found = read(text, lang)
    assert found is not None
    assert (found.term, str(found.period), found.is_whole) == (term, "2020/2024", bool(term))


def test_the_period_and_what_follows_it_are_both_those_of_the_document() -> None:
    title = "Abkommen zwischen der Republik Belarus und der Republik Kasachstan über Handel"
    cell = "2020–2024, automatische Verlängerung um jeweils 1 Jahr"
    dossier, review = bl.read_list(f"Titel;Laufzeit\n{title};{cell}\n", "de")
    (found,) = dossier.agreements
    assert (str(found.period), found.term) == ("2020/2024", bl.Term(renewal="P1Y"))
    assert not review.questions


def test_a_renewal_with_its_length_is_the_whole() -> None:
    text = "5 лет с автоматическим продлением на последующие пятилетние периоды"
    assert read(text, "ru") == Validity(bl.Term(length="P5Y", renewal="P5Y"))


def test_a_bracket_may_say_something_else() -> None:
    assert read("2020–2022 (10. Phase)", "de") == Validity(
        period=bl.Period("2020/2022"), is_whole=False
    )


@pytest.mark.parametrize(
    "text",
    [
        "5 Jahre, danach jeweils 5 Jahre",
        "ruht seit 03/2022",
        "wie üblich (mündlich)",
        "etwa verlängert",
    ],
)
def test_what_is_not_certain_is_asked(text: str) -> None:
    cells = Validities("de", Cells("de"))
    found = cells.read(text, "")
    assert found.value is None or found.is_certain
    if found.value is None:
        assert found.problem is not None
        assert found.problem.code == "unreadable-clause"


@pytest.mark.parametrize("cell", ["5 лет, с пролонгацией", "с пролонгацией"])
def test_the_words_are_kept_with_the_document(cell: str) -> None:
    title = "Соглашение между Республикой Беларусь и Республикой Казахстан о торговле"
    dossier, review = bl.read_list(f"Наименование;Срок действия\n{title};{cell}\n", "ru")
    assert dict(dossier.agreements[0].extra) == {"list:срок_действия": cell}
    assert not review.questions


@pytest.mark.parametrize(
    ("text", "lang", "term"),
    [
        ("5 Jahre, danach jährlich kündbar", "de", bl.Term(length="P5Y")),
        ("jederzeit kündbar", "de", None),
        ("3 years (may be terminated)", "en", bl.Term(length="P3Y")),
        ("2 года, возможно расторжение", "ru", bl.Term(length="P2Y")),
    ],
)
def test_that_one_may_leave_is_left_to_the_words(
    text: str, lang: str, term: bl.Term | None
) -> None:
    assert read(text, lang) == Validity(term, is_whole=False)


@pytest.mark.parametrize("text", ["6 Mte. kündbar", "nach Lust, kündbar"])
def test_what_stands_before_the_word_for_leaving_is_read_or_asked(text: str) -> None:
    assert read(text, "de") is None


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("5 лет, автоматическое продление на 5 лет", "ru"),
        ("5 Jahre, automatische Verlängerung um ein Jahr", "de"),
        ("5 years, automatically renewed for 5 years", "en"),
    ],
)
def test_whether_a_renewal_comes_once_or_again_is_asked(text: str, lang: str) -> None:
    found = Validities(lang, Cells(lang)).read(text, "")
    assert (found.value, len(found.readings)) == (None, 2)


@pytest.mark.parametrize(
    "text",
    [
        "до денонсации одной из Сторон",
        "до расторжения любой из сторон",
        "действует до прекращения действия одной из сторон",
        "до уведомления одной из Сторон",
        "до уведомления о расторжении",
        "до его денонсации",
    ],
)
def test_who_ends_what_has_no_end_may_be_said(text: str) -> None:
    assert read(text, "ru") == Validity(bl.Term(indefinite=True), is_whole=False)


@pytest.mark.parametrize(
    "text",
    [
        "как в основном договоре",
        "до окончания срока действия соглашения",
        "до прекращения действия Соглашения",
        "см. соглашение",
    ],
)
def test_what_refers_to_another_document_is_kept(text: str) -> None:
    assert read(text, "ru") == Validity(is_whole=False)


@pytest.mark.parametrize("periods", ["10-летние периоды", "10 летние периоды"])
def test_periods_of_years_in_figures_have_a_hyphen_or_none(periods: str) -> None:
    text = f"10 лет с автоматическим продлением на последующие {periods}"
    assert read(text, "ru") == Validity(bl.Term(length="P10Y", renewal=bl.Renewal("P10Y")))


@pytest.mark.parametrize("text", ["3 года + 2 года", "3+2 года"])
def test_a_sum_of_lengths_has_words_of_any_letters(text: str) -> None:
    assert read(text, "ru") == Validity(bl.Term(length="P3Y"), is_whole=False)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("5 years, extended automatically unless terminated with six months' notice", "en"),
        ("5 years, automatic renewal, except if denounced", "en"),
        ("5 years, tacit renewal, 6 months' notice", "en"),
        ("5 years, renewal tacit, denunciation six months before expiry", "en"),
        ("5 Jahre, automatische Verlängerung, wenn keine Kündigung erfolgt", "de"),
        ("5 Jahre, automatische Verlängerung, 6 Monate Kündigungsfrist", "de"),
        ("5 Jahre, Kündigung jeweils 6 Monate vor Ablauf", "de"),
        ("5 Jahre, sofern nicht eine Partei sechs Monate vor Ablauf schriftlich kündigt", "de"),
        ("5 лет, далее автоматически", "ru"),
        ("5 лет, автопролонгация, уведомление за 6 мес.", "ru"),
        ("5 лет, если ни одна из Сторон не заявит за 6 месяцев до истечения срока", "ru"),
    ],
)
def test_what_somebody_has_to_end_goes_on_otherwise(text: str, lang: str) -> None:
    assert read(text, lang) == Validity(bl.Term(length="P5Y", renewal=GOES_ON), is_whole=False)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("5 years, ends automatically", "en"),
        ("5 years; automatic termination", "en"),
        ("5 years, automatically renewed if both parties agree", "en"),
        ("5 years, auto-renewed only if both parties agree", "en"),
        ("5 years with the possibility of tacit renewal", "en"),
        ("5 Jahre, läuft automatisch aus", "de"),
        ("5 Jahre, automatische Verlängerung, wenn beide Seiten zustimmen", "de"),
        ("5 лет, автоматически прекращается", "ru"),
    ],
)
def test_what_may_end_does_not_go_on(text: str, lang: str) -> None:
    assert read(text, lang) == Validity(bl.Term(length="P5Y"), is_whole=False)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("5 лет, если ни одна из Сторон не заявит о его прекращении", "ru"),
        ("5 Jahre, wenn beide Seiten sechs Monate vor Ablauf zustimmen", "de"),
        ("5 years unless renewed six months before expiry", "en"),
        ("5 years, extension to be agreed before expiry", "en"),
        ("5 Jahre, Verlängerung spätestens vor Ablauf zu vereinbaren", "de"),
        ("unless terminated six months before expiry", "en"),
        ("as agreed, unless terminated six months before expiry", "en"),
    ],
)
def test_a_condition_that_does_not_tell_whether_it_goes_on_is_asked(text: str, lang: str) -> None:
    found = Validities(lang, Cells(lang)).read(text, "")
    kept = (None, bl.Term(length="P5Y"))
    assert found.problem or (found.value and found.value.term in kept and not found.value.is_whole)


@pytest.mark.parametrize(
    ("text", "lang", "term"),
    [
        ("unlim.", "en", bl.Term(indefinite=True)),
        ("ongoing until terminated", "en", bl.Term(indefinite=True)),
        ("zeitlich unbeschränkt", "de", bl.Term(indefinite=True)),
        ("неопределённый", "ru", bl.Term(indefinite=True)),
        ("more than 5 years", "en", None),
    ],
)
def test_other_words_for_no_end_and_for_a_limit(text: str, lang: str, term: bl.Term | None) -> None:
    assert read(text, lang) == Validity(term, is_whole=False)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("2015-present", "en"),
        ("2015 – ongoing", "en"),
        ("2015 – indefinite", "en"),
        ("2015 – unbefristet", "de"),
        ("2015 – laufend", "de"),
        ("2015 – н. вр.", "ru"),
    ],
)
def test_a_year_and_no_end(text: str, lang: str) -> None:
    assert read(text, lang) == Validity(period=bl.Period("2015/.."))


@pytest.mark.parametrize("text", ["до 30.06.26", "до середины 2026 г.", "2015 – смотря как"])
def test_a_day_that_is_not_certain_is_no_limit(text: str) -> None:
    assert Validities("ru", Cells("ru")).read(text, "").problem is not None


@pytest.mark.parametrize(
    ("text", "lang", "event"),
    [
        ("until replaced by a new treaty", "en", "replacement by a new treaty"),
        (
            "bis zum Inkrafttreten eines neuen Abkommens",
            "de",
            "Inkrafttreten eines neuen Abkommens",
        ),
        ("до вступления в силу нового соглашения", "ru", "вступление в силу нового соглашения"),
    ],
)
def test_what_comes_after_it_may_end_it(text: str, lang: str, event: str) -> None:
    assert read(text, lang) == Validity(bl.Term(until_event={lang: event}), is_whole=False)


@pytest.mark.parametrize(
    ("text", "lang", "way_out"),
    [
        ("Kündigung mit sechsmonatiger Frist", "de", bl.Exit("P6M")),
        ("Kündigung jederzeit mit einer Frist von 6 Monaten", "de", bl.Exit("P6M")),
        (
            "Kündigung mit dreimonatiger Frist zum Jahresende",
            "de",
            bl.Exit("P3M", effect="year_end"),
        ),
        ("денонсация с уведомлением за 6 месяцев", "ru", bl.Exit("P6M")),
    ],
)
def test_how_one_leaves_is_a_term_without_any_length(
    text: str, lang: str, way_out: bl.Exit
) -> None:
    assert read(text, lang) == Validity(bl.Term(exit=way_out))


@pytest.mark.parametrize("header", ["Term", "Term (years)"])
def test_no_length_is_zero(header: str) -> None:
    assert Validities("en", Cells("en")).read("0", header).value == Validity(is_whole=False)
