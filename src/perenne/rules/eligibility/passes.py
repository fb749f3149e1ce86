"""The PASS IAE: twenty-four months, which suspensions push back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from perenne.rules.french import in_full, typeset
from perenne.rules.law import Confidence, Dated, cites
from perenne.rules.texts import IAE_DECREE, IAE_PATHWAY
from perenne.values import Period, add_months

PASS_MONTHS = Dated(
    {date(2008, 5, 1): 24},
    IAE_DECREE,
    Confidence.LIKELY,
    meaning="Durée d’un PASS IAE, et de l’agrément qu’il a remplacé",
    unit="mois",
)
SUSPENSION_MONTHS = Dated(
    {date(2021, 9, 1): 36},
    IAE_DECREE,
    Confidence.LIKELY,
    meaning="Durée la plus longue d’une suspension de PASS IAE",
    unit="mois",
)


class PassState(StrEnum):
    NOT_BEGUN = "not_begun"
    VALID = "valid"
    SUSPENDED = "suspended"
    EXPIRED = "expired"

    @property
    def label(self) -> str:
        return PASS_LABELS[self]


PASS_LABELS = {
    PassState.NOT_BEGUN: "pas encore commencé",
    PassState.VALID: "valable",
    PassState.SUSPENDED: "suspendu",
    PassState.EXPIRED: "expiré",
}


@dataclass(frozen=True, slots=True)
class Pass:
    """`ends_on`, the last day, when a prolongation has written one; else it is computed."""

    begins_on: date
    ends_on: date | None = None
    suspended: Period | None = None


@dataclass(frozen=True, slots=True)
class PassReading:
    state: PassState
    ends_on: date
    reason: str


@cites(
    IAE_PATHWAY,
    IAE_DECREE,
    says="Le PASS IAE est-il valable ce jour-là ?",
    confidence=Confidence.LIKELY,
)
def reads_pass(iae_pass: Pass, *, on: date) -> PassReading:
    """Its state and its last day; LookupError for a suspension begun before September 2021."""
    ends_on = iae_pass.ends_on or _last_day(iae_pass)
    if on < iae_pass.begins_on:
        said = f"Le PASS IAE commence le {in_full(iae_pass.begins_on)} : attendez ce jour."
        return PassReading(PassState.NOT_BEGUN, ends_on, typeset(said))
    if on > ends_on:
        said = (
            f"Le PASS IAE a pris fin le {in_full(ends_on)} : demandez s'il a été prolongé ou "
            "suspendu."
        )
        return PassReading(PassState.EXPIRED, ends_on, typeset(said))
    if iae_pass.suspended is not None and on in iae_pass.suspended:
        said = (
            f"Le PASS IAE est suspendu jusqu'au {in_full(_eve(iae_pass.suspended.end))} : faites "
            "lever la suspension avant de compter des heures."
        )
        return PassReading(PassState.SUSPENDED, ends_on, typeset(said))
    said = f"PASS IAE valable jusqu'au {in_full(ends_on)}."
    return PassReading(PassState.VALID, ends_on, typeset(said))


def _last_day(iae_pass: Pass) -> date:
    begun = iae_pass.begins_on
    return _eve(add_months(begun, PASS_MONTHS.on(begun))) + _suspension(iae_pass)


def _suspension(iae_pass: Pass) -> timedelta:
    """How long the pass stood still, never more than the longest suspension."""
    if iae_pass.suspended is None:
        return timedelta(0)
    stopped = iae_pass.suspended.start
    longest = add_months(stopped, SUSPENSION_MONTHS.on(stopped))
    return min(iae_pass.suspended.end, longest) - stopped


def _eve(day: date) -> date:
    return day - timedelta(1)
