"""What this app announces to the journal, and how a line of its history is told."""

from perenne.domain.hours.states import PlanState, SheetState
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
from perenne.rules.hours.facts import HourKind
from perenne.rules.hours.kinds import HOUR_KINDS

LABELS = {
    "statement.open": "Ouvrir le relevé",
    "work.correct": "Corriger des heures validées",
    "plan.propose": "Proposer une globalisation",
    "plan.redo": "Reprendre ce qui ne convient plus",
    "outlook.note": "Chercher ce qui peut être globalisé",
}
SENSITIVE = frozenset({"sheet.dispute", "work.correct", "plan.undo", "plan.redo"})
THINGS = {
    "hours.statement": "Relevé d’heures",
    "hours.sheet": "Mois d’un engagement",
    "hours.work": "Heures d’une personne",
    "hours.plan": "Globalisation",
}
FACTS = {
    "sheet.declare": {"minutes": Told("Heures déclarées", hours), "lines": Told("Lignes")},
    "sheet.validate": {
        "minutes": Told("Heures validées", hours),
        "counted": Told("Heures comptées", hours),
    },
    "work.correct": {
        "before": Told("Heures jusqu’ici", hours),
        "after": Told("Heures désormais", hours),
        "taken_back": Told("Heures retirées des engagements", hours),
    },
    "plan.propose": {"minutes": Told("Heures", hours), "lines": Told("Lignes")},
    "plan.approve": {"minutes": Told("Heures", hours)},
    "plan.undo": {"minutes": Told("Heures retirées", hours)},
    "plan.redo": {"minutes": Told("Heures retirées", hours)},
}
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
        "minutes": Told("Heures", hours),
        "reason": Told("Motif"),
        "source": UNTOLD,
        "external_id": UNTOLD,
        "net_minutes": Told("Heures après corrections", hours),
        "allocated_minutes": Told("Heures comptées", hours),
        "recorded_at": UNTOLD,
    },
    "hours.plan": {
        "facilitator_id": UNTOLD,
        "siret": Told("SIRET"),
        "made_on": Told("Faite le", day),
        "state": Told("État", choice(PlanState)),
        "reason": Told("Motif"),
    },
}
