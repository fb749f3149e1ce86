"""Between a screened purchase and the row that keeps it."""

from dataclasses import asdict
from datetime import date

from perenne.domain.coverage.queries import Routing, facilitator_router
from perenne.domain.organisations.models import Organisation
from perenne.domain.programming.models import PlannedPurchase, Programme
from perenne.domain.programming.queries.facts import PurchaseFacts, Question
from perenne.domain.programming.queries.following import next_day
from perenne.domain.programming.queries.loads import open_purchases
from perenne.domain.programming.queries.screening import ScreenedPurchase, Screening
from perenne.domain.programming.queries.verdicts import sentences_of
from perenne.rules.needs import BuyerKind, ContractKind
from perenne.values import Euros

WHO_ANSWERS = ("commune", "facilitator", "routing_reason")
FACTS_AND_VERDICT = [
    "object", "operation", "lot", "reference", "department", "amount_cents", "amount_high_cents",
    "whole_cents", "cpv",
    "months", "launch_on", "launch_text", "place", "contract_kind", "questions", "hypotheses",
    *WHO_ANSWERS, "segment", "advice", "minutes", "duty", "basis",
    "next_on", "verdict",
]  # fmt: skip


def screening_for(programme: Programme, today: date) -> Screening:
    seat = ""
    if programme.buyer_id:
        seat = (
            Organisation.objects.values_list("commune_id", flat=True).get(pk=programme.buyer_id)
            or ""
        )
    router = facilitator_router(on=today, loads=open_purchases())
    return Screening(BuyerKind(programme.buyer_kind), seat, router, today, programme.buyer_id)


def write(row: PlannedPurchase, screened: ScreenedPurchase) -> PlannedPurchase:
    """Put facts and verdict on the row; the caller saves it."""
    facts, verdict, routing = screened.facts, screened.verdict, screened.routing
    row.object, row.operation = facts.object, facts.operation
    row.lot, row.reference, row.department = facts.lot, facts.reference, facts.department
    row.amount_cents = _cents(facts.amount)
    row.amount_high_cents = _cents(facts.amount_high)
    row.whole_cents = _cents(facts.whole_amount)
    row.cpv, row.months, row.place = facts.cpv, facts.months, facts.place
    row.launch_on, row.launch_text = facts.launch_on, facts.launch_text
    row.contract_kind = facts.contract_kind or ""
    row.questions = [asdict(question) for question in facts.questions]
    row.hypotheses = list(facts.hypotheses)
    hand_to(row, routing)
    row.segment = verdict.finding.segment or ""
    row.advice = verdict.advice
    row.minutes = verdict.calibration.hours.minutes if verdict.calibration else None
    row.duty = verdict.duty.verdict
    row.basis = verdict.basis.proposed if verdict.basis else ""
    row.next_on = next_day(row)
    row.verdict = sentences_of(verdict)
    return row


def hand_to(row: PlannedPurchase, routing: Routing) -> bool:
    """Put who answers on the row; whether it is somebody else, or for another reason."""
    before = row.commune_id, row.facilitator_id, row.routing_reason
    row.commune_id = routing.commune_code or None
    row.facilitator_id = routing.facilitator.id if routing.facilitator else None
    row.routing_reason = routing.reason[:500]
    return before != (row.commune_id, row.facilitator_id, row.routing_reason)


def _cents(amount: Euros | None) -> int | None:
    return None if amount is None else amount.cents


def facts_on(row: PlannedPurchase) -> PurchaseFacts:
    """The facts as the row keeps them."""
    return PurchaseFacts(
        object=row.object,
        operation=row.operation,
        lot=row.lot,
        reference=row.reference,
        department=row.department,
        amount=Euros.known(row.amount_cents),
        amount_high=Euros.known(row.amount_high_cents),
        whole_amount=Euros.known(row.whole_cents),
        cpv=row.cpv,
        months=row.months,
        launch_on=row.launch_on,
        launch_text=row.launch_text,
        place=row.place,
        contract_kind=ContractKind(row.contract_kind) if row.contract_kind else None,
        questions=tuple(Question(**question) for question in row.questions),
        hypotheses=tuple(row.hypotheses),
    )
