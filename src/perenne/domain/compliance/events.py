"""What this app announces to the journal, and how a line of its history is told."""

from perenne.domain.compliance.states import LetterKind, ShortfallState
from perenne.kit.journal.telling import UNTOLD, Told, among, choice, day, euros, hours, organisation
from perenne.rules.pace import ALERTS

LABELS = {
    "shortfall.open": "Alerter l’entreprise",
    "shortfall.summon": "Mettre en demeure ou inviter à répondre",
    "shortfall.answer": "Présenter des observations",
    "letter.receive": "Noter la réception d’une lettre",
    "alert.note": "Noter le rythme",
    "alert.look": "Prendre connaissance de l’alerte",
}
SENSITIVE = frozenset({"shortfall.withdraw", "shortfall.decide", "shortfall.close"})
THINGS = {
    "compliance.shortfall": "Manquement",
    "compliance.letter": "Lettre à l’entreprise",
    "compliance.pacealert": "Alerte sur le rythme",
}
FACTS = {
    "shortfall.summon": {"kind": Told("Lettre")},
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
        "state": Told("État", choice(ShortfallState)),
        "reason": Told("Motif"),
    },
    "compliance.letter": {
        "shortfall_id": UNTOLD,
        "kind": Told("Lettre", choice(LetterKind)),
        "sent_on": Told("Envoyée le", day),
        "received_on": Told("Reçue le", day),
        "sent_by_id": Told("Envoyée par", organisation),
    },
}
