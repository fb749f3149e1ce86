"""What a structure can do, said by its people, by a facilitator or by the coordination."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db import IntegrityError, transaction

from perenne.domain.directory.models import Capacity, Structure, StructureArea, StructureTrade
from perenne.domain.directory.policy import STRUCTURES
from perenne.domain.directory.states import (
    STRUCTURE_LIFE,
    StructureSource,
    StructureState,
    WorkMode,
)
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.rules.segments import TRADES

KNOWN = {trade.code for trade in TRADES}
MOST_MINUTES = 100_000 * 60
MOST_AREAS = 100
WRITTEN = ("about", "website", "email", "phone")


@dataclass(frozen=True, slots=True)
class Area:
    """One of the three: an INSEE code, the SIREN of an EPCI, the code of a département."""

    commune: str | None = None
    epci: str | None = None
    department: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """Everything that the screen of an offer says. `trades`: code → minutes a month, None where
    it does not say how many."""

    trades: Mapping[str, int | None]
    areas: tuple[Area, ...] = ()
    about: str = ""
    website: str = ""
    email: str = ""
    phone: str = ""
    modes: tuple[WorkMode, ...] = field(default=())


@transaction.atomic
def describe_structure(*, structure_id: int, offer: Offer, by: Actor, today: date) -> None:
    """All of it is said again, and is of today. Refused for a trade, hours or a place that are
    none."""
    row = STRUCTURES.take("structure.describe", by, structure_id)
    _check(offer)
    said = {name: getattr(offer, name).strip() for name in WRITTEN}
    said["modes"] = [mode.value for mode in WorkMode if mode in offer.modes]
    told = {name for name, value in said.items() if value or getattr(row, name)}
    for name, value in said.items():
        setattr(row, name, value)
    told |= _have(row, offer, today)
    _signed(row, told, by, today)
    row.save()
    hours = {trade: minutes for trade, minutes in sorted(offer.trades.items())}
    record("structure.describe", row, by=by, minutes_per_month=hours)


@transaction.atomic
def confirm_structure(*, structure_id: int, by: Actor, today: date) -> None:
    """Nothing has changed: everything that it said is of today."""
    row = STRUCTURES.take("structure.describe", by, structure_id)
    row.said_on = today
    row.save()
    Capacity.objects.filter(structure=row).update(said_on=today)
    record("structure.describe", row, by=by, confirmed=True)


@transaction.atomic
def hide_structure(*, structure_id: int, by: Actor) -> None:
    _move("structure.hide", structure_id, by)


@transaction.atomic
def show_structure(*, structure_id: int, by: Actor) -> None:
    _move("structure.show", structure_id, by)


def _move(act: str, structure_id: int, by: Actor) -> None:
    row = STRUCTURES.take(act, by, structure_id)
    row.state = STRUCTURE_LIFE.after(act, StructureState(row.state))
    row.save()
    record(act, row, by=by)


def _check(offer: Offer) -> None:
    if unknown := set(offer.trades) - KNOWN:
        raise Refused(f"Ce métier n’est pas dans la liste : « {min(unknown)[:30]} ».")
    for minutes in offer.trades.values():
        if minutes is not None and not 0 <= minutes <= MOST_MINUTES:
            raise Refused("Donnez des heures par mois, de 0 à 100 000.")
    if len(offer.areas) > MOST_AREAS:
        raise Refused(f"Choisissez {MOST_AREAS} lieux au plus, ou un lieu plus grand.")


def _have(row: Structure, offer: Offer, today: date) -> set[str]:
    """Its trades, hours and areas become those of the offer; which of the two were said."""
    StructureTrade.objects.filter(structure=row).exclude(trade__in=offer.trades).delete()
    StructureTrade.objects.bulk_create(
        [StructureTrade(structure=row, trade=trade) for trade in offer.trades],
        ignore_conflicts=True,
    )
    stated = {trade: minutes for trade, minutes in offer.trades.items() if minutes is not None}
    Capacity.objects.filter(structure=row).exclude(trade__in=stated).delete()
    for trade, minutes in stated.items():
        Capacity.objects.update_or_create(
            structure=row,
            trade=trade,
            defaults={"minutes_per_month": minutes, "said_on": today},
        )
    _stand_in(row, offer.areas)
    return {name for name, said in (("trades", offer.trades), ("areas", offer.areas)) if said}


def _stand_in(row: Structure, areas: tuple[Area, ...]) -> None:
    StructureArea.objects.filter(structure=row).delete()
    try:
        with transaction.atomic():
            StructureArea.objects.bulk_create(
                StructureArea(
                    structure=row,
                    commune_id=area.commune,
                    epci_id=area.epci,
                    department_code=area.department,
                )
                for area in dict.fromkeys(areas)
            )
    except IntegrityError as nowhere:
        raise Refused("Choisissez des lieux dans la liste.") from nowhere


def _signed(row: Structure, told: set[str], by: Actor, today: date) -> None:
    """Who spoke: its own words are kept from files, those of others give way to newer ones."""
    row.said_on = today
    if by.organisation_id == row.organisation_id:
        row.source = StructureSource.OWN.value
        row.own = sorted({*row.own, *told})
    else:
        row.source, row.told_on = StructureSource.COORDINATION.value, today
