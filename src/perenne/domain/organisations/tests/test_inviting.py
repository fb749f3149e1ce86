"""Invitations: one use, 72 hours, hashed, renewed, withdrawn; nobody learns of an account."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection

from perenne.domain.organisations import actions, tasks
from perenne.domain.organisations.actions.inviting import MOST_OPEN
from perenne.domain.organisations.factories import new_actor, new_colleague
from perenne.domain.organisations.models import Invitation, Seat
from perenne.domain.organisations.queries import Link, invitation_behind
from perenne.domain.organisations.queries.invitations import print_of, token_of
from perenne.domain.organisations.tests.conftest import NOW, person
from perenne.domain.people.factories import PASSWORD, new_person
from perenne.domain.people.models import Person
from perenne.kit.actors import Role
from perenne.kit.refusals import Refused

pytestmark = pytest.mark.django_db
ADDRESS = "paul@bati-brie.test"


def invited(by, email=ADDRESS, is_admin=False, now=NOW):
    return actions.invite(
        organisation_id=by.organisation_id, email=email, is_admin=is_admin, by=by, now=now
    )


def newest_token():
    return token_of(Invitation.objects.order_by("-pk").first().seed)


def newcomer(email=ADDRESS):
    return actions.Newcomer(email=email, full_name="Paul Rey", password=PASSWORD)


def test_somebody_without_account_opens_one_by_the_link_and_sits(admin):
    invited(admin)
    actions.accept_as_newcomer(
        token=newest_token(), newcomer=newcomer(), by=person(None), now=NOW + timedelta(hours=71)
    )
    seat = Seat.objects.get(person__email=ADDRESS)
    assert (seat.organisation_id, seat.is_admin) == (admin.organisation_id, False)


def test_somebody_with_an_account_and_other_seats_gets_one_more(admin):
    buyer = new_actor(Role.BUYER)
    invited(admin, is_admin=True)
    actions.accept_invitation(token=newest_token(), by=buyer, now=NOW)
    assert Seat.objects.filter(person_id=buyer.person_id).count() == 2
    assert Seat.objects.get(
        person_id=buyer.person_id, organisation_id=admin.organisation_id
    ).is_admin


def test_neither_the_table_nor_the_queue_nor_the_journal_holds_the_token(admin):
    invited(admin)
    secret = newest_token()
    with connection.cursor() as cursor:
        for table in ("organisations_invitation", "procrastinate_jobs", "journal_entry"):
            cursor.execute(f"SELECT * FROM {table}")
            rows = str(cursor.fetchall())
            assert rows != "[]"
            assert secret not in rows
    assert Invitation.objects.get().token_print == print_of(secret)


def used(invitation_id, admin):
    actions.accept_invitation(token=newest_token(), by=person(new_person().pk), now=NOW)


def withdrawn(invitation_id, admin):
    actions.withdraw_invitation(invitation_id=invitation_id, by=admin)


def late(invitation_id, admin):
    Invitation.objects.update(expires_at=NOW)


def renewed(invitation_id, admin):
    actions.resend_invitation(
        invitation_id=invitation_id, by=admin, now=NOW + timedelta(minutes=30)
    )


@pytest.mark.parametrize(
    ("happened", "link"),
    [(used, Link.USED), (withdrawn, Link.WITHDRAWN), (late, Link.EXPIRED), (renewed, Link.UNKNOWN)],
)
def test_a_link_that_opens_nothing_says_so_and_what_to_do(admin, happened, link):
    invitation_id, old = invited(admin), newest_token()
    happened(invitation_id, admin)
    seats = Seat.objects.count()
    card = invitation_behind(old, now=NOW)
    assert (card.link, card.organisation, card.email) == (link, "", "")
    with pytest.raises(Refused, match=link.sentence[:30]):
        actions.accept_invitation(token=old, by=person(new_person().pk), now=NOW)
    assert Seat.objects.count() == seats


def test_a_renewed_link_opens_for_72_hours_more(admin):
    invitation_id = invited(admin)
    later = NOW + timedelta(hours=100)
    actions.resend_invitation(invitation_id=invitation_id, by=admin, now=later)
    assert invitation_behind(newest_token(), now=later + timedelta(hours=71)).link is Link.OPEN
    assert invitation_behind(newest_token(), now=later + timedelta(hours=72)).link is Link.EXPIRED


def test_nobody_is_mailed_twice_in_ten_minutes(admin):
    invitation_id = invited(admin)
    with pytest.raises(Refused, match="moins de dix minutes"):
        actions.resend_invitation(
            invitation_id=invitation_id, by=admin, now=NOW + timedelta(minutes=9)
        )


def test_inviting_says_the_same_whether_the_address_has_an_account(admin):
    new_person(email="connue@exemple.test")
    for address in ("connue@exemple.test", "inconnue@exemple.test"):
        assert invited(admin, address)
    known, unknown = (
        invitation_behind(token_of(row.seed), now=NOW) for row in Invitation.objects.order_by("pk")
    )
    assert (known.link, known.organisation, known.is_admin) == (
        unknown.link,
        unknown.organisation,
        unknown.is_admin,
    )


@pytest.mark.parametrize("again", [ADDRESS, " PAUL@bati-brie.TEST "])
def test_an_address_is_invited_once_at_a_time(admin, again):
    invited(admin)
    with pytest.raises(Refused, match="renvoyez-la"):
        invited(admin, again)


def test_a_colleague_is_not_invited(admin):
    colleague = new_colleague(admin)
    email = Person.objects.get(pk=colleague.person_id).email
    with pytest.raises(Refused, match="travaille déjà"):
        invited(admin, email)


def test_invitations_are_not_a_way_to_write_to_the_whole_world(admin):
    for number in range(MOST_OPEN):
        invited(admin, f"n{number}@exemple.test")
    with pytest.raises(Refused, match=f"{MOST_OPEN} invitations"):
        invited(admin, "une.de.trop@exemple.test")


def test_only_an_administrator_invites_and_only_for_their_own(admin):
    for other in (new_colleague(admin), new_actor(Role.COORDINATION), new_actor(Role.COMPANY)):
        with pytest.raises(Refused):
            actions.invite(
                organisation_id=admin.organisation_id,
                email=ADDRESS,
                is_admin=True,
                by=other,
                now=NOW,
            )


def test_the_mail_is_in_french_with_the_link_and_its_last_hour(admin, settings):
    settings.ADDRESS = "https://perenne.example"
    invitation_id = invited(admin)
    assert actions.send_invitation(invitation_id=invitation_id, now=NOW)
    (letter,) = mail.outbox
    assert letter.to == [ADDRESS]
    assert letter.subject == "Invitation à rejoindre l’espace de Bâti Brie"
    assert f"https://perenne.example/organismes/invitation/{newest_token()}/" in letter.body
    assert "dimanche 29 novembre à 10h30" in letter.body


def test_a_mail_that_waited_too_long_in_the_queue_does_not_leave(admin):
    invitation_id = invited(admin)
    actions.withdraw_invitation(invitation_id=invitation_id, by=admin)
    tasks.send_invitation(invitation_id=invitation_id)
    assert mail.outbox == []
