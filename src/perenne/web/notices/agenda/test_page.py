import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from icalendar import Calendar

from perenne.domain.notices.models import AgendaLink
from perenne.web.tests.browser import Browser, strict, text_of

pytestmark = pytest.mark.django_db
URL = reverse("notices:agenda")


def address_in(page):
    found = re.search(r"/agenda/[0-9a-f]+\.ics", page.content.decode())
    return found[0] if found else ""


def test_a_calendar_reads_the_dates_at_an_address_that_is_changed_and_taken_back(
    client_of, committee, running
):
    facilitator = strict(client_of(committee.facilitator))
    assert address_in(facilitator.get(URL)) == ""
    facilitator.post(URL, {"act": "open"})
    page = facilitator.get(URL)
    first = address_in(page)
    end = f"Fin d’exécution : « {running.contract.object} »"
    assert end in text_of(page, "//main")

    answer = Browser().get(first)
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert end in {str(event["summary"]) for event in events}
    assert len({str(event["uid"]) for event in events}) == len(events) > 0

    facilitator.post(URL, {"act": "open"})
    second = address_in(facilitator.get(URL))
    assert second != first
    assert [Client().get(one).status_code for one in (first, second)] == [404, 200]
    facilitator.post(URL, {"act": "close"})
    assert Client().get(second).status_code == 404
    refused = facilitator.post(URL, {"act": "close"}, follow=True)
    assert "il n’y a rien à retirer" in text_of(refused)


def test_it_is_of_one_person_and_dies_with_the_account(client_of, committee, running):
    buyer = client_of(committee.buyer)
    buyer.post(URL, {"act": "open"})
    own = address_in(buyer.get(URL))
    link = AgendaLink.objects.get()
    assert link.person_id == committee.buyer.person_id
    stranger = client_of(committee.other_buyer)
    assert running.contract.object not in text_of(stranger.get(URL), "//main")
    assert Client().get(URL).status_code == 302
    assert Client().get(f"/agenda/{'0' * 64}.ics").status_code == 404
    link.person.is_active = False
    link.person.save()
    assert Client().get(own).status_code == 404


def test_the_questions_do_not_grow_with_the_dates(client_of, committee, running, another_running):
    facilitator = client_of(committee.facilitator)
    facilitator.get(URL)
    with CaptureQueriesContext(connection) as few:
        facilitator.get(URL)
    for _ in range(3):
        another_running()
    with CaptureQueriesContext(connection) as many:
        page = facilitator.get(URL)
    assert text_of(page, "//main").count("Fin d’exécution") == 4
    assert len(many) == len(few)
