"""What this app announces to the journal, and how a line of its history is told."""

from perenne.domain.programming.states import Fate, ProgrammeState, PurchaseState
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
    "programme.compare": "Comparer avec une programmation précédente",
    "purchase.reassign": "Confier à un autre facilitateur",
    "purchase.cover": "Confier pendant une absence",
    "purchase.give_back": "Rendre après une absence",
    "purchase.hide": "Taire dans les prévisions publiques",
    "purchase.show": "Compter dans les prévisions publiques",
    "pairing.confirm": "Confirmer un rapprochement",
    "pairing.separate": "Séparer deux achats rapprochés",
    "pairing.join": "Rapprocher deux achats",
}
SENSITIVE = frozenset({"purchase.leave_aside", "purchase.reassign"})
FACTS = {
    "purchase.justify": {"ground": Told("Motif")},
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
        "received_on": Told("Reçue le", day),
        "received_at": UNTOLD,
        "state": Told("État", choice(ProgrammeState)),
        "answers": Told("Réponses sur les colonnes", bare),
        "notes": Told("Remarques sur le fichier", bare),
        "lines_total": Told("Lignes du fichier"),
        "lines_read": Told("Lignes analysées"),
        "sent_on": Told("Transmise le", day),
        "year": Told("Année"),
        "version": Told("Version"),
        "previous_id": UNTOLD,
        "compared_on": Told("Comparée le", day),
    },
    "programming.pairing": {
        "programme_id": UNTOLD,
        "before_id": Told("Achat précédent (numéro)"),
        "after_id": Told("Achat suivant (numéro)"),
        "fate": Told("Évolution", choice(Fate)),
        "points": Told("Ressemblance sur cent"),
        "sureness": UNTOLD,
        "reasons": UNTOLD,
        "changes": UNTOLD,
        "is_settled": Told("Vérifié"),
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
        "reference": Told("Référence de l’acheteur"),
        "stands_in_for_id": Told("En l’absence de", organisation),
        "is_discreet": Told("Tu dans les prévisions"),
    },
}
