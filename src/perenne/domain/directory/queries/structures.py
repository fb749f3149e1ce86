"""A structure as its page shows it: who it is, what it does, where, and since when that is true."""

from dataclasses import dataclass
from datetime import date

from perenne.domain.directory.models import Capacity, Structure, StructureArea, StructureTrade
from perenne.domain.directory.policy import STRUCTURES
from perenne.domain.directory.states import (
    HIDDEN,
    KINDS,
    PRESCRIBER_KINDS,
    SHORT_LABELS,
    StructureSource,
    WorkMode,
)
from perenne.domain.territories.queries import departments
from perenne.kit.actors import Actor
from perenne.kit.refusals import NotFound
from perenne.rules.directory import Freshness, freshness
from perenne.rules.segments import TRADES
from perenne.values import Hours

__all__ = ["AreaLine", "StructureCard", "TradeLine", "freshness", "structure_card", "structure_of"]
RANK = {trade.code: number for number, trade in enumerate(TRADES)}


@dataclass(frozen=True, slots=True)
class TradeLine:
    """`hours` a month, None where it never said how many."""

    code: str
    label: str
    segment: str
    hours: Hours | None
    said_on: date | None
    freshness: Freshness | None


@dataclass(frozen=True, slots=True)
class AreaLine:
    """`level`: commune, epci or department; `code` that of the official nomenclature."""

    level: str
    code: str
    label: str


@dataclass(frozen=True, slots=True)
class StructureCard:
    """`email` and `phone` are empty for whoever is not signed in. Places in micro-degrees."""

    id: int
    name: str
    brand: str
    siret: str
    kind: str
    kind_label: str
    kind_short: str
    is_prescriber: bool
    organisation_id: int | None
    address: str
    postcode: str
    commune: str
    commune_code: str
    latitude: int | None
    longitude: int | None
    about: str
    website: str
    email: str
    phone: str
    networks: tuple[str, ...]
    modes: tuple[WorkMode, ...]
    qpv: bool | None
    source: StructureSource
    said_on: date
    freshness: Freshness
    trades: tuple[TradeLine, ...]
    areas: tuple[AreaLine, ...]
    is_hidden: bool
    may_describe: bool

    @property
    def shown_name(self) -> str:
        """The one people know it by."""
        return self.brand or self.name


def structure_card(structure_id: int, *, seen_by: Actor, on: date) -> StructureCard:
    """Six queries. NotFound for a structure that is not in the directory, for them."""
    rows = STRUCTURES.rows("structure.view", seen_by).select_related("commune")
    row = rows.filter(pk=structure_id).first()
    if row is None:
        raise NotFound(structure_id)
    may_describe = STRUCTURES.allows("structure.describe", seen_by, row.pk)
    is_known = seen_by.person_id is not None
    return StructureCard(
        id=row.pk,
        name=row.name,
        brand=row.brand,
        siret=row.siret or "",
        kind=row.kind,
        kind_label=KINDS[row.kind],
        kind_short=SHORT_LABELS[row.kind],
        is_prescriber=row.kind in PRESCRIBER_KINDS,
        organisation_id=row.organisation_id,
        address=row.address,
        postcode=row.postcode,
        commune=row.commune.name if row.commune else "",
        commune_code=row.commune_id or "",
        latitude=row.latitude,
        longitude=row.longitude,
        about=row.about,
        website=row.website,
        email=row.email if is_known else "",
        phone=row.phone if is_known else "",
        networks=tuple(row.networks),
        modes=tuple(WorkMode(mode) for mode in row.modes),
        qpv=row.qpv,
        source=StructureSource(row.source),
        said_on=row.said_on,
        freshness=freshness(row.said_on, on),
        trades=_trades(row, on),
        areas=_areas(row),
        is_hidden=row.state == HIDDEN,
        may_describe=may_describe,
    )


def structure_of(organisation_id: int | None) -> int | None:
    """The structure of an organisation that has a space; None when it is not in the directory."""
    rows = Structure.objects.filter(organisation=organisation_id).exclude(organisation=None)
    return rows.values_list("pk", flat=True).first()


def _trades(row: Structure, on: date) -> tuple[TradeLine, ...]:
    """In the order of the segments."""
    codes = StructureTrade.objects.filter(structure=row).values_list("trade", flat=True)
    said = {one.trade: one for one in Capacity.objects.filter(structure=row)}
    lines = []
    for code in sorted({*codes, *said} & RANK.keys(), key=RANK.__getitem__):
        trade, held = TRADES[code], said.get(code)
        lines.append(
            TradeLine(
                code=code,
                label=trade.label,
                segment=trade.segment.label if trade.segment else "",
                hours=Hours(held.minutes_per_month) if held else None,
                said_on=held.said_on if held else None,
                freshness=freshness(held.said_on, on) if held else None,
            )
        )
    return tuple(lines)


def _areas(row: Structure) -> tuple[AreaLine, ...]:
    held = StructureArea.objects.filter(structure=row).select_related("commune", "epci")
    areas = list(held.order_by("pk"))
    named = {one.code: one.name for one in departments()} if areas else {}
    lines = []
    for area in areas:
        if area.commune is not None:
            lines.append(AreaLine("commune", area.commune.insee_code, str(area.commune)))
        elif area.epci is not None:
            lines.append(AreaLine("epci", area.epci.code, area.epci.name))
        else:
            code = area.department_code
            lines.append(AreaLine("department", code, f"{named.get(code, 'Département')} ({code})"))
    return tuple(lines)
