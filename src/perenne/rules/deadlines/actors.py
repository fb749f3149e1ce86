"""Who acts in the life of a clause."""

from __future__ import annotations

from enum import StrEnum


class Actor(StrEnum):
    BUYER = "buyer"
    FACILITATOR = "facilitator"
    CONTRACTOR = "contractor"
    COORDINATION = "coordination"
    CONTROLLER = "controller"

    @property
    def label(self) -> str:
        return ACTOR_LABELS[self]


ACTOR_LABELS = {
    Actor.BUYER: "l’acheteur",
    Actor.FACILITATOR: "le facilitateur",
    Actor.CONTRACTOR: "le titulaire",
    Actor.COORDINATION: "la coordination",
    Actor.CONTROLLER: "le responsable du traitement",
}
