"""The rate of the accessibility statement: counted from the file of the audit, never typed.

`audit.csv` holds the 106 criteria of the RGAA 4.1.2 with the state of each. One that nobody has
looked at counts as not conforming: the rate can only be too low.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from perenne.values import Share

FILE = Path(__file__).parent / "audit.csv"
CRITERIA = 106


class Conformity(StrEnum):
    """What the file says of a criterion."""

    YES = "conforme"
    NO = "non conforme"
    WITHOUT_OBJECT = "non applicable"
    NOT_LOOKED_AT = "non audité"


@dataclass(frozen=True, slots=True)
class Audit:
    conforming: int
    failing: int
    without_object: int
    not_looked_at: int

    @property
    def applicable(self) -> int:
        return self.conforming + self.failing + self.not_looked_at

    @property
    def rate(self) -> Share:
        """Whole percents, rounded down."""
        return Share.percent(self.conforming * 100 // max(1, self.applicable))

    @property
    def state(self) -> str:
        """The three states of the statement (décret n° 2019-768, article 5)."""
        if self.applicable == self.conforming:
            return "totalement conforme"
        return "partiellement conforme" if self.rate >= Share.percent(50) else "non conforme"


def counted(states: list[str]) -> Audit:
    found = [Conformity(state) for state in states]
    return Audit(
        conforming=found.count(Conformity.YES),
        failing=found.count(Conformity.NO),
        without_object=found.count(Conformity.WITHOUT_OBJECT),
        not_looked_at=found.count(Conformity.NOT_LOOKED_AT),
    )


@cache
def audit() -> Audit:
    with FILE.open(encoding="utf-8", newline="") as file:
        return counted([row["état"] for row in csv.DictReader(file, delimiter=";")])
