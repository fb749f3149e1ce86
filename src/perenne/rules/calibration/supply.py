"""What the number of local structures allows: a reserved contract, a reserved lot, a clause.

Source: the rule of Le marché de l'inclusion (commit of August 2026), a choice of that site.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from perenne.rules.french import typeset
from perenne.rules.law import Confidence, Source, Table, cites
from perenne.rules.practice import USUAL, Practice, parameter
from perenne.rules.texts import INCLUSION_SITE
from perenne.values import Euros, Share

MANY_STRUCTURES = parameter(
    "calibration.many_structures",
    "Nombre de structures au-delà duquel l’offre locale est large",
    30,
    between=(10, 100),
    source=INCLUSION_SITE,
)
SOME_STRUCTURES = parameter(
    "calibration.some_structures",
    "Nombre de structures au-delà duquel un lot peut être réservé",
    10,
    between=(2, 30),
    source=INCLUSION_SITE,
)
FEW_STRUCTURES = parameter(
    "calibration.few_structures",
    "Nombre de structures au-delà duquel une clause trouve des candidats",
    1,
    between=(0, 10),
    source=INCLUSION_SITE,
)
DEPENDENCE = parameter(
    "calibration.dependence",
    "Part du chiffre d’affaires d’une structure sous laquelle elle ne dépend pas du marché",
    Share.percent(30),
    between=(Share.percent(10), Share.percent(50)),
    source=INCLUSION_SITE,
)


class SupplyCode(StrEnum):
    RESERVED_CONTRACT = "reserved_contract"
    RESERVED_LOT = "reserved_lot"
    CLAUSE = "clause"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class LocalSupply:
    """Structures of the perimeter that do this trade; their mean turnover, None if unknown."""

    structures: int
    mean_turnover: Euros | None
    budget: Euros

    def depends(self, limit: Share) -> bool:
        """Whether the contract would weigh too much in a structure; yes when nobody knows."""
        if self.mean_turnover is None:
            return True
        return self.budget.cents * 10_000 >= limit.basis_points * self.mean_turnover.cents


@dataclass(frozen=True, slots=True)
class SupplyRow:
    code: SupplyCode
    label: str
    holds: Callable[[LocalSupply, Practice], bool]
    advice: str
    source: Source = INCLUSION_SITE
    confidence: Confidence = Confidence.VARIES


def _is_wide(supply: LocalSupply, practice: Practice) -> bool:
    many = supply.structures > practice.of(MANY_STRUCTURES)
    return many and not supply.depends(practice.of(DEPENDENCE))


# The first that holds is advised.
SUPPLY = Table(
    "supply",
    "Ce que l’offre locale d’insertion et de handicap permet",
    (
        SupplyRow(
            SupplyCode.RESERVED_CONTRACT,
            "Marché réservé",
            _is_wide,
            "l'offre est large et n'en dépendrait pas : étudiez un marché réservé.",
        ),
        SupplyRow(
            SupplyCode.RESERVED_LOT,
            "Lot réservé",
            lambda supply, practice: supply.structures > practice.of(SOME_STRUCTURES),
            "étudiez un lot réservé, d'une taille que ces structures peuvent porter.",
        ),
        SupplyRow(
            SupplyCode.CLAUSE,
            "Clause d’insertion",
            lambda supply, practice: supply.structures > practice.of(FEW_STRUCTURES),
            "préférez une clause d'insertion, que ces structures aideront à réaliser.",
        ),
        SupplyRow(
            SupplyCode.NOTHING,
            "Ni réservation ni appui",
            lambda supply, practice: True,
            "ne réservez pas, et vérifiez qui pourrait accompagner les personnes.",
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class SupplyAnswer:
    row: SupplyRow
    reason: str


@cites(
    INCLUSION_SITE,
    says="Que permet l’offre locale : marché réservé, lot réservé ou clause ?",
    confidence=Confidence.VARIES,
)
def local_supply(supply: LocalSupply, *, practice: Practice = USUAL) -> SupplyAnswer:
    """Total: the last row always holds."""
    row = next(row for row in SUPPLY if row.holds(supply, practice))
    return SupplyAnswer(row, typeset(f"{supply.structures} structure(s) connue(s) : {row.advice}"))
