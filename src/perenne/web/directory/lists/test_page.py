"""« Mes listes »: of one’s own organisation, and of nobody else."""

import pytest
from django.urls import reverse

from perenne.domain.directory.actions import make_list
from perenne.kit.actors import VISITOR
from perenne.web.tests.browser import error_on, text_of, typed_in

pytestmark = pytest.mark.django_db
URL = reverse("directory:lists")


def test_a_list_is_made_under_a_name_of_its_own(client_of, committee):
    assert client_of(VISITOR).get(URL).status_code == 302
    company = client_of(committee.company)
    assert "Aucune liste" in text_of(company.get(URL))
    assert company.post(URL, {"nom": "Peinture"}).status_code == 302
    page = company.post(URL, {"nom": "peinture"})
    assert "choisissez-en un autre" in error_on(page, "nom")
    assert typed_in(page)["nom"] == "peinture"
    assert "Donnez un nom" in error_on(company.post(URL, {"nom": ""}), "nom")
    make_list(name="D’une autre", by=committee.buyer)
    assert "D’une autre" not in text_of(company.get(URL))
