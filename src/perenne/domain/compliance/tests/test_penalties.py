"""From the alert to the decision: what is refused, in which words, and what is kept (I13, I14)."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from perenne.domain.compliance.actions import (
    Verdict,
    answer_shortfall,
    close_shortfall,
    decide_shortfall,
    note_receipt,
    open_shortfall,
    propose_penalty,
    summon,
    withdraw_proposal,
)
from perenne.domain.compliance.models import Decision, Letter, Proposal, Shortfall
from perenne.domain.compliance.queries import exposures
from perenne.domain.compliance.states import LetterKind, Outcome
from perenne.domain.compliance.tests.conftest import TODAY
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hours.factories import new_validated_work
from perenne.domain.hours.models import Allocation
from perenne.kit.refusals import Refused
from perenne.rules.penalties import recompute
from perenne.values import Euros, Hours

LATER = date(2026, 11, 20)
WHY = "Aucune embauche malgré trois propositions."


def hours_counted(scene, hours):
    """Worked and counted for this commitment."""
    work = new_validated_work(new_hiring(commitment=scene.commitment), minutes=hours * 60)
    Allocation.objects.create(work=work, commitment=scene.commitment, minutes=hours * 60)


def proposed(scene, row):
    return propose_penalty(shortfall_id=row.pk, by=scene.facilitator, on=LATER)


def decided(scene, row, outcome=Outcome.APPLIED, **said):
    verdict = Verdict(outcome, said.pop("motive", WHY), **said)
    return decide_shortfall(shortfall_id=row.pk, verdict=verdict, by=scene.buyer, on=TODAY)


def test_from_the_alert_to_a_penalty_that_is_computed_again_to_the_cent(scene):
    row = scene.heard()
    answer_shortfall(shortfall_id=row.pk, text="Le chantier a pris du retard.", by=scene.company)
    hours_counted(scene, 100)
    amount = proposed(scene, row)
    kept = Proposal.objects.get()

    assert decided(scene, row) == amount
    assert recompute(kept.inputs).amount == amount == Euros(kept.amount_cents)
    lacking = Hours(kept.missing_minutes)
    assert amount.cents == lacking.minutes * 5_000 // 60  # 50 € an hour
    assert lacking == Hours(kept.inputs["facts"]["due_minutes"]) - Hours.of(100)


def test_a_party_that_keeps_pace_cannot_be_alerted_nor_written_down(scene):
    hours_counted(scene, 700)
    with pytest.raises(Refused, match="il n’y a pas de manquement"):
        scene.opened()
    with pytest.raises(IntegrityError), transaction.atomic():
        Shortfall.objects.create(
            commitment=scene.commitment,
            opened_on=TODAY,
            measured_on=TODAY,
            expected_minutes=60,
            counted_minutes=60,
        )


def test_nothing_is_proposed_before_notice_hearing_and_their_delays(scene):
    row = scene.opened()
    with pytest.raises(Refused, match="mise en demeure"):
        proposed(scene, row)
    letters = [
        summon(shortfall_id=row.pk, kind=kind, by=scene.buyer, on=LATER)
        for kind in (LetterKind.FORMAL_NOTICE, LetterKind.HEARING)
    ]
    with pytest.raises(Refused, match="mise en demeure"):
        proposed(scene, row)
    for letter in letters:
        note_receipt(letter_id=letter, received_on=LATER, by=scene.buyer, on=LATER)
    with pytest.raises(Refused, match="Attendez"):
        proposed(scene, row)
    assert not Proposal.objects.exists()


def test_hours_that_come_after_the_proposal_send_it_back(scene):
    row = scene.heard()
    proposed(scene, row)
    hours_counted(scene, 10)
    with pytest.raises(Refused, match="Demandez au facilitateur une nouvelle proposition"):
        decided(scene, row)
    withdraw_proposal(shortfall_id=row.pk, reason="Dix heures de plus.", by=scene.facilitator)
    assert proposed(scene, row) == decided(scene, row)
    assert Proposal.objects.count() == 2


@pytest.mark.parametrize(
    ("outcome", "said", "cents"),
    [
        (Outcome.REDUCED, {"amount": Euros.of(100)}, 10_000),
        (Outcome.WAIVED, {}, 0),
        (Outcome.CATCH_UP, {"catch_up_by": TODAY + timedelta(60)}, 0),
    ],
)
def test_the_buyer_may_decide_less(scene, outcome, said, cents):
    row = scene.heard()
    proposed(scene, row)
    assert decided(scene, row, outcome, **said).cents == cents
    kept = Decision.objects.get()
    assert (kept.outcome, kept.amount_cents) == (outcome, cents)


@pytest.mark.parametrize(
    ("outcome", "said", "told"),
    [
        (Outcome.REDUCED, {"amount": Euros.of(10_000_000)}, "Indiquez un montant réduit"),
        (Outcome.REDUCED, {}, "Indiquez un montant réduit"),
        (Outcome.CATCH_UP, {"catch_up_by": TODAY}, "dernier jour du plan"),
        (Outcome.WAIVED, {"motive": " "}, "Dites pourquoi"),
    ],
)
def test_a_decision_that_does_not_stand_is_refused_in_french(scene, outcome, said, told):
    row = scene.heard()
    proposed(scene, row)
    with pytest.raises(Refused, match=told):
        decided(scene, row, outcome, **said)
    assert not Decision.objects.exists()


def test_a_shortfall_closed_is_over_and_another_may_be_opened(scene):
    row = scene.opened()
    with pytest.raises(Refused, match="déjà suivi"):
        open_shortfall(commitment_id=scene.commitment.pk, by=scene.facilitator, on=TODAY)
    close_shortfall(shortfall_id=row.pk, reason="Rattrapé.", by=scene.facilitator)
    with pytest.raises(Refused, match="changé d’étape"):
        proposed(scene, row)
    assert scene.opened().pk != row.pk


def test_what_it_would_cost_today_asks_the_same_questions_for_one_or_many(
    scene, django_assert_num_queries
):
    (one,) = exposures(seen_by=scene.buyer, on=TODAY)
    assert one.amount.cents == round(one.standing.lacking.minutes * 5_000 / 60) > 0
    scene.another()
    scene.another()
    with django_assert_num_queries(4):
        assert len(exposures(seen_by=scene.facilitator, on=TODAY)) == 3
    assert exposures(seen_by=scene.company, on=TODAY) == ()


FORBIDDEN = {
    "written_once": "UPDATE compliance_proposal SET amount_cents = 1",
    "who_proposes_does_not_decide": """INSERT INTO compliance_decision
        (proposal_id, proposer_id, proposed_cents, outcome, amount_cents, motive, decided_by_id,
         decided_on) SELECT id, proposed_by_id, amount_cents, 'waived', 0, 'Remise.',
         proposed_by_id, '2026-11-26' FROM compliance_proposal""",
    "decision_is_of_that_proposal": """INSERT INTO compliance_decision
        (proposal_id, proposer_id, proposed_cents, outcome, amount_cents, motive, decided_by_id,
         decided_on) SELECT id, {buyer}, amount_cents, 'waived', 0, 'Remise.',
         proposed_by_id, '2026-11-26' FROM compliance_proposal""",
    "decision_is_of_its_outcome": """INSERT INTO compliance_decision
        (proposal_id, proposer_id, proposed_cents, outcome, amount_cents, motive, decided_by_id,
         decided_on) SELECT id, proposed_by_id, amount_cents, 'reduced', amount_cents, 'Voilà.',
         {buyer}, '2026-11-26' FROM compliance_proposal""",
    "proposal_counts_what_the_ledger_counts": """INSERT INTO compliance_proposal
        (shortfall_id, inputs, version, gross_cents, amount_cents, missing_minutes, reasons,
         measured_on, proposed_by_id, proposed_on, withdrawn_at)
        SELECT shortfall_id, jsonb_set(inputs, '{{facts,validated_minutes}}', '60'), 1, 1, 1,
         missing_minutes - 60, '[]', measured_on, proposed_by_id, proposed_on, now()
        FROM compliance_proposal""",
}


@pytest.mark.parametrize("name", FORBIDDEN)
def test_postgresql_refuses_whoever_writes(scene, name):
    proposed(scene, scene.heard())
    order = FORBIDDEN[name].format(buyer=scene.buyer.person_id)
    with (
        pytest.raises(IntegrityError, match="written once" if name == "written_once" else name),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(order)


def test_a_letter_is_received_once(scene):
    scene.heard()
    letter = Letter.objects.filter(received_on__isnull=False).first()
    with pytest.raises(IntegrityError, match="written once"), transaction.atomic():
        Letter.objects.filter(pk=letter.pk).update(received_on=TODAY)
