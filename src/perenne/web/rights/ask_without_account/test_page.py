import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.urls import reverse

from perenne.domain.rights.states import RequestState
from perenne.kit.actors import VISITOR
from perenne.web.tests.browser import error_on, sql_for, summary_of, text_of, typed_in

pytestmark = pytest.mark.django_db
Person = get_user_model()
DataRequest = apps.get_model("rights", "DataRequest")
URL = reverse("rights:ask_without_account")
SAID = {"full_name": "Paul Petit", "email": "paul@exemple.test", "kind": "access", "message": ""}


def test_a_link_is_promised_and_nothing_is_confirmed_yet(client_of):
    page = client_of(VISITOR).post(URL, SAID)
    assert "Un lien vous attend" in text_of(page)
    row = DataRequest.objects.get()
    assert (row.state, row.person_id) == (RequestState.UNCONFIRMED, None)


def test_the_answer_is_the_same_whether_the_address_is_known_or_not(client_of, committee):
    account = Person.objects.get(pk=committee.buyer.person_id)
    first = client_of(VISITOR).post(URL, SAID | {"email": account.email})
    second = client_of(VISITOR).post(URL, SAID | {"email": "inconnu@exemple.test"})
    assert text_of(first) == text_of(second)
    assert DataRequest.objects.count() == 2


def test_every_missing_field_is_asked_for_and_the_rest_is_kept(client_of):
    page = client_of(VISITOR).post(URL, {"message": "Bonjour"})
    assert len(summary_of(page)) == 3
    assert error_on(page, "email") == "Indiquez votre adresse électronique."
    assert typed_in(page)["message"] == "Bonjour"


def test_a_mailbox_is_not_flooded(client_of):
    browser = client_of(VISITOR)
    for _ in range(3):
        browser.post(URL, SAID)
    assert "Plusieurs liens" in error_on(browser.post(URL, SAID), "message")


def test_showing_the_form_asks_nothing(client_of):
    assert sql_for(client_of(VISITOR), URL) == 0
