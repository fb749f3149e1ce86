import pytest
from django.urls import reverse

from perenne.web.contact.scenes import PROBLEM, opened
from perenne.web.tests.browser import sql_for, text_of, title_of, tree_of, typed_in

pytestmark = pytest.mark.django_db
URL = reverse("contact:problem")


@pytest.mark.parametrize("who", ["nobody", "buyer"])
def test_anybody_may_tell_it(client_of, committee, who):
    page = client_of(getattr(committee, who)).get(URL)
    assert title_of(page) == "Signaler un problème"
    assert tree_of(page).xpath("//input[@name='consent']") == []


def test_the_page_that_a_link_names_is_there_already(client_of, committee):
    page = client_of(committee.nobody).get(URL, {"page": "https://clause.test/outils/"})
    assert typed_in(page)["page"] == "https://clause.test/outils/"


def test_no_name_is_asked_for_and_the_page_says_how_to_follow_it(client_of, committee):
    page = client_of(committee.nobody).post(URL, PROBLEM | opened(), follow=True)
    assert "Vous n’avez pas laissé d’adresse" in text_of(page)


def test_the_page_asks_the_database_only_for_the_questions_shown(client_of, committee):
    assert sql_for(client_of(committee.nobody), URL) == 1
