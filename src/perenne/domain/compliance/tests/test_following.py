"""What waits for each at every step; what a decision settles; what the ledger said before."""

from datetime import date, timedelta

import pytest
from django.db import connection

from perenne.domain.compliance.actions import (
    Verdict,
    answer_shortfall,
    decide_shortfall,
    open_shortfall,
    propose_penalty,
)
from perenne.domain.compliance.factories import heard
from perenne.domain.compliance.models import Letter, Proposal, Shortfall
from perenne.domain.compliance.queries import exposures
from perenne.domain.compliance.queries.computing import Asked
from perenne.domain.compliance.queries.errands import errands_in_compliance
from perenne.domain.compliance.states import Outcome
from perenne.domain.compliance.tests.conftest import TODAY
from perenne.domain.compliance.tests.test_penalties import hours_counted
from perenne.domain.hours.models import Allocation
from perenne.domain.hours.queries.known import counted_as_known, counted_up_to
from perenne.kit.errands import gather
from perenne.kit.refusals import Refused
from perenne.rules.penalties import recompute
from perenne.values import Euros, Hours

LATER = date(2026, 11, 20)
WHY = "Aucune embauche malgré trois propositions."


def waiting(scene, on):
    """What each has to do: F facilitator, B buyer, X party."""
    people = {"F": scene.facilitator, "B": scene.buyer, "X": scene.company}
    return {
        name: [errand.kind.verb for errand in gather(errands_in_compliance(actor, on))]
        for name, actor in people.items()
    }


def decided(scene, row, outcome, on=TODAY):
    verdict = Verdict(outcome, WHY, catch_up_by=on + timedelta(30))
    return decide_shortfall(shortfall_id=row.pk, verdict=verdict, by=scene.buyer, on=on)


def test_each_is_waited_for_at_their_own_step(scene):
    assert waiting(scene, TODAY) == {"F": [], "B": [], "X": []}
    row = scene.opened()
    point = "Faire le point sur vos heures"
    assert waiting(scene, row.opened_on) == {"F": [], "B": [], "X": [point]}
    summon = "Écrire à l’entreprise : des heures manquent encore"
    assert waiting(scene, row.opened_on + timedelta(15))["B"] == [summon]
    heard(row, buyer=scene.buyer)
    (ends_on,) = set(Letter.objects.filter(days__gt=0).values_list("ends_on", flat=True))
    answer, read = "Présenter vos observations", "Lire la réponse de l’entreprise"
    assert waiting(scene, ends_on) == {"F": [], "B": [], "X": [answer]}
    (asked,) = gather(errands_in_compliance(scene.company, ends_on))
    assert asked.due_on == ends_on
    answer_shortfall(shortfall_id=row.pk, text="Aucun candidat.", by=scene.company)
    assert waiting(scene, ends_on) == {"F": [read], "B": [], "X": []}
    over = "Proposer une pénalité ou clore : les délais sont passés"
    assert waiting(scene, ends_on + timedelta(1))["F"] == [over]
    amount = propose_penalty(shortfall_id=row.pk, by=scene.facilitator, on=LATER)
    (to_decide,) = gather(errands_in_compliance(scene.buyer, LATER))
    assert (to_decide.kind.verb, to_decide.penalty) == (
        "Décider de la pénalité proposée", amount,
    )  # fmt: skip
    decided(scene, row, Outcome.APPLIED)
    assert waiting(scene, TODAY) == {"F": [], "B": [], "X": []}


@pytest.mark.parametrize("outcome", [Outcome.APPLIED, Outcome.WAIVED])
def test_hours_that_were_settled_are_not_claimed_twice(scene, outcome):
    row = scene.heard()
    first = propose_penalty(shortfall_id=row.pk, by=scene.facilitator, on=LATER)
    paid = decided(scene, row, outcome)
    (exposed,) = exposures(seen_by=scene.buyer, on=LATER)
    assert exposed.amount == Euros(0)

    who = {"commitment_id": scene.commitment.pk, "by": scene.facilitator}
    with pytest.raises(Refused, match="réglées par une décision"):
        open_shortfall(on=LATER, **who)
    later = LATER + timedelta(30)
    pk = open_shortfall(on=later, **who)
    again = heard(Shortfall.objects.get(pk=pk), buyer=scene.buyer)
    with pytest.raises(Refused, match="déjà fait l’objet d’une décision"):
        propose_penalty(shortfall_id=pk, by=scene.facilitator, on=LATER)
    more = propose_penalty(shortfall_id=again.pk, by=scene.facilitator, on=later)
    kept = Proposal.objects.get(shortfall=again)
    before = Proposal.objects.get(shortfall=row)
    facts = kept.inputs["facts"]
    assert facts["exonerated_minutes"] == before.missing_minutes
    assert facts["earlier_cents"] == paid.cents
    at_once = recompute({**kept.inputs, "facts": {**facts, "exonerated_minutes": 0}}).amount
    assert abs((more + first).cents - at_once.cents) <= 1, "each is rounded"


def test_hours_that_a_plan_was_to_catch_up_are_still_claimed(scene):
    row = scene.heard()
    propose_penalty(shortfall_id=row.pk, by=scene.facilitator, on=LATER)
    decided(scene, row, Outcome.CATCH_UP)
    (exposed,) = exposures(seen_by=scene.buyer, on=TODAY)
    assert exposed.amount > Euros(0)


def test_what_the_ledger_says_later_changes_nothing_of_what_it_said(scene):
    hours_counted(scene, 100)
    row = scene.heard()
    asked = Asked(Hours.of(1), "Deux structures contactées.")
    answer_shortfall(shortfall_id=row.pk, text="Aucun candidat.", by=scene.company)
    amount = propose_penalty(shortfall_id=row.pk, by=scene.facilitator, on=LATER, asked=asked)
    kept = Proposal.objects.get()
    commitment, work = scene.commitment.pk, Allocation.objects.get().work
    with connection.cursor() as cursor:  # as another transaction would, a day later
        cursor.execute(
            "INSERT INTO hours_allocation (work_id, commitment_id, minutes, reason, made_at)"
            " VALUES (%s, %s, -600, 'Relevé corrigé.', now() + interval '1 day')",
            [work.pk, commitment],
        )
    now = counted_as_known([commitment], at=kept.made_at + timedelta(2))
    assert now == {commitment: Hours.of(90)}
    then = counted_as_known([commitment], at=kept.made_at)[commitment]
    assert then == counted_up_to(commitment, line=kept.ledger_line) == Hours.of(100)
    facts = kept.inputs["facts"]
    assert (facts["validated_minutes"], facts["exonerated_minutes"]) == (then.minutes, 60)
    assert recompute(kept.inputs).amount == amount
    assert counted_as_known([commitment], at=kept.made_at - timedelta(1)) == {commitment: Hours(0)}
