import pytest

from perenne.kit.actors import VISITOR
from perenne.web.tests.browser import buttons_of, text_of, title_of, tree_of

pytestmark = pytest.mark.django_db


def test_anybody_enters_by_the_front_door(client_of):
    page = client_of(VISITOR).get("/")
    assert page.status_code == 200
    assert title_of(page) == "Quels marchés peuvent porter une clause sociale ?"


def test_a_file_may_be_dropped_at_once(client_of):
    (form,) = tree_of(client_of(VISITOR).get("/")).xpath("//main//form")
    assert form.action == "/programmation/deposer/"
    assert form.get("enctype") == "multipart/form-data"
    assert {"file", "buyer_kind", "csrfmiddlewaretoken"} <= set(form.fields.keys())


def test_it_says_that_nothing_is_sent_yet_and_who_answers(client_of, settings):
    page = client_of(VISITOR).get("/")
    assert buttons_of(page) == ["Analyser mes achats"]
    assert "Rien n’est transmis tant que vous ne l’avez pas décidé." in text_of(page)
    assert settings.CARRIER in text_of(page)


def test_a_visitor_is_asked_nothing_of_the_database(client_of, django_assert_num_queries):
    with django_assert_num_queries(0):
        client_of(VISITOR).get("/")


@pytest.mark.parametrize(
    ("signed_in", "door"), [(False, "Se connecter"), (True, "Mon espace")], ids=["nobody", "buyer"]
)
def test_the_door_of_the_workspace_is_at_the_top(client_of, committee, signed_in, door):
    page = client_of(committee.buyer if signed_in else VISITOR).get("/")
    assert text_of(page, "//header[@id='entete']").endswith(door)
