import pytest
from django.urls import reverse

from perenne.domain.enquiries.actions import Marks
from perenne.domain.enquiries.factories import sent_enquiry
from perenne.web.tests.browser import sql_for, text_of

pytestmark = pytest.mark.django_db
URL = reverse("contact:list")


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("facilitator", {"Une clause"}),
        ("other_facilitator", set()),
        ("coordination", {"Une clause", "Au secours", "Gagnez vite"}),
    ],
)
def test_each_desk_reads_its_own_and_the_coordination_all(
    client_of, committee, routed_id, who, sees
):
    sent_enquiry(object="Au secours")
    sent_enquiry(object="Gagnez vite", marks=Marks("x", 40))
    said = text_of(client_of(getattr(committee, who)).get(URL))
    assert {one for one in ("Une clause", "Au secours", "Gagnez vite") if one in said} == sees


def test_today_counts_those_that_wait(client_of, committee, routed_id):
    sent_enquiry(object="Gagnez vite", marks=Marks("x", 40))
    told = {
        who: "Répondre au message" in text_of(client_of(getattr(committee, who)).get("/bureau/"))
        for who in ("facilitator", "other_facilitator", "coordination")
    }
    assert told == {"facilitator": True, "other_facilitator": False, "coordination": True}


@pytest.mark.parametrize("who", ["buyer", "company", "structure", "prescriber"])
def test_who_answers_nobody_has_no_such_page(client_of, committee, who):
    assert client_of(getattr(committee, who)).get(URL).status_code == 404


def test_it_asks_the_database_as_little_for_ten_as_for_one(client_of, committee, routed_id):
    browser = client_of(committee.coordination)
    before = sql_for(browser, URL)
    for number in range(9):
        sent_enquiry(email=f"a{number}@exemple.test")
    assert sql_for(browser, URL) == before <= 8
