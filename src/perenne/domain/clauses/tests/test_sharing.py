"""Hours entrusted, accepted, refused, taken back, asked for again; each is counted once."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import transaction

from perenne.domain.clauses.actions import executing, mailing, schedule_commitment, sharing
from perenne.domain.clauses.factories import token_for
from perenne.domain.clauses.models import CommitmentShare
from perenne.domain.clauses.policy import COMMITMENT_GRANTS, COMMITMENTS, SHARE_GRANTS
from perenne.domain.clauses.queries.links import Offer, offer_behind
from perenne.domain.clauses.queries.shares import parts_of, tree_of
from perenne.domain.clauses.states import ShareState
from perenne.domain.clauses.tests.cascades import NOW, ON, Cascade
from perenne.domain.organisations.factories import new_actor
from perenne.domain.procurement.models import Amendment
from perenne.kit.actors import VISITOR, Role
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import Refused
from perenne.values import Hours

pytestmark = pytest.mark.django_db


@pytest.fixture
def cascade(db):
    return Cascade()


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
    mailing.send_answer(share_id=share, now=NOW)
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
    assert mailing.send_withdrawn(share_id=share, now=NOW) == 1
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


def test_every_act_on_a_commitment_and_its_shares_leaves_its_line(cascade):
    who, pk = {"by": cascade.facilitator}, cascade.commitment.pk
    share = cascade.propose(10)
    assert "trois jours" in refused(sharing.resend_share, share_id=share, now=NOW, **who)
    sharing.resend_share(share_id=share, now=NOW + timedelta(3), **who)
    cascade.accept(share)
    refused_one = cascade.propose(10, cascade.second)
    sharing.answer_by_link(
        token=token_for(refused_one), refusal="Carnet plein.", by=VISITOR, on=ON, now=NOW
    )
    sharing.withdraw_share(share_id=share, reason="Autre méthode.", on=ON, **who)
    Amendment.objects.create(
        contract=cascade.commitment.contract, number=1, signed_on=ON, effective_on=ON,
        due_minutes=60, subject="Volume",
    )  # fmt: skip
    sharing.split_again(commitment_id=pk, on=ON, now=NOW, **who)
    executing.kick_off_commitment(commitment_id=pk, held_on=ON, **who)
    schedule_commitment(commitment_id=pk, months=[4, 5], **who)
    executing.close_execution(contract_id=cascade.commitment.contract_id, ended_on=ON, **who)
    told = set(
        Entry.objects.filter(subject_type="clauses.commitment").values_list("act", flat=True)
    )
    silent = {"commitment.view", "commitment.take_away", "consent.ask", "consent.answer"}
    assert told == {*COMMITMENT_GRANTS, *SHARE_GRANTS} - silent
