"""Kinds, states and days as the columns of lists say them, in whatever words."""

import pytest

import bilateral as bl
from bilateral.intake.cells import Cells
from tests.intake.reading import agreement, codes, only

CORK = "Cork"


class TestKinds:
    @pytest.mark.parametrize(
        ("lang", "cell", "kind"),
        [
            ("en", "Lease", "contract"),
            ("en", "Memo of co-operation", "memorandum"),
            ("en", "Projekt (Erasmus+)", "project_partnership"),
            ("en", "Accord-cadre", "framework_agreement"),
            ("en", "Umowa", "agreement"),
            ("ru", "Проектный документ", "project_partnership"),
            ("de", "Pacht", "contract"),
        ],
    )
    def test_columns_name_kinds_in_words_of_their_own(
        self, lang: str, cell: str, kind: str
    ) -> None:
        assert Cells(lang).kind(cell).value == bl.AgreementKind(kind)

    @pytest.mark.parametrize(
        ("lang", "cell", "kind"),
        [
            ("en", "Memorandum of undertanding", "mou"),
            ("en", "Memorandom of understanding", "mou"),
            ("en", "Cooperation Agreeement", "agreement"),
            ("en", "Sister City Agreemnt", "twinning"),
            ("ru", "Соглашние", "agreement"),
            ("de", "vereinbahrung", "arrangement"),
        ],
    )
    def test_a_wrong_letter_changes_no_kind(self, lang: str, cell: str, kind: str) -> None:
        assert Cells(lang).kind(cell).value == bl.AgreementKind(kind)

    def test_other_words_are_none_with_a_wrong_letter(self) -> None:
        assert Cells("en").kind("Contrast").value is None

    @pytest.mark.parametrize(
        ("cell", "kind"),
        [("Protocole d'accord / Protocol of agreement", "protocol"), ("X / Y", None)],
    )
    def test_of_two_names_for_one_kind_that_is_taken(self, cell: str, kind: str | None) -> None:
        found = Cells("en").kind(cell).value
        assert found == (bl.AgreementKind(kind) if kind else None)

    @pytest.mark.parametrize(
        ("cell", "title", "kind"),
        [
            ("MoU", "Memorandum of Cooperation on trade", "memorandum"),
            ("Agreement", "Memorandum of Understanding on trade", "mou"),
            (
                "MoU",
                "Addendum to the Memorandum of Understanding of 3 May 2012",
                "additional_protocol",
            ),
        ],
    )
    def test_a_broad_word_in_a_column_leaves_a_document_its_name(
        self, cell: str, title: str, kind: str
    ) -> None:
        found, _ = only(
            f"Partner;Date signed;Title;Type\nSan Francisco;2013;{title};{cell}\n", "en", home=CORK
        )
        assert found is not None
        assert found.kind.value == kind


class TestStates:
    @pytest.mark.parametrize("header", ["Active", "In force?", "Is active (yes/no)"])
    @pytest.mark.parametrize(("cell", "events"), [("Y", ["in_force"]), ("no", []), ("N", [])])
    def test_yes_or_no_answers_a_header_that_asks(
        self, header: str, cell: str, events: list[str]
    ) -> None:
        found = agreement(
            f"Partner;Type;{header}\nSan Francisco;MoU on trade;{cell}\n", "en", home=CORK
        )
        assert [str(one.kind) for one in found.events] == events

    def test_beside_the_day_of_entry_yes_adds_nothing(self) -> None:
        text = "Partner;Type;Effective from;Active\nSan Francisco;MoU on trade;2.5.2001;Y\n"
        assert [str(one.date) for one in agreement(text, "en", home=CORK).events] == ["2001-05-02"]

    def test_a_header_that_asks_nothing_has_no_answer(self) -> None:
        _, row = only("Partner;Type;Status\nSan Francisco;MoU on trade;Y\n", "en", home=CORK)
        assert codes(row) == ["unknown-status"]

    @pytest.mark.parametrize("cell", ["Renewed 2016", "2016 renewed", "renewed in May 2016"])
    def test_a_renewal_is_kept(self, cell: str) -> None:
        found = agreement(
            f"Partner;Type;Status\nSan Francisco;MoU on trade;{cell}\n", "en", home=CORK
        )
        assert found.extra["list:status"] == cell


class TestDays:
    @pytest.mark.parametrize(
        ("lang", "cell", "day"),
        [
            ("en", "NA.11.2016", "2016-11"),
            ("en", "?? 2016", "2016"),
            ("en", "x May 2016", "2016-05"),
            ("en", "2020 (Oct.)", "2020-10"),
            ("de", "2020 (Okt.)", "2020-10"),
            ("ru", "2020 (окт.)", "2020-10"),
        ],
    )
    def test_what_is_not_known_of_a_day_is_left_out(self, lang: str, cell: str, day: str) -> None:
        assert str(Cells(lang).day(cell).value) == day

    @pytest.mark.parametrize("cell", ["not signed yet", "signed, date unknown"])
    def test_there_may_be_no_day(self, cell: str) -> None:
        assert Cells("en").told(cell) == ((), [])

    def test_a_month_and_two_digits_are_no_day_of_any_year(self) -> None:
        assert Cells("en").day("Dec 10").problem
        assert str(Cells("en").day("XXXX-12-10").value) == "XXXX-12-10"

    def test_behind_a_day_of_two_digits_may_stand_when_it_was_revised(self) -> None:
        rows = "5/6/2001\n", "14/3/98, rev. 2/7/2009\n", "13/4/2001\n", "22/4/2001\n"
        days = "".join(
            f"{town};MoU on trade;{day}"
            for town, day in zip(
                ("Rennes", "San Francisco", "Cologne", "Shanghai"), rows, strict=True
            )
        )
        dossier, _ = bl.read_list(f"Partner;Type;Date signed\n{days}", "en", home=CORK)
        assert [str(one.dates("signed")[0]) for one in dossier][1] == "1998-03-14"


@pytest.mark.parametrize("name", ["Christchurch + 4 gateway cities", "Christchurch et al."])
def test_others_that_are_not_named_are_asked_about(name: str) -> None:
    _, row = only(f"City;Country;Type\n{name};New Zealand;MoU on trade\n", "en", home=CORK)
    assert codes(row) == ["unknown-party"]


def test_behind_a_town_its_country_is_no_part_of_the_name() -> None:
    text = "City;Type\nLongyan China;MoU on trade\nBlaby UK;MoU on fishing\nSalem USA;MoU on beer\n"
    dossier, _ = bl.read_list(text, "en", home=CORK)
    names = [next(iter(one.sides[1])).name.marked("en") for one in dossier]
    assert names == ["Longyan", "Blaby", "Salem"]
