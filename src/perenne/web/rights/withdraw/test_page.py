import pytest
from django.apps import apps
from django.urls import reverse

from perenne.domain.rights.factories import new_consent
from perenne.domain.rights.queries import WITHDRAW, consent_text, key_of
from perenne.kit.actors import VISITOR
from perenne.web.tests.browser import buttons_of, sql_for, text_of

pytestmark = pytest.mark.django_db
Consent = apps.get_model("rights", "Consent")


@pytest.fixture
def url(db):
    return reverse("rights:withdraw", args=[key_of(WITHDRAW, new_consent().pk)])


def test_the_page_says_what_was_agreed_to_and_what_its_withdrawal_does(client_of, url):
    page = client_of(VISITOR).get(url)
    assert consent_text("sending").text in text_of(page)
    assert consent_text("sending").effect in text_of(page)
    assert buttons_of(page) == ["Retirer mon accord"]
    assert Consent.objects.get().withdrawn_at is None


def test_one_click_takes_it_back_without_an_account(client_of, url):
    page = client_of(VISITOR).post(url, follow=True)
    assert "Votre accord est retiré." in text_of(page)
    assert Consent.objects.get().withdrawn_at is not None
    assert buttons_of(page) == []


def test_a_second_click_says_that_it_is_done(client_of, url):
    client_of(VISITOR).post(url)
    assert "déjà été retiré" in text_of(client_of(VISITOR).post(url, follow=True))


def test_it_asks_the_database_once(client_of, url):
    assert sql_for(client_of(VISITOR), url) == 1
