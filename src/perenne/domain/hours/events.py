"""What this app announces to the journal, and how a line of its history is told."""

from perenne.domain.hours.states import ImportState, PlanState, SheetState
from perenne.kit.journal.telling import (
    UNTOLD,
    Told,
    among,
    choice,
    day,
    hours,
    moment,
    organisation,
)
from perenne.rules.hours import HOUR_KINDS, PLAUSIBILITY, HourKind, Severity

LABELS = {
    "statement.open": "Ouvrir le relevé",
    "statement.link": "Relier le relevé à son espace",
    "statement.ask": "Demander les heures par courriel",
    "statement.renew_link": "Renvoyer le lien du courriel",
    "statement.revoke_link": "Retirer le lien du courriel",
    "sheet.fill": "Importer des heures",
    "import.receive": "Envoyer un fichier d’heures",
    "import.forget": "Effacer un fichier d’heures",
    "sheet.comment": "Écrire un message",
    "work.correct": "Corriger des heures validées",
    "work.move": "Déplacer des heures validées",
    "check.tune": "Régler un contrôle des heures",
    "plan.propose": "Proposer une globalisation",
    "plan.redo": "Reprendre ce qui ne convient plus",
    "outlook.note": "Chercher ce qui peut être globalisé",
    "voice.agree": "Dire que ses heures sont justes",
    "voice.contest": "Contester ses heures",
    "voice.answer": "Répondre à une personne sur ses heures",
}
SENSITIVE = frozenset(
    {"sheet.dispute", "work.correct", "work.move", "check.tune", "plan.undo", "plan.redo"}
)
THINGS = {
    "hours.statement": "Relevé d’heures",
    "hours.sheet": "Mois d’un engagement",
    "hours.work": "Heures d’une personne",
    "hours.checksetting": "Réglage d’un contrôle",
    "hours.plan": "Globalisation",
    "hours.hoursimport": "Fichier d’heures",
}
FACTS = {
    "sheet.declare": {
        "minutes": Told("Heures déclarées", hours),
        "lines": Told("Lignes"),
        "by_link": Told("Par le lien du courriel"),
    },
    "statement.ask": {"links": Told("Courriels")},
    "sheet.fill": {"minutes": Told("Heures importées", hours), "lines": Told("Lignes")},
    "import.read": {
        "taken": Told("Lignes à enregistrer"),
        "refused": Told("Lignes refusées"),
    },
    "import.write": {"minutes": Told("Heures importées", hours), "lines": Told("Lignes")},
    "sheet.validate": {
        "minutes": Told("Heures validées", hours),
        "counted": Told("Heures comptées", hours),
    },
    "work.correct": {
        "before": Told("Heures jusqu’ici", hours),
        "after": Told("Heures désormais", hours),
        "taken_back": Told("Heures retirées des engagements", hours),
    },
    "work.move": {
        "moved": Told("Heures déplacées ailleurs", hours),
        "received": Told("Heures reçues d’un autre mois ou marché", hours),
        "taken_back": Told("Heures retirées des engagements", hours),
        "counted": Told("Heures comptées ici", hours),
        "month": Told("Mois", day),
    },
    "sheet.comment": {"message": UNTOLD},
    "plan.propose": {"minutes": Told("Heures", hours), "lines": Told("Lignes")},
    "plan.approve": {"minutes": Told("Heures", hours)},
    "plan.undo": {"minutes": Told("Heures retirées", hours)},
    "plan.redo": {"minutes": Told("Heures retirées", hours)},
}
CHECKS = {doubt.code.value: doubt.label for doubt in PLAUSIBILITY}
KINDS = {kind.value: HOUR_KINDS[kind].label for kind in HourKind}
FIELDS = {
    "hours.statement": {
        "siret": Told("SIRET"),
        "organisation_id": Told("Entreprise", organisation),
        "month": Told("Mois", day),
        "opened_at": UNTOLD,
    },
    "hours.sheet": {
        "statement_id": UNTOLD,
        "commitment_id": UNTOLD,
        "facilitator_id": UNTOLD,
        "month": Told("Mois", day),
        "state": Told("État", choice(SheetState)),
        "is_nil": Told("Aucune heure"),
        "declared_at": Told("Déclaré le", moment),
        "declared_minutes": Told("Heures déclarées", hours),
        "validated_at": Told("Validé le", moment),
        "reason": Told("Correction demandée"),
    },
    "hours.work": {
        "sheet_id": UNTOLD,
        "hiring_id": UNTOLD,
        "participant_id": UNTOLD,
        "month": Told("Mois", day),
        "kind": Told("Nature des heures", among(KINDS)),
        "corrects_id": UNTOLD,
        "moved_from_id": UNTOLD,
        "minutes": Told("Heures", hours),
        "reason": Told("Motif"),
        "source": UNTOLD,
        "external_id": UNTOLD,
        "net_minutes": Told("Heures après corrections", hours),
        "allocated_minutes": Told("Heures comptées", hours),
        "recorded_at": UNTOLD,
    },
    "hours.checksetting": {
        "code": Told("Contrôle", among(CHECKS)),
        "severity": Told("Gravité", choice(Severity)),
        "since": Told("À partir du", day),
        "reason": Told("Motif"),
        "recorded_at": UNTOLD,
    },
    "hours.plan": {
        "facilitator_id": UNTOLD,
        "siret": Told("SIRET"),
        "made_on": Told("Faite le", day),
        "state": Told("État", choice(PlanState)),
        "reason": Told("Motif"),
    },
    "hours.hoursimport": {
        "siret": Told("SIRET"),
        "company": Told("Entreprise"),
        "organisation_id": Told("Envoyé par", organisation),
        "is_own": Told("Par l’entreprise elle-même"),
        "file_id": UNTOLD,
        "state": Told("État", choice(ImportState)),
        "received_on": Told("Reçu le", day),
        "said": UNTOLD,
        "found": UNTOLD,
        "sheets_done": Told("Mois enregistrés"),
        "sheets_total": Told("Mois à enregistrer"),
    },
}
