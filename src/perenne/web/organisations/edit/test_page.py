import pytest
from django.urls import reverse

from perenne.domain.organisations.factories import new_actor
from perenne.domain.organisations.models import Organisation
from perenne.kit.actors import Role
from perenne.web.tests.browser import error_on, facts_in, text_of, typed_in

pytestmark = pytest.mark.django_db
SIRET = "732 829 320 00074"
SAID = {
    "siret": SIRET,
    "name": "Bâti Brie",
    "address": "12 rue des Écoles",
    "commune": "Melun",
    "office_email": "contact@bati-brie.test",
    "office_phone": "01 60 00 00 00",
}


def url_of(actor):
    return reverse("organisations:edit", args=[actor.organisation_id])


def of(actor):
    return Organisation.objects.filter(pk=actor.organisation_id)


def test_a_stranger_and_the_coordination_edit_nothing(client_of, committee):
    for who in (committee.buyer, committee.coordination):
        assert client_of(who).get(url_of(committee.company)).status_code == 404
        assert client_of(who).post(url_of(committee.company), SAID).status_code == 404


def test_its_people_keep_it_up_to_date(client_of, committee):
    company = new_actor(Role.COMPANY, state="declared")
    page = client_of(company).post(url_of(company), SAID, follow=True)
    assert "La fiche est à jour." in text_of(page)
    facts = facts_in(page)
    assert (facts["SIRET"], facts["Commune"]) == (SIRET, "Melun")
    assert (facts["Adresse électronique"], facts["Téléphone"]) == (
        "contact@bati-brie.test",
        "01 60 00 00 00",
    )


def test_a_verified_siret_is_shown_and_stays(client_of, committee):
    of(committee.structure).update(siret=SIRET.replace(" ", ""))
    browser, url = client_of(committee.structure), url_of(committee.structure)
    assert "il ne change plus" in text_of(browser.get(url))
    browser.post(url, SAID | {"siret": "217 702 844 00010"})
    assert of(committee.structure).get().siret == SIRET.replace(" ", "")
    assert of(committee.structure).get().name == "Bâti Brie"


def test_the_siret_of_another_is_refused_beside_its_field(client_of, committee):
    of(committee.structure).update(siret=SIRET.replace(" ", ""))
    page = client_of(committee.company).post(url_of(committee.company), SAID)
    assert "a déjà un espace" in error_on(page, "siret")
    assert typed_in(page)["office_phone"] == "01 60 00 00 00"


def test_what_is_wrong_is_told_beside_its_field(client_of, committee):
    wrong = SAID | {"name": "", "commune": "Trifouilly", "office_email": "x"}
    page = client_of(committee.company).post(url_of(committee.company), wrong)
    for field in ("name", "commune", "office_email"):
        assert error_on(page, field)
    assert typed_in(page)["address"] == "12 rue des Écoles"
