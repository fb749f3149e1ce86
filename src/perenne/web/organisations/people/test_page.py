import pytest
from django.urls import reverse
from django.utils import timezone

from perenne.domain.organisations import actions
from perenne.domain.organisations.factories import new_colleague
from perenne.domain.organisations.models import Invitation, JoinRequest, Organisation, Seat
from perenne.domain.people.factories import new_person
from perenne.kit.actors import Actor, Role
from perenne.values import Siret
from perenne.web.tests.browser import error_on, sql_for, text_of

pytestmark = pytest.mark.django_db


def url_of(actor):
    return reverse("organisations:people", args=[actor.organisation_id])


def seat_of(actor):
    return Seat.objects.get(person_id=actor.person_id, organisation_id=actor.organisation_id)


def press(browser, name, pk):
    return browser.post(reverse(f"organisations:{name}", args=[pk]), follow=True)


@pytest.fixture
def admin(committee):
    return committee.company


def test_an_administrator_invites_renews_and_withdraws(client_of, admin):
    browser = client_of(admin)
    page = browser.post(url_of(admin), {"email": "paul@exemple.test"}, follow=True)
    assert "L’invitation est partie." in text_of(page)
    assert "paul@exemple.test" in text_of(page)
    invitation = Invitation.objects.get()
    assert "moins de dix minutes" in text_of(press(browser, "resend", invitation.pk))
    assert "L’invitation est retirée" in text_of(press(browser, "withdraw", invitation.pk))
    assert press(browser, "withdraw", invitation.pk).status_code == 404


def test_inviting_shows_the_same_page_whether_the_address_has_an_account(client_of, admin):
    new_person(email="connu@exemple.test")
    browser = client_of(admin)
    told = []
    for address in ("connu@exemple.test", "perdu@exemple.test"):
        page = browser.post(url_of(admin), {"email": address}, follow=True)
        told.append(text_of(page).replace(address, "X"))
        Invitation.objects.all().delete()
    assert told[0] == told[1]


@pytest.mark.parametrize("typed", ["", "paul", "paul@"])
def test_a_wrong_address_is_told_beside_its_field(client_of, admin, typed):
    page = client_of(admin).post(url_of(admin), {"email": typed})
    assert "adresse électronique" in error_on(page, "email")


def test_a_simple_member_reads_the_list_and_presses_nothing(client_of, admin):
    colleague = new_colleague(admin)
    browser = client_of(colleague)
    page = browser.get(url_of(admin))
    assert "demandez à un administrateur" in text_of(page)
    assert "Retirer de l’espace" not in text_of(page)
    assert browser.post(url_of(admin), {"email": "x@exemple.test"}).status_code == 404
    assert press(browser, "remove", seat_of(admin).pk).status_code == 404


def test_an_administrator_names_another_withdraws_and_removes(client_of, admin):
    colleague = new_colleague(admin, full_name="Paul Rey")
    browser, seat = client_of(admin), seat_of(colleague)
    assert "administrateur de plus" in text_of(press(browser, "name_admin", seat.pk))
    assert "n’est plus un administrateur" in text_of(press(browser, "withdraw_admin", seat.pk))
    own = press(browser, "withdraw_admin", seat_of(admin).pk)
    assert "garde toujours un administrateur" in text_of(own)
    page = press(browser, "remove", seat.pk)
    assert "n’a plus accès" in text_of(page)
    assert "Paul Rey" not in text_of(page)


def test_who_is_removed_between_seeing_and_pressing_is_refused(client_of, admin):
    """Rights are read again at every request: the page was open, the seat is gone."""
    other, victim = new_colleague(admin, is_admin=True), new_colleague(admin)
    browser = client_of(other)
    assert browser.get(url_of(admin)).status_code == 200
    actions.remove_seat(seat_id=seat_of(other).pk, by=admin)
    pressed = browser.post(reverse("organisations:remove", args=[seat_of(victim).pk]))
    assert pressed.url == reverse("organisations:mine")
    assert browser.post(url_of(admin), {"email": "x@exemple.test"}).status_code == 302
    assert seat_of(victim)
    assert not Invitation.objects.exists()


def test_who_is_no_more_administrator_between_seeing_and_pressing_is_refused(client_of, admin):
    other, victim = new_colleague(admin, is_admin=True), new_colleague(admin)
    browser = client_of(other)
    browser.get(url_of(admin))
    actions.withdraw_admin(seat_id=seat_of(other).pk, by=admin)
    assert press(browser, "remove", seat_of(victim).pk).status_code == 404
    assert browser.post(url_of(admin), {"email": "x@exemple.test"}).status_code == 404


def test_a_request_to_join_is_granted_or_declined(client_of, committee, admin):
    Organisation.objects.filter(pk=admin.organisation_id).update(siret="73282932000074")
    for name in ("Léa Roux", "Hugo Blanc"):
        asker = Actor(Role.VISITOR, person_id=new_person(full_name=name).pk)
        actions.ask_to_join(siret=Siret("73282932000074"), by=asker)
    browser = client_of(admin)
    assert "Répondre à qui demande à vous rejoindre" in text_of(browser.get(reverse("desks:today")))
    lea, hugo = JoinRequest.objects.order_by("pk")
    assert "travaille maintenant" in text_of(press(browser, "grant", lea.pk))
    page = press(browser, "decline", hugo.pk)
    assert "La demande est refusée" in text_of(page)
    assert "Léa Roux" in text_of(page)
    assert "Hugo Blanc" not in text_of(page)


def test_ten_of_each_ask_no_more_of_the_database_than_one(client_of, admin):
    browser = client_of(admin)

    def one_more(number):
        new_colleague(admin)
        actions.invite(
            organisation_id=admin.organisation_id,
            email=f"n{number}@exemple.test",
            is_admin=False,
            by=admin,
            now=timezone.now(),
        )

    one_more(0)
    once = sql_for(browser, url_of(admin))
    for number in range(1, 9):
        one_more(number)
    assert sql_for(browser, url_of(admin)) == once
