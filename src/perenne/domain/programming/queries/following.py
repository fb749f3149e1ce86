"""Where a purchase is on a given day, and the purchases that no longer count."""

from datetime import date

from django.db.models import Exists, OuterRef, Q

from perenne.domain.programming.models import Pairing, PlannedPurchase, Programme
from perenne.domain.programming.states import ProgrammeState, PurchaseState
from perenne.rules.comparison import PlannedLine
from perenne.rules.deadlines import NextStep, step_at
from perenne.rules.needs import BuyerKind, ContractKind, Need
from perenne.values import Euros


def need_on(row: PlannedPurchase) -> Need:
    """The facts of the row, as the rules ask for them."""
    return Need(
        object=row.object,
        cpv=row.cpv or None,
        amount=Euros.known(row.amount_cents),
        amount_high=Euros.known(row.amount_high_cents),
        whole_amount=Euros.known(row.whole_cents),
        months=row.months,
        consulted_on=row.launch_on,
        buyer=BuyerKind(row.programme.buyer_kind),
        kind=ContractKind(row.contract_kind) if row.contract_kind else None,
    )


def step_on(row: PlannedPurchase, today: date) -> NextStep:
    """The next step, counted from the day on which the programme reached its facilitators."""
    return step_at(
        need_on(row),
        received_on=row.programme.sent_on or row.programme.received_on,
        is_kept=row.state == PurchaseState.KEPT,
        today=today,
    )


def next_day(row: PlannedPurchase) -> date | None:
    """The day kept on the row, the same whenever it is computed: lists are sorted by it."""
    return step_on(row, row.programme.sent_on or row.programme.received_on).on


def line_on(row: PlannedPurchase) -> PlannedLine:
    """What the comparison of two programmes looks at."""
    return PlannedLine(
        key=row.pk,
        object=row.object,
        reference=row.reference,
        operation=row.operation,
        lot=row.lot,
        amount=Euros.known(row.amount_cents),
        months=row.months,
        launch_on=row.launch_on,
        place=row.place,
    )


def still_current() -> Q:
    """Of purchases: said once, by the last programme that tells of them.

    A line that a later programme takes up or takes away is the later one’s, unless a clause was
    opened on it: then the clause goes on, and the later line would say the same thing twice.
    """
    kept = PurchaseState.KEPT
    later = Pairing.objects.filter(before=OuterRef("pk")).filter(
        Q(after__isnull=True) | ~Q(before__state=kept) | Q(after__state=kept)
    )
    taken_away = Q(state=kept) & Exists(later.filter(after__isnull=True))
    earlier = Pairing.objects.filter(after=OuterRef("pk"), before__state=kept)
    return (~Q(Exists(later)) | taken_away) & (Q(state=kept) | ~Q(Exists(earlier)))


def last_versions() -> Q:
    """Of programmes: sent, and no later version for the same year has come."""
    later = Programme.objects.filter(
        buyer=OuterRef("buyer"), year=OuterRef("year"), version__gt=OuterRef("version")
    )
    return Q(state=ProgrammeState.SENT) & ~Q(Exists(later))
