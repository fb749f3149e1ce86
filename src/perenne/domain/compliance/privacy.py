"""What follows a commitment is of companies; a sole trader, or a text, may name somebody."""

from perenne.domain.compliance.models import (
    Certificate,
    Decision,
    Letter,
    Observation,
    ObservationFile,
    PaceAlert,
    Proposal,
    Review,
    ReviewDecision,
    ReviewFile,
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
        "measured_on", "state",
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
        "missing_minutes", "measured_on", "reasons", "ledger_line", "made_at", "withdrawn_at",
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
        "expected_minutes", "counted_minutes", "settled_minutes", "measured_on", "days", "inputs",
    ],
)  # fmt: skip
nobody_in(ObservationFile, plain=["id", "committee", "observation", "file", "position"])
nobody_in(
    PaceAlert,
    plain=[
        "id", "committee", "commitment", "level", "code", "opened_on", "ended_on",
        "expected_minutes", "counted_minutes", "exposed_cents", "looked_on",
    ],
)  # fmt: skip

FOLLOWING = Processing(
    code="reviews",
    title="Réunions de suivi et attestations",
    purpose="Tenir le compte rendu des réunions d’un marché, attester les heures d’une entreprise",
    basis=Basis.OF_THE_CONTROLLER,
    people="Les personnes qu’un compte rendu viendrait à nommer",
    recipients=(
        "L’acheteur du marché", "Son facilitateur", "Ses titulaires", "La coordination",
        "Qui vérifie une attestation par son code (ni personne, ni compte rendu)",
    ),
)  # fmt: skip
KEPT = "Le compte rendu engage ceux qui étaient là : il se garde tel qu’il a été diffusé."
OF_CONTRACT = RecordKind.CONTRACT_FILE

classify(
    Review,
    "Comptes rendus qui vous nomment",
    processing=FOLLOWING,
    keeps=OF_CONTRACT,
    found=[mentioning("minutes"), mentioning("reason"), mentioning("place")],
    personal={
        "place": kept(Category.FREE_TEXT, "Lieu de la réunion", why=KEPT),
        "minutes": kept(Category.FREE_TEXT, "Compte rendu", why=KEPT),
        "reason": kept(Category.FREE_TEXT, "Motif de l’annulation", why=KEPT),
    },
    plain=[
        "id", "committee", "commitment", "due_on", "state", "meets_at", "held_on", "attendees",
        "version", "shared_on",
    ],
)  # fmt: skip
classify(
    ReviewDecision,
    "Décisions de réunion qui vous nomment",
    processing=FOLLOWING,
    keeps=OF_CONTRACT,
    found=[mentioning("what")],
    personal={"what": kept(Category.FREE_TEXT, "Décision", why=KEPT)},
    plain=["id", "committee", "review", "position", "who", "until", "done_on"],
)
classify(
    Certificate,
    "Attestations dont le motif vous nomme",
    processing=FOLLOWING,
    keeps=OF_CONTRACT,
    found=[mentioning("reason")],
    personal={"reason": kept(Category.FREE_TEXT, "Motif", why=KEPT)},
    plain=[
        "id", "committee", "commitment", "party", "kind", "state", "code", "since", "until",
        "due_minutes", "counted_minutes", "total_minutes", "ledger_line", "rule_version", "said",
        "issued_on", "replaces", "closed_on",
    ],
)  # fmt: skip
nobody_in(ReviewFile, plain=["id", "committee", "review", "file", "position"])
