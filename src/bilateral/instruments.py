"""Instruments: their kinds, whether they bind in law, and the level of their parties."""

from __future__ import annotations

from functools import cache

from bilateral.vocabulary import CodedEnum

__all__ = ["AgreementKind", "Binding", "Level"]


class AgreementKind(CodedEnum):
    """The kind of a document, as it calls itself; its legal force is a separate fact (`Binding`).

    >>> AgreementKind("mou").label("en")
    'memorandum of understanding'
    """

    TREATY = "treaty"
    CONVENTION = "convention"
    AGREEMENT = "agreement"
    ARRANGEMENT = "arrangement"
    FRAMEWORK_AGREEMENT = "framework_agreement"
    PROTOCOL = "protocol"
    AMENDING_PROTOCOL = "amending_protocol"
    ADDITIONAL_PROTOCOL = "additional_protocol"
    EXCHANGE_OF_NOTES = "exchange_of_notes"
    MOU = "mou"
    MEMORANDUM = "memorandum"
    JOINT_DECLARATION = "joint_declaration"
    JOINT_STATEMENT = "joint_statement"
    COMMUNIQUE = "communique"
    DECLARATION_OF_INTENT = "declaration_of_intent"
    LETTER_OF_INTENT = "letter_of_intent"
    PROTOCOL_OF_INTENT = "protocol_of_intent"
    ROADMAP = "roadmap"
    ACTION_PLAN = "action_plan"
    PROGRAMME = "programme"
    WORK_PLAN = "work_plan"
    CONSULTATIONS_PLAN = "consultations_plan"
    SESSION_PROTOCOL = "session_protocol"
    TWINNING = "twinning"
    FRIENDSHIP = "friendship"
    PROJECT_PARTNERSHIP = "project_partnership"
    CONTACT = "contact"
    CONTRACT = "contract"

    @property
    def default_binding(self) -> Binding:
        """The legal force that documents of this kind have unless they say otherwise.

        A presumption, never a finding: the name of a document does not decide its force
        (VCLT art. 2(1)(a)).

        >>> AgreementKind.ROADMAP.default_binding
        <Binding.NON_BINDING: 'non_binding'>
        """
        return _default_binding(self)


@cache
def _default_binding(kind: AgreementKind) -> Binding:
    from bilateral import reference

    return Binding(reference.agreement_kinds()[kind.value]["binding"])


class Binding(CodedEnum):
    """The legal force of a document: the parties are bound in law, or they are not.

    >>> Binding.NON_BINDING.label("ru")
    'юридически необязательный'
    """

    BINDING = "binding"
    NON_BINDING = "non_binding"
    UNKNOWN = "unknown"


class Level(CodedEnum):
    """The level of the parties, where both sides share one.

    >>> Level.INTERMUNICIPAL.label("de")
    'interkommunal'
    """

    INTER_STATE = "inter_state"
    INTERGOVERNMENTAL = "intergovernmental"
    INTERAGENCY = "interagency"
    INTERREGIONAL = "interregional"
    INTERMUNICIPAL = "intermunicipal"
