"""How many hours a clause asks for, on which hypotheses, and whether it is proportionate."""

from perenne.rules.calibration.formulas import (
    Calibration,
    Hypotheses,
    calibrate,
    contractual,
    hours_by_step,
    hours_of_fte,
    hours_of_production,
    hours_of_training,
    hours_pro_rata,
)

__all__ = [
    "Calibration",
    "Hypotheses",
    "calibrate",
    "contractual",
    "hours_by_step",
    "hours_of_fte",
    "hours_of_production",
    "hours_of_training",
    "hours_pro_rata",
]
