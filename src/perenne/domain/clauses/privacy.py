"""A clause is an act of organisations; a reason typed in it could name somebody."""

from perenne.domain.clauses.models import (
    Clause,
    ClauseComment,
    ClauseVersion,
    Commitment,
    CommitmentShare,
    GlobalisationAnswer,
    QualityRequirement,
)
from perenne.kit.privacy import Basis, Category, Processing, classify, kept, mentioning, nobody_in
from perenne.rules.retention import RecordKind

CLAUSES = Processing(
    code="clauses",
    title="Clauses",
    purpose="Calibrer et rédiger la clause d’un marché",
    basis=Basis.OF_THE_CONTROLLER,
    people="Les personnes qu’un motif viendrait à nommer",
    recipients=("L’acheteur du marché", "Son facilitateur", "La coordination"),
)
OF_THE_FILE = "Le motif fait partie du dossier du marché, que la loi impose de garder."

classify(
    Clause,
    "Clauses dont le motif vous nomme",
    processing=CLAUSES,
    keeps=RecordKind.CONTRACT_FILE,
    found=[mentioning("reason"), mentioning("drop_reason"), mentioning("consent_function")],
    personal={
        "reason": kept(Category.FREE_TEXT, "Motif du volume d’heures", why=OF_THE_FILE),
        "drop_reason": kept(Category.FREE_TEXT, "Motif de l’abandon", why=OF_THE_FILE),
        "consent_function": kept(Category.WORK, "Fonction du signataire", why=OF_THE_FILE),
    },
    plain=[
        "id", "committee", "purchase", "lot", "buyer", "facilitator", "state", "opened_at",
        "amount_cents", "labour_share_bp", "effort_rate_bp", "hourly_cost_cents", "months",
        "computed_minutes", "due_minutes", "calibrated_on", "version", "basis", "reserved_to",
        "criterion_weight_bp", "criterion", "ccag", "publics", "globalisation", "penalty_cents",
        "statement_day", "ccap_article", "volume_kind", "step_cents", "step_minutes",
        "trigger_cents", "by_whole_steps", "recalculation", "covers_renewals", "approved_on",
        "globalisation_cap_bp", "consent_on", "consent_by", "penalty_formula",
        "penalty_times_bp", "penalty_part_bp", "penalty_brackets", "penalty_cap_bp",
        "late_day_cents", "absence_cents", "statement_rhythm", "first_contact_days",
        "kick_off_days", "review_months", "assessment_months", "final_assessment_months",
        "formal_notice_days", "entitlement_months",
    ],
)  # fmt: skip
nobody_in(QualityRequirement, plain=["id", "committee", "clause", "kind", "quantity"])
classify(
    ClauseVersion,
    "Versions de clauses dont un texte vous nomme",
    processing=CLAUSES,
    keeps=RecordKind.CONTRACT_FILE,
    found=[mentioning("texts"), mentioning("terms")],
    personal={
        "texts": kept(Category.CONTACT, "Textes, avec le contact du facilitateur", why=OF_THE_FILE),
        "terms": kept(Category.FREE_TEXT, "Termes, avec leur motif", why=OF_THE_FILE),
    },
    plain=["id", "committee", "clause", "number", "organisation", "made_on", "made_at"],
)
classify(
    ClauseComment,
    "Commentaires de clauses qui vous nomment",
    processing=CLAUSES,
    keeps=RecordKind.CONTRACT_FILE,
    found=[mentioning("text")],
    personal={"text": kept(Category.FREE_TEXT, "Commentaire", why=OF_THE_FILE)},
    plain=[
        "id", "committee", "clause", "thread", "piece", "organisation", "written_at", "resolved_on",
    ],
)  # fmt: skip
nobody_in(
    Commitment,
    plain=[
        "id", "committee", "clause", "contract", "state", "due_minutes", "opened_on",
        "kicked_off_on", "closed_on", "worked_months",
    ],
)  # fmt: skip
classify(
    CommitmentShare,
    "Parts d’heures dont le motif vous nomme",
    processing=CLAUSES,
    keeps=RecordKind.CONTRACT_FILE,
    found=[mentioning("reason")],
    personal={"reason": kept(Category.FREE_TEXT, "Motif du refus", why=OF_THE_FILE)},
    plain=[
        "id", "committee", "commitment", "party", "parent", "minutes", "state", "proposed_on",
        "answered_on", "seed", "token_print", "expires_at",
    ],
)  # fmt: skip
classify(
    GlobalisationAnswer,
    "Réponses sur la globalisation dont le motif vous nomme",
    processing=CLAUSES,
    keeps=RecordKind.CONTRACT_FILE,
    found=[mentioning("reason")],
    personal={"reason": kept(Category.FREE_TEXT, "Motif de la réponse", why=OF_THE_FILE)},
    plain=[
        "id", "committee", "commitment", "asked_on", "asked_minutes", "answer", "cap_bp", "since",
        "answered_on", "answered_by", "letter_on",
    ],
)  # fmt: skip
