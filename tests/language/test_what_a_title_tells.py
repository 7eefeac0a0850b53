"""What a title tells of the forms in it: those that are missing, and those that a rule made."""

import pytest

from bilateral import Agreement, Event, MissingForm, Partner, Phrase
from tests.language.title_parts import BY, DAY, KZ, document

MINISTRY = Partner("m", "ministry", {"en": "Ministry of Trade", "ru": "Xqz"}, country="UZ")
# No rule says anything of a noun whose recorded form is another one than it would make.
AVOIDANCE = Phrase("Vermeidung von X", gen="Vermeidungen von X", article=True)


class TestDerived:
    """The forms that a rule made, in the place of somebody who knows the name."""

    @pytest.mark.parametrize("about", ["amends", "implements"])
    def test_those_in_the_name_of_another_document_are_told(self, about):
        other = document("treaty", (MINISTRY, BY), events=DAY)
        kind = "amending_protocol" if about == "amends" else "work_plan"
        title = document(kind, (BY, KZ), **{about: other}).title("en")

        assert "the Ministry of Trade" in title
        assert title.derived == (("Ministry of Trade", "def"),)

    def test_those_of_a_frame_that_was_not_taken_are_not_told(self):
        georgian = Partner("x", "company", {"ka": "ქარხანა"}, country="GE")
        title = document(sides=(MINISTRY, georgian)).title("en")

        assert title.startswith("Agreement (sides: Ministry of Trade; ")
        assert title.derived == ()

    def test_the_gender_of_a_subject_counts_for_its_case(self):
        subject = Phrase("Vermeidung von X", article=True, gender="f", derived=["gender"])
        title = document(subject={"de": subject}).title("de")

        assert title.endswith(" zur Vermeidung von X")
        assert title.derived == (("Vermeidung von X", "dat"),)

    def test_a_strict_title_may_have_them(self):
        assert document(sides=(MINISTRY, BY)).title("en", strict=True).derived


class TestMissing:
    """The forms that better frames would have needed."""

    def test_a_subject_whose_preposition_needs_a_form_stands_in_brackets(self):
        title = document(subject={"de": AVOIDANCE}).title("de")

        assert title.endswith(" (Gegenstand: Vermeidung von X)")
        assert title.missing == (("Vermeidung von X", "dat"),)

    @pytest.mark.parametrize("about", ["amends", "implements"])
    def test_those_in_the_name_of_another_document_are_told(self, about):
        other = Agreement("o", "treaty", (MINISTRY, BY), events=[Event.signed("2021")])
        kind = "amending_protocol" if about == "amends" else "work_plan"
        one = document(kind, (BY, KZ), **{about: other})

        assert "ведомством «Xqz»" in one.title("ru")
        assert one.title("ru").missing == (("Xqz", "ins"),)
        with pytest.raises(MissingForm) as caught:
            one.title("ru", strict=True)
        assert (caught.value.name, caught.value.form) == ("Xqz", "ins")

    def test_a_summary_begins_with_the_same_sentence(self):
        one = document(sides=(MINISTRY, BY))

        assert one.summary("ru").startswith(str(one.title("ru")))
