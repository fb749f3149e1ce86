"""What a requirement is judged by: the contract, and everything else that is asked of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from perenne.rules.practice import USUAL, Practice
from perenne.values import Hours


@dataclass(frozen=True, slots=True)
class Asked:
    """The volume and the duration of the contract, each requirement in its unit.

    `months` None: not known. `quantities` by the code of the requirement; nothing asked is zero.
    """

    hours: Hours
    months: int | None
    quantities: Mapping[str, int] = field(default_factory=dict)
    practice: Practice = USUAL

    def of(self, code: str) -> int:
        return self.quantities.get(code, 0)

    @property
    def persons(self) -> int:
        """At least one."""
        return max(1, self.of("persons"))
