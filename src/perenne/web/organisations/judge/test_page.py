import pytest
from django.urls import reverse

from perenne.domain.organisations.factories import new_actor
from perenne.domain.organisations.models import Organisation
from perenne.kit.actors import Role
from perenne.web.tests.browser import error_on, text_of, title_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def declared(committee):
    return new_actor(Role.FACILITATOR, state="declared", name="Plateforme")


def url_of(name, actor):
    return reverse(f"organisations:{name}", args=[actor.organisation_id])


def state_of(actor):
    return Organisation.objects.get(pk=actor.organisation_id).state


def test_once_verified_a_facilitator_works_at_the_next_request(client_of, committee, declared):
    theirs = client_of(declared)
    assert "Votre espace attend la coordination" in text_of(theirs.get(reverse("desks:today")))
    page = client_of(committee.coordination).post(url_of("verify", declared), follow=True)
    assert "L’organisme est vérifié" in text_of(page)
    assert "Rien ne vous attend" in text_of(theirs.get(reverse("desks:today")))


@pytest.mark.parametrize(("name", "state"), [("refuse", "refused"), ("suspend", "suspended")])
def test_a_reason_is_asked_for_and_read_by_its_people(client_of, committee, declared, name, state):
    browser, url = client_of(committee.coordination), url_of(name, declared)
    assert "cet organisme" in title_of(browser.get(url))
    assert "Dites pourquoi" in error_on(browser.post(url, {"reason": "  "}), "reason")
    assert state_of(declared) == "declared"
    browser.post(url, {"reason": "Convention échue."})
    assert state_of(declared) == state
    assert "Convention échue." in text_of(client_of(declared).get(reverse("desks:today")))
    assert browser.get(url).status_code == 404  # already done


def test_a_suspended_one_is_restored(client_of, committee, declared):
    Organisation.objects.filter(pk=declared.organisation_id).update(
        state="suspended", reason="Convention échue."
    )
    client_of(committee.coordination).post(url_of("restore", declared))
    assert state_of(declared) == "verified"


@pytest.mark.parametrize("who", ["facilitator", "buyer", "structure"])
def test_nobody_else_judges(client_of, committee, declared, who):
    browser = client_of(getattr(committee, who))
    for name in ("verify", "refuse", "suspend"):
        assert browser.post(url_of(name, declared), {"reason": "x"}).status_code == 404
    assert state_of(declared) == "declared"
