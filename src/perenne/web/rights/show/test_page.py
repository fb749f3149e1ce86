import pytest
from django.urls import reverse

from perenne.web.tests.browser import buttons_of, facts_in, sql_for, text_of

pytestmark = pytest.mark.django_db


def url_of(row):
    return reverse("rights:show", args=[row.pk])


def test_its_author_sees_where_it_is_and_no_button(client_of, committee, asked):
    page = client_of(committee.buyer).get(url_of(asked(message="Une copie, merci.")))
    assert facts_in(page)["Étape"] == "En cours"
    assert facts_in(page)["Demande"] == "Une copie, merci."
    assert "Réponse avant le" in text_of(page)
    assert buttons_of(page) == []


def test_the_desk_sees_who_asks_and_its_buttons(client_of, committee, asked):
    page = client_of(committee.coordination).get(url_of(asked()))
    assert facts_in(page)["Qui demande"] == "Camille Martin"
    assert buttons_of(page) == ["Satisfaire la demande", "Prolonger le délai", "Refuser"]


@pytest.mark.parametrize("who", ["other_buyer", "facilitator", "company", "prescriber"])
def test_nobody_else_finds_it(client_of, committee, asked, who):
    assert client_of(getattr(committee, who)).get(url_of(asked())).status_code == 404


def test_it_asks_the_database_little(client_of, committee, asked):
    assert sql_for(client_of(committee.coordination), url_of(asked())) <= 9
