"""Adhesion: at once, by an administrator, with the charter; left, excluded, pardoned, listed."""

from datetime import date

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils.timezone import now

from perenne.domain.membership import actions, queries, tasks
from perenne.domain.membership.factories import new_membership
from perenne.domain.membership.models import Membership
from perenne.domain.membership.queries import CURRENT, Sieve
from perenne.domain.membership.queries.charter import VERSIONS
from perenne.domain.membership.states import MembershipState
from perenne.domain.organisations.actions import (
    AlreadyHere,
    Identity,
    Newcomer,
    close_space,
)
from perenne.domain.organisations.factories import new_actor, new_colleague
from perenne.domain.organisations.models import Kind, Organisation
from perenne.domain.people.factories import PASSWORD
from perenne.domain.people.models import Person
from perenne.kit.actors import HOUSE, VISITOR, Role
from perenne.kit.journal.models import Entry
from perenne.kit.paging import WHOLE
from perenne.kit.refusals import NotFound, Refused
from perenne.values import Siret

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 26)
SIRET = Siret("73282932000074")
ADMIN = Newcomer("lea@bati.test", "Léa Roux", PASSWORD, "01 60 00 00 00")
JOINING = [Role(kind) for kind in Kind.values]


@pytest.fixture
def coordination(db):
    return new_actor(Role.COORDINATION)


def as_newcomer(newcomer=ADMIN, siret=SIRET):
    return actions.join_as_newcomer(
        Identity("Bâti Brie", siret=siret),
        newcomer=newcomer,
        role=Role.COMPANY,
        sub_kind="",
        charter_version=CURRENT.version,
        by=VISITOR,
    )


@pytest.mark.parametrize("role", JOINING)
def test_an_organisation_of_any_kind_joins_at_once(role):
    actor = new_actor(role)
    new_membership(actor)
    card = queries.membership_of(actor)
    assert (card.state, card.charter_version) == (MembershipState.JOINED, CURRENT.version)
    entry = Entry.objects.get(act="membership.join")
    assert (entry.person_id, entry.facts) == (actor.person_id, {"charter": CURRENT.version})


def test_a_visitor_becomes_a_member_in_one_step_or_nothing_is_kept():
    member = as_newcomer()
    assert queries.membership_of(member).state is MembershipState.JOINED
    with pytest.raises(AlreadyHere):
        as_newcomer(Newcomer("paul@bati.test", "Paul", PASSWORD))
    assert (Person.objects.count(), Membership.objects.count()) == (1, 1)


def test_an_organisation_is_a_member_once():
    actor = new_actor(Role.COMPANY)
    new_membership(actor)
    with pytest.raises(Refused, match="déjà membre"):
        new_membership(actor)


def test_who_cannot_speak_for_an_organisation_does_not_join(coordination):
    colleague = new_colleague(new_actor(Role.COMPANY))
    for by in (VISITOR, HOUSE, colleague):
        with pytest.raises(Refused):
            new_membership(by)
    assert not Membership.objects.exists()


def test_a_charter_that_changed_while_it_was_read_is_read_again():
    with pytest.raises(Refused, match="La charte a changé"):
        actions.join_committee(charter_version="2020-01", by=new_actor(Role.COMPANY))


def test_who_left_joins_again_and_both_are_kept():
    actor = new_actor(Role.COMPANY)
    first = new_membership(actor)
    actions.leave_committee(membership_id=first, by=actor, today=TODAY)
    assert queries.membership_of(actor) is None
    new_membership(actor)
    assert Membership.objects.count() == 2


def test_who_is_excluded_reads_why_and_joins_again_once_pardoned(coordination):
    actor = new_actor(Role.COMPANY)
    membership = new_membership(actor)
    said = {"membership_id": membership, "by": coordination, "today": TODAY}
    with pytest.raises(Refused, match="Dites pourquoi"):
        actions.exclude_member(reason=" ", **said)
    actions.exclude_member(reason="Heures inventées.", **said)
    assert queries.membership_of(actor).reason == "Heures inventées."
    with pytest.raises(Refused, match="exclu"):
        new_membership(actor)
    actions.pardon_member(membership_id=membership, by=coordination)
    new_membership(actor)


@pytest.mark.parametrize("role", [Role.BUYER, Role.FACILITATOR, Role.COMPANY])
def test_nobody_else_touches_an_adhesion(role, coordination):
    membership = new_membership(new_actor(Role.COMPANY))
    stranger = new_actor(role)
    with pytest.raises(Refused):
        actions.leave_committee(membership_id=membership, by=stranger, today=TODAY)
    with pytest.raises(Refused):
        actions.exclude_member(membership_id=membership, reason="x", by=stranger, today=TODAY)
    with pytest.raises(Refused):  # the coordination excludes; it does not leave for others
        actions.leave_committee(membership_id=membership, by=coordination, today=TODAY)
    with pytest.raises(NotFound):
        queries.membership_card(membership, seen_by=stranger)


def test_a_simple_member_of_the_organisation_does_not_leave_for_it():
    actor = new_actor(Role.COMPANY)
    membership = new_membership(actor)
    with pytest.raises(Refused):
        actions.leave_committee(membership_id=membership, by=new_colleague(actor), today=TODAY)


def test_the_confirmation_says_which_charter_and_how_to_leave(settings):
    settings.ADDRESS = "https://perenne.example"
    member = as_newcomer()
    tasks.confirm(membership_id=queries.membership_of(member).id)
    (letter,) = mail.outbox
    assert (letter.to, letter.subject) == (["lea@bati.test"], "Bienvenue au comité")
    assert f"https://perenne.example/adhesion/charte/{CURRENT.version}/" in letter.body
    assert "deux clics" in letter.body


def test_who_has_already_left_is_not_welcomed():
    actor = new_actor(Role.COMPANY)
    membership = new_membership(actor)
    actions.leave_committee(membership_id=membership, by=actor, today=TODAY)
    assert actions.send_confirmation(membership_id=membership, now=now()) is False
    assert mail.outbox == []


def test_the_coordination_lists_by_kind_and_state_and_nobody_else_lists(coordination):
    company, buyer = new_actor(Role.COMPANY), new_actor(Role.BUYER)
    gone, closed = new_actor(Role.COMPANY), new_actor(Role.COMPANY)
    for actor in (company, buyer, gone, closed):
        new_membership(actor)
    left = queries.membership_of(gone).id
    actions.leave_committee(membership_id=left, by=gone, today=TODAY)
    close_space(organisation_id=closed.organisation_id, by=closed)

    def listed(by=coordination, **said):
        rows = queries.members_of(seen_by=by, sieve=Sieve(**said), page=WHOLE).items
        assert queries.members_of(seen_by=by, sieve=Sieve(**said)).total == len(rows)
        return {row.organisation_id for row in rows}

    assert listed() == {company.organisation_id, buyer.organisation_id}
    assert listed(kind=Role.BUYER) == {buyer.organisation_id}
    assert listed(state=MembershipState.LEFT) == {gone.organisation_id}
    assert len(listed(state=None)) == 4
    assert listed(by=company, state=None) == set()


def test_every_version_of_the_charter_is_read_by_its_name():
    assert queries.charter() is CURRENT
    for version, text in VERSIONS.items():
        assert queries.charter(version) is text
        assert text.version == version
        assert all(part.lines for part in text.parts)
    with pytest.raises(NotFound):
        queries.charter("1999")


IMPOSSIBLE = {
    "an unknown state": {"state": "lost"},
    "excluded without a reason": {"state": "excluded", "ended_on": TODAY},
    "a reason for a member": {"reason": "x"},
    "left without a day": {"state": "left"},
    "a member with an end": {"ended_on": TODAY},
    "no charter": {"charter_version": ""},
}


@pytest.mark.parametrize("facts", IMPOSSIBLE.values(), ids=IMPOSSIBLE.keys())
def test_the_database_refuses_what_cannot_be(facts):
    new_membership(new_actor(Role.COMPANY))
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.update(**facts)


def test_an_account_that_is_erased_leaves_the_adhesion_without_a_name():
    actor = new_actor(Role.COMPANY)
    new_colleague(actor, is_admin=True)
    membership = new_membership(actor)
    Person.objects.get(pk=actor.person_id).delete()
    assert Membership.objects.get(pk=membership).signed_by is None
    assert Organisation.objects.filter(pk=actor.organisation_id).exists()
