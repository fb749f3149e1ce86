"""Six months of hours of the demo company: declared, validated, one discussed, one corrected.

The last month is left for its visitor to declare: the crew is the same as the month before.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from perenne.domain.hirings.queries import CrewMember, crew_of
from perenne.domain.hours.actions import (
    Line,
    comment_sheet,
    correct_work,
    declare_nothing,
    declare_sheet,
    dispute_sheet,
    open_statement,
    validate_sheets,
)
from perenne.domain.hours.queries import SheetRow, SheetSieve, sheet_card, sheets_of
from perenne.domain.hours.states import DECLARED, OPEN, SheetState
from perenne.kit.actors import Actor
from perenne.ops.demo.hirings import CREW, GARDENS, SITE
from perenne.ops.demo.partners import COMPANY
from perenne.rules.hours import DoubtCode
from perenne.rules.working_days import is_working_day
from perenne.values import add_months

MONTHS = range(7, 1, -1)
"""How many months ago: the oldest first."""
STILL_TO_VALIDATE = {(2, SITE), (3, SITE)}
DISCUSSED = (2, GARDENS)
CORRECTED = (5, GARDENS)
BUSY = "Malik Bensaïd"
BUSY_MINUTES = 212 * 60
BUSY_WHY = "Coulage des planchers : heures supplémentaires deux samedis, récupérées en été."
ASKED = (
    "Laura Meunier est embauchée pour 30 h par semaine : les heures déclarées dépassent-elles son "
    "contrat, ou un avenant a-t-il été signé ?"
)
ANSWERED = "Un avenant de deux mois a porté son contrat à 35 h. Nous vous l’envoyons cette semaine."
MISTAKE = "Une demi-journée d’arrêt comptée deux fois, signalée par l’entreprise."
DAILY: Mapping[str, int] = {
    f"{one.first_name} {one.last_name}": one.job.weekly_minutes // 5 for one in CREW
} | {"Laura Meunier": 7 * 60}
"""Minutes of a day, by the contract; of one of them, more than hers says."""
HALF_A_DAY = 210


@dataclass(frozen=True, slots=True)
class Month:
    """`ago`: how many months before this one."""

    ago: int
    first: date
    company: Actor
    today: date

    def moment(self, day: int) -> datetime:
        """In the month after, when it is declared and answered."""
        return datetime.combine(add_months(self.first, 1) + timedelta(day - 1), time(9), UTC)

    def sheets(self, state: SheetState, seen_by: Actor) -> list[SheetRow]:
        """All of them fit on one page."""
        sieve = SheetSieve(state, self.first)
        found = sheets_of(sieve, seen_by=seen_by, on=self.today, total=1)
        return list(found.items)


def hours_are_declared(
    partners: Mapping[str, Actor], facilitators: list[Actor], *, today: date
) -> None:
    company = partners[COMPANY.player.email]
    for ago in MONTHS:
        month = Month(ago, add_months(today.replace(day=1), -ago), company, today)
        open_statement(siret=COMPANY.siret, month=month.first, by=company, on=today)
        _declare(month)
        for facilitator in facilitators:
            _answer(month, facilitator)


def _declare(month: Month) -> None:
    crew = crew_of(COMPANY.siret, month.first, seen_by=month.company)
    for sheet in month.sheets(OPEN, month.company):
        lines = [_line(one, month) for one in crew if one.commitment_id == sheet.commitment_id]
        said: dict[str, Any] = {"sheet_id": sheet.id, "by": month.company, "now": month.moment(4)}
        if lines:
            declare_sheet(lines=lines, **said)
        else:
            declare_nothing(**said)


def _line(one: CrewMember, month: Month) -> Line:
    """The working days of the month, and half a day less now and then."""
    name = f"{one.first_name} {one.last_name}"
    if (month.ago, name) == (min(MONTHS), BUSY):
        why = {DoubtCode.LONG_MONTH: BUSY_WHY}
        return Line(one.hiring_id, BUSY_MINUTES, explained=why)
    span = (one.days.end - one.days.start).days
    days = sum(is_working_day(one.days.start + timedelta(n)) for n in range(span))
    absent = HALF_A_DAY * ((len(name) + month.ago) % 3)
    return Line(one.hiring_id, days * DAILY[name] - absent)


def _answer(month: Month, facilitator: Actor) -> None:
    mine = [row for row in month.sheets(DECLARED, facilitator) if row.may_validate]
    ready = [row.id for row in mine if _is_settled(month, row)]
    if ready:
        validate_sheets(sheet_ids=ready, by=facilitator, now=month.moment(9))
    for row in mine:
        if (month.ago, row.contract) == DISCUSSED:
            dispute_sheet(sheet_id=row.id, reason=ASKED, by=facilitator)
            comment_sheet(sheet_id=row.id, text=ANSWERED, by=month.company)
        if (month.ago, row.contract) == CORRECTED:
            line = sheet_card(row.id, seen_by=facilitator, on=month.today).lines[0]
            fewer = line.hours.minutes - HALF_A_DAY
            correct_work(
                work_id=line.work_id, minutes=fewer, reason=MISTAKE, by=facilitator, on=month.today
            )


def _is_settled(month: Month, row: SheetRow) -> bool:
    place = (month.ago, row.contract)
    return place != DISCUSSED and place not in STILL_TO_VALIDATE
