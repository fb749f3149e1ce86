from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.rights.actions import answer_request
from perenne.domain.rights.factories import new_request
from perenne.web.tests.browser import sql_for, text_of

pytestmark = pytest.mark.django_db
URL = reverse("rights:desk")


@pytest.mark.parametrize(
    ("days", "said"), [(1, ""), (15, "À traiter"), (25, "Urgent"), (40, "En retard")]
)
def test_each_request_has_its_counter_and_its_alert(client_of, committee, days, said):
    row = new_request(today=localdate() - timedelta(days))
    shown = text_of(client_of(committee.coordination).get(URL), "//tbody")
    assert said in shown
    if days < 31:
        assert f"{(row.due_on - localdate()).days} j" in shown


def test_what_is_answered_leaves_for_the_closed_ones(client_of, committee, asked):
    row = asked()
    answer_request(request_id=row.pk, answer="Voici.", by=committee.coordination, today=localdate())
    browser = client_of(committee.coordination)
    assert "Personne n’attend de réponse." in text_of(browser.get(URL))
    assert "Satisfaite" in text_of(browser.get(URL, {"closes": ""}))


@pytest.mark.parametrize("who", ["buyer", "facilitator", "company", "structure", "prescriber"])
def test_nobody_else_finds_the_desk(client_of, committee, who):
    assert client_of(getattr(committee, who)).get(URL).status_code == 404


def test_it_asks_the_database_the_same_for_many_requests(client_of, committee):
    browser = client_of(committee.coordination)
    new_request(today=localdate())
    before = sql_for(browser, URL)
    for _ in range(5):
        new_request(today=localdate())
    assert sql_for(browser, URL) == before
