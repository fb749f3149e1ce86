"""What an organisation may be, and the lives of organisations, invitations and requests."""

from enum import StrEnum

from perenne.kit.actors import Role
from perenne.kit.states import Machine, Move

CHECKED = frozenset({Role.FACILITATOR, Role.INCLUSION_STRUCTURE, Role.PRESCRIBER})
"""Those that the coordination verifies before they see anything of anybody."""


def values_of(kind: type[StrEnum]) -> list[str]:
    """Plain, as constraints and migrations keep them."""
    return [one.value for one in kind]


class StructureKind(StrEnum):
    """The inclusion structures that the law names, and the rest of the social economy."""

    EI = "ei"
    ETTI = "etti"
    AI = "ai"
    ACI = "aci"
    EITI = "eiti"
    GEIQ = "geiq"
    EA = "ea"
    EATT = "eatt"
    ESAT = "esat"
    OTHER = "other"

    @property
    def label(self) -> str:
        return STRUCTURE_LABELS[self]


STRUCTURE_LABELS = {
    StructureKind.EI: "Entreprise d’insertion (EI)",
    StructureKind.ETTI: "Entreprise de travail temporaire d’insertion (ETTI)",
    StructureKind.AI: "Association intermédiaire (AI)",
    StructureKind.ACI: "Atelier et chantier d’insertion (ACI)",
    StructureKind.EITI: "Entreprise d’insertion par le travail indépendant (EITI)",
    StructureKind.GEIQ: "Groupement d’employeurs pour l’insertion et la qualification (GEIQ)",
    StructureKind.EA: "Entreprise adaptée (EA)",
    StructureKind.EATT: "Entreprise adaptée de travail temporaire (EATT)",
    StructureKind.ESAT: "Établissement et service d’accompagnement par le travail (ESAT)",
    StructureKind.OTHER: "Autre structure de l’économie sociale et solidaire",
}


class PrescriberKind(StrEnum):
    """Who accompanies people towards work, and refers them."""

    FRANCE_TRAVAIL = "france_travail"
    MISSION_LOCALE = "mission_locale"
    CAP_EMPLOI = "cap_emploi"
    PLIE = "plie"
    DEPARTMENT = "department"
    CCAS = "ccas"
    SPIP = "spip"
    OTHER = "other"

    @property
    def label(self) -> str:
        return PRESCRIBER_LABELS[self]


PRESCRIBER_LABELS = {
    PrescriberKind.FRANCE_TRAVAIL: "France Travail",
    PrescriberKind.MISSION_LOCALE: "Mission locale",
    PrescriberKind.CAP_EMPLOI: "Cap emploi",
    PrescriberKind.PLIE: "Plan local pour l’insertion et l’emploi (PLIE)",
    PrescriberKind.DEPARTMENT: "Département (service du RSA)",
    PrescriberKind.CCAS: "Centre communal ou intercommunal d’action sociale (CCAS, CIAS)",
    PrescriberKind.SPIP: "Service pénitentiaire d’insertion et de probation (SPIP)",
    PrescriberKind.OTHER: "Autre prescripteur",
}


class OrganisationState(StrEnum):
    DECLARED = "declared"
    VERIFIED = "verified"
    REFUSED = "refused"
    SUSPENDED = "suspended"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        return {
            OrganisationState.DECLARED: "Déclaré",
            OrganisationState.VERIFIED: "Vérifié",
            OrganisationState.REFUSED: "Refusé",
            OrganisationState.SUSPENDED: "Suspendu",
            OrganisationState.CLOSED: "Fermé",
        }[self]


DECLARED, VERIFIED, REFUSED, SUSPENDED, CLOSED = OrganisationState

ORGANISATION_LIFE = Machine(
    {
        "organisation.verify": Move(frozenset({DECLARED, REFUSED}), VERIFIED, "Vérifier"),
        "organisation.refuse": Move(frozenset({DECLARED}), REFUSED, "Refuser"),
        "organisation.present_again": Move(frozenset({REFUSED}), DECLARED, "Présenter de nouveau"),
        "organisation.suspend": Move(frozenset({DECLARED, VERIFIED}), SUSPENDED, "Suspendre"),
        "organisation.restore": Move(frozenset({SUSPENDED}), VERIFIED, "Rétablir"),
        "organisation.close": Move(
            frozenset({DECLARED, VERIFIED, REFUSED, SUSPENDED}), CLOSED, "Fermer l’espace"
        ),
    },
    start=DECLARED,
)


def is_admitted(kind: str, state: str) -> bool:
    """Whether its people act in the role of its kind; else they wait, in their own space."""
    return state == VERIFIED or (state == DECLARED and kind not in CHECKED)


class InvitationState(StrEnum):
    """That its time is over is no state: its day says so."""

    OPEN = "open"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        return {
            InvitationState.OPEN: "En attente",
            InvitationState.ACCEPTED: "Acceptée",
            InvitationState.WITHDRAWN: "Retirée",
        }[self]


OPEN, ACCEPTED, WITHDRAWN = InvitationState

INVITATION_LIFE = Machine(
    {
        "invitation.accept": Move(frozenset({OPEN}), ACCEPTED, "Accepter l’invitation"),
        "invitation.withdraw": Move(frozenset({OPEN}), WITHDRAWN, "Retirer l’invitation"),
    },
    start=OPEN,
)


class RequestState(StrEnum):
    ASKED = "asked"
    GRANTED = "granted"
    DECLINED = "declined"

    @property
    def label(self) -> str:
        return {
            RequestState.ASKED: "En attente",
            RequestState.GRANTED: "Acceptée",
            RequestState.DECLINED: "Refusée",
        }[self]


ASKED, GRANTED, DECLINED = RequestState

REQUEST_LIFE = Machine(
    {
        "join_request.grant": Move(frozenset({ASKED}), GRANTED, "Accepter la demande"),
        "join_request.decline": Move(frozenset({ASKED}), DECLINED, "Refuser la demande"),
    },
    start=ASKED,
)
