"""How many hours a clause asks for, on which hypotheses, and whether it is proportionate."""

from perenne.rules.calibration.benchmarks import Benchmark, benchmarks
from perenne.rules.calibration.defaults import Defaults, defaults_for
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
from perenne.rules.calibration.in_people import in_people
from perenne.rules.calibration.proportion import Severity, Warning, warnings

__all__ = [
    "Benchmark",
    "Calibration",
    "Defaults",
    "Hypotheses",
    "Severity",
    "Warning",
    "benchmarks",
    "calibrate",
    "contractual",
    "defaults_for",
    "hours_by_step",
    "hours_of_fte",
    "hours_of_production",
    "hours_of_training",
    "hours_pro_rata",
    "in_people",
    "warnings",
]
