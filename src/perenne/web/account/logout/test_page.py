import pytest
from django.urls import reverse

from perenne.web.tests.browser import text_of
from perenne.web.tests.scenes import new_programme

pytestmark = pytest.mark.django_db
URL, TODAY = reverse("account:logout"), reverse("desks:today")


def test_leaving_closes_the_workspace_and_says_so(client_of, committee):
    browser = client_of(committee.buyer)
    page = browser.post(URL, follow=True)
    assert "Vous êtes déconnecté." in text_of(page)
    assert browser.get(TODAY).status_code == 302


def test_a_mere_link_closes_nothing(client_of, committee):
    browser = client_of(committee.buyer)
    assert browser.get(URL).status_code == 405
    assert browser.get(TODAY).status_code == 200


def test_the_draft_of_the_session_is_not_left_to_the_next_person(client_of, committee):
    draft = reverse("programming:show", args=[new_programme(committee.visitor)])
    browser = client_of(committee.visitor)
    assert browser.get(draft).status_code == 200
    browser.post(URL)
    assert browser.get(draft).status_code == 404
