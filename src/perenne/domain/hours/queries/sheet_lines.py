"""The lines of one sheet as both sides read them: doubts, explanations, what counts and why."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from perenne.domain.clauses.queries.targets import facts_of
from perenne.domain.hours.models import Balance, Sheet, Work
from perenne.domain.hours.queries.counted import CountedPart, counting_of, due_of, why_not
from perenne.domain.hours.queries.doubting import around, doubts_in
from perenne.domain.hours.queries.practice import practice_on
from perenne.domain.hours.states import VALIDATED
from perenne.rules.hours import HOUR_KINDS, Doubt, HourKind
from perenne.rules.targets import target_on
from perenne.values import Hours


@dataclass(frozen=True, slots=True)
class Mend:
    """A line that compensates. `moved_to`: where its minutes went, empty when they were wrong."""

    at: datetime
    minutes: int
    reason: str
    moved_to: str

    @property
    def said(self) -> str:
        return f"{'+' if self.minutes > 0 else '−'} {Hours(abs(self.minutes))}"


@dataclass(frozen=True, slots=True)
class Elsewhere:
    contract: str
    hours: Hours


@dataclass(frozen=True, slots=True)
class LineCard:
    """`hours`: as they stand, corrections included; `home`: counted, or to be counted when the
    sheet is validated, on its own commitment. `why`: what the rule says of it. `kind`: empty for
    ordinary work.
    """

    work_id: int
    name: str
    code: str
    job: str
    kind: str
    declared: Hours
    hours: Hours
    home: Hours
    elsewhere: tuple[Elsewhere, ...]
    why: str
    explanation: str
    doubts: tuple[Doubt, ...]
    mends: tuple[Mend, ...]
    moved_from: str
    days: tuple[tuple[date, Hours], ...]

    @property
    def counted(self) -> Hours:
        return sum((one.hours for one in self.elsewhere), self.home)

    @property
    def is_plain(self) -> bool:
        """Nothing is to be said of it."""
        said = (self.kind, self.why, self.explanation, self.doubts, self.mends, self.moved_from)
        return not any(said)

    @property
    def left(self) -> Hours:
        return self.hours - self.counted


def cards_of(sheet: Sheet, *, on: date) -> tuple[LineCard, ...]:
    """Seven queries at most. Doubts stand on the first line of each person.

    The sheet is read with its commitment and the clause of it.
    """
    rows = Work.objects.filter(sheet=sheet).select_related(
        "sheet__commitment__contract",
        "hiring__participant",
        "moved_from__sheet__commitment__contract",
        "moved_to__sheet__commitment__contract",
    )
    lines = list(rows.order_by("pk"))
    works = [row for row in lines if row.corrects_id is None]
    if not works:
        return ()
    beside = around([(work.sheet, work.hiring) for work in works])
    raised = dict(doubts_in(works, beside, on=on, practice=practice_on(on)))
    mends = _mends(lines)
    counted = _counted(works) if sheet.state == VALIDATED else _foreseen(sheet, works, on)
    days: dict[int, list[tuple[date, Hours]]] = defaultdict(list)
    for it in (one for its in beside.days.values() for one in its):
        days[it.work_id].append((it.day, Hours(it.minutes)))
    return tuple(
        _card(
            work,
            raised.pop((work.sheet_id, work.hiring_id), ()),
            counted[work.pk],
            mends[work.pk],
            tuple(sorted(days[work.pk])),
        )
        for work in works
    )


@dataclass(frozen=True, slots=True)
class _Counted:
    home: int
    elsewhere: tuple[Elsewhere, ...]
    why: str


def _mends(lines: Collection[Work]) -> Mapping[int, list[Mend]]:
    found: dict[int, list[Mend]] = defaultdict(list)
    for row in lines:
        if row.corrects_id is not None:
            moved: Work | None = getattr(row, "moved_to", None)
            there = place_of(moved.sheet) if moved else ""
            found[row.corrects_id].append(Mend(row.recorded_at, row.minutes, row.reason, there))
    return found


def place_of(sheet: Sheet) -> str:
    return f"{sheet.month:%m/%Y}, {sheet.commitment.contract.object}"


def _counted(works: Collection[Work]) -> Mapping[int, _Counted]:
    """Of a validated month: what the ledger says."""
    rows = Balance.objects.filter(work__in=[work.pk for work in works], minutes__gt=0)
    balances: dict[int, list[Any]] = defaultdict(list)
    for row in rows.select_related("commitment__contract").order_by("pk"):
        balances[row.work_id].append(row)
    return {work.pk: _told(work, balances[work.pk]) for work in works}


def _told(work: Work, balances: Collection[Balance]) -> _Counted:
    home = work.sheet.commitment_id
    return _Counted(
        sum(row.minutes for row in balances if row.commitment_id == home),
        tuple(
            Elsewhere(row.commitment.contract.object, Hours(row.minutes))
            for row in balances
            if row.commitment_id != home
        ),
        why_not(work),
    )


def _foreseen(sheet: Sheet, works: list[Work], on: date) -> Mapping[int, _Counted]:
    """Of a month to validate: what would count if it was validated now."""
    commitment = sheet.commitment
    due = due_of(commitment, target_on(facts_of([commitment])[commitment.pk], on).expected)
    parts: list[tuple[Work, CountedPart]] = counting_of(commitment.pk, works, due)
    return {
        work.pk: _Counted(part.minutes, (), part.reason if part.minutes < work.net_minutes else "")
        for work, part in parts
    }


def _card(
    work: Work,
    raised: tuple[Doubt, ...],
    counted: _Counted,
    mends: list[Mend],
    days: tuple[tuple[date, Hours], ...],
) -> LineCard:
    person, source = work.hiring.participant, work.moved_from
    return LineCard(
        work_id=work.pk,
        name=f"{person.first_name} {person.last_name}".strip() or person.code,
        code=person.code,
        job=work.hiring.job_title,
        kind="" if work.kind == HourKind.WORK else HOUR_KINDS[HourKind(work.kind)].label,
        declared=Hours(work.minutes),
        hours=Hours(work.net_minutes),
        home=Hours(counted.home),
        elsewhere=counted.elsewhere,
        why=counted.why,
        explanation=work.reason,
        doubts=raised,
        mends=tuple(mends),
        moved_from=place_of(source.sheet) if source else "",
        days=days,
    )
