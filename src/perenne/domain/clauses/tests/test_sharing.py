"""Hours entrusted, accepted, refused, taken back, asked for again; each is counted once."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from django.db import DatabaseError, connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as some
from hypothesis.extra.django import TestCase

from perenne.domain.clauses.actions import mailing, sharing
from perenne.domain.clauses.factories import new_commitment, whole_of
from perenne.domain.clauses.models import CommitmentShare
from perenne.domain.clauses.policy import COMMITMENTS
from perenne.domain.clauses.queries.links import Offer, offer_behind, token_of
from perenne.domain.clauses.queries.shares import carried_by_party, parts_of, tree_of
from perenne.domain.clauses.states import ShareState
from perenne.domain.organisations.factories import new_actor
from perenne.domain.procurement.factories import new_party
from perenne.domain.procurement.models import Amendment
from perenne.kit.actors import VISITOR, Role
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import Refused
from perenne.kit.tenancy import within
from perenne.values import Hours

pytestmark = pytest.mark.django_db
ON, NOW = date(2026, 11, 23), datetime(2026, 11, 23, 9, tzinfo=UTC)


class Cascade:
    """A lead with a space, a subcontractor with one, another without, one of the second rank."""

    def __init__(self):
        self.facilitator, self.buyer = new_actor(Role.FACILITATOR), new_actor(Role.BUYER)
        self.lead, self.sub = new_actor(Role.COMPANY), new_actor(Role.INCLUSION_STRUCTURE)
        self.commitment = new_commitment(self.facilitator, buyer=self.buyer, company=self.lead)
        self.whole = whole_of(self.commitment)
        contract, top = self.commitment.contract, self.whole.party
        self.first = new_party(contract, under=top, company=self.sub)
        self.second = new_party(contract, under=top, email="paul@chape.test")
        self.deep = new_party(contract, under=self.first, email="deep@chape.test")

    def propose(self, hours, party=None, parent=None, by=None):
        return sharing.propose_share(
            parent_id=parent or self.whole.pk,
            party_id=(party or self.first).pk,
            hours=Hours.of(hours),
            by=by or self.lead,
            on=ON,
            now=NOW,
        )

    def accept(self, share_id, by=None):
        sharing.accept_share(share_id=share_id, by=by or self.sub, on=ON)

    def carried(self):
        found = carried_by_party([self.commitment.pk])
        return {party: hours.minutes // 60 for party, hours in found.items()}


@pytest.fixture
def cascade(db):
    return Cascade()


def token_for(share_id):
    return token_of(CommitmentShare.objects.get(pk=share_id).seed)


def refused(act, **said):
    with pytest.raises(Refused) as told, transaction.atomic():
        act(**said)
    return str(told.value)


def test_what_is_not_accepted_stays_above_and_each_hour_counts_once(cascade):
    top, first, deep = cascade.whole.party_id, cascade.first.pk, cascade.deep.pk
    share = cascade.propose(300)
    assert cascade.carried() == {top: 1000}
    cascade.accept(share)
    assert cascade.carried() == {top: 700, first: 300}
    below = cascade.propose(120, cascade.deep, share, cascade.sub)
    sharing.answer_by_link(token=token_for(below), refusal=None, by=VISITOR, on=ON, now=NOW)
    assert cascade.carried() == {top: 700, first: 180, deep: 120}
    assert sum(node.carried.minutes for node in tree_of(cascade.commitment.pk).walk()) == 60_000


def test_a_part_is_within_what_is_left_and_for_who_was_declared(cascade):
    cascade.propose(900)
    said = {"parent_id": cascade.whole.pk, "hours": Hours.of(101), "on": ON, "now": NOW}
    said |= {"by": cascade.lead, "party_id": cascade.second.pk}
    assert "Il reste 100\u00a0h à confier" in refused(sharing.propose_share, **said)
    assert "Il reste" in refused(sharing.propose_share, **said | {"hours": Hours(0)})
    for party in (cascade.first, cascade.deep, cascade.whole.party):
        assert "n’est pas déclarée" in refused(
            sharing.propose_share, **said | {"party_id": party.pk, "hours": Hours(1)}
        )


def test_a_refusal_says_why_and_the_hours_go_back_up(cascade):
    share = cascade.propose(300)
    said = {"share_id": share, "by": cascade.sub, "on": ON}
    assert "Dites pourquoi" in refused(sharing.refuse_share, **said, reason=" ")
    sharing.refuse_share(**said, reason="Aucun encadrant disponible.")
    node = tree_of(cascade.commitment.pk)
    assert (node.carried, node.left) == (Hours.of(1000), Hours.of(1000))
    assert node.children[0].reason == "Aucun encadrant disponible."
    cascade.propose(200)  # the same company may be asked again
    mailing.send_answer(share_id=share)
    assert "Aucun encadrant disponible." in mail.outbox[-1].body


def test_what_is_taken_back_takes_all_that_stands_under_it(cascade):
    share = cascade.propose(300)
    cascade.accept(share)
    cascade.propose(100, cascade.deep, share, cascade.sub)
    sharing.withdraw_share(share_id=share, reason="Changement de méthode.", by=cascade.lead, on=ON)
    states = CommitmentShare.objects.exclude(parent=None).values_list("state", flat=True)
    assert set(states) == {ShareState.WITHDRAWN}
    assert cascade.carried() == {cascade.whole.party_id: 1000}


@pytest.mark.parametrize("who", ["buyer", "stranger", "visitor", "sub"])
def test_nobody_entrusts_the_hours_of_another(cascade, who):
    people = {"buyer": cascade.buyer, "visitor": VISITOR, "sub": cascade.sub}
    actor = people.get(who) or new_actor(Role.COMPANY)
    with pytest.raises(Refused):
        cascade.propose(10, by=actor)
    share = cascade.propose(10)
    for act in (sharing.accept_share, sharing.refuse_share, sharing.withdraw_share):
        said = {} if act is sharing.accept_share else {"reason": "Parce que."}
        if not (who == "sub" and act is not sharing.withdraw_share):
            assert "Vous ne pouvez pas" in refused(act, share_id=share, by=actor, on=ON, **said)


def test_a_link_serves_once_for_thirty_days_and_a_new_one_replaces_it(cascade):
    share = cascade.propose(40, cascade.second)
    assert mailing.send_offer(share_id=share, now=NOW) == 1
    assert mail.outbox[-1].to == ["paul@chape.test"]
    first = token_for(share)
    assert first in mail.outbox[-1].body
    late = NOW + timedelta(31)
    assert offer_behind(first, now=NOW).hours == Hours.of(40)
    assert offer_behind(first, now=late) == type(offer_behind(first, now=late))(Offer.EXPIRED)
    said = {"refusal": None, "by": VISITOR, "on": ON}
    assert "trente jours" in refused(sharing.answer_by_link, token=first, now=late, **said)
    sharing.resend_share(share_id=share, by=cascade.lead, now=late)
    assert "pas reconnu" in refused(sharing.answer_by_link, token=first, now=late, **said)
    sharing.answer_by_link(token=token_for(share), now=late, **said)
    again = refused(sharing.answer_by_link, token=token_for(share), now=late, **said)
    assert "déjà enregistrée" in again
    assert mailing.send_offer(share_id=share, now=late) == 0
    entry = Entry.objects.get(act="share.accept")
    assert entry.subject_type == "clauses.commitment"
    assert entry.person_id is None
    assert first not in str(entry.facts)


def test_a_share_taken_back_opens_nothing_any_more(cascade):
    share = cascade.propose(40, cascade.second)
    sharing.withdraw_share(share_id=share, reason="Erreur de saisie.", by=cascade.lead, on=ON)
    assert offer_behind(token_for(share), now=NOW).offer is Offer.WITHDRAWN
    assert mailing.send_withdrawn(share_id=share) == 1
    assert "Erreur de saisie." in mail.outbox[-1].body


def test_an_amendment_asks_everybody_again_in_the_same_proportion(cascade):
    share = cascade.propose(400)
    cascade.accept(share)
    below = cascade.propose(100, cascade.deep, share, cascade.sub)
    sharing.answer_by_link(token=token_for(below), refusal=None, by=VISITOR, on=ON, now=NOW)
    said = {"commitment_id": cascade.commitment.pk, "by": cascade.facilitator, "on": ON, "now": NOW}
    assert "rien à rouvrir" in refused(sharing.split_again, **said)
    for number, hours in ((1, 500), (2, 1500)):
        Amendment.objects.create(
            contract=cascade.commitment.contract, number=number, signed_on=ON, effective_on=ON,
            due_minutes=hours * 60, subject="Volume",
        )  # fmt: skip
        sharing.split_again(**said)
        nodes = list(tree_of(cascade.commitment.pk).walk())
        assert [node.hours.minutes // 60 for node in nodes] == [
            hours, hours * 4 // 10, hours // 10
        ]  # fmt: skip
        assert [node.state for node in nodes[1:]] == [ShareState.PROPOSED] * 2
        assert cascade.carried() == {cascade.whole.party_id: hours}
    assert "doit d’abord confirmer" in refused(
        sharing.answer_by_link, token=token_for(below), refusal=None, by=VISITOR, on=ON, now=NOW
    )
    cascade.accept(share)
    sharing.answer_by_link(token=token_for(below), refusal=None, by=VISITOR, on=ON, now=NOW)
    assert sum(cascade.carried().values()) == 1500


def test_who_sees_a_commitment_and_which_part_of_the_tree(cascade):
    pk = cascade.commitment.pk
    share = cascade.propose(100)
    sees = {
        name: COMMITMENTS.allows("commitment.view", actor, pk)
        for name, actor in {
            "buyer": cascade.buyer,
            "facilitator": cascade.facilitator,
            "coordination": new_actor(Role.COORDINATION),
            "lead": cascade.lead,
            "sub": cascade.sub,
            "other": new_actor(Role.COMPANY),
            "other buyer": new_actor(Role.BUYER),
            "visitor": VISITOR,
        }.items()
    }
    assert [name for name, may in sees.items() if may] == [
        "buyer", "facilitator", "coordination", "lead", "sub",
    ]  # fmt: skip
    tree = tree_of(pk)
    assert parts_of(tree, cascade.lead.organisation_id) == (tree,)
    assert [part.id for part in parts_of(tree, cascade.sub.organisation_id)] == [share]
    assert not COMMITMENTS.allows("commitment.take_away", cascade.sub, pk)


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
