"""What this app announces to the journal, and how a line of its history is told."""

from perenne.domain.programming.states import ProgrammeState, PurchaseState
from perenne.kit.journal.telling import (
    UNTOLD,
    Told,
    bare,
    choice,
    day,
    euros,
    hours,
    months,
    organisation,
)
from perenne.rules.legal_bases import LegalBasis
from perenne.rules.needs import BuyerKind, ContractKind
from perenne.rules.screening import Advice
from perenne.rules.segments import Segment
from perenne.rules.thresholds import DutyVerdict

LABELS = {
    "programme.receive": "Déposer la programmation",
    "programme.forget": "Effacer la programmation",
    "purchase.correct": "Corriger les données",
    "bundle.receive": "Déposer plusieurs fichiers",
    "bundle.send": "Transmettre plusieurs fichiers",
    "bundle.forget": "Effacer l’envoi",
}
SENSITIVE = frozenset({"purchase.leave_aside"})
FACTS = {
    "programme.send": {"purchases": Told("Achats transmis")},
    "programme.screen": {"lines": Told("Lignes analysées")},
}
FIELDS = {
    "programming.programme": {
        "title": Told("Titre"),
        "buyer_id": Told("Acheteur", organisation),
        "visitor_key": UNTOLD,
        "buyer_kind": Told("Nature de l’acheteur", choice(BuyerKind)),
        "file_id": UNTOLD,
        "bundle_id": UNTOLD,
        "received_on": Told("Reçue le", day),
        "received_at": UNTOLD,
        "state": Told("État", choice(ProgrammeState)),
        "answers": Told("Réponses sur les colonnes", bare),
        "notes": Told("Remarques sur le fichier", bare),
        "lines_total": Told("Lignes du fichier"),
        "lines_read": Told("Lignes analysées"),
    },
    "programming.plannedpurchase": {
        "programme_id": UNTOLD,
        "line_id": UNTOLD,
        "state": Told("État", choice(PurchaseState)),
        "object": Told("Objet"),
        "operation": Told("Opération"),
        "lot": Told("Lot"),
        "department": Told("Service"),
        "amount_cents": Told("Montant HT", euros),
        "amount_high_cents": Told("Montant HT, au plus", euros),
        "whole_cents": Told("Montant de l’opération", euros),
        "cpv": Told("Code CPV"),
        "months": Told("Durée", months),
        "launch_on": Told("Lancement", day),
        "launch_text": Told("Lancement, comme écrit"),
        "place": Told("Lieu"),
        "contract_kind": Told("Nature du marché", choice(ContractKind)),
        "questions": Told("Questions à préciser", bare),
        "hypotheses": Told("Hypothèses de lecture", bare),
        "commune_id": Told("Commune (code INSEE)"),
        "facilitator_id": Told("Facilitateur", organisation),
        "routing_reason": Told("Pourquoi ce facilitateur"),
        "segment": Told("Segment", choice(Segment)),
        "advice": Told("Avis", choice(Advice)),
        "minutes": Told("Heures estimées", hours),
        "duty": Told("Obligation légale", choice(DutyVerdict)),
        "basis": Told("Fondement proposé", choice(LegalBasis)),
        "next_on": Told("Prochaine étape", day),
        "verdict": Told("Avis détaillé", bare),
        "aside_reason": Told("Motif"),
    },
}
