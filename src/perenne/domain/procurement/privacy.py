"""Contracts are acts of organisations; a sole trader, a contact or a reason may name somebody."""

from perenne.domain.procurement.models import (
    Amendment,
    CallOff,
    Consultation,
    Contract,
    DecpComplement,
    DecpFile,
    DecpRecord,
    Invoice,
    Lot,
    Operation,
    Party,
    Phase,
    Renewal,
    Suspension,
)
from perenne.kit.privacy import (
    Basis,
    Category,
    Processing,
    blanked,
    classify,
    kept,
    mentioning,
    nobody_in,
    same_address,
)
from perenne.rules.retention import RecordKind

CONTRACTS = Processing(
    code="contracts",
    title="Consultations et marchés",
    purpose="Suivre les marchés qui portent une clause, et joindre ceux qui les exécutent",
    basis=Basis.OF_THE_CONTROLLER,
    people="Les entrepreneurs individuels, les contacts des entreprises, les personnes qu’un "
    "texte viendrait à nommer",
    recipients=("L’acheteur du marché", "Son facilitateur", "Ses titulaires", "La coordination"),
)
FILE = RecordKind.CONTRACT_FILE
OPEN = "Ces données sont publiées par l’acheteur, que la loi y oblige."
WHY = "Cela fait partie du dossier du marché, que la loi impose de garder."

classify(
    Operation, "Opérations qui vous nomment", processing=CONTRACTS, keeps=FILE,
    found=[mentioning("title")],
    personal={"title": kept(Category.FREE_TEXT, "Intitulé de l’opération", why=WHY)},
    plain=["id", "committee", "buyer", "facilitator", "opened_at"],
)  # fmt: skip
classify(
    Consultation, "Consultations qui vous nomment", processing=CONTRACTS, keeps=FILE,
    found=[mentioning("object")],
    personal={"object": kept(Category.FREE_TEXT, "Objet de la consultation", why=WHY)},
    plain=[
        "id", "committee", "operation", "buyer", "facilitator", "reference", "publish_on",
        "bids_due_on", "award_on", "opened_at",
    ],
)  # fmt: skip
classify(
    Lot, "Lots qui vous nomment", processing=CONTRACTS, keeps=FILE,
    found=[mentioning("object", "reason")],
    personal={
        "object": kept(Category.FREE_TEXT, "Objet du lot", why=WHY),
        "reason": kept(Category.FREE_TEXT, "Motif de l’abandon", why=WHY),
    },
    plain=[
        "id", "committee", "consultation", "purchase", "number", "cpv", "segment",
        "amount_cents", "state", "published_on",
    ],
)  # fmt: skip
classify(
    Contract, "Marchés qui vous nomment", processing=CONTRACTS, keeps=FILE,
    found=[mentioning("object", "reason")],
    personal={
        "object": kept(Category.FREE_TEXT, "Objet du marché", why=WHY),
        "reason": kept(Category.FREE_TEXT, "Motif de la résiliation", why=WHY),
    },
    plain=[
        "id", "committee", "lot", "framework", "buyer", "facilitator", "reference", "cpv",
        "form", "liability", "state", "amount_cents", "months", "renewals", "renewal_months",
        "signed_on", "notified_on", "starts_on", "ended_on", "recorded_at",
    ],
)  # fmt: skip
classify(
    Party, "Marchés où vous êtes le contact d’une entreprise", processing=CONTRACTS, keeps=FILE,
    found=[same_address("email"), mentioning("name")],
    personal={
        "email": blanked(Category.CONTACT, "Adresse du contact"),
        "name": kept(Category.IDENTITY, "Nom de l’entreprise", why=WHY),
    },
    plain=[
        "id", "committee", "contract", "role", "principal", "organisation", "siret",
        "amount_cents", "since", "until",
    ],
)  # fmt: skip
classify(
    Amendment, "Avenants qui vous nomment", processing=CONTRACTS, keeps=FILE,
    found=[mentioning("subject")],
    personal={"subject": kept(Category.FREE_TEXT, "Objet de l’avenant", why=WHY)},
    plain=[
        "id", "committee", "contract", "number", "signed_on", "effective_on", "amount_cents",
        "months", "due_minutes", "recorded_at",
    ],
)  # fmt: skip
classify(
    Suspension, "Suspensions dont le motif vous nomme", processing=CONTRACTS, keeps=FILE,
    found=[mentioning("reason")],
    personal={"reason": kept(Category.FREE_TEXT, "Motif de la suspension", why=WHY)},
    plain=["id", "committee", "contract", "since", "until", "recorded_at"],
)  # fmt: skip
nobody_in(
    Renewal,
    plain=[
        "id", "committee", "contract", "number", "decided_on", "starts_on", "takes_place",
        "recorded_at",
    ],
)  # fmt: skip
nobody_in(
    Phase,
    plain=[
        "id", "committee", "contract", "number", "label", "amount_cents", "is_firm",
        "affirmed_on", "lapses_on",
    ],
)  # fmt: skip
nobody_in(
    CallOff,
    plain=[
        "id", "committee", "contract", "reference", "ordered_cents", "issued_on", "closed_on",
        "recorded_at",
    ],
)  # fmt: skip
nobody_in(
    Invoice,
    plain=[
        "id", "committee", "call_off", "reference", "amount_cents", "invoiced_on", "recorded_at",
    ],
)  # fmt: skip
classify(
    DecpRecord, "Marchés publiés qui vous nomment", processing=CONTRACTS, keeps=FILE,
    found=[mentioning("object", "raw")],
    personal={
        "object": kept(Category.FREE_TEXT, "Objet du marché publié", why=OPEN),
        "raw": kept(Category.FREE_TEXT, "Données publiées", why=OPEN),
    },
    plain=[
        "id", "committee", "file", "position", "kind", "fate", "reason", "buyer", "contract",
        "buyer_siret", "reference", "year", "notified_on", "published_on", "amount_cents",
        "last_amount_cents", "months", "last_months", "social", "is_social", "holders", "place",
        "digest", "anomalies", "is_current",
    ],
)  # fmt: skip
nobody_in(
    DecpFile,
    plain=[
        "id", "committee", "name", "organisation", "file", "sha256", "size", "contracts",
        "notes", "read_on", "read_at", "applied_on",
    ],
)  # fmt: skip
nobody_in(DecpComplement, plain=["id", "committee", "contract", "answers", "is_imported"])
