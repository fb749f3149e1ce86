"""What this app announces to the journal, and how a line of its history is told."""

from perenne.domain.compliance.states import LetterKind, ShortfallState
from perenne.kit.journal.telling import UNTOLD, Told, choice, day, euros, hours, organisation

LABELS = {
    "shortfall.open": "Alerter l’entreprise",
    "shortfall.summon": "Mettre en demeure ou inviter à répondre",
    "shortfall.answer": "Présenter des observations",
    "letter.receive": "Noter la réception d’une lettre",
}
SENSITIVE = frozenset({"shortfall.withdraw", "shortfall.decide", "shortfall.close"})
THINGS = {
    "compliance.shortfall": "Manquement",
    "compliance.letter": "Lettre à l’entreprise",
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
FIELDS = {
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
        "ends_on": Told("Délai jusqu’au", day),
        "sent_by_id": Told("Envoyée par", organisation),
        "expected_minutes": Told("Heures attendues", hours),
        "counted_minutes": Told("Heures comptées", hours),
        "days": Told("Délai laissé, en jours"),
        "inputs": UNTOLD,
    },
}
