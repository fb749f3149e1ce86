import pytest
from django.apps import apps
from django.urls import reverse

from perenne.domain.rights.states import RequestKind
from perenne.web.tests.browser import error_on, sql_for, text_of, typed_in

pytestmark = pytest.mark.django_db
DataRequest = apps.get_model("rights", "DataRequest")
URL = reverse("rights:ask")
NUMBER = "2 55 08 14 168 025 38"


def test_a_request_is_made_in_two_fields_and_says_its_term(client_of, committee):
    page = client_of(committee.buyer).post(URL, {"kind": "erasure", "message": ""}, follow=True)
    row = DataRequest.objects.get()
    assert (row.kind, row.person_id) == (RequestKind.ERASURE, committee.buyer.person_id)
    assert "Votre demande est enregistrée." in text_of(page)
    assert "Réponse avant le" in text_of(page)


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({}, "kind", "Choisissez le droit que vous exercez."),
        ({"kind": "selling"}, "kind", "Choisissez une réponse de la liste."),
        ({"kind": "rectification"}, "message", "Écrivez ce qui est faux"),
        ({"kind": "access", "message": f"Je suis le {NUMBER}"}, "message", "sécurité sociale"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field_and_kept(
    client_of, committee, typed, field, sentence
):
    page = client_of(committee.buyer).post(URL, typed)
    assert sentence in error_on(page, field)
    assert typed_in(page)["message"] == typed.get("message", "")
    assert not DataRequest.objects.exists()


def test_a_visitor_is_sent_to_the_door(client_of, committee):
    assert client_of(committee.visitor).get(URL).status_code == 302


def test_showing_the_form_asks_little(client_of, committee):
    assert sql_for(client_of(committee.buyer), URL) <= 4
