import io

import pikepdf
import pytest
from django.urls import reverse

from perenne.kit.pdf.test_compiling import roles_of, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(followed):
    return reverse("reviews:state", args=[followed.commitment.pk])


@pytest.mark.parametrize(
    ("who", "status"),
    [("company", 200), ("coordination", 200), ("structure", 404), ("other_buyer", 404),
     ("prescriber", 404), ("nobody", 302)],
)  # fmt: skip
def test_its_people_take_it_to_the_site(client_of, committee, url, who, status):
    assert client_of(getattr(committee, who)).get(url).status_code == status


def test_it_is_one_accessible_page_that_names_nobody(client_of, committee, followed, url):
    for month in range(1, 11):
        followed.works(20 + month, month)
    followed.held(shared=True, text="Mot pour mot, " * 400)
    answer = client_of(committee.buyer).get(url)
    with pikepdf.open(io.BytesIO(answer.content)) as file:
        assert len(file.pages) == 1
        assert {"/H1", "/Table", "/TH", "/Figure"} <= set(roles_of(file))
        said = words_of(file).replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
    for words in ("255h", "10personnes", "Envoyerlesbesoins", "Prochainesdates", "Bilanfinal"):
        assert words in said
    assert not [words for words in ("DELD", "longuedurée", "Motpourmot") if words in said]
