import pytest
from django.apps import apps
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.rights.actions import ask_without_account, refuse_request
from perenne.domain.rights.actions.asking import Asked
from perenne.domain.rights.queries import FOLLOW, WITHDRAW, key_of
from perenne.domain.rights.states import RequestKind, RequestState
from perenne.kit.actors import VISITOR
from perenne.web.tests.browser import buttons_of, sql_for, text_of

pytestmark = pytest.mark.django_db
DataRequest = apps.get_model("rights", "DataRequest")


@pytest.fixture
def number(db):
    return ask_without_account(
        asked=Asked(RequestKind.ACCESS), full_name="Paul Petit", email="paul@exemple.test",
        by=VISITOR, today=localdate(),
    )  # fmt: skip


@pytest.fixture
def url(number):
    return reverse("rights:follow", args=[key_of(FOLLOW, number)])


def test_following_the_link_confirms_nothing_by_itself(client_of, number, url):
    assert buttons_of(client_of(VISITOR).get(url)) == ["Confirmer ma demande"]
    assert DataRequest.objects.get(pk=number).state == RequestState.UNCONFIRMED


def test_pressing_confirms_and_the_page_then_says_where_it_is(client_of, number, url):
    page = client_of(VISITOR).post(url, follow=True)
    assert DataRequest.objects.get(pk=number).state == RequestState.RECEIVED
    assert "Réponse avant le" in text_of(page)
    assert client_of(VISITOR).post(url).status_code == 404


def test_a_refusal_is_read_here_with_the_way_to_the_cnil(client_of, committee, number, url):
    client_of(VISITOR).post(url)
    refuse_request(
        request_id=number, reason="Demande excessive.", by=committee.coordination,
        today=localdate(),
    )  # fmt: skip
    said = text_of(client_of(VISITOR).get(url))
    assert "Demande excessive." in said
    assert "CNIL" in said


def test_a_key_of_another_kind_or_forged_opens_nothing(client_of, number):
    for key in (key_of(WITHDRAW, number), f"{number}:forged:key"):
        assert client_of(VISITOR).get(reverse("rights:follow", args=[key])).status_code == 404


def test_it_asks_the_database_once(client_of, url):
    assert sql_for(client_of(VISITOR), url) == 1
