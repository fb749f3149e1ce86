"""The lives of what follows a commitment: shortfalls, reviews, certificates."""

from enum import StrEnum

from perenne.kit.states import Machine, Move


class ShortfallState(StrEnum):
    OPEN = "open"
    PROPOSED = "proposed"
    DECIDED = "decided"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        return {
            ShortfallState.OPEN: "Entreprise alertée",
            ShortfallState.PROPOSED: "Pénalité proposée",
            ShortfallState.DECIDED: "Décidé",
            ShortfallState.CLOSED: "Clos sans suite",
        }[self]


OPEN, PROPOSED, DECIDED, CLOSED = ShortfallState

SHORTFALL_LIFE = Machine(
    {
        "shortfall.propose": Move(frozenset({OPEN}), PROPOSED, "Proposer une pénalité"),
        "shortfall.withdraw": Move(frozenset({PROPOSED}), OPEN, "Retirer la proposition"),
        "shortfall.decide": Move(frozenset({PROPOSED}), DECIDED, "Décider"),
        "shortfall.close": Move(frozenset({OPEN}), CLOSED, "Clore sans suite"),
    },
    start=OPEN,
)


class LetterKind(StrEnum):
    """What the party receives before anything may be decided against it (CCAG 2021, x.1.5)."""

    ALERT = "alert"
    FORMAL_NOTICE = "formal_notice"
    HEARING = "hearing"

    @property
    def label(self) -> str:
        return {
            LetterKind.ALERT: "Alerte",
            LetterKind.FORMAL_NOTICE: "Mise en demeure",
            LetterKind.HEARING: "Invitation à présenter des observations",
        }[self]


class Outcome(StrEnum):
    APPLIED = "applied"
    REDUCED = "reduced"
    CATCH_UP = "catch_up"
    WAIVED = "waived"

    @property
    def label(self) -> str:
        return {
            Outcome.APPLIED: "Pénalité appliquée",
            Outcome.REDUCED: "Pénalité réduite",
            Outcome.CATCH_UP: "Plan de rattrapage",
            Outcome.WAIVED: "Pénalité remise",
        }[self]


class ReviewState(StrEnum):
    DUE = "due"
    PLANNED = "planned"
    HELD = "held"
    SHARED = "shared"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        return {
            ReviewState.DUE: "À planifier",
            ReviewState.PLANNED: "Planifiée",
            ReviewState.HELD: "Compte rendu à diffuser",
            ReviewState.SHARED: "Compte rendu diffusé",
            ReviewState.CANCELLED: "Annulée",
        }[self]


DUE, PLANNED, HELD, SHARED, CANCELLED = ReviewState

REVIEW_LIFE = Machine(
    {
        "review.plan": Move(frozenset({DUE, PLANNED}), PLANNED, "Planifier"),
        "review.hold": Move(frozenset({PLANNED, HELD}), HELD, "Écrire le compte rendu"),
        "review.share": Move(frozenset({HELD}), SHARED, "Diffuser le compte rendu"),
        "review.cancel": Move(frozenset({DUE, PLANNED}), CANCELLED, "Annuler la réunion"),
    },
    start=DUE,
)


class Attendee(StrEnum):
    """Who sat at the table, or has something to do: by their part, never by their name."""

    BUYER = "buyer"
    COMPANY = "company"
    FACILITATOR = "facilitator"
    SUBCONTRACTOR = "subcontractor"
    STRUCTURE = "structure"
    PRESCRIBER = "prescriber"
    DESIGNER = "designer"

    @property
    def label(self) -> str:
        return {
            Attendee.BUYER: "Acheteur",
            Attendee.COMPANY: "Titulaire",
            Attendee.FACILITATOR: "Facilitateur",
            Attendee.SUBCONTRACTOR: "Sous-traitant",
            Attendee.STRUCTURE: "Structure d’insertion",
            Attendee.PRESCRIBER: "Prescripteur",
            Attendee.DESIGNER: "Maîtrise d’œuvre",
        }[self]


class CertificateState(StrEnum):
    ISSUED = "issued"
    REPLACED = "replaced"
    REVOKED = "revoked"

    @property
    def label(self) -> str:
        return {
            CertificateState.ISSUED: "Valable",
            CertificateState.REPLACED: "Remplacée",
            CertificateState.REVOKED: "Révoquée",
        }[self]


ISSUED, REPLACED, REVOKED = CertificateState

CERTIFICATE_LIFE = Machine(
    {
        "certificate.replace": Move(frozenset({ISSUED}), REPLACED, "Remplacer"),
        "certificate.revoke": Move(frozenset({ISSUED}), REVOKED, "Révoquer"),
    },
    start=ISSUED,
)
