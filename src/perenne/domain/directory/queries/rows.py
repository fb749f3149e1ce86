"""A structure as a row of a list."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from perenne.domain.directory.models import Capacity, Structure, StructureTrade
from perenne.domain.directory.states import SHORT_LABELS
from perenne.kit.actors import Actor
from perenne.rules.directory import Freshness, freshness
from perenne.rules.segments import TRADES
from perenne.values import Hours

LABELS = {trade.code: trade.label for trade in TRADES}
OF_IT = Capacity.objects.filter(structure=OuterRef("pk")).order_by().values("structure")
OF_TRADE = Capacity.objects.filter(structure=OuterRef("structure"), trade=OuterRef("trade"))
HOURS_SAID = Coalesce(Subquery(OF_IT.annotate(sum=Sum("minutes_per_month")).values("sum")), 0)


@dataclass(frozen=True, slots=True)
class TradeRow:
    code: str
    label: str
    hours: Hours | None
    """A month, as it said; None when it did not."""

    def rank(self) -> tuple[int, str]:
        """The most hours first."""
        return -(self.hours.minutes if self.hours else 0), self.label

    def __str__(self) -> str:
        return f"{self.label} ({self.hours} par mois)" if self.hours else self.label


@dataclass(frozen=True, slots=True)
class StructureRow:
    """`distance_km` where somebody asked from where; a contact for whoever is signed in alone."""

    id: int
    name: str
    brand: str
    kind: str
    kind_label: str
    commune: str
    postcode: str
    distance_km: int | None
    trades: tuple[TradeRow, ...]
    hours: Hours
    """A month, all its trades together, as it said."""
    freshness: Freshness
    said_on: date
    networks: tuple[str, ...]
    in_qpv: bool
    has_space: bool
    latitude: int | None
    longitude: int | None
    email: str = ""
    phone: str = ""
    left: Hours | None = None
    """What is not promised to clauses, a month: for pages, which ask `promises`."""

    @property
    def networks_said(self) -> str:
        return " ; ".join(self.networks)

    @property
    def distance_said(self) -> str:
        if self.distance_km is None:
            return ""
        return f"à {self.distance_km} km" if self.distance_km else "à moins d’un kilomètre"


def with_trades(rows: "QuerySet[Structure, Any]") -> "QuerySet[Structure, Any]":
    """Two queries in all. `rows` have their `place`."""
    return (
        rows.select_related("commune")
        .annotate(hours_said=HOURS_SAID)
        .prefetch_related(
            Prefetch(
                "trades",
                StructureTrade.objects.annotate(
                    minutes=Subquery(OF_TRADE.values("minutes_per_month")[:1]),
                    told_on=Subquery(OF_TRADE.values("said_on")[:1]),
                ),
            )
        )
    )


def row_of(row: Any, on: date, seen_by: Actor) -> StructureRow:
    done = list(row.trades.all())
    trades = [
        TradeRow(one.trade, LABELS[one.trade], None if one.minutes is None else Hours(one.minutes))
        for one in done
        if one.trade in LABELS
    ]
    is_known = seen_by.person_id is not None
    last = max((one.told_on for one in done if one.told_on), default=row.said_on)
    return StructureRow(
        id=row.pk,
        name=row.name,
        brand=row.brand,
        kind=row.kind,
        kind_label=SHORT_LABELS[row.kind],
        commune=row.commune.name if row.commune else "",
        postcode=row.postcode,
        distance_km=None if row.place is None else round(row.place / 1_000),
        trades=tuple(sorted(trades, key=TradeRow.rank)),
        hours=Hours(row.hours_said),
        freshness=freshness(last, on),
        said_on=last,
        networks=tuple(row.networks),
        in_qpv=bool(row.qpv),
        has_space=row.organisation_id is not None,
        latitude=row.latitude,
        longitude=row.longitude,
        email=row.email if is_known else "",
        phone=row.phone if is_known else "",
    )
