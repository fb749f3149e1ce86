from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from perenne.domain.organisations import actions
from perenne.domain.organisations.models import Invitation, Seat
from perenne.domain.organisations.queries.invitations import token_of
from perenne.domain.people.factories import PASSWORD, new_person
from perenne.kit.actors import Actor, Role
from perenne.web.tests.browser import buttons_of, error_on, text_of, title_of, typed_in

pytestmark = pytest.mark.django_db
ADDRESS = "paul@bati-brie.test"
SAID = {"full_name": "Paul Rey", "phone": "", "password": PASSWORD, "consent": "on"}


@pytest.fixture
def url(committee):
    actions.invite(
        organisation_id=committee.company.organisation_id,
        email=ADDRESS,
        is_admin=False,
        by=committee.company,
        now=timezone.now(),
    )
    return reverse("organisations:accept", args=[token_of(Invitation.objects.get().seed)])


def test_a_newcomer_opens_an_account_by_the_link_and_works(client_of, committee, url):
    browser = client_of(committee.nobody)
    assert ADDRESS in text_of(browser.get(url))
    page = browser.post(url, SAID, follow=True)
    assert page.redirect_chain.pop()[0].startswith(reverse("account:second_factor"))
    assert page.redirect_chain == [(reverse("desks:today"), 302)]
    assert "Bienvenue dans l’espace de" in text_of(page)
    assert Seat.objects.get(person__email=ADDRESS).organisation_id == (
        committee.company.organisation_id
    )


def test_somebody_signed_in_accepts_in_one_click_and_sits_there(client_of, committee, url):
    browser = client_of(committee.buyer)
    assert buttons_of(browser.get(url)) == ["Accepter l’invitation"]
    browser.post(url)
    page = browser.get(reverse("organisations:mine"))
    assert "Entreprise" in text_of(page, "//header")


def test_somebody_who_has_an_account_and_no_seat_accepts_too(client_of, committee, url):
    browser = client_of(Actor(Role.VISITOR, person_id=new_person().pk))
    assert browser.post(url).url == reverse("desks:today")
    assert browser.get(reverse("desks:today")).status_code == 200


def test_a_visitor_is_offered_to_sign_in_and_come_back(client_of, committee, url):
    page = client_of(committee.nobody).get(url)
    assert f"{reverse('account:login')}?next={url}" in page.content.decode()


def test_the_page_is_the_same_whether_the_address_has_an_account(client_of, committee, url):
    before = text_of(client_of(committee.nobody).get(url))
    new_person(email=ADDRESS)
    assert text_of(client_of(committee.nobody).get(url)) == before


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"state": "accepted"}, "Cette invitation a déjà servi."),
        ({"state": "withdrawn"}, "Cette invitation a été retirée"),
        ({"expires_at": timezone.now() - timedelta(1)}, "Cette invitation n’est plus valable"),
        ({"token_print": "0" * 64}, "Ce lien n’est pas reconnu"),
    ],
)
def test_a_link_that_opens_nothing_says_so_and_shows_nothing(
    client_of, committee, url, facts, words
):
    Invitation.objects.update(**facts)
    for answer in (
        client_of(committee.nobody).get(url),
        client_of(committee.nobody).post(url, SAID),
        client_of(committee.buyer).post(url),
    ):
        assert title_of(answer) == "Invitation"
        assert words in text_of(answer)
        assert ADDRESS not in text_of(answer)
    assert not Seat.objects.filter(person__email=ADDRESS).exists()


@pytest.mark.parametrize("field", ["full_name", "password", "consent"])
def test_what_is_missing_is_told_beside_its_field(client_of, committee, url, field):
    page = client_of(committee.nobody).post(url, {k: v for k, v in SAID.items() if k != field})
    assert error_on(page, field)
    assert typed_in(page)["full_name"] == ("" if field == "full_name" else "Paul Rey")
