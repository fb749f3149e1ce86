"""Money, exact to the cent."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True, order=True, slots=True)
class Euros:
    """An amount before tax (HT) unless its name says otherwise; kept as whole cents."""

    cents: int

    @classmethod
    def of(cls, amount: Decimal | int | str) -> Euros:
        """From euros, rounded half up to the cent."""
        return cls(int((Decimal(amount) * 100).to_integral_value(ROUND_HALF_UP)))

    @classmethod
    def known(cls, cents: int | None) -> Euros | None:
        """From what a table keeps: None stays unknown."""
        return None if cents is None else cls(cents)

    @property
    def amount(self) -> Decimal:
        return Decimal(self.cents) / 100

    def __add__(self, other: Euros) -> Euros:
        return Euros(self.cents + other.cents)

    def __sub__(self, other: Euros) -> Euros:
        return Euros(self.cents - other.cents)

    def __mul__(self, times: Decimal | int) -> Euros:
        return Euros.of(self.amount * times)

    def __bool__(self) -> bool:
        return self.cents != 0

    def __str__(self) -> str:
        """As French typography writes it: no cents when there are none."""
        whole, cents = divmod(abs(self.cents), 100)
        figure = f"{whole:,}".replace(",", "\u202f")
        decimals = f",{cents:02d}" if cents else ""
        return f"{'-' if self.cents < 0 else ''}{figure}{decimals}\u00a0€"
