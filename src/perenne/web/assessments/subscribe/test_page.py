import pytest
from django.test import Client
from django.urls import reverse

from perenne.domain.assessments.models import Subscription
from perenne.domain.assessments.queries import key_for
from perenne.domain.assessments.queries.subscriptions import CONFIRM, END
from perenne.web.tests.browser import error_on, text_of

pytestmark = pytest.mark.django_db
URL = reverse("assessments:subscribe")
SAID = {"email": "structure@exemple.test", "segments": ["cleaning"], "epcis": ["200072130"]}


def row_asked(browser):
    browser.post(URL, SAID)
    return Subscription.objects.get()


def link(name, purpose, row):
    return reverse(f"assessments:{name}", args=[key_for(purpose, row.pk)])


def test_without_an_account_a_link_confirms_and_opening_it_confirms_nothing(client_of, committee):
    browser = client_of(committee.nobody)
    row = row_asked(browser)
    page = browser.get(link("confirm", CONFIRM, row))
    assert "CA du Pays de Meaux" in text_of(page)
    row.refresh_from_db()
    assert row.state == "asked"
    browser.post(link("confirm", CONFIRM, row))
    row.refresh_from_db()
    assert row.state == "active"
    assert "déjà confirmé" in text_of(browser.get(link("confirm", CONFIRM, row)))


def test_with_an_account_no_address_is_asked(client_of, committee):
    page = client_of(committee.structure).post(URL, {"segments": ["works"]})
    assert "à l’adresse de votre compte" in text_of(page)
    assert Subscription.objects.get().state == "active"


@pytest.mark.parametrize("typed", ["", "structure"])
def test_an_address_that_is_none_is_told_beside_its_field(client_of, committee, typed):
    page = client_of(committee.nobody).post(URL, SAID | {"email": typed})
    assert error_on(page, "email")
    assert not Subscription.objects.exists()


def test_a_mail_program_ends_it_by_one_post_without_our_token(client_of, committee):
    row = row_asked(client_of(committee.nobody))
    program = Client(enforce_csrf_checks=True)
    answer = program.post(link("end", END, row), {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 302
    assert not Subscription.objects.exists()
    assert program.get(link("end", END, row)).status_code == 404
