"""One month to declare, with everybody in it: in as many queries whatever the size of the crew."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Q

from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.queries.crews import counted_days
from perenne.domain.hirings.states import CANCELLED, PLANNED
from perenne.domain.hours.models import DraftLine, Sheet, Statement, Work, WorkDay
from perenne.domain.hours.policy import SHEETS, STATEMENTS
from perenne.domain.hours.queries.cards import (
    DECLARABLE,
    AbsentCard,
    LineCard,
    SheetCard,
    StatementCard,
    Why,
    as_typed,
)
from perenne.domain.hours.states import SheetState
from perenne.domain.participants.models import EligibilityFile
from perenne.domain.participants.states import WAITING
from perenne.kit.actors import Actor
from perenne.kit.refusals import NotFound
from perenne.rules.deadlines import statement_due_on
from perenne.rules.hours import HourKind
from perenne.values import Hours, add_months


def statement_card(statement_id: int, *, seen_by: Actor) -> StatementCard:
    """NotFound when it is not theirs. Seven queries at most."""
    rows = STATEMENTS.rows("statement.view", seen_by).select_related("organisation")
    statement = rows.filter(pk=statement_id).first()
    if statement is None:
        raise NotFound(statement_id)
    sheets = list(
        SHEETS.rows("sheet.view", seen_by)
        .filter(statement=statement)
        .select_related("commitment__contract__buyer", "facilitator")
        .order_by("commitment__contract__object", "pk")
    )
    filled = _Filling(statement, sheets, seen_by)
    parties = {name for name in filled.companies if name}
    own = statement.organisation.name if statement.organisation else ""
    return StatementCard(
        id=statement.pk,
        month=statement.month,
        company=own or min(parties, default=""),
        due_on=statement_due_on(statement.month),
        sheets=tuple(filled.card_of(sheet) for sheet in sheets),
    )


class _Filling:
    """All that the sheets of a month hold, read at once."""

    def __init__(self, statement: Statement, sheets: list[Sheet], seen_by: Actor) -> None:
        self.month = statement.month
        self.hirings = _hirings(statement, sheets)
        self.companies = [row.party.name for rows in self.hirings.values() for row in rows]
        ids = [row.pk for rows in self.hirings.values() for row in rows]
        self.works, self.before = _works(statement, sheets, ids)
        self.days = _days(self.works.values())
        self.drafts = {
            (row.sheet_id, row.hiring_id, row.kind): row
            for row in DraftLine.objects.filter(sheet__in=sheets).order_by("pk")
        }
        self.files = self._files(seen_by)

    def card_of(self, sheet: Sheet) -> SheetCard:
        crew = self.hirings[sheet.commitment_id]
        counting = [row for row in crew if not self._why(row)]
        contract = sheet.commitment.contract
        works = [work for key, work in self.works.items() if key[0] == sheet.pk]
        return SheetCard(
            id=sheet.pk,
            commitment_id=sheet.commitment_id,
            state=SheetState(sheet.state),
            is_nil=sheet.is_nil,
            reason=sheet.reason,
            contract=contract.object,
            reference=contract.reference,
            buyer=contract.buyer.name,
            facilitator=sheet.facilitator.name,
            facilitator_email=sheet.facilitator.email,
            declared_at=sheet.declared_at,
            lines=tuple(line for row in counting for line in self._lines(sheet, row)),
            absent=tuple(self._absent(row) for row in crew if self._why(row)),
            hours=Hours(sum(work.net_minutes for work in works)),
        )

    def _lines(self, sheet: Sheet, row: Hiring) -> Iterable[LineCard]:
        """Work first, even when nothing is said of it; then the other kinds that are there."""
        known = {key[2] for key in (*self.works, *self.drafts) if key[:2] == (sheet.pk, row.pk)}
        for kind in HourKind:
            if kind is HourKind.WORK or kind.value in known:
                yield self._line(sheet, row, kind)

    def _line(self, sheet: Sheet, row: Hiring, kind: HourKind) -> LineCard:
        key = (sheet.pk, row.pk, kind.value)
        draft = self.drafts.get(key) if sheet.state in DECLARABLE else None
        work, before = self.works.get(key), self.before.get((row.pk, kind.value))
        days = self.days.get(work.pk, {}) if work else {}
        typed = as_typed(work.net_minutes) if work else ""
        if draft:
            typed = draft.typed
            days = {date.fromisoformat(day): said for day, said in draft.days.items()}
        return LineCard(
            hiring_id=row.pk,
            kind=kind,
            name=_name(row),
            code=row.participant.code,
            job=row.job_title,
            counted=counted_days(row, self.month),
            typed=typed,
            days=days,
            explained=draft.explained if draft else {},
            before=Hours(before) if before else None,
            declared=Hours(work.net_minutes) if work else None,
        )

    def _why(self, row: Hiring) -> Why | None:
        if row.state == PLANNED or row.counts_from is None:
            return Why.NO_GREEN_LIGHT
        if row.ends_on is not None and row.counts_from > row.ends_on:
            return Why.OVER
        return Why.LATER if row.counts_from >= add_months(self.month, 1) else None

    def _absent(self, row: Hiring) -> AbsentCard:
        why = self._why(row) or Why.NO_GREEN_LIGHT
        asked = self.files.get(row.participant_id)
        return AbsentCard(row.pk, _name(row), row.participant.code, why, asked)

    def _files(self, seen_by: Actor) -> dict[int, int]:
        people = [
            row.participant_id for rows in self.hirings.values() for row in rows if self._why(row)
        ]
        if not people or seen_by.organisation_id is None:
            return {}
        asked = EligibilityFile.objects.filter(
            participant__in=people, asked_by_id=seen_by.organisation_id, state__in=WAITING
        )
        return dict(asked.order_by("pk").values_list("participant_id", "pk"))


def _hirings(statement: Statement, sheets: list[Sheet]) -> Mapping[int, list[Hiring]]:
    """By commitment: whoever is hired by that company for it, one day of the month at least."""
    found: dict[int, list[Hiring]] = defaultdict(list)
    rows = Hiring.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=statement.month),
        commitment__in=[sheet.commitment_id for sheet in sheets],
        party__siret=statement.siret,
        starts_on__lt=add_months(statement.month, 1),
    ).exclude(state=CANCELLED)
    ordered = rows.order_by("participant__last_name", "participant__first_name", "pk")
    for row in ordered.select_related("participant", "party"):
        found[row.commitment_id].append(row)
    return found


def _works(
    statement: Statement, sheets: list[Sheet], hirings: list[int]
) -> tuple[dict[tuple[int, int, str], Work], dict[tuple[int, str], int]]:
    """Of this month by sheet, hiring and kind; minutes of the month before by hiring and kind."""
    before = add_months(statement.month, -1)
    rows = Work.objects.filter(
        Q(sheet__in=sheets) | Q(hiring__in=hirings, month=before),
        corrects=None,
        moved_from=None,
        net_minutes__gt=0,
    ).order_by("pk")
    works, minutes = {}, {}
    for row in rows:
        if row.month == before:
            minutes[row.hiring_id, row.kind] = row.net_minutes
        else:
            works[row.sheet_id, row.hiring_id, row.kind] = row
    return works, minutes


def _days(works: Iterable[Work]) -> Mapping[int, Mapping[date, int]]:
    found: dict[int, dict[date, int]] = defaultdict(dict)
    rows = WorkDay.objects.filter(work__in=[work.pk for work in works]).order_by("day")
    for work_id, day, minutes in rows.values_list("work_id", "day", "minutes"):
        found[work_id][day] = minutes
    return found


def _name(row: Hiring) -> str:
    person = row.participant
    return f"{person.first_name} {person.last_name}".strip() or person.code
