"""A part of a whole: labour share, effort rate."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True, order=True, slots=True)
class Share:
    """A percentage kept as whole basis points: 5 % is 500."""

    basis_points: int

    @classmethod
    def percent(cls, value: Decimal | int | str) -> Share:
        return cls(int((Decimal(value) * 100).to_integral_value(ROUND_HALF_UP)))

    @property
    def fraction(self) -> Decimal:
        return Decimal(self.basis_points) / 10_000

    @property
    def as_percent(self) -> Decimal:
        return Decimal(self.basis_points) / 100

    def __str__(self) -> str:
        figure = f"{self.as_percent:f}"
        if "." in figure:
            figure = figure.rstrip("0").rstrip(".")
        return f"{figure.replace('.', ',')}\u00a0%"
