import pytest
from django.urls import reverse

from perenne.domain.territories.actions import load_communes
from perenne.domain.territories.factories import official
from perenne.web.tests.browser import error_on, sql_for, tree_of, typed_in

pytestmark = pytest.mark.django_db
URL = reverse("contact:index")


@pytest.mark.parametrize("typed", ["Meaux", "77100"])
def test_a_commune_or_its_postcode_leads_to_its_facilitator(client_of, committee, typed):
    page = client_of(committee.nobody).get(URL, {"lieu": typed})
    assert page.url == reverse("contact:facilitator", args=["77284"])


def test_communes_of_one_postcode_are_asked(client_of, committee):
    load_communes([official("77330", "Nanteuil-lès-Meaux", "77100")])
    page = client_of(committee.nobody).get(URL, {"lieu": "77100"})
    links = tree_of(page).xpath("//main//li/a[contains(@href, '/facilitateur/')]")
    assert [link.text for link in links] == ["Meaux", "Nanteuil-lès-Meaux"]


def test_what_is_no_commune_is_said_beside_the_field(client_of, committee):
    page = client_of(committee.nobody).get(URL, {"lieu": "Trifouilly"})
    assert "n’est pas reconnue" in error_on(page, "lieu")
    assert typed_in(page)["lieu"] == "Trifouilly"


def test_the_page_asks_the_database_nothing(client_of, committee):
    assert sql_for(client_of(committee.nobody), URL) == 0
