"""What a clause not fulfilled costs, what lifts it, who decides and when, and the risk to date."""

from perenne.rules.penalties.cautions import cautions
from perenne.rules.penalties.computing import ENGINES, compute, recompute
from perenne.rules.penalties.deciding import Opening, may_decide, may_take
from perenne.rules.penalties.exposing import Commitment, Exposure, exposure
from perenne.rules.penalties.formulas import FORMULAS, Formula, PenaltyFormula
from perenne.rules.penalties.inputs import Bracket, Facts, PenaltyInputs, Tariff
from perenne.rules.penalties.outcome import Penalty
from perenne.rules.penalties.plain import from_plain, to_plain
from perenne.rules.penalties.references import late_days, reference_for
from perenne.rules.penalties.steps import (
    RESPITE_DAYS,
    STEPS,
    PenaltyFile,
    Person,
    Step,
    StepCode,
)
from perenne.rules.penalties.waivers import WAIVERS, Effect, Evidence, Waiver, WaiverGround
from perenne.rules.penalties.waiving import Claim, Relief, waive

__all__ = [
    "ENGINES",
    "FORMULAS",
    "RESPITE_DAYS",
    "STEPS",
    "WAIVERS",
    "Bracket",
    "Claim",
    "Commitment",
    "Effect",
    "Evidence",
    "Exposure",
    "Facts",
    "Formula",
    "Opening",
    "Penalty",
    "PenaltyFile",
    "PenaltyFormula",
    "PenaltyInputs",
    "Person",
    "Relief",
    "Step",
    "StepCode",
    "Tariff",
    "Waiver",
    "WaiverGround",
    "cautions",
    "compute",
    "exposure",
    "from_plain",
    "late_days",
    "may_decide",
    "may_take",
    "recompute",
    "reference_for",
    "to_plain",
    "waive",
]
