"""An exit is noted, its news are due, given, and read: by who is close to the person alone."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.participants.factories import new_file, new_participant
from perenne.domain.participants.models import Exit, FollowUp
from perenne.values import add_months
from perenne.web.tests.browser import error_on, sql_for, text_of, tree_of

pytestmark = pytest.mark.django_db
URL = reverse("participants:exits")
TODAY = localdate()


@pytest.fixture
def person(committee):
    file = new_file(
        new_participant(last_name="Sortant"), facilitator=committee.facilitator,
        asked_by_id=committee.prescriber.organisation_id,
    )  # fmt: skip
    return file.participant


def test_an_exit_is_noted_then_its_news_are_asked_on_the_desk_and_given(
    client_of, committee, person
):
    browser = client_of(committee.prescriber)
    url = reverse("participants:leave", args=[person.pk])
    late = {"left_on": f"{TODAY + timedelta(1):%d/%m/%Y}", "situation": "training"}
    assert "à venir" in error_on(browser.post(url, late), "left_on")
    assert "Choisissez la situation" in error_on(browser.post(url, {}), "situation")
    left_on = add_months(TODAY, -7)
    page = browser.post(
        url, {"left_on": f"{left_on:%d/%m/%Y}", "situation": "job_seeking"}, follow=True
    )
    assert "Recherche d’emploi" in text_of(page)
    assert "déjà notée" in error_on(
        browser.post(url, {"left_on": f"{left_on:%d/%m/%Y}", "situation": "other"}), "left_on"
    )
    desk = client_of(committee.facilitator)
    (link,) = tree_of(desk.get(reverse("desks:today"))).xpath(
        "//a[contains(., 'Demander des nouvelles')]/@href"
    )
    assert "Point à 6 mois" in text_of(desk.get(link))
    assert "Inconnue" in error_on(desk.post(link, {}), "situation")
    page = desk.post(link, {"situation": "permanent"}, follow=True)
    assert "6 mois : CDI" in text_of(page)
    assert "Point à" not in text_of(page)
    assert "Aucune nouvelle" in text_of(desk.post(link, {"situation": "other"}))
    assert list(FollowUp.objects.values_list("months", "situation")) == [(6, "permanent")]


def test_the_database_asks_for_news_on_the_days_that_the_rule_says(client_of, committee, person):
    browser = client_of(committee.facilitator)
    days = [add_months(TODAY, -months) + timedelta(shift)
            for months in (0, 3, 6, 12, 24) for shift in (-1, 0, 1)]  # fmt: skip
    exits = [
        Exit.objects.create(participant=person, left_on=day, situation="other") for day in days
    ]
    few = sql_for(browser, URL)
    asked = tree_of(browser.get(reverse("desks:today"))).xpath(
        "//a[contains(., 'Demander des nouvelles')]/@href"
    )
    shown = tree_of(browser.get(URL)).xpath("//td//a[contains(., 'Point à')]/@href")
    assert sorted(asked) == sorted(shown)
    assert 0 < len(shown) < len(exits)
    Exit.objects.exclude(pk=exits[0].pk).delete()
    assert sql_for(browser, URL) == few


@pytest.mark.parametrize("who", ["company", "buyer", "structure", "other_facilitator"])
def test_nobody_else_reads_or_notes_an_exit(client_of, committee, person, who):
    left = Exit.objects.create(participant=person, left_on=add_months(TODAY, -4), situation="other")
    browser = client_of(getattr(committee, who))
    assert "Sortant" not in text_of(browser.get(URL), "//body")
    for name, pk in (("leave", person.pk), ("news", left.pk)):
        assert browser.get(reverse(f"participants:{name}", args=[pk])).status_code == 404
