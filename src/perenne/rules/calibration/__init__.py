"""How many hours a clause asks for, on which hypotheses, and whether it is proportionate."""

from perenne.rules.calibration.actions import (
    ActionCode,
    ActionDecision,
    action_counts,
    actions_owed,
)
from perenne.rules.calibration.amendments import (
    AmendedVolume,
    Amendment,
    Recalculation,
    volume_after,
)
from perenne.rules.calibration.benchmarks import Benchmark, PriceRange, benchmarks, price_range
from perenne.rules.calibration.call_offs import (
    CallOff,
    CallOffHours,
    Invoice,
    Scheme,
    Standing,
    due_to_date,
    standing,
)
from perenne.rules.calibration.capacity import Capacity, local_capacity
from perenne.rules.calibration.crews import Crew, crews
from perenne.rules.calibration.defaults import Defaults, defaults_for
from perenne.rules.calibration.entrusted import entrusted_for, hours_entrusted, least_entrusted
from perenne.rules.calibration.equivalents import FullTime, as_fte, as_share
from perenne.rules.calibration.formulas import (
    Calibration,
    Hypotheses,
    calibrate,
    hours_by_step,
    hours_of_fte,
    hours_of_production,
    hours_pro_rata,
)
from perenne.rules.calibration.in_people import in_people
from perenne.rules.calibration.least_amount import least_amount, with_amount
from perenne.rules.calibration.methods import METHODS, Method, MethodCode
from perenne.rules.calibration.phases import Phase, PhasedVolume, volume_of_phases
from perenne.rules.calibration.proportion import Severity, Warning, warnings
from perenne.rules.calibration.quick import QuickEstimate, quick_estimate
from perenne.rules.calibration.renewals import Duration, RenewalPlan, spread_over_renewals
from perenne.rules.calibration.rounding import contractual
from perenne.rules.calibration.supply import LocalSupply, SupplyAnswer, SupplyCode, local_supply
from perenne.rules.calibration.training import hours_of_training, training_band
from perenne.rules.calibration.urban_renewal import (
    UrbanRenewal,
    UrbanRenewalHours,
    urban_renewal_hours,
)

__all__ = [
    "METHODS",
    "ActionCode",
    "ActionDecision",
    "AmendedVolume",
    "Amendment",
    "Benchmark",
    "Calibration",
    "CallOff",
    "CallOffHours",
    "Capacity",
    "Crew",
    "Defaults",
    "Duration",
    "FullTime",
    "Hypotheses",
    "Invoice",
    "LocalSupply",
    "Method",
    "MethodCode",
    "Phase",
    "PhasedVolume",
    "PriceRange",
    "QuickEstimate",
    "Recalculation",
    "RenewalPlan",
    "Scheme",
    "Severity",
    "Standing",
    "SupplyAnswer",
    "SupplyCode",
    "UrbanRenewal",
    "UrbanRenewalHours",
    "Warning",
    "action_counts",
    "actions_owed",
    "as_fte",
    "as_share",
    "benchmarks",
    "calibrate",
    "contractual",
    "crews",
    "defaults_for",
    "due_to_date",
    "entrusted_for",
    "hours_by_step",
    "hours_entrusted",
    "hours_of_fte",
    "hours_of_production",
    "hours_of_training",
    "hours_pro_rata",
    "in_people",
    "least_amount",
    "least_entrusted",
    "local_capacity",
    "local_supply",
    "price_range",
    "quick_estimate",
    "spread_over_renewals",
    "standing",
    "training_band",
    "urban_renewal_hours",
    "volume_after",
    "volume_of_phases",
    "warnings",
    "with_amount",
]
