"""What this app announces to the journal, and how a line of its history is told."""

from perenne.domain.hirings.states import HiringState
from perenne.kit.journal.telling import UNTOLD, Told, choice, day, hours
from perenne.rules.hirings import MODALITIES, ModalityCode
from perenne.rules.hirings.shapes import Shape

LABELS = {
    "hiring.plan": "Prévoir l’embauche",
    "hiring.regularise": "Régulariser la vérification",
}
SENSITIVE = frozenset({"hiring.regularise", "hiring.cancel"})
THINGS = {"hirings.hiring": "Embauche"}


def modality(value: str) -> str:
    return MODALITIES[ModalityCode(value)].label


FIELDS = {
    "hirings.hiring": {
        "participant_id": UNTOLD,
        "commitment_id": UNTOLD,
        "party_id": UNTOLD,
        "candidate_id": UNTOLD,
        "employer_name": Told("Employeur"),
        "employer_siret": Told("SIRET de l’employeur"),
        "modality": Told("Modalité", modality),
        "shape": Told("Contrat de travail", choice(Shape)),
        "structure": Told("Structure"),
        "job_title": Told("Poste"),
        "rome": Told("Code ROME"),
        "tutor": UNTOLD,
        "weekly_minutes": Told("Durée par semaine", hours),
        "starts_on": Told("Début", day),
        "ends_on": Told("Fin", day),
        "state": Told("État", choice(HiringState)),
        "verdict_id": UNTOLD,
        "verified_on": Told("Éligibilité vérifiée le", day),
        "counts_from": Told("Les heures comptent du", day),
        "regularised_because": Told("Motif de la régularisation"),
        "reason": Told("Motif"),
        "recorded_at": UNTOLD,
    },
}
