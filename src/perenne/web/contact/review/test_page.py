import pytest
from django.urls import reverse

from perenne.web.contact.scenes import REVIEW
from perenne.web.tests.browser import error_on, sql_for, title_of, typed_in

pytestmark = pytest.mark.django_db
URL = reverse("contact:review")


@pytest.mark.parametrize("who", ["nobody", "buyer", "company"])
def test_anybody_may_ask_for_it(client_of, committee, who):
    page = client_of(getattr(committee, who)).get(URL)
    assert title_of(page) == "Demander une revue de marché"


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("amount", "beaucoup", "Écrivez un montant en euros"),
        ("launch_on", "bientôt", "Écrivez une date"),
        ("closes_on", "02/03/2027", "Choisissez un jour avant la publication"),
        ("buyer", "", "Indiquez qui achète."),
    ],
)
def test_what_cannot_be_read_is_told_beside_its_field(client_of, committee, field, typed, said):
    page = client_of(committee.nobody).post(URL, REVIEW | {field: typed})
    assert error_on(page, field).startswith(said)
    assert typed_in(page)[field] == typed


def test_the_page_asks_the_database_only_for_the_questions_shown(client_of, committee):
    assert sql_for(client_of(committee.nobody), URL) == 1
