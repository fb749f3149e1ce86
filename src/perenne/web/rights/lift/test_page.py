import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.rights.actions import answer_request
from perenne.domain.rights.factories import new_request
from perenne.domain.rights.states import RequestKind
from perenne.web.tests.browser import buttons_of, text_of

pytestmark = pytest.mark.django_db
Person = get_user_model()


@pytest.fixture
def row(committee):
    row = new_request(RequestKind.LIMITATION, today=localdate())
    answer_request(request_id=row.pk, answer="Gelé.", by=committee.coordination, today=localdate())
    return row


def test_the_desk_lifts_it_from_the_page_of_the_request(client_of, committee, row):
    browser = client_of(committee.coordination)
    assert buttons_of(browser.get(reverse("rights:show", args=[row.pk]))) == ["Lever le gel"]
    page = browser.post(reverse("rights:lift", args=[row.pk]), follow=True)
    assert "Le gel est levé" in text_of(page)
    assert Person.objects.get(pk=row.person_id).is_active


def test_nobody_else_lifts_it_nor_twice(client_of, committee, row):
    url = reverse("rights:lift", args=[row.pk])
    assert client_of(committee.facilitator).post(url).status_code == 404
    assert client_of(committee.coordination).get(url).status_code == 405
    assert client_of(committee.coordination).post(url).status_code == 302
    assert client_of(committee.coordination).post(url).status_code == 404
