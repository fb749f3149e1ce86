"""A line of a validated month, for whoever may correct or move it; and where it may go."""

from dataclasses import dataclass
from datetime import date

from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.policy import HIRINGS
from perenne.domain.hours.models import Sheet
from perenne.domain.hours.policy import WORKS
from perenne.domain.hours.queries.sheet_lines import LineCard, cards_of
from perenne.kit.actors import Actor
from perenne.kit.refusals import NotFound
from perenne.values import add_months

MONTHS = 24


@dataclass(frozen=True, slots=True)
class Mendable:
    sheet_id: int
    contract: str
    company: str
    month: date
    line: LineCard


@dataclass(frozen=True, slots=True)
class Destinations:
    """Contracts of the same company for which the person was hired, by hiring; first days of
    months in which one of these hirings counts."""

    hirings: tuple[tuple[int, str], ...]
    months: tuple[date, ...]


def mendable(work_id: int, act: str, *, seen_by: Actor, on: date) -> Mendable:
    """Not found for who may not do that act on it."""
    work = (
        WORKS.rows(act, seen_by)
        .filter(pk=work_id)
        .select_related("sheet__commitment__contract", "sheet__commitment__clause", "hiring__party")
        .first()
    )
    if work is None:
        raise NotFound(work_id)
    sheet: Sheet = work.sheet
    line = next(one for one in cards_of(sheet, on=on) if one.work_id == work_id)
    contract = sheet.commitment.contract.object
    return Mendable(sheet.pk, contract, work.hiring.party.name, work.month, line)


def destinations_of(work_id: int, *, seen_by: Actor, on: date) -> Destinations:
    work = WORKS.rows("work.move", seen_by).select_related("hiring__party").get(pk=work_id)
    rows = list(
        HIRINGS.rows("hiring.view", seen_by)
        .filter(
            participant=work.participant_id,
            party__siret=work.hiring.party.siret,
            counts_from__isnull=False,
            commitment__contract__facilitator=seen_by.organisation_id,
        )
        .select_related("commitment__contract")
        .order_by("commitment__contract__object", "pk")
    )
    this = on.replace(day=1)
    past = [add_months(this, -n) for n in range(MONTHS)]
    return Destinations(
        tuple((row.pk, row.commitment.contract.object) for row in rows),
        tuple(month for month in past if any(_counts(row, month) for row in rows)),
    )


def _counts(row: Hiring, month: date) -> bool:
    """As `counting_in` asks the database."""
    first = row.counts_from
    if first is None or first >= add_months(month, 1):
        return False
    return row.ends_on is None or row.ends_on >= month
