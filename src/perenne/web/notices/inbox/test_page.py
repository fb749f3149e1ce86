import pytest
from django.urls import reverse

from perenne.domain.notices.models import Inbox
from perenne.domain.organisations.models import Organisation, Seat
from perenne.web.tests.browser import strict, text_of

pytestmark = pytest.mark.django_db


def test_an_administrator_opens_and_closes_the_box_of_the_organisation(client_of, committee):
    url, here = reverse("notices:inbox"), committee.buyer.organisation_id
    browser = strict(client_of(committee.buyer))
    Seat.objects.filter(organisation=here).update(is_admin=True)
    Organisation.objects.filter(pk=here).update(email="")
    assert "n’a pas d’adresse" in text_of(browser.get(url), "//main")
    Organisation.objects.filter(pk=here).update(email="marches@ville.example")
    browser.post(url, {"rhythm": "daily", "hour": "9"})
    assert Inbox.objects.get().organisation_id == here
    assert "marches@ville.example" in text_of(browser.get(reverse("notices:mine")), "//main")
    browser.post(url, {"act": "close"})
    assert not Inbox.objects.exists()
    again = browser.post(url, {"act": "close"})
    assert "ne reçoit pas de rappels" in text_of(again)
