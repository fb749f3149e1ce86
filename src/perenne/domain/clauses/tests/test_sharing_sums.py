"""The sums of a cascade: kept by the database against any writer, and by the acts in any order."""

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as some
from hypothesis.extra.django import TestCase

from perenne.domain.clauses.actions import sharing
from perenne.domain.clauses.factories import token_for
from perenne.domain.clauses.models import CommitmentShare
from perenne.domain.clauses.queries.links import token_of
from perenne.domain.clauses.queries.shares import carried_by_party, tree_of
from perenne.domain.clauses.tests.cascades import NOW, ON, Cascade
from perenne.domain.procurement.factories import new_party
from perenne.domain.procurement.models import Amendment
from perenne.kit.actors import VISITOR
from perenne.kit.refusals import Refused
from perenne.kit.tenancy import within
from perenne.values import Hours

pytestmark = pytest.mark.django_db


@pytest.fixture
def cascade(db):
    return Cascade()


FORBIDDEN = {
    "more than the whole": "UPDATE {t} SET minutes = 60001 WHERE id = {first}",
    "less than what is entrusted": "UPDATE {t} SET minutes = 17999 WHERE id = {whole}",
    "one more part": "INSERT INTO {t} (commitment_id, party_id, parent_id, minutes, state, reason,"
    " proposed_on, seed, token_print) SELECT commitment_id, {second}, {whole}, 42001, 'proposed',"
    " '', proposed_on, '', '' FROM {t} WHERE id = {whole}",
    "twice the same party": "INSERT INTO {t} (commitment_id, party_id, parent_id, minutes, state,"
    " reason, proposed_on, seed, token_print) SELECT commitment_id, party_id, {whole}, 1,"
    " 'proposed', '', proposed_on, '', '' FROM {t} WHERE id = {first}",
    "elsewhere": "UPDATE {t} SET parent_id = NULL WHERE id = {first}",
    "to somebody else": "UPDATE {t} SET party_id = {second} WHERE id = {first}",
    "a second whole": "INSERT INTO {t} (commitment_id, party_id, minutes, state, reason,"
    " proposed_on, seed, token_print) SELECT commitment_id, party_id, 1, 'accepted', '',"
    " proposed_on, '', '' FROM {t} WHERE id = {whole}",
    "the whole refused": "UPDATE {t} SET state = 'refused', reason = 'x' WHERE id = {whole}",
    "erased": "DELETE FROM {t} WHERE id = {first}",
    "back from a refusal": "UPDATE {t} SET state = 'accepted' WHERE id = {gone}",
    "refused without a word": "UPDATE {t} SET state = 'refused' WHERE id = {first}",
    "taken back over what stands under it": "UPDATE {t} SET state = 'withdrawn', reason = 'x'"
    " WHERE id = {held}",
    "asked again over what is accepted": "UPDATE {t} SET state = 'proposed' WHERE id = {held}",
    "a state that no machine has": "UPDATE {t} SET state = 'lost' WHERE id = {first}",
}


@pytest.mark.parametrize("order", FORBIDDEN.values(), ids=FORBIDDEN)
def test_the_database_refuses_what_no_action_would_write(cascade, order):
    first = cascade.propose(200)
    gone = cascade.propose(50, cascade.second)
    sharing.answer_by_link(token=token_for(gone), refusal="Non merci.", by=VISITOR, on=ON, now=NOW)
    held = cascade.propose(100, cascade.second)
    sharing.answer_by_link(token=token_for(held), refusal=None, by=VISITOR, on=ON, now=NOW)
    third = new_party(cascade.commitment.contract, under=cascade.second, email="t@chape.test")
    below = cascade.propose(10, third, held, cascade.facilitator)
    sharing.answer_by_link(token=token_for(below), refusal=None, by=VISITOR, on=ON, now=NOW)
    statement = order.format(
        t="clauses_commitmentshare",
        whole=cascade.whole.pk,
        first=first,
        second=cascade.second.pk,
        gone=gone,
        held=held,
    )
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


class Trees(TestCase):
    """Whatever is proposed, answered and taken back, in any order, nothing is lost or doubled."""

    @settings(max_examples=25, deadline=None)
    @given(
        some.lists(
            some.tuples(
                some.sampled_from(["propose", "accept", "refuse", "withdraw", "again"]),
                some.integers(0, 30),
                some.integers(1, 40_000),
            ),
            max_size=14,
        )
    )
    def test_the_hours_add_up_to_the_whole(self, acts):
        with within("77"):
            cascade = Cascade()
            for act, which, minutes in acts:
                try:
                    with transaction.atomic():
                        play(cascade, act, which, minutes)
                except Refused:
                    continue
            tree = tree_of(cascade.commitment.pk)
            carried = carried_by_party([cascade.commitment.pk])
            assert sum(node.carried.minutes for node in tree.walk()) == tree.hours.minutes
            assert sum(hours.minutes for hours in carried.values()) == tree.hours.minutes
            for node in tree.walk():
                below = sum(child.hours.minutes for child in node.children if child.is_open)
                assert below <= node.hours.minutes


def play(cascade, act, which, minutes):
    shares = list(CommitmentShare.objects.filter(commitment=cascade.commitment))
    share = shares[which % len(shares)]
    parties = [cascade.first, cascade.second, cascade.deep]
    if act == "propose":
        sharing.propose_share(
            parent_id=share.pk,
            party_id=parties[which % 3].pk,
            hours=Hours(minutes),
            by=cascade.facilitator,
            on=ON,
            now=NOW,
        )
    elif act == "withdraw":
        sharing.withdraw_share(
            share_id=share.pk, reason="Parce que.", by=cascade.facilitator, on=ON
        )
    elif act == "again":
        number = cascade.commitment.contract.amendments.count() + 1
        Amendment.objects.create(
            contract=cascade.commitment.contract, number=number, signed_on=ON, effective_on=ON,
            due_minutes=minutes, subject="Volume",
        )  # fmt: skip
        sharing.split_again(
            commitment_id=cascade.commitment.pk, by=cascade.facilitator, on=ON, now=NOW
        )
    else:
        sharing.answer_by_link(
            token=token_of(share.seed),
            refusal=None if act == "accept" else "Non merci.",
            by=VISITOR,
            on=ON,
            now=NOW,
        )
