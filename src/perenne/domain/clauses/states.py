"""The life of a clause, from the lot it is drafted for to the end of its execution."""

from enum import StrEnum

from perenne.kit.states import Machine, Move


class ClauseState(StrEnum):
    DRAFT = "draft"
    CALIBRATED = "calibrated"
    WORDED = "worded"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    PUBLISHED = "published"
    IN_EXECUTION = "in_execution"
    CLOSED = "closed"
    DROPPED = "dropped"

    @property
    def label(self) -> str:
        return STATE_LABELS[self]


STATE_LABELS = {
    ClauseState.DRAFT: "À calibrer",
    ClauseState.CALIBRATED: "Calibrée",
    ClauseState.WORDED: "Rédigée",
    ClauseState.SUBMITTED: "Soumise à l’acheteur",
    ClauseState.APPROVED: "Validée par l’acheteur",
    ClauseState.PUBLISHED: "Publiée",
    ClauseState.IN_EXECUTION: "En exécution",
    ClauseState.CLOSED: "Terminée",
    ClauseState.DROPPED: "Abandonnée",
}


class VolumeKind(StrEnum):
    """A number of hours, or so many hours by amount invoiced (framework agreements)."""

    FIXED = "fixed"
    PER_INVOICE = "per_invoice"

    @property
    def label(self) -> str:
        return {
            VolumeKind.FIXED: "Volume fixe",
            VolumeKind.PER_INVOICE: "Heures par tranche facturée",
        }[self]


(
    DRAFT,
    CALIBRATED,
    WORDED,
    SUBMITTED,
    APPROVED,
    PUBLISHED,
    IN_EXECUTION,
    CLOSED,
    DROPPED,
) = ClauseState

OPEN_TO_CHANGE = frozenset({DRAFT, CALIBRATED, WORDED})
"""Where its terms may change; the database refuses it everywhere else."""
WITHOUT_A_BASIS = frozenset({DRAFT, CALIBRATED, DROPPED})
"""Where the legal basis may not be chosen yet."""

LIFE = Machine(
    {
        "clause.calibrate": Move(OPEN_TO_CHANGE, CALIBRATED, "Calibrer"),
        "clause.word": Move(frozenset({CALIBRATED, WORDED}), WORDED, "Choisir le fondement"),
        "clause.submit": Move(frozenset({WORDED}), SUBMITTED, "Soumettre à l’acheteur"),
        "clause.send_back": Move(
            frozenset({SUBMITTED, APPROVED}), WORDED, "Renvoyer à la rédaction"
        ),
        "clause.approve": Move(frozenset({SUBMITTED}), APPROVED, "Valider"),
        "clause.publish": Move(frozenset({APPROVED}), PUBLISHED, "Publier avec la consultation"),
        "clause.draft_again": Move(frozenset({PUBLISHED}), WORDED, "Reprendre la rédaction"),
        "clause.start": Move(frozenset({PUBLISHED}), IN_EXECUTION, "Commencer l’exécution"),
        "clause.close": Move(frozenset({IN_EXECUTION}), CLOSED, "Constater la fin"),
        "clause.drop": Move(
            frozenset({*OPEN_TO_CHANGE, SUBMITTED, APPROVED, PUBLISHED}), DROPPED, "Abandonner"
        ),
    },
    start=DRAFT,
)


class CommitmentState(StrEnum):
    """Opened when its contract is notified; running once the parties have met."""

    PENDING = "pending"
    RUNNING = "running"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        return {
            CommitmentState.PENDING: "À mettre au point",
            CommitmentState.RUNNING: "En cours",
            CommitmentState.CLOSED: "Terminé",
        }[self]


PENDING, RUNNING, FINISHED = CommitmentState

COMMITMENT_LIFE = Machine(
    {
        "commitment.kick_off": Move(frozenset({PENDING}), RUNNING, "Faire la mise au point"),
        "commitment.close": Move(frozenset({PENDING, RUNNING}), FINISHED, "Clore l’engagement"),
    },
    start=PENDING,
)


class ShareState(StrEnum):
    """A part of the hours, entrusted to who may take it or not."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        return {
            ShareState.PROPOSED: "Proposée",
            ShareState.ACCEPTED: "Acceptée",
            ShareState.REFUSED: "Refusée",
            ShareState.WITHDRAWN: "Retirée",
        }[self]


PROPOSED, ACCEPTED, REFUSED, WITHDRAWN = ShareState
OPEN_SHARES = frozenset({PROPOSED, ACCEPTED})
"""Those that count in what is entrusted."""

SHARE_LIFE = Machine(
    {
        "share.accept": Move(frozenset({PROPOSED}), ACCEPTED, "Accepter les heures"),
        "share.refuse": Move(frozenset({PROPOSED}), REFUSED, "Refuser les heures"),
        "share.withdraw": Move(OPEN_SHARES, WITHDRAWN, "Reprendre les heures"),
        "commitment.split_again": Move(frozenset({ACCEPTED}), PROPOSED, "Rouvrir la répartition"),
    },
    start=PROPOSED,
)
