"""Behind the link of the mail: a button confirms, once; the link alone does nothing."""

import pytest
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from django.urls import reverse

from perenne.domain.people.queries import is_confirmed
from perenne.web.account.conftest import sign_in
from perenne.web.tests.browser import Browser, text_of, title_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def link(account):
    EmailAddress.objects.update(verified=False)
    key = EmailConfirmationHMAC.create(EmailAddress.objects.get()).key
    return reverse("account:confirm_email", args=[key])


def test_a_mere_link_confirms_nothing(browser, link, person_id):
    page = browser.get(link)
    assert title_of(page) == "Confirmer mon adresse"
    assert not is_confirmed(person_id)


def test_its_button_does(browser, link, person_id):
    page = browser.post(link, follow=True)
    assert title_of(page) == "Connexion"
    assert "Votre adresse est confirmée." in text_of(page)
    assert is_confirmed(person_id)


def test_it_opens_no_session(browser, link):
    browser.post(link)
    assert browser.get(reverse("desks:today")).status_code == 302


def test_it_serves_once(browser, link):
    browser.post(link)
    for answer in (browser.get(link), browser.post(link)):
        assert answer.status_code == 404
        assert title_of(answer) == "Ce lien ne sert plus"


def test_it_dies_after_three_days(browser, link, settings):
    settings.ACCOUNT_EMAIL_CONFIRMATION_EXPIRE_DAYS = -1
    assert browser.get(link).status_code == 404


@pytest.mark.parametrize("key", ["nothing", "Mg:1abc:xyz", "-", ":::"])
def test_a_forged_link_leads_nowhere(browser, db, key):
    url = reverse("account:confirm_email", args=[key])
    assert [browser.get(url).status_code, browser.post(url).status_code] == [404, 404]


def test_who_is_signed_in_comes_back_to_their_account(link, account):
    browser = Browser()
    sign_in(browser, account)
    assert browser.post(link).url == reverse("account:security")
