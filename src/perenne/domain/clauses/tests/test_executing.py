"""A contract is notified and over: its clause, its commitment and the mails follow."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from django.utils.timezone import now

from perenne.domain.clauses.actions import (
    close_execution,
    kick_off_commitment,
    mailing,
    split_again,
    start_execution,
)
from perenne.domain.clauses.actions.drafting import Volume
from perenne.domain.clauses.factories import new_commitment, new_published_clause, whole_of
from perenne.domain.clauses.models import Clause, Commitment, CommitmentShare
from perenne.domain.clauses.queries.commitments import commitment_card, commitments_of
from perenne.domain.clauses.queries.shares import tree_of
from perenne.domain.clauses.queries.targets import targets_of
from perenne.domain.clauses.states import ACCEPTED, ClauseState, CommitmentState
from perenne.domain.organisations.factories import new_actor, new_organisation, new_seat
from perenne.domain.organisations.models import Kind
from perenne.domain.people.models import Person
from perenne.domain.procurement.actions import amend_contract, suspend_contract
from perenne.domain.procurement.actions.changing import AmendmentFacts
from perenne.domain.procurement.factories import new_call_off, new_contract, new_party
from perenne.domain.procurement.models import Contract, Invoice, Party
from perenne.domain.procurement.states import SIGNED, ContractForm, ContractState, PartyRole
from perenne.kit.actors import Role
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import Refused
from perenne.rules.calibration import Scheme
from perenne.values import Euros, Hours

pytestmark = pytest.mark.django_db
NOTIFIED, STARTS = date(2026, 11, 2), date(2026, 12, 1)
NOW = datetime(2026, 12, 9, 8, tzinfo=UTC)


@pytest.fixture
def clause(facilitator, buyer):
    return new_published_clause(facilitator, buyer)


@pytest.fixture
def company():
    return new_actor(Role.COMPANY)


@pytest.fixture
def contract(clause, company):
    signed = new_contract(lot=clause.lot, state=SIGNED, months=12)
    new_party(signed, company=company, since=None)
    return signed


def start(contract, by, **said):
    return start_execution(
        contract_id=contract.pk, notified_on=NOTIFIED, starts_on=STARTS, by=by, **said
    )


def told_to():
    return {address for message in mail.outbox for address in message.to}


def address_of(actor):
    return Person.objects.get(pk=actor.person_id).email


def test_a_notification_starts_all_at_once_and_everybody_is_told(
    contract, clause, company, facilitator, buyer
):
    pk = start(contract, buyer)
    card = commitment_card(pk, seen_by=company)
    assert Contract.objects.get().state == ContractState.NOTIFIED
    assert Clause.objects.get().state == ClauseState.IN_EXECUTION
    assert (card.state, card.signed) == (CommitmentState.PENDING, Hours(clause.due_minutes))
    assert card.whole.organisation_id == company.organisation_id
    acts = list(Entry.objects.order_by("id").values_list("act", flat=True))[-3:]
    assert acts == ["contract.notify", "clause.start", "commitment.open"]
    assert mailing.send_started(commitment_id=pk, now=now()) == 3
    assert told_to() == {address_of(who) for who in (buyer, facilitator, company)}
    assert f"/clauses/engagements/{pk}/" in mail.outbox[0].body
    assert all(len(message.to) == 1 for message in mail.outbox)


def test_no_mail_of_a_notification_has_a_link_that_its_reader_cannot_open(contract, clause, buyer):
    """Of two subcontractors, the one with hours is told; without an account there is no link, nor
    with one elsewhere: nobody linked this party to a space."""
    pk = start(contract, buyer)
    commitment = Commitment.objects.get(pk=pk)
    lead = whole_of(commitment).party
    told = new_party(lead.contract, under=lead, name="Chape Brie", email="chape@exemple.test")
    new_party(lead.contract, under=lead, name="Étanchéité", email="toits@exemple.test")
    facts = {"minutes": 600, "proposed_on": NOTIFIED, "answered_on": NOTIFIED}
    CommitmentShare.objects.create(
        commitment=commitment, party=told, parent=whole_of(commitment), state=ACCEPTED, **facts
    )
    elsewhere = new_seat(new_organisation(Kind.COMPANY), is_admin=True, email="elle@exemple.test")
    Party.objects.filter(pk=lead.pk).update(organisation=None, email=elsewhere.person.email)
    assert mailing.send_started(commitment_id=pk, now=now()) == 4
    bodies = {message.to[0]: message.body for message in mail.outbox}
    assert "toits@exemple.test" not in bodies
    for without in (bodies.pop(told.email), bodies.pop(elsewhere.person.email)):
        assert "http" not in without
        assert "répondez à ce message" in without
    assert all(f"/clauses/engagements/{pk}/" in body for body in bodies.values())


def test_a_clause_that_was_not_published_keeps_its_contract_back(contract, clause, buyer):
    Clause.objects.filter(pk=clause.pk).update(state=ClauseState.WORDED)
    with pytest.raises(Refused, match="doit être publiée"):
        start(contract, buyer)


def test_a_contract_without_a_clause_is_notified_and_owes_nothing(clause, facilitator, buyer):
    alone = new_contract(buyer=buyer, facilitator=facilitator, state=SIGNED)
    new_party(alone)
    assert start(alone, buyer) is None
    assert not Commitment.objects.exists()


def test_two_awardees_of_a_lot_share_the_hours_by_their_amounts(contract, clause, buyer):
    other = new_contract(lot=clause.lot, state=SIGNED, amount_cents=50_000_000)
    new_party(other)
    first, second = start(contract, buyer), start(other, buyer)
    due = [Commitment.objects.get(pk=pk).due_minutes for pk in (first, second)]
    assert sum(due) == clause.due_minutes
    assert abs(due[0] - 2 * due[1]) <= 2
    assert Entry.objects.filter(act="clause.start").count() == 1


def test_what_two_awardees_agreed_is_taken_as_said(contract, buyer):
    pk = start(contract, buyer, due=Hours.of(123))
    assert Commitment.objects.get(pk=pk).due_minutes == 123 * 60


def test_only_its_facilitator_holds_the_kick_off_and_once(contract, facilitator, buyer):
    pk = start(contract, buyer)
    with pytest.raises(Refused, match="suit la notification"):
        kick_off_commitment(commitment_id=pk, held_on=date(2026, 11, 1), by=facilitator)
    with pytest.raises(Refused):
        kick_off_commitment(commitment_id=pk, held_on=STARTS, by=buyer)
    kick_off_commitment(commitment_id=pk, held_on=STARTS, by=facilitator)
    assert Commitment.objects.get().state == CommitmentState.RUNNING
    with pytest.raises(Refused):
        kick_off_commitment(commitment_id=pk, held_on=STARTS, by=facilitator)


@pytest.mark.parametrize(
    ("why", "state"), [("", ContractState.ENDED), ("Liquidation.", ContractState.TERMINATED)]
)
def test_the_last_commitment_closes_the_clause(contract, clause, buyer, why, state):
    other = new_contract(lot=clause.lot, state=SIGNED)
    new_party(other)
    ids = [start(contract, buyer), start(other, buyer)]
    last = STARTS + timedelta(100)
    close_execution(contract_id=contract.pk, ended_on=last, terminated_because=why, by=buyer)
    assert Clause.objects.get().state == ClauseState.IN_EXECUTION
    close_execution(contract_id=other.pk, ended_on=last, by=buyer)
    assert Clause.objects.get().state == ClauseState.CLOSED
    assert Contract.objects.get(pk=contract.pk).state == state
    assert set(Commitment.objects.values_list("state", flat=True)) == {CommitmentState.CLOSED}
    assert mailing.send_ended(commitment_id=ids[0], now=now()) >= 3


def test_the_target_follows_what_the_acts_of_the_contract_record(contract, buyer, clause):
    pk = start(contract, buyer)
    amended = AmendmentFacts(
        signed_on=date(2027, 1, 4), effective_on=date(2027, 1, 5), subject="Volume",
        due=Hours.of(500),
    )  # fmt: skip
    amend_contract(contract_id=contract.pk, said=amended, by=buyer)
    suspend_contract(
        contract_id=contract.pk, since=date(2027, 2, 1), until=date(2027, 2, 10),
        reason="Intempéries.", by=buyer,
    )  # fmt: skip
    days = {date(2026, 11, 1): 0, NOTIFIED: clause.due_minutes // 60, date(2027, 3, 1): 500}
    for day, hours in days.items():
        assert targets_of([pk], on=day)[pk].due == Hours.of(hours)
    period = targets_of([pk], on=date(2027, 3, 1))[pk].period
    assert period.ends_on == date(2027, 12, 10)


def test_one_knows_again_what_was_known_a_day(contract, buyer, company):
    pk = start(contract, buyer)
    amended = AmendmentFacts(
        signed_on=date(2026, 11, 3), effective_on=date(2026, 11, 3), subject="V",
        due=Hours.of(500),
    )  # fmt: skip
    amend_contract(contract_id=contract.pk, said=amended, by=buyer)
    contract.amendments.update(recorded_at="2026-12-20T10:00:00Z")
    card, day = commitment_card(pk, seen_by=company), date(2026, 12, 1)
    assert card.target(day).due == Hours.of(500)
    assert card.target(day, known_on=date(2026, 12, 19)).due == card.signed
    assert card.target(day, known_on=date(2026, 12, 20)).due == Hours.of(500)


def test_a_framework_follows_its_invoices(facilitator, buyer, company):
    scheme = Scheme(Euros.of(1000), Hours.of(10), Euros.of(500), by_whole_steps=True)
    clause = new_published_clause(facilitator, buyer, Volume(scheme=scheme))
    signed = new_contract(
        lot=clause.lot, state=SIGNED, form=ContractForm.FRAMEWORK, renewals=1, renewal_months=12
    )
    new_party(signed, company=company)
    pk = start(signed, buyer)
    order = new_call_off(signed, issued_on=date(2026, 12, 5))
    Invoice.objects.create(
        call_off=order, reference="F1", amount_cents=400_000, invoiced_on=date(2026, 12, 9)
    )
    found = {day: targets_of([pk], on=date(2026, 12, day))[pk] for day in (4, 5, 9)}
    assert [target.due for target in found.values()] == [Hours(0), Hours(0), Hours.of(30)]
    assert [target.expected for target in found.values()] == [Hours(0), Hours.of(90), Hours.of(90)]
    split_again(commitment_id=pk, by=facilitator, on=date(2026, 12, 9), now=NOW)
    assert tree_of(pk).hours == Hours.of(90)


def test_the_list_gives_each_its_own_and_filters_them(facilitator, company):
    lead = new_commitment(facilitator, company=company, object="Voirie")
    other = new_commitment(facilitator, object="Peinture")
    new_party(other.contract, company=company, role=PartyRole.CO_CONTRACTOR)

    def listed(actor, **asked):
        return [row.id for row in commitments_of(seen_by=actor, on=NOTIFIED, **asked).items]

    assert listed(facilitator) == [other.pk, lead.pk]
    assert listed(company) == [lead.pk]  # of the other one it carries no hour yet
    assert listed(new_actor(Role.FACILITATOR)) == []
    assert listed(facilitator, words="voi") == [lead.pk]
    assert listed(facilitator, state=CommitmentState.RUNNING) == []
    row = commitments_of(seen_by=company, on=NOTIFIED).items[0]
    assert (row.own.hours, row.lead) == (Hours.of(1000), lead.contract.parties.get().name)
