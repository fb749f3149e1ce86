"""A clause is an act of organisations; a reason typed in it could name somebody."""

from perenne.domain.clauses.models import Clause
from perenne.kit.privacy import Basis, Category, Processing, classify, kept, mentioning
from perenne.rules.retention import RecordKind

CLAUSES = Processing(
    code="clauses",
    title="Clauses",
    purpose="Calibrer et rédiger la clause d’un marché",
    basis=Basis.OF_THE_CONTROLLER,
    people="Les personnes qu’un motif viendrait à nommer",
    recipients=("L’acheteur du marché", "Son facilitateur", "La coordination"),
)
classify(
    Clause,
    "Clauses dont le motif vous nomme",
    processing=CLAUSES,
    keeps=RecordKind.CONTRACT_FILE,
    found=[mentioning("reason")],
    personal={
        "reason": kept(
            Category.FREE_TEXT,
            "Motif du volume d’heures",
            why="Le motif fait partie du dossier du marché, que la loi impose de garder.",
        )
    },
    plain=[
        "id", "committee", "purchase", "buyer", "facilitator", "state", "opened_at",
        "amount_cents", "labour_share_bp", "effort_rate_bp", "hourly_cost_cents", "months",
        "computed_minutes", "due_minutes", "calibrated_on", "version", "basis", "reserved_to",
        "criterion_weight_bp", "ccag", "publics", "globalisation", "penalty_cents",
        "statement_day", "ccap_article", "volume_kind", "step_cents", "step_minutes",
        "trigger_cents", "by_whole_steps", "recalculation", "covers_renewals",
    ],
)  # fmt: skip
