"""What a column of a purchasing programme can hold."""

from __future__ import annotations

from enum import StrEnum


class Column(StrEnum):
    OBJECT = "object"
    AMOUNT = "amount"
    AMOUNT_LOW = "amount_low"
    AMOUNT_HIGH = "amount_high"
    CPV = "cpv"
    DURATION = "duration"
    RENEWALS = "renewals"
    LAUNCH = "launch"
    NOTIFICATION = "notification"
    PLACE = "place"
    LOT = "lot"
    NUMBER = "number"
    OPERATION = "operation"
    DEPARTMENT = "department"
    KIND = "kind"
    PROCEDURE = "procedure"
    CONTACT = "contact"
    SEGMENT = "segment"
    CLAUSE = "clause"
    HOURS = "hours"
    NOTES = "notes"

    @property
    def label(self) -> str:
        """As the user reads it."""
        return LABELS[self]


LABELS = {
    Column.OBJECT: "Objet de l’achat",
    Column.AMOUNT: "Montant estimé HT",
    Column.AMOUNT_LOW: "Montant minimum",
    Column.AMOUNT_HIGH: "Montant maximum",
    Column.CPV: "Code CPV",
    Column.DURATION: "Durée",
    Column.RENEWALS: "Reconductions",
    Column.LAUNCH: "Lancement de la consultation",
    Column.NOTIFICATION: "Notification ou démarrage",
    Column.PLACE: "Lieu d’exécution",
    Column.LOT: "Numéro de lot",
    Column.NUMBER: "Numéro du marché",
    Column.OPERATION: "Opération",
    Column.DEPARTMENT: "Service",
    Column.KIND: "Nature de l’achat",
    Column.PROCEDURE: "Procédure",
    Column.CONTACT: "Contact",
    Column.SEGMENT: "Famille d’achat",
    Column.CLAUSE: "Clause sociale",
    Column.HOURS: "Heures d’insertion",
    Column.NOTES: "Observations",
}
