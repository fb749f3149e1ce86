"""Which hours count, which are plausible, and how a number of them is rounded and shared."""

from perenne.rules.hours.apportioning import apportion
from perenne.rules.hours.choices import Basis, Extent
from perenne.rules.hours.counting import CapUse, Counted, CountedLine, count
from perenne.rules.hours.declared import DeclaredMonth
from perenne.rules.hours.duplicates import DeclaredBy, Duplicate, DuplicateKind, duplicate
from perenne.rules.hours.facts import (
    ABSENCES,
    Bonus,
    CapCode,
    CountingTerms,
    Entry,
    HourKind,
    Merit,
)
from perenne.rules.hours.kinds import HOUR_KINDS, Answer, KindRule
from perenne.rules.hours.plausibility import PLAUSIBILITY, doubts, severity_of, unanswered
from perenne.rules.hours.severity import Doubt, DoubtCode, Severity
from perenne.rules.hours.steps import EntryStep, rounded_to_step

__all__ = [
    "ABSENCES",
    "HOUR_KINDS",
    "PLAUSIBILITY",
    "Answer",
    "Basis",
    "Bonus",
    "CapCode",
    "CapUse",
    "Counted",
    "CountedLine",
    "CountingTerms",
    "DeclaredBy",
    "DeclaredMonth",
    "Doubt",
    "DoubtCode",
    "Duplicate",
    "DuplicateKind",
    "Entry",
    "EntryStep",
    "Extent",
    "HourKind",
    "KindRule",
    "Merit",
    "Severity",
    "apportion",
    "count",
    "doubts",
    "duplicate",
    "rounded_to_step",
    "severity_of",
    "unanswered",
]
