import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.organisations.factories import new_actor
from perenne.domain.rights.factories import new_request
from perenne.domain.rights.states import RequestKind, RequestState
from perenne.kit.actors import Role
from perenne.web.tests.browser import error_on, sql_for, summary_of, text_of, typed_in

pytestmark = pytest.mark.django_db
Person = get_user_model()
Erasure = apps.get_model("rights", "Erasure")
SAID = {"answer": "C’est fait."}


def url_of(row):
    return reverse("rights:answer", args=[row.pk])


def test_an_erasure_says_what_it_will_do_then_does_it(client_of, committee):
    row = new_request(RequestKind.ERASURE, today=localdate())
    browser = client_of(committee.coordination)
    said = text_of(browser.get(url_of(row)))
    assert "Votre compte" in said
    assert "Le comité doit pouvoir prouver" in said
    page = browser.post(url_of(row), SAID, follow=True)
    assert "La réponse est enregistrée et envoyée." in text_of(page)
    person = Person.objects.get(pk=row.person_id)
    assert (person.full_name, person.phone, person.is_active) == ("Compte effacé", "", False)
    assert Erasure.objects.get().person_id == person.pk


def test_a_last_administrator_is_erased_once_the_coordination_takes_over(
    client_of, committee, asked
):
    row = asked(RequestKind.ERASURE)
    browser = client_of(committee.coordination)
    assert "seule à administrer « Ville de Meaux »" in text_of(browser.get(url_of(row)))
    page = browser.post(url_of(row), SAID)
    assert "seule à administrer" in summary_of(page)[0]
    assert typed_in(page)["answer"] == SAID["answer"]
    assert not Erasure.objects.exists()
    assert browser.post(url_of(row), SAID | {"takes_over": "on"}).status_code == 302
    assert Erasure.objects.get().person_id == committee.buyer.person_id


@pytest.mark.parametrize("kind", [kind for kind in RequestKind if kind is not RequestKind.ERASURE])
def test_every_other_kind_is_answered_in_one_field(client_of, committee, asked, kind):
    row = asked(kind)
    assert client_of(committee.coordination).post(url_of(row), SAID).status_code == 302
    row.refresh_from_db()
    assert (row.state, row.answer) == (RequestState.ANSWERED, SAID["answer"])


def test_an_empty_answer_is_asked_for(client_of, committee, asked):
    page = client_of(committee.coordination).post(url_of(asked()), {"answer": "  "})
    assert error_on(page, "answer") == "Écrivez la réponse : la personne la lira."


def test_nobody_answers_their_own_request_and_no_other_role_does(client_of, committee):
    own = new_request(by=committee.coordination, today=localdate())
    assert client_of(committee.coordination).get(url_of(own)).status_code == 404
    assert client_of(committee.facilitator).get(url_of(own)).status_code == 404
    assert client_of(new_actor(Role.COORDINATION)).get(url_of(own)).status_code == 200


def test_it_asks_the_database_the_same_whatever_is_held(client_of, committee, asked):
    assert sql_for(client_of(committee.coordination), url_of(asked(RequestKind.ERASURE))) <= 10
