"""What a reader understood of one cell: the values, and how sure it is of them.

Every reading keeps the raw text. `hypotheses` are French sentences that say what was assumed;
`question` is the French sentence to put to the user when the text is doubtful (None when it
is not). A reader never raises: what it cannot read has no value and carries a question.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from perenne.values import Euros


class Tax(StrEnum):
    """Whether an amount includes VAT."""

    HT = "ht"
    TTC = "ttc"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class AmountReading:
    """An amount of money in a cell.

    One figure: `low == high`. A range: both ends. A ceiling (« max 400 000 € »): `low` is
    None. A floor (« > 221 000 € »): `high` is None. Nothing readable: both are None.
    « 100 512 €/an x 3 » is already multiplied: low = 301 536 €, times = 3, per_year = False.
    `per_year` means that the figures are still for one year: `whole` makes them a total.
    """

    raw: str
    low: Euros | None = None
    high: Euros | None = None
    per_year: bool = False
    times: Decimal | None = None
    tax: Tax = Tax.UNSAID
    hypotheses: tuple[str, ...] = ()
    question: str | None = None

    @property
    def amount(self) -> Euros | None:
        """The figure to reason with: the low end, or the ceiling when it stands alone."""
        return self.low if self.low is not None else self.high


@dataclass(frozen=True, slots=True)
class DurationReading:
    """A duration in whole months, renewals included; `firm_months` leaves the renewals out."""

    raw: str
    months: int | None = None
    firm_months: int | None = None
    renewals: int | None = None
    hypotheses: tuple[str, ...] = ()
    question: str | None = None


class Precision(StrEnum):
    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    SEMESTER = "semester"
    SEASON = "season"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class MomentReading:
    """The days between which it happens: `start` and `end`, both included."""

    raw: str
    start: date | None = None
    end: date | None = None
    precision: Precision | None = None
    hypotheses: tuple[str, ...] = ()
    question: str | None = None


@dataclass(frozen=True, slots=True)
class CpvReading:
    """A code of the Common Procurement Vocabulary (regulation EC 213/2008): eight digits.

    `check_digit` is the ninth digit as written. It is not verified: the published codes
    themselves do not all follow the published method.
    """

    raw: str
    code: str | None = None
    check_digit: str | None = None
    others: tuple[str, ...] = ()
    hypotheses: tuple[str, ...] = ()
    question: str | None = None
