import pytest
from django.urls import reverse

from perenne.domain.library import queries
from perenne.domain.library.factories import new_text
from perenne.kit.actors import VISITOR
from perenne.web.library.edit.test_page import TYPED as WRITTEN
from perenne.web.tests.browser import error_on, text_of, typed_in

pytestmark = pytest.mark.django_db
URL = reverse("library:open")
TYPED = {**WRITTEN, "kind": "question", "section": "companies", "slug": "une-question"}


def test_nobody_else_opens_a_text(client_of, committee):
    assert client_of(VISITOR).post(URL, TYPED).status_code == 302
    assert client_of(committee.buyer).get(URL).status_code == 404
    assert client_of(committee.buyer).post(URL, TYPED).status_code == 404


def test_a_new_text_is_a_draft_that_waits(client_of, committee):
    browser = client_of(committee.coordination)
    page = browser.post(URL, TYPED, follow=True)
    assert "Votre brouillon est enregistré." in text_of(page)
    (row,) = queries.texts_to_edit(seen_by=committee.coordination)
    assert (row.title, row.state.label) == ("Nouveau titre", "Brouillon")
    assert browser.get("/questions/une-question/").status_code == 404


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"slug": "Une Adresse"}, "slug", "Écrivez l’adresse en minuscules"),
        ({"slug": ""}, "slug", "Indiquez la fin de l’adresse."),
        ({"slug": "prise"}, "slug", "Choisissez une autre adresse"),
        ({"kind": "roman"}, "kind", "Choisissez une réponse de la liste."),
        ({"body": "![](/a.png)"}, "body", "Décrivez l’image"),
    ],
)
def test_what_is_refused_is_said_beside_its_field(client_of, committee, changed, field, sentence):
    new_text(committee.coordination, queries.Kind.QUESTION, slug="prise")
    page = client_of(committee.coordination).post(URL, {**TYPED, **changed})
    assert error_on(page, field).startswith(sentence)
    assert typed_in(page)["title"] == "Nouveau titre"
