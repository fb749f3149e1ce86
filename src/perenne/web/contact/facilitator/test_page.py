import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.coverage.factories import new_absence
from perenne.domain.enquiries.queries import View, enquiries_of
from perenne.domain.organisations.models import Organisation
from perenne.web.contact.scenes import SAID, opened
from perenne.web.tests.browser import facts_in, sql_for

pytestmark = pytest.mark.django_db
URL = reverse("contact:facilitator", args=["77284"])


def name_of(actor):
    return Organisation.objects.get(pk=actor.organisation_id).name


def test_it_says_who_will_read_it_and_why(client_of, committee):
    said = facts_in(client_of(committee.nobody).get(URL))
    assert said["Destinataire"].startswith(name_of(committee.facilitator))
    assert "couvre cette commune" in said["Destinataire"]


def test_during_an_absence_the_backup_reads_it(client_of, committee):
    new_absence(
        committee.facilitator, localdate(), backup_id=committee.other_facilitator.organisation_id
    )
    browser = client_of(committee.nobody)
    assert facts_in(browser.get(URL))["Destinataire"].startswith(
        name_of(committee.other_facilitator)
    )
    browser.post(URL, SAID | opened())
    assert enquiries_of(seen_by=committee.facilitator, view=View.ALL).total == 0
    assert enquiries_of(seen_by=committee.other_facilitator, view=View.ALL).total == 1


def test_without_anybody_there_the_coordination_reads_it(client_of, committee):
    new_absence(committee.facilitator, localdate())
    said = facts_in(client_of(committee.nobody).get(URL))
    assert said["Destinataire"].startswith(name_of(committee.coordination))


def test_a_code_that_is_no_commune_is_no_page(client_of, committee):
    assert client_of(committee.nobody).get(URL.replace("77284", "99999")).status_code == 404


def test_it_asks_the_database_as_little_for_any_commune(client_of, committee):
    browser = client_of(committee.nobody)
    asked = {sql_for(browser, url) for url in (URL, URL.replace("77284", "77288"))}
    assert len(asked) == 1
    assert max(asked) <= 8
