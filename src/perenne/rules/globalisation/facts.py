"""The facts of globalisation: months of work on one side, what clauses still owe on the other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from perenne.values import Euros, Hours, Period, add_months

NO_HOURS, FREE = Hours(0), Euros(0)


class Consent(StrEnum):
    """What a buyer answers to the globalisation of hours on its contract."""

    OPEN = "open"
    CAPPED = "capped"
    REFUSED = "refused"

    @property
    def label(self) -> str:
        return CONSENT_LABELS[self]


CONSENT_LABELS = {
    Consent.OPEN: "acceptée",
    Consent.CAPPED: "acceptée dans une limite",
    Consent.REFUSED: "refusée",
}


@dataclass(frozen=True, slots=True)
class Commitment:
    """What one clause still owes today, hours already counted left out.

    `companies`: the SIREN of contractor, co-contractors and subcontractors. `cap`: the hours that
    may still come from other contracts when consent is CAPPED. `accepted_from`: the buyer accepts
    from the month of that day on. `basin`: the employment basin, empty when it is not known.
    `urban_renewal`: only residents of a QPV count. `penalty`: for one missing hour.
    """

    clause_id: int
    contract: str
    owed: Hours
    performance: Period
    companies: frozenset[str]
    consent: Consent = Consent.REFUSED
    cap: Hours = NO_HOURS
    basin: str = ""
    urban_renewal: bool = False
    penalty: Euros = FREE
    accepted_from: date = date.min

    @property
    def from_elsewhere(self) -> Hours:
        """The hours that may still come from other contracts."""
        if self.consent is Consent.REFUSED:
            return NO_HOURS
        return self.owed if self.consent is Consent.OPEN else min(self.owed, self.cap)


@dataclass(frozen=True, slots=True)
class Work:
    """The validated hours of one eligible person, in one company, in one month, not counted yet.

    `month` is its first day; `clause_id` the clause of the contract on which they were worked,
    None when that contract has no clause. `person` is the pseudonym that buyers may read.
    """

    work_id: int
    person: str
    company: str
    month: date
    hours: Hours
    employment: Period
    pathway_start: date
    clause_id: int | None = None
    basin: str = ""
    in_priority_district: bool = False

    @property
    def days(self) -> Period:
        """The days of that month under the employment contract."""
        month = whole_month(self.month)
        return Period(max(month.start, self.employment.start), min(month.end, self.employment.end))


@cache
def whole_month(month: date) -> Period:
    return Period(month, add_months(month, 1))
