"""The account of a commitment: month by month, what was worked for it and what counts on it.

Nobody is named: people are told by their code, whoever reads. Reasons, which people typed, are
told to facilitators and to the coordination alone.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, F, Q, QuerySet, Sum, TextField, Value, When
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate

from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.queries.targets import target_facts
from perenne.domain.hours.models import Allocation, PlanLine, Work
from perenne.domain.hours.policy import COMMITMENTS
from perenne.domain.hours.states import APPROVED, UNDONE, VALIDATED, PlanState
from perenne.domain.procurement.policy import FOLLOWING
from perenne.domain.procurement.queries import contract_facts
from perenne.kit.actors import Actor
from perenne.kit.refusals import NotFound
from perenne.rules.targets import target_on
from perenne.values import Hours

HERE, RECEIVED, GIVEN, BACK, CORRECTED = "here", "received", "given", "back", "corrected"
KINDS = {
    HERE: "Comptées ici",
    RECEIVED: "Reçues d’un autre marché",
    GIVEN: "Comptées sur un autre marché",
    BACK: "Reprises",
    CORRECTED: "Relevé corrigé",
}
CODE = Coalesce("work__participant__merged_into__code", "work__participant__code")


@dataclass(slots=True)
class Month:
    """Minutes. `worked`: validated for this contract, after corrections; `back`: negative."""

    month: date
    worked: int = 0
    here: int = 0
    received: int = 0
    given: int = 0
    back: int = 0


@dataclass(frozen=True, slots=True)
class AccountMonth:
    month: date
    worked: Hours
    here: Hours
    received: Hours
    given: Hours
    back: Hours
    total: Hours
    """Counted up to and with this month."""


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One line of the ledger, or of a statement that was corrected. `other`: the other contract."""

    written_on: date
    month: date
    code: str
    kind: str
    other: str
    hours: Hours
    plan_id: int | None
    reason: str

    @property
    def label(self) -> str:
        return KINDS[self.kind]


@dataclass(frozen=True, slots=True)
class PlanShare:
    """What an approved plan gave to this commitment, and took from its hours."""

    plan_id: int
    made_on: date
    state: PlanState
    received: Hours
    given: Hours


@dataclass(frozen=True, slots=True)
class AccountCard:
    id: int
    object: str
    buyer: str
    expected: Hours
    counted: Hours
    months: tuple[AccountMonth, ...]
    plans: tuple[PlanShare, ...]
    shows_reasons: bool

    @property
    def owed(self) -> Hours:
        return max(Hours(0), self.expected - self.counted)

    @property
    def said(self) -> str:
        return f"{self.counted} sur {self.expected}"

    @property
    def foreign(self) -> Hours:
        return sum((one.received for one in self.months), Hours(0))


def account_card(commitment_id: int, *, seen_by: Actor, on: date) -> AccountCard:
    """Six queries, however many lines."""
    rows = COMMITMENTS.rows("account.view", seen_by).filter(pk=commitment_id)
    row = rows.select_related("clause", "contract__buyer").first()
    if row is None:
        raise NotFound(commitment_id)
    target = target_on(target_facts(row, contract_facts(row.contract_id)), on)
    months = _months(row)
    return AccountCard(
        id=row.pk,
        object=row.contract.object,
        buyer=row.contract.buyer.name,
        expected=target.expected,
        counted=months[-1].total if months else Hours(0),
        months=months,
        plans=_plans(row),
        shows_reasons=seen_by.role in FOLLOWING,
    )


def lines_of(
    card: AccountCard, *, month: date | None = None, plan_id: int | None = None
) -> tuple[AccountLine, ...]:
    """All of them, or those of a month, or of a plan; three queries. For whom the card was given.

    Which ones is asked first: in one question, PostgreSQL reads everybody's hours of the month.
    """
    found, works = _entries(card.id), _corrections(card.id)
    if month is not None:
        found, works = found.filter(work__month=month), works.filter(month=month)
    if plan_id is not None:
        found, works = found.filter(plan=plan_id), works.none()
    keys = list(found.values_list("pk", flat=True))
    ledger = _told(Allocation.objects.filter(pk__in=keys), card.id)
    lines = [*(_line(row, card) for row in ledger), *(_correction(row, card) for row in works)]
    return tuple(sorted(lines, key=lambda it: (it.month, it.written_on, it.code)))


def sentences_of(card: AccountCard, plan_id: int) -> tuple[str, ...]:
    """The share of this commitment in a plan that was applied, as its facilitator read it."""
    rows = PlanLine.objects.filter(
        Q(commitment=card.id) | Q(work__sheet__commitment=card.id),
        plan=plan_id,
        plan__state__in=[APPROVED, UNDONE],
    )
    return tuple(rows.order_by("work__month", "pk").values_list("sentence", flat=True))


def _months(row: Commitment) -> tuple[AccountMonth, ...]:
    found: dict[date, Month] = {}
    for month, minutes in _worked(row.pk):
        found.setdefault(month, Month(month)).worked = minutes
    for month, kind, minutes in _allocated(row.pk):
        its = found.setdefault(month, Month(month))
        setattr(its, kind, getattr(its, kind) + minutes)
    return tuple(_in_order(found))


def _in_order(found: dict[date, Month]) -> Iterator[AccountMonth]:
    total = 0
    for month in sorted(found):
        its = found[month]
        total += its.here + its.received + its.back
        parts = (its.worked, its.here, its.received, its.given, its.back, total)
        yield AccountMonth(month, *map(Hours, parts))


def _worked(commitment_id: int) -> "QuerySet[Any, Any]":
    rows = Work.objects.filter(
        sheet__commitment=commitment_id, sheet__state=VALIDATED, corrects=None
    )
    return rows.order_by("month").values_list("month").annotate(Sum("net_minutes"))


def _allocated(commitment_id: int) -> "QuerySet[Any, Any]":
    rows = _entries(commitment_id).order_by("work__month")
    sums: QuerySet[Any, Any] = rows.values_list("work__month", "kind").annotate(Sum("minutes"))
    return sums


def _entries(commitment_id: int) -> "QuerySet[Any, Any]":
    """What it received, and what its hours gave: one after the other, each by its own index."""
    received = Allocation.objects.filter(commitment=commitment_id).values("pk")
    gave = Allocation.objects.filter(work__sheet__commitment=commitment_id).values("pk")
    rows = Allocation.objects.filter(pk__in=received.union(gave))
    told: QuerySet[Any, Any] = rows.annotate(kind=_kind(commitment_id))
    return told


def _kind(commitment_id: int) -> Case:
    """What is given elsewhere and comes back is told where it was given."""
    return Case(
        When(~Q(commitment=commitment_id), then=Value(GIVEN)),
        When(minutes__lt=0, then=Value(BACK)),
        When(work__sheet__commitment=commitment_id, then=Value(HERE)),
        default=Value(RECEIVED),
    )


def _told(entries: "QuerySet[Allocation, Any]", commitment_id: int) -> "QuerySet[Any, Any]":
    lines: QuerySet[Any, Any] = (
        entries.annotate(kind=_kind(commitment_id))
        .annotate(
            code=CODE,
            month=F("work__month"),
            there=Case(
                When(kind=GIVEN, then=F("commitment__contract__object")),
                When(
                    ~Q(work__sheet__commitment=commitment_id),
                    then=F("work__sheet__commitment__contract__object"),
                ),
                default=Value(""),
                output_field=TextField(),
            ),
        )
        .order_by("pk")
    )
    return lines


def _corrections(commitment_id: int) -> "QuerySet[Work, Any]":
    rows = Work.objects.filter(
        sheet__commitment=commitment_id, sheet__state=VALIDATED, corrects__isnull=False
    )
    code = Coalesce("participant__merged_into__code", "participant__code")
    return rows.annotate(code=code).order_by("pk")


def _line(row: Any, card: AccountCard) -> AccountLine:
    return AccountLine(
        written_on=localdate(row.made_at),
        month=row.month,
        code=row.code,
        kind=row.kind,
        other=row.there,
        hours=Hours(row.minutes),
        plan_id=row.plan_id,
        reason=row.reason if card.shows_reasons else "",
    )


def _correction(row: Any, card: AccountCard) -> AccountLine:
    return AccountLine(
        written_on=localdate(row.recorded_at),
        month=row.month,
        code=row.code,
        kind=CORRECTED,
        other="",
        hours=Hours(row.minutes),
        plan_id=None,
        reason=row.reason if card.shows_reasons else "",
    )


def _plans(row: Commitment) -> tuple[PlanShare, ...]:
    """Those that were applied, the last first, with what is left of them."""
    rows = (
        _entries(row.pk)
        .exclude(plan=None)
        .values_list("plan", "plan__made_on", "plan__state", "kind")
        .annotate(Sum("minutes"))
        .order_by("-plan")
    )
    sums: dict[tuple[int, date, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for plan, made_on, state, kind, minutes in rows:
        sums[plan, made_on, state][kind] += minutes
    return tuple(
        PlanShare(
            plan, made_on, PlanState(state), Hours(its[HERE] + its[RECEIVED] + its[BACK]),
            Hours(its[GIVEN]),
        )
        for (plan, made_on, state), its in sums.items()
    )  # fmt: skip
