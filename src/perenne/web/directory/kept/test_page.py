"""One list: its structures with whom to write to, a file of them, and what may be done to it."""

import pytest
from django.urls import reverse

from perenne.domain.directory.actions import make_list, save_structure
from perenne.domain.directory.factories import new_structure
from perenne.domain.directory.models import SavedList
from perenne.web.tests.browser import sql_for, text_of

pytestmark = pytest.mark.django_db


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

    url = at("kept")
    assert client_of(committee.other_buyer).get(url).status_code == 404
    assert "a@brie.test" in text_of(company.get(url))
    lines = company.get(url, {"fichier": "csv"}).content.decode("utf-8-sig").splitlines()
    assert [line.split(";")[0] for line in lines] == ["Structure", "Ateliers", "Bâtisseurs"]
    assert "a@brie.test" in lines[1]
    company.post(at("rename"), {"nom": "Peintres"})
    assert SavedList.objects.get().name == "Peintres"
    page = company.post(at("rename"), {"nom": " "}, follow=True)
    assert "Donnez un nom" in text_of(page, "//body")
    kept = SavedList.objects.get().saved.order_by("structure__name").first()
    company.post(at("take", kept.structure_id))
    assert "Ateliers" not in text_of(company.get(url), "//tbody")
    company.post(at("drop"))
    assert company.get(url).status_code == 404


def test_it_asks_the_database_as_much_for_many_as_for_few(client_of, committee, list_id):
    company, url = client_of(committee.company), reverse("directory:kept", args=[list_id])
    few = sql_for(company, url)
    for _ in range(12):
        one = new_structure(trades={"painting": 9})
        save_structure(list_id=list_id, structure_id=one.pk, by=committee.company)
    assert sql_for(company, url) == few
