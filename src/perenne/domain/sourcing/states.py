"""The lives of a need, of the question to one structure, of its offer, of a person proposed."""

from enum import StrEnum

from perenne.kit.states import Machine, Move


class OpeningState(StrEnum):
    OPEN = "open"
    FILLED = "filled"
    CLOSED = "closed"
    LAPSED = "lapsed"

    @property
    def label(self) -> str:
        return {
            OpeningState.OPEN: "Ouvert",
            OpeningState.FILLED: "Pourvu",
            OpeningState.CLOSED: "Fermé",
            OpeningState.LAPSED: "Passé",
        }[self]


OPEN, FILLED, CLOSED, LAPSED = OpeningState

OPENING_LIFE = Machine(
    {
        "opening.fill": Move(frozenset({OPEN}), FILLED, "Pourvoir le besoin"),
        "opening.close": Move(frozenset({OPEN}), CLOSED, "Fermer le besoin"),
        "opening.lapse": Move(frozenset({OPEN}), LAPSED, "Laisser passer le besoin"),
    },
    start=OPEN,
)


class SolicitationState(StrEnum):
    """`SILENT`: the time to answer is over; the link still answers while the need is open.

    `CLOSED`: the need was filled or closed before an answer came.
    """

    ASKED = "asked"
    OFFERED = "offered"
    DECLINED = "declined"
    SILENT = "silent"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        return {
            SolicitationState.ASKED: "Réponse attendue",
            SolicitationState.OFFERED: "Offre reçue",
            SolicitationState.DECLINED: "Décline",
            SolicitationState.SILENT: "Sans réponse",
            SolicitationState.CLOSED: "Close sans réponse",
        }[self]


ASKED, OFFERED, DECLINED, SILENT, NOT_NEEDED = SolicitationState
UNANSWERED = frozenset({ASKED, SILENT})

SOLICITATION_LIFE = Machine(
    {
        "solicitation.offer": Move(UNANSWERED, OFFERED, "Proposer"),
        "solicitation.decline": Move(UNANSWERED, DECLINED, "Décliner"),
        "solicitation.lapse": Move(frozenset({ASKED}), SILENT, "Constater le silence"),
        "solicitation.close": Move(UNANSWERED, NOT_NEEDED, "Clore la sollicitation"),
    },
    start=ASKED,
)


class DeclineReason(StrEnum):
    """Why a structure or a prescriber does not take a need: the calibration listens to it."""

    NO_ONE = "no_one"
    OTHER_TRADE = "other_trade"
    TOO_FAR = "too_far"
    DATES = "dates"
    TOO_MUCH = "too_much"
    OTHER = "other"
    QUIET = "quiet"

    @property
    def label(self) -> str:
        return {
            DeclineReason.NO_ONE: "Personne de disponible dans ce métier",
            DeclineReason.OTHER_TRADE: "Ce n’est pas notre métier",
            DeclineReason.TOO_FAR: "Trop loin",
            DeclineReason.DATES: "Les dates ne conviennent pas",
            DeclineReason.TOO_MUCH: "Trop d’heures pour nous",
            DeclineReason.OTHER: "Autre raison",
            DeclineReason.QUIET: "Ne souhaite pas être sollicité pour l’instant",
        }[self]


class OfferState(StrEnum):
    PROPOSED = "proposed"
    KEPT = "kept"
    LEFT = "left"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        return {
            OfferState.PROPOSED: "À examiner",
            OfferState.KEPT: "Retenue",
            OfferState.LEFT: "Non retenue",
            OfferState.WITHDRAWN: "Retirée",
        }[self]


PROPOSED, KEPT, LEFT, WITHDRAWN = OfferState

OFFER_LIFE = Machine(
    {
        "offer.keep": Move(frozenset({PROPOSED}), KEPT, "Retenir l’offre"),
        "offer.leave": Move(frozenset({PROPOSED}), LEFT, "Ne pas retenir l’offre"),
        "offer.withdraw": Move(frozenset({PROPOSED, KEPT}), WITHDRAWN, "Retirer l’offre"),
    },
    start=PROPOSED,
)


class CandidateState(StrEnum):
    PROPOSED = "proposed"
    HIRED = "hired"
    LEFT = "left"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        return {
            CandidateState.PROPOSED: "Proposée",
            CandidateState.HIRED: "Embauchée",
            CandidateState.LEFT: "Non retenue",
            CandidateState.WITHDRAWN: "Retirée",
        }[self]


PRESENTED, HIRED, NOT_HIRED, TAKEN_BACK = CandidateState

CANDIDATE_LIFE = Machine(
    {
        "candidate.hire": Move(frozenset({PRESENTED}), HIRED, "Embaucher la personne proposée"),
        "candidate.leave": Move(frozenset({PRESENTED}), NOT_HIRED, "Ne pas retenir la personne"),
        "candidate.withdraw": Move(frozenset({PRESENTED}), TAKEN_BACK, "Retirer la proposition"),
    },
    start=PRESENTED,
)
