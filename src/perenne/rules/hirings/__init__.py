"""The ways of fulfilling a clause: who is hired, by whom, under which contract, and who answers."""

from perenne.rules.hirings.actions import ActionsMet, DoneAction, actions_met
from perenne.rules.hirings.admission import Admission, HiringFacts, admissible
from perenne.rules.hirings.consortium import Consortium, Split, agreed_split, split_by_amount
from perenne.rules.hirings.conversion import (
    CONVERSION_METHODS,
    Conversion,
    ConversionMethod,
    convert,
    convert_all,
)
from perenne.rules.hirings.employment import Easing, Employment
from perenne.rules.hirings.employment_checks import (
    EMPLOYMENT_CHECKS,
    EmploymentCheck,
    Fault,
    employment_faults,
)
from perenne.rules.hirings.invoices import ConversionTerms, Invoice
from perenne.rules.hirings.modalities import MODALITIES
from perenne.rules.hirings.modality import EligibleBy, Family, Modality, ModalityCode
from perenne.rules.hirings.shapes import Shape
from perenne.rules.hirings.subcontracting import EntrustedPart, Entrusting, entrusting
from perenne.rules.hirings.ways import Bid, Cost, Way, WayCode, ways_of

__all__ = [
    "CONVERSION_METHODS",
    "EMPLOYMENT_CHECKS",
    "MODALITIES",
    "ActionsMet",
    "Admission",
    "Bid",
    "Consortium",
    "Conversion",
    "ConversionMethod",
    "ConversionTerms",
    "Cost",
    "DoneAction",
    "Easing",
    "EligibleBy",
    "Employment",
    "EmploymentCheck",
    "EntrustedPart",
    "Entrusting",
    "Family",
    "Fault",
    "HiringFacts",
    "Invoice",
    "Modality",
    "ModalityCode",
    "Shape",
    "Split",
    "Way",
    "WayCode",
    "actions_met",
    "admissible",
    "agreed_split",
    "convert",
    "convert_all",
    "employment_faults",
    "entrusting",
    "split_by_amount",
    "ways_of",
]
