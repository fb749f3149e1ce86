"""A structure: its contact for whoever is signed in, its lists for whoever has a seat."""

import pytest
from django.urls import reverse

from perenne.domain.directory.factories import new_structure
from perenne.domain.directory.models import SavedList, Structure
from perenne.kit.actors import VISITOR
from perenne.web.tests.browser import buttons_of, sql_for, text_of, title_of

pytestmark = pytest.mark.django_db
CONTACT = "contact@brie.test"


@pytest.fixture
def one(committee):
    return new_structure(
        name="Ateliers de la Brie", kind="aci", trades={"painting": 300}, commune_id="77284",
        email=CONTACT, website="https://brie.test/", areas=({"department_code": "77"},),
    ).pk  # fmt: skip


@pytest.fixture
def url(one):
    return reverse("directory:show", args=[one])


def test_its_contact_is_for_whoever_is_signed_in(client_of, committee, url):
    visitor, company = client_of(VISITOR), client_of(committee.company)
    page = visitor.get(url)
    assert title_of(page) == "Ateliers de la Brie"
    assert CONTACT not in page.content.decode()
    assert "Se connecter pour voir le contact" in text_of(page)
    assert CONTACT in text_of(company.get(url))
    assert sql_for(visitor, url) <= 10


def test_it_is_kept_in_a_new_list_then_in_one_of_those(client_of, committee, one, url):
    company, keep = client_of(committee.company), reverse("directory:keep", args=[one])
    company.post(keep, {"nom": "Peinture"})
    (kept,) = SavedList.objects.all()
    page = company.get(url)
    assert "Dans Peinture." in text_of(page)
    assert "Peinture" not in text_of(client_of(committee.structure).get(url), "//main//form")
    other = new_structure(name="Autre").pk
    company.post(reverse("directory:keep", args=[other]), {"liste": kept.pk})
    assert "Autre" in text_of(company.get(reverse("directory:lists")))
    stranger = client_of(committee.buyer).post(keep, {"liste": kept.pk}, follow=True)
    assert "n’est pas à vous" in text_of(stranger, "//body")
    assert kept.saved.count() == 2


def test_the_coordination_hides_it_and_shows_it_again(client_of, committee, one, url):
    coordination, publish = (
        client_of(committee.coordination), reverse("directory:publish", args=[one]),
    )  # fmt: skip
    assert "Masquer de l’annuaire" in buttons_of(coordination.get(url))
    coordination.post(publish)
    assert client_of(VISITOR).get(url).status_code == 404
    assert "n’est plus dans l’annuaire public" in text_of(coordination.get(url))
    assert client_of(committee.company).post(publish).status_code == 404
    coordination.post(publish)
    assert Structure.objects.get(pk=one).state == "listed"
