from datetime import timedelta

import pytest
from django.urls import reverse

from perenne.domain.clauses.factories import new_commitment
from perenne.domain.sourcing.models import Opening
from perenne.web.tests.browser import error_on, summary_of, text_of, title_of, tree_of, typed_in

pytestmark = pytest.mark.django_db
CHOOSE = reverse("sourcing:choose")


def test_a_company_asks_for_a_painter_in_two_actions(client_of, committee, needing):
    """Opening the form, then sending it as it is: the commitment says the rest."""
    browser = client_of(committee.company)
    page = browser.get(CHOOSE, follow=True)
    begun = typed_in(page)
    assert (begun["trade"], begun["persons"], begun["weekly"]) == ("facade", "1", "35")
    assert (begun["commune"], begun["hours"]) == ("Meaux", "1\u202f000")
    assert "Ravalement de la maison de quartier" in text_of(page)
    shown = browser.post(page.request["PATH_INFO"], begun, follow=True)
    opening = Opening.objects.get()
    assert title_of(shown) == opening.job_title != ""
    assert (opening.minutes, opening.persons, opening.commune_id) == (60_000, 1, "77284")
    assert (opening.party_id, opening.starts_on) == (needing.party.pk, opening.starts_on)
    assert opening.ends_on > opening.starts_on
    assert "La demande est ouverte." in text_of(shown, "//body")


def test_what_is_wrong_stands_by_its_field_and_what_was_typed_stays(client_of, committee, needing):
    browser, url = (
        client_of(committee.company),
        reverse("sourcing:open", args=[needing.commitment.pk]),
    )
    begun = typed_in(browser.get(url))
    empty = browser.post(url, {})
    assert error_on(empty, "trade").startswith("Choisissez le métier")
    assert len(summary_of(empty)) == 6
    lost = browser.post(url, {**begun, "commune": "Atlantide", "wish": "Casque fourni"})
    assert "n’est pas reconnue" in error_on(lost, "commune")
    assert typed_in(lost)["wish"] == "Casque fourni"
    told = browser.post(url, {**begun, "wish": "Appelez le 06 12 34 56 78"})
    assert "ni adresse ni téléphone" in summary_of(told)[0]
    past = f"{needing.today - timedelta(1):%d/%m/%Y}"
    assert "jour est passé" in summary_of(browser.post(url, {**begun, "starts_on": past}))[0]
    assert not Opening.objects.exists()


def test_among_several_commitments_one_is_chosen(client_of, committee, needing):
    other = new_commitment(committee.facilitator, buyer=committee.buyer, company=committee.company)
    links = tree_of(client_of(committee.company).get(CHOOSE)).xpath("//main//li/a/@href")
    assert set(links) == {
        reverse("sourcing:open", args=[one.pk]) for one in (needing.commitment, other)
    }
    assert "Aucun marché en cours" in text_of(client_of(committee.structure).get(CHOOSE))
    assert client_of(committee.buyer).get(CHOOSE).status_code == 404
