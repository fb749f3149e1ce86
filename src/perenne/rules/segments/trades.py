"""What a trade and an excluded purchase are: their numbers and the words that tell them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TypeAlias

from perenne.rules.law import Confidence, Default, Source
from perenne.rules.needs import ContractKind
from perenne.rules.segments.matching import Expression, Rank, expressions
from perenne.rules.segments.names import Segment
from perenne.rules.texts import PRACTICE
from perenne.values import Euros, Share


class Technicality(IntEnum):
    """How hard the trade is to enter without a diploma."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3

    @property
    def label(self) -> str:
        return TECHNICALITY_LABELS[self]


TECHNICALITY_LABELS = {
    Technicality.LOW: "accessible sans diplôme",
    Technicality.MEDIUM: "accessible après une formation courte",
    Technicality.HIGH: "métier qualifié ou réglementé",
}


class Family(StrEnum):
    """Trades that may be averaged when one contract names several of them."""

    BUILDING = "building"
    INFRASTRUCTURE = "infrastructure"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Trade:
    """A trade (corps d'état) or sub-kind; `segment` is None outside the fourteen."""

    code: str
    segment: Segment | None
    label: str
    labour_share: Default[Share]
    hourly_cost: Default[Euros]
    effort_rate: Default[Share]
    technicality: Technicality
    contract_kind: ContractKind
    source: Source = PRACTICE
    confidence: Confidence = Confidence.VARIES
    family: Family = Family.OTHER
    expressions: tuple[Expression, ...] = ()
    cpv: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Excluded:
    """A purchase that is recognised but bears no hours clause: why, and what else is possible."""

    code: str
    label: str
    contract_kind: ContractKind
    why: str
    instead: str
    source: Source = PRACTICE
    confidence: Confidence = Confidence.VARIES
    social_economy: bool = False
    expressions: tuple[Expression, ...] = ()
    cpv: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranges:
    """Low, usual, high, as a table of trades writes them: percent, euros an hour, percent."""

    labour: tuple[int, int, int]
    cost: tuple[int, int, int]
    effort: tuple[int, int, int]
    source: Source = PRACTICE
    confidence: Confidence = Confidence.VARIES


@dataclass(frozen=True, slots=True)
class Marks:
    """How a trade is told: words by rank (separated by commas) and CPV prefixes (by spaces)."""

    strong: str = ""
    leading: str = ""
    general: str = ""
    weak: str = ""
    cpv: str = ""

    @property
    def expressions(self) -> tuple[Expression, ...]:
        return (
            *expressions(self.leading, Rank.LEADING),
            *expressions(self.strong, Rank.STRONG),
            *expressions(self.general, Rank.GENERAL),
            *expressions(self.weak, Rank.WEAK),
        )

    @property
    def prefixes(self) -> tuple[str, ...]:
        return tuple(self.cpv.split())


@dataclass(frozen=True, slots=True)
class Line:
    """What the trades of one table have in common."""

    segment: Segment | None
    contract_kind: ContractKind
    family: Family = Family.OTHER

    def trade(
        self, code: str, label: str, ranges: Ranges, technicality: Technicality, marks: Marks
    ) -> Trade:
        return Trade(
            code=code,
            segment=self.segment,
            label=label,
            labour_share=_shares(code, LABOUR, ranges.labour, (ranges.source, ranges.confidence)),
            hourly_cost=_costs(code, ranges.cost),
            effort_rate=_shares(code, EFFORT, ranges.effort, UNPUBLISHED),
            technicality=technicality,
            contract_kind=self.contract_kind,
            source=ranges.source,
            confidence=ranges.confidence,
            family=self.family,
            expressions=marks.expressions,
            cpv=marks.prefixes,
        )


Named: TypeAlias = tuple[str, str]
LABOUR: Named = ("labour_share", "part de main-d’œuvre")
EFFORT: Named = ("effort_rate", "taux d’effort")
COST: Named = ("hourly_cost", "coût horaire chargé")
UNPUBLISHED = (PRACTICE, Confidence.VARIES)


def _shares(
    code: str, named: Named, bounds: tuple[int, int, int], origin: tuple[Source, Confidence]
) -> Default[Share]:
    low, usual, high = (Share.percent(number) for number in bounds)
    name, meaning = named
    return Default(usual, low, high, *origin, f"segments.{code}.{name}", meaning)


def _costs(code: str, bounds: tuple[int, int, int]) -> Default[Euros]:
    low, usual, high = (Euros.of(number) for number in bounds)
    name, meaning = COST
    return Default(usual, low, high, *UNPUBLISHED, f"segments.{code}.{name}", meaning)
