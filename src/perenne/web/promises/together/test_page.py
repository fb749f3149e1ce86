import pytest
from django.urls import reverse

from perenne.domain.clauses.factories import new_commitment
from perenne.domain.directory.factories import new_structure
from perenne.domain.promises.tests.conftest import Scene
from perenne.domain.sourcing.models import Offer
from perenne.domain.sourcing.states import KEPT
from perenne.web.tests.browser import buttons_of, text_of, tree_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def need(committee):
    """2 400 h over a year, of which two structures offer half each; one of them has too little."""
    scene = Scene()
    commitment = new_commitment(committee.facilitator, company=committee.company)
    opening = scene.opening(commitment)
    for structure in (scene.etti, new_structure(name="Muette")):
        scene.offer(opening, 0, structure, is_kept=False, persons=1)
    small = new_structure(name="Petite", trades={"painting": 50})
    scene.offer(opening, 0, small, is_kept=False, persons=1)
    return opening


def test_a_company_keeps_together_the_offers_that_do_the_need(client_of, committee, need):
    browser, url = client_of(committee.company), reverse("sourcing:show", args=[need.pk])
    page = browser.get(url)
    said = text_of(page, "//main")
    assert "Au-delà de sa capacité Il ne lui reste que 600 h sur ces dates" in said
    assert "Tremplin Intérim (1 200 h) et Muette (1 200 h) font ensemble les 2 400 h" in said
    offered = tree_of(page).xpath("//input[@name='offre']/@value")
    to = reverse("promises:together", args=[need.pk])
    refused = browser.post(to, {"offre": offered[:1]}, follow=True)
    assert "ne font plus le besoin ensemble" in text_of(refused)
    kept = browser.post(to, {"offre": offered}, follow=True)
    assert "retenues ensemble" in text_of(kept)
    assert "Les retenir ensemble" not in buttons_of(kept)
    assert Offer.objects.filter(state=KEPT).count() == 2


def test_others_are_kept_out(client_of, committee, need):
    to = reverse("promises:together", args=[need.pk])
    for who in ("structure", "other_facilitator", "buyer"):
        assert client_of(getattr(committee, who)).post(to).status_code == 404
    assert client_of(committee.facilitator).get(to).status_code == 405
