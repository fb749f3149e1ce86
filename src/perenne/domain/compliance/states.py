"""The life of a shortfall: hours that lack, from the alert to the buyer's decision."""

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
