"""What this app announces to the journal, and how a line of its history is told."""

from perenne.domain.compliance.states import (
    CertificateState,
    LetterKind,
    ReviewState,
    ShortfallState,
)
from perenne.kit.journal.telling import (
    UNTOLD,
    Told,
    among,
    choice,
    day,
    euros,
    hours,
    moment,
    organisation,
)
from perenne.rules.certificates import CertificateKind
from perenne.rules.pace import ALERTS

LABELS = {
    "shortfall.open": "Alerter l’entreprise",
    "shortfall.summon": "Mettre en demeure ou inviter à répondre",
    "shortfall.answer": "Présenter des observations",
    "letter.receive": "Noter la réception d’une lettre",
    "alert.note": "Noter le rythme",
    "alert.look": "Prendre connaissance de l’alerte",
    "review.add": "Ajouter une réunion",
    "review.foresee": "Inscrire une réunion du calendrier",
    "review.tick": "Cocher une décision",
    "certificate.issue": "Délivrer une attestation",
}
SENSITIVE = frozenset(
    {
        "shortfall.withdraw", "shortfall.decide", "shortfall.close", "review.cancel",
        "certificate.revoke", "certificate.replace",
    }
)  # fmt: skip
THINGS = {
    "compliance.shortfall": "Manquement",
    "compliance.letter": "Lettre à l’entreprise",
    "compliance.pacealert": "Alerte sur le rythme",
    "compliance.review": "Réunion de suivi",
    "compliance.certificate": "Attestation",
}
FACTS = {
    "shortfall.summon": {"kind": Told("Lettre")},
    "shortfall.answer": {"files": Told("Fichiers joints")},
    "shortfall.propose": {"amount": Told("Montant proposé", euros)},
    "shortfall.decide": {
        "outcome": Told("Décision"),
        "amount": Told("Montant décidé", euros),
    },
}
ALERT_WORDS = {row.code.value: row.label for row in ALERTS}
FIELDS = {
    "compliance.pacealert": {
        "commitment_id": UNTOLD,
        "level": UNTOLD,
        "code": Told("Alerte", among(ALERT_WORDS)),
        "opened_on": Told("Vue le", day),
        "ended_on": Told("Terminée le", day),
        "expected_minutes": Told("Heures attendues", hours),
        "counted_minutes": Told("Heures comptées", hours),
        "exposed_cents": Told("Exposition", euros),
        "looked_on": Told("Regardée le", day),
    },
    "compliance.shortfall": {
        "commitment_id": UNTOLD,
        "opened_on": Told("Constaté le", day),
        "expected_minutes": Told("Heures attendues", hours),
        "counted_minutes": Told("Heures comptées", hours),
        "measured_on": Told("Heures attendues au", day),
        "state": Told("État", choice(ShortfallState)),
        "reason": Told("Motif"),
    },
    "compliance.letter": {
        "shortfall_id": UNTOLD,
        "kind": Told("Lettre", choice(LetterKind)),
        "sent_on": Told("Envoyée le", day),
        "received_on": Told("Reçue le", day),
        "ends_on": Told("Délai jusqu’au", day),
        "sent_by_id": Told("Envoyée par", organisation),
        "expected_minutes": Told("Heures attendues", hours),
        "counted_minutes": Told("Heures comptées", hours),
        "settled_minutes": Told("Heures réglées par une décision", hours),
        "measured_on": Told("Heures attendues au", day),
        "days": Told("Délai laissé, en jours"),
        "inputs": UNTOLD,
    },
    "compliance.review": {
        "commitment_id": UNTOLD,
        "due_on": Told("Prévue par la clause pour le", day),
        "state": Told("Étape", choice(ReviewState)),
        "meets_at": Told("Rendez-vous", moment),
        "place": Told("Lieu"),
        "held_on": Told("Tenue le", day),
        "attendees": UNTOLD,
        "minutes": Told("Compte rendu"),
        "version": UNTOLD,
        "shared_on": Told("Compte rendu diffusé le", day),
        "reason": Told("Motif"),
    },
    "compliance.certificate": {
        "commitment_id": UNTOLD,
        "party_id": UNTOLD,
        "kind": Told("Attestation", choice(CertificateKind)),
        "state": Told("État", choice(CertificateState)),
        "code": Told("Code"),
        "since": Told("Du", day),
        "until": Told("Au", day),
        "due_minutes": Told("Heures dues", hours),
        "counted_minutes": Told("Heures de la période", hours),
        "total_minutes": Told("Heures depuis le début", hours),
        "ledger_line": UNTOLD,
        "rule_version": UNTOLD,
        "said": UNTOLD,
        "issued_on": Told("Délivrée le", day),
        "replaces_id": UNTOLD,
        "closed_on": Told("Close le", day),
        "reason": Told("Motif"),
    },
}
