"""« Mes listes »: of one’s own organisation, and of nobody else."""

import pytest
from django.urls import reverse

from perenne.domain.directory.actions import make_list, save_structure
from perenne.domain.directory.factories import new_structure
from perenne.domain.directory.models import SavedList
from perenne.kit.actors import VISITOR
from perenne.web.tests.browser import error_on, sql_for, text_of, typed_in

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


@pytest.fixture
def list_id(committee):
    found = make_list(name="Peinture", by=committee.company)
    for name in ("Ateliers", "Bâtisseurs"):
        one = new_structure(name=name, email=f"{name[0].lower()}@brie.test", trades={"painting": 9})
        save_structure(list_id=found, structure_id=one.pk, by=committee.company)
    return found


def test_it_is_read_taken_away_renamed_emptied_and_dropped(client_of, committee, list_id):
    company = client_of(committee.company)

    def at(name, *more):
        return reverse(f"directory:{name}", args=[list_id, *more])

    assert "Ateliers" not in text_of(client_of(committee.buyer).get(f"{URL}?liste={list_id}"))
    assert "a@brie.test" in text_of(company.get(URL))
    lines = (
        company.get(URL, {"liste": list_id, "fichier": "csv"})
        .content.decode("utf-8-sig")
        .splitlines()
    )
    assert [line.split(";")[0] for line in lines] == ["Structure", "Ateliers", "Bâtisseurs"]
    assert "a@brie.test" in lines[1]
    company.post(at("rename"), {"autre-nom": "Peintres"})
    assert SavedList.objects.get().name == "Peintres"
    page = company.post(at("rename"), {"autre-nom": " "}, follow=True)
    assert "Donnez un nom" in text_of(page, "//body")
    kept = SavedList.objects.get().saved.order_by("structure__name").first()
    company.post(at("take", kept.structure_id))
    assert "Ateliers" not in text_of(company.get(URL), "//tbody")
    company.post(at("drop"))
    assert "Aucune liste" in text_of(company.get(URL))


def test_it_asks_the_database_as_much_for_many_as_for_few(client_of, committee, list_id):
    company, url = client_of(committee.company), f"{URL}?liste={list_id}"
    few = sql_for(company, url)
    for _ in range(12):
        one = new_structure(trades={"painting": 9})
        save_structure(list_id=list_id, structure_id=one.pk, by=committee.company)
    assert sql_for(company, url) == few
