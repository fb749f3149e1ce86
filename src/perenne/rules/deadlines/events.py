"""The day from which a delay is counted."""

from __future__ import annotations

from enum import StrEnum


class Event(StrEnum):
    PURCHASE_RECEIVED = "purchase_received"
    CONSULTATION = "consultation"
    AWARD_NOTIFIED = "award_notified"
    AMENDMENT_NOTIFIED = "amendment_notified"
    ELIGIBILITY_ASKED = "eligibility_asked"
    PROOF_ASKED = "proof_asked"
    MONTH_ENDED = "month_ended"
    STATEMENT_RECEIVED = "statement_received"
    ASSESSMENT_SENT = "assessment_sent"
    FORMAL_NOTICE_RECEIVED = "formal_notice_received"
    OBSERVATIONS_ASKED = "observations_asked"
    PERFORMANCE_ENDED = "performance_ended"
    PERSON_LEFT = "person_left"
    YEAR_ENDED = "year_ended"
    INDICATORS_PUBLISHED = "indicators_published"
    RIGHTS_ASKED = "rights_asked"

    @property
    def label(self) -> str:
        return EVENT_LABELS[self]


EVENT_LABELS = {
    Event.PURCHASE_RECEIVED: "réception de l’achat prévu",
    Event.CONSULTATION: "lancement prévu de la consultation",
    Event.AWARD_NOTIFIED: "notification du marché",
    Event.AMENDMENT_NOTIFIED: "notification de l’avenant",
    Event.ELIGIBILITY_ASKED: "réception d’une demande d’éligibilité complète",
    Event.PROOF_ASKED: "demande de pièces par l’acheteur",
    Event.MONTH_ENDED: "fin de la période déclarée",
    Event.STATEMENT_RECEIVED: "réception du relevé d’heures",
    Event.ASSESSMENT_SENT: "début de l’exécution ou bilan précédent",
    Event.FORMAL_NOTICE_RECEIVED: "réception de la mise en demeure",
    Event.OBSERVATIONS_ASKED: "réception de l’invitation à présenter des observations",
    Event.PERFORMANCE_ENDED: "fin de l’exécution",
    Event.PERSON_LEFT: "sortie de la personne",
    Event.YEAR_ENDED: "fin de l’année civile",
    Event.INDICATORS_PUBLISHED: "publication précédente des indicateurs",
    Event.RIGHTS_ASKED: "réception de la demande de la personne",
}
