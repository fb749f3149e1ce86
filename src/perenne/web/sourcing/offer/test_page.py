import pytest
from django.urls import reverse

from perenne.domain.directory.factories import new_structure
from perenne.domain.sourcing.models import Opening
from perenne.domain.sourcing.states import FILLED
from perenne.web.tests.browser import facts_in, text_of

pytestmark = pytest.mark.django_db


def test_an_offer_tells_the_work_and_the_nearest_counter_never_the_company(
    client_of, committee, needing
):
    opening = needing.opening(wish="Permis B utile.")
    near = {"kind": "mission_locale", "phone": "01 60 00 00 23"}
    new_structure(name="Mission locale de Melun", commune_id="77288", **near)
    new_structure(name="Mission locale de Meaux", commune_id="77284", **near)
    new_structure(name="Peintres solidaires", commune_id="77284")
    browser, url = client_of(committee.nobody), reverse("sourcing:offer", args=[opening.pk])
    page = browser.get(url)
    facts = facts_in(page)
    assert facts["À savoir"] == "Permis B utile."
    assert list(facts)[-2:] == ["Mission locale de Meaux", "Mission locale de Melun"]
    assert "01 60 00 00 23" in facts["Mission locale de Meaux"]
    assert f"offre n° {opening.pk}" in text_of(page)
    assert needing.party.name not in text_of(page, "//body")
    Opening.objects.filter(pk=opening.pk).update(state=FILLED, ended_on=needing.today)
    assert browser.get(url).status_code == 404
