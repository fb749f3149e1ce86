"""What is settled alerts nobody: hours all made, a penalty decided, a final certificate."""

from datetime import UTC, date, datetime, timedelta

import pytest

from perenne.domain.clauses.models import CommitmentShare
from perenne.domain.compliance.actions import (
    Verdict,
    Wanted,
    close_shortfall,
    decide_shortfall,
    end_settled,
    issue_certificate,
    open_shortfall,
    propose_penalty,
    revoke_certificate,
    watch_paces,
)
from perenne.domain.compliance.factories import heard, hours_done, new_shortfall
from perenne.domain.compliance.models import Letter, PaceAlert, Shortfall
from perenne.domain.compliance.queries import alerting_on, exposures, pace_card, paces
from perenne.domain.compliance.queries.cards import letter_card
from perenne.domain.compliance.queries.pace_errands import errands_in_paces
from perenne.domain.compliance.queries.papers import letter_of
from perenne.domain.compliance.states import Outcome
from perenne.domain.hours.factories import give_share, kick_off
from perenne.domain.procurement.factories import new_party
from perenne.domain.procurement.models import Contract
from perenne.domain.procurement.states import ContractState
from perenne.kit.actors import HOUSE
from perenne.kit.errands import gather
from perenne.kit.refusals import Refused
from perenne.rules.certificates import CertificateKind
from perenne.rules.pace import AlertCode, Level
from perenne.values import Euros, Hours

AUGUST, SEPTEMBER, OCTOBER = (date(2026, month, 1) for month in (8, 9, 10))
TODAY, AFTER = date(2026, 11, 26), date(2027, 4, 1)
MORNING = datetime(2026, 11, 27, 8, tzinfo=UTC)
WHY = "Aucune embauche malgré trois propositions."


def reading_of(scene, on):
    (row,) = paces(seen_by=scene.facilitator, on=on)
    return row


def errands(scene, on):
    return gather(errands_in_paces(scene.facilitator, on))


def decided(scene, outcome, on):
    """All that lacks is proposed, and decided upon, that day."""
    row = new_shortfall(scene.commitment, by=scene.facilitator, on=on - timedelta(60))
    heard(row, buyer=scene.buyer, on=on - timedelta(40))
    propose_penalty(shortfall_id=row.pk, by=scene.facilitator, on=on)
    until = on + timedelta(30) if outcome is Outcome.CATCH_UP else None
    verdict = Verdict(outcome, WHY, catch_up_by=until)
    decide_shortfall(shortfall_id=row.pk, verdict=verdict, by=scene.buyer, on=on)
    return row


def finished(scene):
    Contract.objects.filter(pk=scene.commitment.contract_id).update(
        state=ContractState.ENDED, ended_on=date(2027, 1, 4)
    )


def certified(scene, on):
    wanted = Wanted(CertificateKind.FINAL, 2026)
    said = {"commitment_id": scene.commitment.pk, "by": scene.facilitator, "on": on}
    return issue_certificate(wanted=wanted, **said)


@pytest.mark.parametrize("outcome", [Outcome.APPLIED, Outcome.WAIVED])
def test_a_decision_ends_the_alert_and_nobody_is_alerted_again(scene, outcome):
    watch_paces(by=HOUSE, on=AFTER)
    assert errands(scene, AFTER)
    decided(scene, outcome, AFTER)
    row = reading_of(scene, AFTER)
    assert row.pace.alert.row.code is AlertCode.SETTLED
    assert "Une décision a réglé 1 000" in " ".join(row.pace.alert.reasons).replace("\u202f", " ")
    assert row.pace.missing == Hours(0)
    assert not errands(scene, AFTER)
    assert PaceAlert.objects.get().ended_on == AFTER
    assert watch_paces(by=HOUSE, on=AFTER + timedelta(1)) == 0
    (exposed,) = exposures(seen_by=scene.facilitator, on=AFTER)
    assert exposed.standing.is_settled
    assert not exposed.standing.is_late
    assert exposed.amount == Euros(0)
    card = alerting_on(scene.commitment.pk, seen_by=scene.facilitator, on=AFTER)
    assert not card.may_alert
    with pytest.raises(Refused, match="réglées par une décision"):
        open_shortfall(commitment_id=scene.commitment.pk, by=scene.facilitator, on=AFTER)


def test_a_plan_to_catch_up_settles_nothing(scene):
    watch_paces(by=HOUSE, on=AFTER)
    decided(scene, Outcome.CATCH_UP, AFTER)
    assert reading_of(scene, AFTER).pace.alert.row.code is AlertCode.ENDED_SHORT
    assert errands(scene, AFTER)


def test_hours_that_lack_after_a_decision_are_claimed_and_they_alone(scene):
    decided(scene, Outcome.APPLIED, TODAY)
    row = reading_of(scene, TODAY)
    assert row.pace.reading.gap == Hours(0)
    assert row.pace.alert.row.code is AlertCode.SHORT_AT_THE_END
    assert not row.pace.late.open
    late = reading_of(scene, AFTER)
    assert late.pace.alert.row.code is AlertCode.ENDED_SHORT
    assert late.pace.reading.gap == Hours.of(1_000) - row.pace.reading.expected
    opened = open_shortfall(commitment_id=scene.commitment.pk, by=scene.facilitator, on=AFTER)
    (letter,) = Letter.objects.filter(shortfall=opened)
    assert Hours(letter.settled_minutes) == row.pace.reading.expected
    said = letter_of(letter).text
    for told in ("Réglées par une décision", str(row.pace.reading.expected)):
        assert told in said
    assert f"Qui manquent | {late.pace.reading.gap}" in said
    assert letter_card(letter).standing.open == late.pace.reading.gap


def test_hours_all_made_end_the_alert_and_close_what_was_only_alerted(scene):
    watch_paces(by=HOUSE, on=TODAY)
    row = new_shortfall(scene.commitment, by=scene.facilitator)
    hours_done(scene.commitment, 600, SEPTEMBER)
    assert end_settled(by=HOUSE, on=TODAY, tell_at=MORNING) == 0
    hours_done(scene.commitment, 400, OCTOBER)
    assert end_settled(by=HOUSE, on=TODAY, tell_at=MORNING) == 2
    row.refresh_from_db()
    assert (row.state, row.reason[:15]) == ("closed", "Les heures dues")
    assert not errands(scene, TODAY)
    assert end_settled(by=HOUSE, on=TODAY, tell_at=MORNING) == 0
    with pytest.raises(Refused):
        end_settled(by=scene.facilitator, on=TODAY, tell_at=MORNING)


def test_the_final_certificate_settles_what_lacks_unless_something_is_followed(scene):
    kick_off(scene.commitment, date(2026, 1, 5))
    hours_done(scene.commitment, 500, OCTOBER)
    finished(scene)
    watch_paces(by=HOUSE, on=AFTER)
    row = open_shortfall(commitment_id=scene.commitment.pk, by=scene.facilitator, on=AFTER)
    with pytest.raises(Refused, match="Un manquement est encore suivi"):
        certified(scene, AFTER)
    close_shortfall(shortfall_id=row, reason="Chantier arrêté.", by=scene.facilitator)
    assert errands(scene, AFTER)
    final = certified(scene, AFTER)
    assert not errands(scene, AFTER)
    assert reading_of(scene, AFTER).pace.alert.row.code is AlertCode.SETTLED
    with pytest.raises(Refused, match="attestées à la fin du marché"):
        open_shortfall(commitment_id=scene.commitment.pk, by=scene.facilitator, on=AFTER)
    revoke_certificate(certificate_id=final, reason="Erreur.", by=scene.facilitator, on=AFTER)
    assert reading_of(scene, AFTER).level is Level.ALARM
    assert not Shortfall.objects.filter(state="open").exists()


def test_a_month_that_a_subcontractor_still_owes_is_held_against_nobody(scene):
    """The lead has said October; its subcontractor has until mid-December to say its own."""
    hours_done(scene.commitment, 50, OCTOBER)
    assert reading_of(scene, TODAY).pace.measured_on == date(2026, 10, 31)
    other = new_party(scene.commitment.contract, under=scene.party)
    give_share(scene.commitment, other, minutes=6_000, on=SEPTEMBER)
    assert CommitmentShare.objects.filter(party=other, state="accepted").exists()
    assert reading_of(scene, TODAY).pace.measured_on == date(2026, 9, 30)
    assert reading_of(scene, date(2026, 12, 14)).pace.measured_on == date(2026, 9, 30)
    assert reading_of(scene, date(2026, 12, 15)).pace.measured_on == date(2026, 10, 31)
    card = pace_card(scene.commitment.pk, seen_by=scene.facilitator, on=TODAY)
    assert card.done[-1][0] == date(2026, 9, 30)
