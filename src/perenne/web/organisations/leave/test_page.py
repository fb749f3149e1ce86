import pytest
from django.urls import reverse

from perenne.domain.organisations.factories import new_colleague, new_organisation
from perenne.domain.organisations.models import Kind, Organisation, Seat
from perenne.web.tests.browser import buttons_of, error_on, text_of

pytestmark = pytest.mark.django_db


def url_of(actor, name="leave"):
    return reverse(f"organisations:{name}", args=[actor.organisation_id])


def seat_of(actor):
    return Seat.objects.get(person_id=actor.person_id, organisation_id=actor.organisation_id)


def test_a_stranger_leaves_nothing(client_of, committee):
    assert client_of(committee.buyer).get(url_of(committee.company)).status_code == 404


def test_a_member_leaves_and_the_next_request_knows_it(client_of, committee):
    colleague = new_colleague(committee.company)
    browser = client_of(colleague)
    page = browser.post(url_of(committee.company), follow=True)
    assert "Vous avez quitté" in text_of(page)
    assert browser.get(reverse("organisations:own")).url == reverse("organisations:mine")


def test_the_last_administrator_hands_over_in_the_same_step(client_of, committee):
    colleague = new_colleague(committee.company, full_name="Paul Rey")
    browser, url = client_of(committee.company), url_of(committee.company)
    assert "Paul Rey" in text_of(browser.get(url))
    page = browser.post(url, {})
    assert error_on(page, "successor") == "Choisissez le collègue qui prend la suite."
    browser.post(url, {"successor": seat_of(colleague).pk})
    assert seat_of(colleague).is_admin
    assert not Seat.objects.filter(person_id=committee.company.person_id).exists()


def test_one_of_two_administrators_names_nobody(client_of, committee):
    new_colleague(committee.company, is_admin=True)
    page = client_of(committee.company).get(url_of(committee.company))
    assert "Qui prend la suite" not in text_of(page)


def test_who_is_alone_invites_or_closes(client_of, committee):
    browser, url = client_of(committee.company), url_of(committee.company)
    assert buttons_of(browser.get(url)) == ["Inviter un collègue", "Fermer l’espace"]
    assert "Vous êtes seul" in text_of(browser.post(url, {}))
    page = browser.post(url_of(committee.company, "close"), follow=True)
    assert "est fermé." in text_of(page)
    assert Organisation.objects.get(pk=committee.company.organisation_id).state == "closed"


def test_a_space_other_than_the_one_at_work_is_left_and_closed_too(client_of, committee):
    other = new_organisation(Kind.COMPANY)
    seat = Seat.objects.create(
        person_id=committee.buyer.person_id, organisation=other, is_admin=True
    )
    browser = client_of(committee.buyer)
    page = browser.get(reverse("organisations:leave", args=[other.pk]))
    assert "Y aller" in buttons_of(page)
    browser.post(reverse("organisations:close", args=[other.pk]))
    assert not Seat.objects.filter(pk=seat.pk).exists()


def test_the_coordination_is_not_closed(client_of, committee):
    actor = committee.coordination
    assert "Vous ne pouvez pas" in text_of(
        client_of(actor).post(url_of(actor, "close"), follow=True)
    )
