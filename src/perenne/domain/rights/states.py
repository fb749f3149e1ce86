"""The life of a request that somebody makes about their own data."""

from enum import StrEnum

from perenne.kit.states import Machine, Move


class RequestKind(StrEnum):
    ACCESS = "access"
    RECTIFICATION = "rectification"
    ERASURE = "erasure"
    LIMITATION = "limitation"
    OBJECTION = "objection"
    PORTABILITY = "portability"

    @property
    def label(self) -> str:
        return KIND_LABELS[self]

    @property
    def means(self) -> str:
        """What it is for, in a sentence."""
        return KIND_MEANINGS[self]

    @property
    def gives_a_copy(self) -> bool:
        return self in {RequestKind.ACCESS, RequestKind.PORTABILITY}


KIND_LABELS = {
    RequestKind.ACCESS: "Accès",
    RequestKind.RECTIFICATION: "Rectification",
    RequestKind.ERASURE: "Effacement",
    RequestKind.LIMITATION: "Limitation",
    RequestKind.OBJECTION: "Opposition",
    RequestKind.PORTABILITY: "Portabilité",
}
KIND_MEANINGS = {
    RequestKind.ACCESS: "Recevoir une copie de tout ce qui est gardé de vous.",
    RequestKind.RECTIFICATION: "Faire corriger ce qui est faux ou incomplet.",
    RequestKind.ERASURE: "Faire fermer votre compte et effacer ce qui est à vous.",
    RequestKind.LIMITATION: "Faire geler vos données le temps d’un désaccord.",
    RequestKind.OBJECTION: "Refuser un usage de vos données, pour une raison qui vous est propre.",
    RequestKind.PORTABILITY: "Emporter ce que vous avez fourni, dans un format réutilisable.",
}


class RequestState(StrEnum):
    UNCONFIRMED = "unconfirmed"
    RECEIVED = "received"
    EXTENDED = "extended"
    ANSWERED = "answered"
    REFUSED = "refused"

    @property
    def label(self) -> str:
        return STATE_LABELS[self]


UNCONFIRMED, RECEIVED, EXTENDED, ANSWERED, REFUSED = RequestState
STATE_LABELS = {
    UNCONFIRMED: "Adresse à confirmer",
    RECEIVED: "En cours",
    EXTENDED: "Délai prolongé",
    ANSWERED: "Satisfaite",
    REFUSED: "Refusée",
}
OPEN = frozenset({RECEIVED, EXTENDED})

REQUEST_LIFE = Machine(
    {
        "request.confirm": Move(frozenset({UNCONFIRMED}), RECEIVED, "Confirmer son adresse"),
        "request.extend": Move(frozenset({RECEIVED}), EXTENDED, "Prolonger le délai"),
        "request.answer": Move(OPEN, ANSWERED, "Satisfaire la demande"),
        "request.refuse": Move(OPEN, REFUSED, "Refuser la demande"),
    },
    start=UNCONFIRMED,  # a request made from an account begins confirmed
)
