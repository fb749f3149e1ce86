"""A line of a programme, as far as it helps to know it again a year later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from perenne.rules.segments.matching import stems
from perenne.values import Euros, fold


@dataclass(frozen=True)
class PlannedLine:
    """`key` is one in both programmes together; `reference` is the buyer’s own number."""

    key: int
    object: str
    reference: str = ""
    operation: str = ""
    lot: str = ""
    amount: Euros | None = None
    months: int | None = None
    launch_on: date | None = None
    place: str = ""

    @cached_property
    def words(self) -> frozenset[str]:
        """Those of the object and of its operation, as stems: « écoles » is « école »."""
        return frozenset(stems(f"{self.operation} {self.object}").split())

    @cached_property
    def numbers(self) -> frozenset[str]:
        """What tells « secteur 1 » from « secteur 2 »."""
        return frozenset(word for word in self.words if word.isdigit())

    @cached_property
    def folded_reference(self) -> str:
        return fold(self.reference)

    @cached_property
    def folded_lot(self) -> str:
        return fold(self.lot)

    @cached_property
    def folded_place(self) -> str:
        return fold(self.place)
