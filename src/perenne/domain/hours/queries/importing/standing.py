"""What is already declared of the months that a file is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from perenne.domain.hours.models import Sheet, Work, WorkDay
from perenne.domain.hours.states import DECLARED, VALIDATED, SheetState

CLOSED = {
    VALIDATED: "mois validé : il ne change plus, demandez une correction au facilitateur",
    DECLARED: "mois déjà déclaré : reprenez-le d’abord",
}


@dataclass(frozen=True, slots=True)
class Written:
    """A line of work as it stands; `minutes` with its corrections."""

    id: int
    minutes: int
    days: Mapping[date, int]


@dataclass(frozen=True, slots=True)
class Standing:
    """`works`: by commitment, hiring, month and kind, without what was moved there from elsewhere.
    `states` and `sheets`: of sheets, where there is one, by commitment and month.
    """

    works: Mapping[tuple[int, int, date, str], Written]
    states: Mapping[tuple[int, date], SheetState]
    sheets: Mapping[tuple[int, date], int]

    def closed(self, commitment_id: int, month: date) -> str:
        """Why nothing can be written there, "" when it can."""
        state = self.states.get((commitment_id, month))
        return CLOSED.get(state, "") if state else ""


def standing_of(siret: str, months: Iterable[date]) -> Standing:
    """Three queries, whatever the number of people."""
    sheets = Sheet.objects.filter(statement__siret=siret, month__in=set(months))
    rows = sheets.values_list("pk", "commitment_id", "month", "state")
    places = {pk: (commitment, month) for pk, commitment, month, _ in rows}
    states = {(commitment, month): SheetState(state) for _, commitment, month, state in rows}
    days: dict[int, dict[date, int]] = defaultdict(dict)
    for work, day, minutes in WorkDay.objects.filter(work__sheet__in=places).values_list(
        "work_id", "day", "minutes"
    ):
        days[work][day] = minutes
    works = {}
    lines = Work.objects.filter(sheet__in=places, corrects=None, moved_from=None)
    for pk, sheet, hiring, kind, net in lines.values_list(
        "pk", "sheet_id", "hiring_id", "kind", "net_minutes"
    ):
        commitment, month = places[sheet]
        works[commitment, hiring, month, kind] = Written(pk, net, days.get(pk, {}))
    return Standing(works, states, {place: pk for pk, place in places.items()})
