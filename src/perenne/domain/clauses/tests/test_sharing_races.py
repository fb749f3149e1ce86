"""Eight writers on one cascade at the same instant: nothing is lost, doubled, or stuck.

`at_once` lets only refusals through: a deadlock or a broken constraint fails the test.
"""

from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, transaction

from perenne.domain.clauses.actions import (
    answer_by_link,
    propose_share,
    split_again,
    withdraw_share,
)
from perenne.domain.clauses.factories import new_commitment, whole_of
from perenne.domain.clauses.models import CommitmentShare
from perenne.domain.clauses.queries.links import token_of
from perenne.domain.clauses.queries.shares import carried_by_party, tree_of
from perenne.domain.clauses.states import OPEN_SHARES, ShareState
from perenne.domain.organisations.factories import new_actor
from perenne.domain.procurement.factories import new_party
from perenne.domain.procurement.models import Amendment
from perenne.kit.actors import VISITOR, Role
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import Refused
from perenne.kit.testing.commits import at_once, refusals
from perenne.values import Hours

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_commits")]
ON, NOW = date(2026, 11, 23), datetime(2026, 11, 23, 9, tzinfo=UTC)
ROUNDS = 5


@pytest.fixture
def cascade():
    facilitator = new_actor(Role.FACILITATOR)
    commitment = new_commitment(facilitator, hours=100)
    parties = [new_party(commitment.contract, under=whole_of(commitment).party) for _ in range(8)]
    return facilitator, commitment, parties


def proposing(facilitator, parent, party, hours):
    return lambda: propose_share(
        parent_id=parent.pk, party_id=party.pk, hours=Hours.of(hours), by=facilitator, on=ON,
        now=NOW,
    )  # fmt: skip


def answering(share, refusal=None):
    token = token_of(share.seed)
    return lambda: answer_by_link(token=token, refusal=refusal, by=VISITOR, on=ON, now=NOW)


def withdrawing(facilitator, share):
    return lambda: withdraw_share(share_id=share.pk, reason="Changement.", by=facilitator, on=ON)


def whole_and_sound(commitment):
    tree = tree_of(commitment.pk)
    for node in tree.walk():
        below = sum(child.hours.minutes for child in node.children if child.is_open)
        assert below <= node.hours.minutes
    carried = carried_by_party([commitment.pk]).values()
    assert sum(hours.minutes for hours in carried) == tree.hours.minutes
    return tree


def test_eight_proposals_at_once_never_entrust_more_than_there_is(cascade):
    facilitator, commitment, parties = cascade
    whole = whole_of(commitment)
    outcomes = at_once(*[proposing(facilitator, whole, party, 30) for party in parties])
    kept = CommitmentShare.objects.filter(parent=whole)
    assert (kept.count(), len(refusals(outcomes))) == (3, 5)
    assert all("Il reste 10\u00a0h" in sentence for sentence in refusals(outcomes))
    assert Entry.objects.filter(act="share.propose").count() == 3
    whole_and_sound(commitment)


def test_a_share_answered_and_taken_back_by_eight_has_one_fate(cascade):
    facilitator, commitment, parties = cascade
    whole = whole_of(commitment)
    for number in range(ROUNDS):
        share_id = proposing(facilitator, whole, parties[number], 10)()
        share = CommitmentShare.objects.get(pk=share_id)
        acts = [answering(share), answering(share, "Non merci."), withdrawing(facilitator, share)]
        outcomes = at_once(*(acts * 3)[:8])
        done = outcomes.count(None)
        told = Entry.objects.filter(facts__share=share_id).exclude(act="share.propose").count()
        assert done == told
        # Taken back after it was accepted is two acts; every other one is refused.
        assert done in {1, 2}
        share.refresh_from_db()
        assert (done == 2) <= (share.state == ShareState.WITHDRAWN)
    whole_and_sound(commitment)


def test_all_acts_at_once_on_one_cascade(cascade):
    facilitator, commitment, parties = cascade
    whole = whole_of(commitment)
    lost = 0
    for number in range(1, ROUNDS + 1):
        Amendment.objects.create(
            contract=commitment.contract, number=number, signed_on=ON, effective_on=ON,
            due_minutes=6_000 + 600 * number, subject="Volume",
        )  # fmt: skip
        held = list(CommitmentShare.objects.filter(parent=whole, state__in=OPEN_SHARES))
        acts = [
            *(answering(share) for share in held[:2]),
            *(withdrawing(facilitator, share) for share in held[1:2]),
            lambda: split_again(commitment_id=commitment.pk, by=facilitator, on=ON, now=NOW),
        ]
        free = [party for party in parties if party.pk not in {it.party_id for it in held}]
        acts += [proposing(facilitator, whole, party, 9) for party in free][: 8 - len(acts)]
        before = Entry.objects.count()
        outcomes = at_once(*acts)
        lost += len(outcomes) - len(refusals(outcomes)) - (Entry.objects.count() - before)
        tree = whole_and_sound(commitment)
        assert tree.hours.minutes == 6_000 + 600 * number
    assert lost == 0


def test_writers_who_go_round_the_actions_are_kept_within_the_whole(cascade):
    """No lock of ours, no question asked: the database alone adds up."""
    _, commitment, parties = cascade
    whole = whole_of(commitment)

    def write(party):
        try:
            with transaction.atomic():
                CommitmentShare.objects.create(
                    commitment=commitment, party=party, parent=whole, minutes=1_801, proposed_on=ON
                )
        except DatabaseError as error:
            raise Refused(str(error)) from error

    outcomes = at_once(*[lambda party=party: write(party) for party in parties])
    assert ["entrusted out of 6000" in said for said in refusals(outcomes)] == [True] * 5
    whole_and_sound(commitment)
