"""Hours of insertion, exact to the minute."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import IntEnum


class FteBase(IntEnum):
    """Annual hours behind one full-time equivalent; always printed next to the figure.

    1 607 is the legal annual duration (Code du travail L3121-41); 1 820 counts paid
    hours (35 x 52); 1 600 is what Alliance Villes Emploi used for its 2021 figures.
    """

    LEGAL = 1607
    PAID = 1820
    NETWORK = 1600


@dataclass(frozen=True, order=True, slots=True)
class Hours:
    """A duration of work, kept as whole minutes."""

    minutes: int

    @classmethod
    def of(cls, hours: Decimal | int | str) -> Hours:
        """From hours, rounded half up to the minute."""
        return cls(int((Decimal(hours) * 60).to_integral_value(ROUND_HALF_UP)))

    @property
    def amount(self) -> Decimal:
        return Decimal(self.minutes) / 60

    @property
    def whole(self) -> int:
        """Hours rounded half up, as calibrations print them."""
        return int(self.amount.to_integral_value(ROUND_HALF_UP))

    @property
    def rounded(self) -> str:
        """The same figure as `whole`, as French typography writes it."""
        return f"{self.whole:,}".replace(",", "\u202f")

    def fte(self, base: FteBase) -> Decimal:
        """Full-time equivalents over one year, to the hundredth."""
        return (self.amount / int(base)).quantize(Decimal("0.01"), ROUND_HALF_UP)

    def __add__(self, other: Hours) -> Hours:
        return Hours(self.minutes + other.minutes)

    def __sub__(self, other: Hours) -> Hours:
        return Hours(self.minutes - other.minutes)

    def __bool__(self) -> bool:
        return self.minutes != 0

    def __str__(self) -> str:
        whole, minutes = divmod(abs(self.minutes), 60)
        figure = f"{whole:,}".replace(",", "\u202f")
        sign = "-" if self.minutes < 0 else ""
        return f"{sign}{figure}\u00a0h{f' {minutes:02d}' if minutes else ''}"
