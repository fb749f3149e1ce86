"""A hiring is of a person, who has no account here: found by the address in their file."""

from perenne.domain.hirings.models import Hiring
from perenne.kit.privacy import (
    Basis,
    Category,
    Processing,
    classify,
    kept,
    mentioning,
    same_address,
)
from perenne.rules.retention import RecordKind

HIRINGS = Processing(
    code="hirings",
    title="Embauches au titre d’une clause",
    purpose="Savoir qui travaille pour quel engagement, et de quel jour les heures comptent",
    basis=Basis.OF_THE_CONTROLLER,
    people="Les personnes embauchées, leurs tuteurs, les employeurs individuels",
    recipients=("L’entreprise du marché", "Son facilitateur", "La coordination"),
)
TUTOR = "Un nom seul peut être celui d’un homonyme ; il suit l’embauche, et s’efface avec elle."
PROOF = "L’embauche justifie les heures comptées au marché, que la loi impose de garder."

classify(
    Hiring,
    "Embauches qui sont les vôtres ou qui vous nomment",
    processing=HIRINGS,
    keeps=RecordKind.HOURS_STATEMENT,
    found=[
        same_address("participant__email"),
        mentioning("employer_name", "tutor", "reason", "regularised_because"),
    ],
    personal={
        "employer_name": kept(Category.IDENTITY, "Nom de l’employeur", why=PROOF),
        "tutor": kept(Category.IDENTITY, "Nom du tuteur", why=TUTOR),
        "job_title": kept(Category.WORK, "Poste", why=PROOF),
        "weekly_minutes": kept(Category.WORK, "Durée du travail", why=PROOF),
        "starts_on": kept(Category.WORK, "Premier jour du contrat", why=PROOF),
        "ends_on": kept(Category.WORK, "Dernier jour du contrat", why=PROOF),
        "reason": kept(Category.FREE_TEXT, "Motif de la fin ou de l’annulation", why=PROOF),
        "regularised_because": kept(
            Category.FREE_TEXT, "Motif de la régularisation", why=PROOF
        ),
    },
    plain=[
        "id", "committee", "participant", "commitment", "party", "candidate", "employer_siret",
        "modality", "shape", "structure", "rome", "state", "verdict", "verified_on", "counts_from",
        "recorded_at",
    ],
)  # fmt: skip
