"""Several people act at the same instant: one wins, the others are told, nothing is lost.

`at_once` lets only refusals through: a deadlock or a broken constraint fails the test.
"""

from dataclasses import fields, replace
from threading import Event
from time import sleep

import pytest
from django.db import transaction

from perenne.domain.clauses.actions import calibrate_clause, open_clause
from perenne.domain.clauses.factories import MILLION, new_clause, purchase_for
from perenne.domain.clauses.models import Clause
from perenne.domain.coverage.factories import new_coverage
from perenne.domain.organisations.actions import Identity
from perenne.domain.organisations.factories import new_actor
from perenne.domain.organisations.models import Organisation, Seat
from perenne.domain.people.factories import PASSWORD
from perenne.domain.people.models import Person
from perenne.domain.programming.actions import (
    Newcomer,
    correct_purchase,
    forget_abandoned,
    forget_programme,
    leave_purchase_aside,
    match_headings,
    send_as_new_buyer,
    send_programme,
)
from perenne.domain.programming.actions.correcting import Correction
from perenne.domain.programming.factories import (
    PASSER_BY,
    PURCHASE,
    TODAY,
    new_programme,
    new_purchase,
    received,
)
from perenne.domain.programming.models import PlannedPurchase, Programme
from perenne.domain.programming.queries import headings_to_match
from perenne.domain.programming.states import ProgrammeState, PurchaseState
from perenne.domain.programming.tests.layouts import ODD
from perenne.domain.territories.factories import load_places
from perenne.kit.actors import HOUSE, Role
from perenne.kit.files.keeping import content_of
from perenne.kit.files.models import StoredFile
from perenne.kit.journal.models import Entry
from perenne.kit.testing.commits import at_once, refusals
from perenne.values import Euros, Siret

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_commits")]
SAID = Correction(**{field.name: getattr(PURCHASE, field.name) for field in fields(Correction)})
ROUNDS = 6
SIRET = Siret.read("21770284400010")


def correcting(purchase, by, **facts):
    said = replace(SAID, **facts)
    return lambda: correct_purchase(purchase_id=purchase.pk, correction=said, by=by, today=TODAY)


def sending(programme, by):
    return lambda: send_programme(programme_id=programme.pk, by=by, today=TODAY)


def test_two_who_correct_the_same_purchase_leave_one_whole_correction():
    load_places()
    facilitator = new_actor(Role.FACILITATOR)
    new_coverage(facilitator, department_code="77")
    purchase = purchase_for(facilitator, facts=replace(PURCHASE, place="Meaux"))
    first = {"amount": Euros.of(100_000), "months": 12, "place": "Meaux"}
    second = {"amount": Euros.of(900_000), "months": 36, "place": "Melun"}

    outcomes = at_once(*[correcting(purchase, facilitator, **said) for said in (first, second)] * 4)

    assert refusals(outcomes) == []
    row = PlannedPurchase.objects.get()
    found = {"amount": Euros(row.amount_cents), "months": row.months, "place": row.place}
    assert found in (first, second)
    assert Entry.objects.filter(act="purchase.correct").count() == 8


def test_a_programme_sent_by_eight_at_once_is_sent_once():
    buyer = new_actor(Role.BUYER)
    programme = new_programme(buyer)
    for _ in range(20):
        new_purchase(programme)

    outcomes = at_once(*[sending(programme, buyer)] * 8)

    assert outcomes.count(None) == 1
    assert len(refusals(outcomes)) == 7
    assert all("a changé d’étape" in sentence for sentence in refusals(outcomes))
    assert Entry.objects.get(act="programme.send").facts == {"purchases": 20}


def test_of_forgetting_and_sending_one_wins_and_the_file_follows():
    buyer = new_actor(Role.BUYER)
    for _ in range(ROUNDS):
        programme = new_programme(buyer)
        new_purchase(programme)
        forgotten, sent = at_once(
            lambda pk=programme.pk: forget_programme(programme_id=pk, by=buyer),
            sending(programme, buyer),
        )
        assert [forgotten, sent].count(None) == 1
        kept = Programme.objects.filter(pk=programme.pk).first()
        if sent is None:
            assert kept.state == ProgrammeState.SENT
            assert content_of(kept.file_id)
        else:
            assert kept is None
            assert not StoredFile.objects.filter(pk=programme.file_id).exists()


def test_a_draft_that_is_being_sent_is_not_swept_away():
    late = TODAY.replace(year=TODAY.year + 1)
    for number in range(ROUNDS):
        programme = new_programme(PASSER_BY)
        new_purchase(programme)
        newcomer = newcomer_named(number)
        _, sent = at_once(
            lambda: forget_abandoned(by=HOUSE, today=late),
            lambda pk=programme.pk, who=newcomer: send_as_new_buyer(
                programme_id=pk, newcomer=who, by=PASSER_BY, today=TODAY
            ),
        )
        assert Programme.objects.filter(pk=programme.pk).exists() == (not refusals([sent]))


def test_what_is_corrected_while_it_is_being_sent_is_refused():
    """The correction reads the programme as a draft, and waits for the purchase."""
    buyer = new_actor(Role.BUYER)
    purchase = new_purchase(new_programme(buyer))
    all_but_committed = Event()

    def send_slowly():
        with transaction.atomic():
            sending(purchase.programme, buyer)()
            all_but_committed.set()
            sleep(0.5)

    def correct_meanwhile():
        all_but_committed.wait(10)
        correcting(purchase, buyer, amount=Euros.of(1))()

    corrected, sent = at_once(correct_meanwhile, send_slowly)

    purchase.refresh_from_db()
    assert (len(refusals([corrected])), sent) == (1, None)
    assert purchase.state == PurchaseState.RECEIVED
    assert Euros(purchase.amount_cents) == PURCHASE.amount


def test_what_a_visitor_corrects_while_the_draft_is_adopted_is_not_lost():
    for amount in range(1, ROUNDS + 1):
        buyer = replace(new_actor(Role.BUYER), visitor_key=PASSER_BY.visitor_key)
        programme = new_programme(PASSER_BY)
        purchases = [new_purchase(programme) for _ in range(10)]
        last = purchases[-1]
        corrected, sent = at_once(
            correcting(last, PASSER_BY, amount=Euros.of(amount)), sending(programme, buyer)
        )
        last.refresh_from_db()
        assert sent is None
        expected = Euros.of(amount) if corrected is None else PURCHASE.amount
        assert Euros(last.amount_cents) == expected


def newcomer_named(number, siret=None):
    return Newcomer(
        full_name="Camille Martin",
        email=f"camille{number}@exemple.test",
        phone="",
        password=PASSWORD,
        organisation=Identity("Ville de Meaux", siret),
    )


def arriving(newcomer):
    programme = new_programme(PASSER_BY)
    return lambda: send_as_new_buyer(
        programme_id=programme.pk, newcomer=newcomer, by=PASSER_BY, today=TODAY
    )


def test_one_organisation_that_arrives_eight_times_at_once_has_one_space():
    outcomes = at_once(*[arriving(newcomer_named(number, SIRET)) for number in range(8)])

    assert len(refusals(outcomes)) == 7
    assert all("déjà un espace" in sentence for sentence in refusals(outcomes))
    assert Organisation.objects.count() == Seat.objects.count() == Person.objects.count() == 1
    assert Programme.objects.filter(state=ProgrammeState.SENT).count() == 1


def test_one_person_who_arrives_eight_times_at_once_has_one_account():
    outcomes = at_once(*[arriving(newcomer_named(1)) for _ in range(8)])

    assert len(refusals(outcomes)) == 7
    assert all("Un compte existe déjà" in sentence for sentence in refusals(outcomes))
    assert Organisation.objects.count() == Person.objects.count() == 1


def test_headings_answered_twice_at_once_are_screened_once():
    buyer = new_actor(Role.BUYER)
    programme_id = received(ODD, by=buyer)
    ((sheet, doubt),) = headings_to_match(programme_id, seen_by=buyer).doubts
    answers = {sheet: {str(doubt.index): "notes"}}

    outcomes = at_once(
        *[lambda: match_headings(programme_id=programme_id, answers=answers, by=buyer, today=TODAY)]
        * 4
    )

    assert len(refusals(outcomes)) == 3
    assert PlannedPurchase.objects.count() == 2
    assert Programme.objects.get().state == ProgrammeState.DRAFT


def test_a_purchase_is_either_kept_or_left_aside():
    facilitator = new_actor(Role.FACILITATOR)
    for _ in range(ROUNDS):
        purchase = purchase_for(facilitator)
        opened, left = at_once(
            lambda pk=purchase.pk: open_clause(purchase_id=pk, by=facilitator),
            lambda pk=purchase.pk: leave_purchase_aside(
                purchase_id=pk, reason="Trop court.", by=facilitator
            ),
        )
        assert len(refusals([opened, left])) == 1
        purchase.refresh_from_db()
        is_kept = Clause.objects.filter(purchase=purchase).exists()
        assert is_kept == (purchase.state == PurchaseState.KEPT)


def test_eight_calibrations_at_once_are_eight_versions():
    facilitator = new_actor(Role.FACILITATOR)
    clause = new_clause(facilitator)
    acts = [
        lambda euros=euros: calibrate_clause(
            clause_id=clause.pk,
            hypotheses=replace(MILLION, amount=Euros.of(euros)),
            by=facilitator,
            on=TODAY,
        )
        for euros in range(100_000, 900_000, 100_000)
    ]
    assert refusals(at_once(*acts)) == []

    clause.refresh_from_db()
    written = Entry.objects.filter(act="clause.calibrate").order_by("id")
    assert clause.version == 8
    assert [entry.changes["version"][1] for entry in written] == list(range(1, 9))
    assert written.last().changes["due_minutes"][1] == clause.due_minutes
