import pytest
from django.urls import reverse

from perenne.domain.membership.factories import new_membership
from perenne.web.tests.browser import error_on, text_of

pytestmark = pytest.mark.django_db


def test_the_coordination_excludes_with_a_reason_and_pardons(client_of, committee):
    membership = new_membership(committee.company)
    browser = client_of(committee.coordination)
    url = reverse("membership:exclude", args=[membership])
    assert "Dites pourquoi" in error_on(browser.post(url, {"reason": ""}), "reason")
    page = browser.post(url, {"reason": "Heures inventées."}, follow=True)
    assert "n’est plus membre" in text_of(page)
    assert "Heures inventées." in text_of(
        client_of(committee.company).get(reverse("membership:join"))
    )
    pardon = reverse("membership:pardon", args=[membership])
    assert "L’exclusion est levée" in text_of(browser.post(pardon, follow=True))


def test_nobody_else_excludes(client_of, committee):
    url = reverse("membership:exclude", args=[new_membership(committee.company)])
    for who in (committee.company, committee.facilitator):
        assert client_of(who).post(url, {"reason": "x"}).status_code == 404
