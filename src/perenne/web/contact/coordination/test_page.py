import pytest
from django.urls import reverse

from perenne.domain.rights.queries import consent_text
from perenne.web.tests.browser import buttons_of, sql_for, text_of, title_of, tree_of

pytestmark = pytest.mark.django_db
URL = reverse("contact:coordination")


@pytest.mark.parametrize("who", ["nobody", "visitor", "buyer", "facilitator", "company"])
def test_anybody_may_write(client_of, committee, who):
    page = client_of(getattr(committee, who)).get(URL)
    assert title_of(page) == "Écrire à la coordination"
    assert buttons_of(page) == ["Envoyer", "Garder le brouillon"]


def test_it_says_what_becomes_of_what_is_typed(client_of, committee):
    said = text_of(client_of(committee.nobody).get(URL))
    for words in (consent_text("enquiry").text, "12 mois", "effacement", "CNIL", "responsable de"):
        assert words in said


def test_the_trap_is_seen_by_nobody(client_of, committee):
    (trap,) = tree_of(client_of(committee.nobody).get(URL)).xpath("//input[@name='website']")
    assert trap.xpath("ancestor::div[@hidden]")
    assert trap.get("tabindex") == "-1"


def test_the_page_asks_the_database_only_for_the_questions_shown(client_of, committee):
    assert sql_for(client_of(committee.nobody), URL) == 1
