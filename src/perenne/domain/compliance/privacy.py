"""A shortfall is of a company; a sole trader, or a text, may name somebody."""

from perenne.domain.compliance.models import (
    Decision,
    Letter,
    Observation,
    ObservationFile,
    Proposal,
    Shortfall,
)
from perenne.kit.privacy import (
    Basis,
    Category,
    Processing,
    classify,
    kept,
    mentioning,
    nobody_in,
    through,
)
from perenne.rules.retention import RecordKind

PENALTIES = Processing(
    code="penalties",
    title="Manquements et pénalités",
    purpose="Constater les heures qui manquent, entendre l’entreprise, et garder la décision",
    basis=Basis.OF_THE_CONTROLLER,
    people="Qui propose et qui décide, les personnes qu’un texte viendrait à nommer",
    recipients=("L’acheteur du marché", "Son facilitateur", "Ses titulaires", "La coordination"),
)
FILE = RecordKind.PENALTY_FILE
WHY = "La décision peut être contestée : elle se garde entière, avec qui l’a proposée et prise."

classify(
    Shortfall,
    "Manquements dont le motif vous nomme",
    processing=PENALTIES,
    keeps=FILE,
    found=[mentioning("reason")],
    personal={"reason": kept(Category.FREE_TEXT, "Motif de la clôture", why=WHY)},
    plain=[
        "id", "committee", "commitment", "opened_on", "expected_minutes", "counted_minutes",
        "state",
    ],
)  # fmt: skip
classify(
    Observation,
    "Observations qui vous nomment",
    processing=PENALTIES,
    keeps=FILE,
    found=[mentioning("text")],
    personal={"text": kept(Category.FREE_TEXT, "Observations", why=WHY)},
    plain=["id", "committee", "shortfall", "organisation", "said_at"],
)
classify(
    Proposal,
    "Pénalités que vous avez proposées",
    processing=PENALTIES,
    keeps=FILE,
    found=[through("proposed_by")],
    personal={
        "proposed_by": kept(Category.WORK, "Proposée par", why=WHY),
        "proposed_on": kept(Category.WORK, "Proposée le", why=WHY),
    },
    plain=[
        "id", "committee", "shortfall", "inputs", "version", "gross_cents", "amount_cents",
        "missing_minutes", "reasons", "ledger_line", "made_at", "withdrawn_at",
    ],
)  # fmt: skip
classify(
    Decision,
    "Décisions que vous avez prises, ou dont le motif vous nomme",
    processing=PENALTIES,
    keeps=FILE,
    found=[through("decided_by"), through("proposer"), mentioning("motive")],
    personal={
        "proposer": kept(Category.WORK, "Proposée par", why=WHY),
        "decided_by": kept(Category.WORK, "Décidée par", why=WHY),
        "decided_on": kept(Category.WORK, "Décidée le", why=WHY),
        "motive": kept(Category.FREE_TEXT, "Motif", why=WHY),
    },
    plain=[
        "id", "committee", "proposal", "proposed_cents", "outcome", "amount_cents", "catch_up_by",
        "recorded_at",
    ],
)  # fmt: skip
nobody_in(
    Letter,
    plain=[
        "id", "committee", "shortfall", "kind", "sent_on", "received_on", "ends_on", "sent_by",
        "expected_minutes", "counted_minutes", "days", "inputs",
    ],
)  # fmt: skip
nobody_in(ObservationFile, plain=["id", "committee", "observation", "file", "position"])
