"""Contested: purchases, clauses, lots, contracts, shares."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from functools import cache
from itertools import pairwise

from django.db.models import Count, Sum
from race_contest import ALL, ONE, WRITERS, Contest

from perenne.domain.clauses import actions as clauses
from perenne.domain.clauses.factories import (
    MILLION,
    new_clause,
    new_commitment,
    purchase_for,
    whole_of,
)
from perenne.domain.clauses.models import Clause, Commitment, CommitmentShare
from perenne.domain.clauses.queries.links import token_of
from perenne.domain.clauses.states import ClauseState
from perenne.domain.coverage.factories import new_coverage
from perenne.domain.organisations.factories import new_actor
from perenne.domain.procurement import actions as procurement
from perenne.domain.procurement.actions import AmendmentFacts, ConsultationFacts, InvoiceFacts
from perenne.domain.procurement.factories import (
    new_call_off,
    new_consultation,
    new_contract,
    new_lot,
    new_party,
)
from perenne.domain.procurement.models import Amendment, Contract, Invoice, Lot
from perenne.domain.procurement.states import ContractForm, ContractState, LotState
from perenne.domain.procurement.tests.terms import award
from perenne.domain.programming import actions as programming
from perenne.domain.programming.actions.correcting import Correction
from perenne.domain.programming.factories import PURCHASE, TODAY, new_programme, new_purchase
from perenne.domain.programming.models import PlannedPurchase, Programme
from perenne.domain.programming.states import ProgrammeState, PurchaseState
from perenne.domain.territories.factories import load_places
from perenne.kit.actors import VISITOR, Actor, Role
from perenne.kit.journal.models import Entry
from perenne.values import Euros, Hours

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
IN_MEAUX = replace(PURCHASE, place="Meaux")
BUYS = Correction(**{field.name: getattr(IN_MEAUX, field.name) for field in fields(Correction)})
CHANGES = AmendmentFacts("Plus-value", TODAY, TODAY)
BEGUN = {
    "signed_on": date(2025, 12, 15), "notified_on": date(2026, 1, 5),
    "starts_on": date(2026, 1, 5), "months": 24,
}  # fmt: skip
HOURS = 100  # owed by each commitment


@cache
def facilitator() -> Actor:
    load_places()
    body = new_actor(Role.FACILITATOR)
    new_coverage(body, department_code="77")
    return body


@cache
def people() -> tuple[Actor, Actor]:
    """A buyer, a company."""
    return new_actor(Role.BUYER), new_actor(Role.COMPANY)


@cache
def commitments(things: int) -> list[Commitment]:
    buyer, company = people()
    return [
        new_commitment(facilitator(), buyer=buyer, company=company, hours=HOURS, **BEGUN)
        for _ in range(things)
    ]


def written(act: str, keys: list[int]) -> int:
    """Of how many of these things the journal says this act eight times."""
    lines = Entry.objects.filter(act=act, subject_id__in=[str(key) for key in keys])
    counted = lines.values("subject_id").annotate(times=Count("pk"))
    return sum(times == WRITERS for times in counted.values_list("times", flat=True))


def one_chain(key: int) -> bool:
    """Each move of the clause begins where the one before ended, and it is where the last ended."""
    lines = Entry.objects.filter(subject_id=str(key), act__startswith="clause.").order_by("id")
    moves = [one.changes["state"] for one in lines if "state" in one.changes]
    state = Clause.objects.values_list("state", flat=True).get(pk=key)
    return moves[-1][1] == state and all(one[1] == two[0] for one, two in pairwise(moves))


def purchases(things: int) -> Iterator[Contest]:
    by, (buyer, _company) = facilitator(), people()
    made = [purchase_for(by, buyer=buyer, facts=IN_MEAUX).pk for _ in range(2 * things)]
    keys, others = made[:things], made[things:]

    def correct(place: int, number: int) -> None:
        said = replace(BUYS, amount=Euros.of(100_000 * (number + 1)))
        programming.correct_purchase(purchase_id=keys[place], correction=said, by=by, today=TODAY)

    yield Contest("correct a purchase", things, correct, ALL,
                  lambda: written("purchase.correct", keys))  # fmt: skip

    def take(place: int, number: int) -> None:
        if number % 2:
            programming.leave_purchase_aside(purchase_id=others[place], reason="Trop peu.", by=by)
        else:
            clauses.open_clause(purchase_id=others[place], by=by)

    def one_fate() -> int:
        opened = set(Clause.objects.filter(purchase__in=others).values_list("purchase", flat=True))
        states = dict(PlannedPurchase.objects.filter(pk__in=others).values_list("pk", "state"))
        return sum((states[key] == PurchaseState.KEPT) is (key in opened) for key in others)

    yield Contest("keep a purchase or leave it aside", things, take, ONE, one_fate)


def programmes(things: int) -> Iterator[Contest]:
    buyer, _company = people()
    made = [new_programme(buyer) for _ in range(2 * things)]
    for one in made:
        new_purchase(one)
    keys, others = [one.pk for one in made[:things]], [one.pk for one in made[things:]]

    def send(place: int, _number: int) -> None:
        programming.send_programme(programme_id=keys[place], by=buyer, today=TODAY)

    yield Contest("send a programme", things, send, ONE, lambda: Programme.objects.filter(
        pk__in=keys, state=ProgrammeState.SENT).count())  # fmt: skip

    def send_or_forget(place: int, number: int) -> None:
        if number % 2:
            programming.forget_programme(programme_id=others[place], by=buyer)
        else:
            programming.send_programme(programme_id=others[place], by=buyer, today=TODAY)

    def sent_or_gone() -> int:
        kept = Programme.objects.filter(pk__in=others)
        sent = kept.filter(state=ProgrammeState.SENT)
        return sent.count() + things - kept.count()

    yield Contest("send a programme or forget it", things, send_or_forget, ONE, sent_or_gone)


def drafting(things: int) -> Iterator[Contest]:
    by, (buyer, _company) = facilitator(), people()
    made = [new_clause(by, buyer=buyer, state=ClauseState.SUBMITTED) for _ in range(things)]
    keys = [one.pk for one in made]

    def answer(place: int, number: int) -> None:
        if number % 2:
            clauses.send_clause_back(clause_id=keys[place], reason="À revoir.", by=buyer)
        else:
            clauses.approve_clause(clause_id=keys[place], number=1, by=buyer, on=TODAY)

    yield Contest("approve a clause or send it back", things, answer, (1, 2), lambda: sum(
        one_chain(key) for key in keys))  # fmt: skip
    drafts = [new_clause(by, buyer=buyer).pk for _ in range(things)]

    def calibrate(place: int, number: int) -> None:
        said = replace(MILLION, amount=Euros.of(100_000 * (number + 1)))
        clauses.calibrate_clause(clause_id=drafts[place], hypotheses=said, by=by, on=TODAY)

    yield Contest("calibrate a clause", things, calibrate, ALL, lambda: Clause.objects.filter(
        pk__in=drafts, version=WRITERS).count())  # fmt: skip


def lots(things: int) -> Iterator[Contest]:
    by, (buyer, _company) = facilitator(), people()
    made = [
        new_lot(new_consultation(facilitator=by, buyer=buyer), state=LotState.PUBLISHED).pk
        for _ in range(things)
    ]

    def attribute(place: int, number: int) -> None:
        procurement.award_lot(lot_id=made[place], awards=[award(f"A-{number}")], by=by)

    yield Contest("award a lot", things, attribute, ONE, lambda: (
        Contract.objects.filter(lot__in=made).values("lot").distinct().count()))  # fmt: skip

    def add(place: int, _number: int) -> None:
        procurement.add_awardee(lot_id=made[place], award=award("Second"), by=by)

    yield Contest("record one more contract of a lot", things, add, ONE, lambda: (
        Contract.objects.filter(lot__in=made, reference="Second").count()))  # fmt: skip
    sent = new_programme(buyer, state=ProgrammeState.SENT)
    pairs = [
        [new_purchase(sent, facilitator=by, state=PurchaseState.KEPT).pk for _ in range(2)]
        for _ in range(things)
    ]

    def put_out(place: int, number: int) -> None:
        chosen = pairs[place][::-1] if number % 2 else pairs[place]
        said = ConsultationFacts("Travaux")
        procurement.open_from_purchases(said=said, purchase_ids=chosen, by=by)

    yield Contest("put two purchases out to tender", things, put_out, ONE, lambda: sum(
        Lot.objects.filter(purchase__in=pair).values("consultation").distinct().count() == 1
        for pair in pairs))  # fmt: skip


def contracts(things: int) -> Iterator[Contest]:
    by, (buyer, _company) = facilitator(), people()
    keys = [new_contract(facilitator=by, buyer=buyer).pk for _ in range(things)]
    for key in keys:
        new_party(Contract.objects.get(pk=key))

    def amend(place: int, _number: int) -> None:
        procurement.amend_contract(contract_id=keys[place], said=CHANGES, by=by)

    def numbered() -> int:
        numbers: dict[int, list[int]] = {}
        rows = Amendment.objects.filter(contract__in=keys).order_by("number")
        for key, number in rows.values_list("contract", "number"):
            numbers.setdefault(key, []).append(number)
        return sum(its == list(range(1, len(its) + 1)) for its in numbers.values())

    yield Contest("amend a contract", things, amend, ALL, numbered)

    def end(place: int, number: int) -> None:
        if number:
            return amend(place, number)
        procurement.end_contract(contract_id=keys[place], ended_on=TODAY, by=by)
        return None

    yield Contest("end a contract that is amended", things, end, (1, WRITERS), lambda: min(
        numbered(), Contract.objects.filter(pk__in=keys, state=ContractState.ENDED).count()
    ))  # fmt: skip
    yield from invoices(things)


def invoices(things: int) -> Iterator[Contest]:
    by, (buyer, _company) = facilitator(), people()
    frame = ContractForm.FRAMEWORK
    made = [new_contract(facilitator=by, buyer=buyer, form=frame) for _ in range(things)]
    on = [{"contract_id": one.pk, "call_off_id": new_call_off(one).pk, "by": by} for one in made]
    for each in on:
        procurement.record_invoice(said=InvoiceFacts("F1", Euros.of(1_000), TODAY), **each)

    def credit(place: int, number: int) -> None:
        said = InvoiceFacts(f"A{number}", Euros.of(-400), TODAY)
        procurement.record_invoice(said=said, **on[place])

    orders = [each["call_off_id"] for each in on]
    yield Contest("credit 400 € of 1 000 €", things, credit, (2, 2), lambda: (
        Invoice.objects.filter(call_off__in=orders).values("call_off")
        .annotate(net=Sum("amount_cents")).filter(net=20_000).count()))  # fmt: skip


def shares(things: int) -> Iterator[Contest]:
    by = facilitator()
    wholes = [whole_of(one) for one in commitments(things)]
    parties = [
        [new_party(one.contract, under=whole.party).pk for _ in range(WRITERS)]
        for one, whole in zip(commitments(things), wholes, strict=True)
    ]

    def entrust(place: int, number: int) -> None:
        clauses.propose_share(
            parent_id=wholes[place].pk, party_id=parties[place][number], hours=Hours.of(30),
            by=by, on=TODAY, now=NOW,
        )  # fmt: skip

    of = CommitmentShare.objects.filter(parent__in=[whole.pk for whole in wholes])
    yield Contest("entrust 30 h of 100 h", things, entrust, (3, 3), lambda: (
        of.values("parent").annotate(n=Count("pk"), sum=Sum("minutes"))
        .filter(n=3, sum=90 * 60).count()))  # fmt: skip
    firsts = [of.filter(parent=whole.pk).order_by("pk")[0] for whole in wholes]
    tokens = [token_of(one.seed) for one in firsts]

    def answer(place: int, number: int) -> None:
        refusal = "Non merci." if number % 2 else None
        clauses.answer_by_link(token=tokens[place], refusal=refusal, by=VISITOR, on=TODAY, now=NOW)

    yield Contest("answer an offer of hours", things, answer, ONE, lambda: (
        CommitmentShare.objects.filter(pk__in=[one.pk for one in firsts])
        .exclude(answered_on=None).count()))  # fmt: skip


OF = (purchases, programmes, drafting, lots, contracts, shares)
