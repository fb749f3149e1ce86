from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.notices.models import Inbox, Preference, Reminder
from perenne.kit.mails.models import Mail
from perenne.web.tests.browser import strict, text_of

pytestmark = pytest.mark.django_db
URL = reverse("notices:mine")
NOON = datetime(2026, 11, 26, 11, tzinfo=UTC)


@pytest.fixture
def gone(committee):
    """One mail to the buyer, one to somebody else."""
    for number, actor in enumerate((committee.buyer, committee.company)):
        Mail.objects.create(
            kind="notices.digest", about=f"digest/{number}", address=address_of(actor),
            subject=f"Ce qui vous attend {number}", day=localdate(), state="sent", sent_at=NOON,
            planned_at=NOON,
        )  # fmt: skip


def address_of(actor):
    from perenne.domain.people.models import Person  # noqa: PLC0415 - apps are ready here

    return Person.objects.get(pk=actor.person_id).email


def test_each_sees_what_comes_and_what_came_to_them(client_of, committee, running, gone):
    said = {
        who: text_of(strict(client_of(getattr(committee, who))).get(URL), "//main")
        for who in ("buyer", "company", "coordination", "prescriber")
    }
    assert "Ce qui vous attend 0" in said["buyer"]
    assert "Ce qui vous attend 1" not in said["buyer"]
    assert {"Ce qui vous attend 0" in said["coordination"],
            "Ce qui vous attend 1" in said["coordination"]} == {True}  # fmt: skip
    assert "Aucun courriel n’est parti vers votre adresse" in said["prescriber"]
    assert "Déclarer les heures" in said["company"]
    assert Client().get(URL).status_code == 302


def test_the_coordination_sees_to_whom_without_what_it_is_about(client_of, committee, running):
    Reminder.objects.create(
        address=address_of(committee.facilitator), verb="Valider des heures", page="hours:sheet",
        organisation_id=committee.facilitator.organisation_id, keys="1", seen_on=localdate(),
    )  # fmt: skip
    said = text_of(client_of(committee.coordination).get(URL), "//main")
    assert "Valider des heures" in said
    assert address_of(committee.facilitator) in said
    assert running.contract.object not in said


def test_one_chooses_a_rhythm_and_an_hour_of_the_day(client_of, committee):
    browser = strict(client_of(committee.buyer))
    refused = browser.post(reverse("notices:prefer"), {"rhythm": "weekly", "hour": "3"})
    assert refused.status_code == 200
    assert not Preference.objects.exists()
    assert 'value="weekly"' in refused.content.decode()
    done = browser.post(reverse("notices:prefer"), {"rhythm": "weekly", "hour": "10"}, follow=True)
    chosen = Preference.objects.get()
    assert (chosen.person_id, chosen.rhythm, chosen.hour) == (
        committee.buyer.person_id, "weekly", 10,
    )  # fmt: skip
    assert "Une fois par semaine" in text_of(done, "//main")


def test_an_administrator_opens_and_closes_the_box_of_the_organisation(client_of, committee):
    from perenne.domain.organisations.models import Organisation, Seat  # noqa: PLC0415

    url, here = reverse("notices:inbox"), committee.buyer.organisation_id
    browser = strict(client_of(committee.buyer))
    Seat.objects.filter(organisation=here).update(is_admin=True)
    Organisation.objects.filter(pk=here).update(email="")
    assert "n’a pas d’adresse" in text_of(browser.get(url), "//main")
    Organisation.objects.filter(pk=here).update(email="marches@ville.example")
    browser.post(url, {"rhythm": "daily", "hour": "9"})
    assert Inbox.objects.get().organisation_id == here
    assert "marches@ville.example" in text_of(browser.get(URL), "//main")
    browser.post(url, {"act": "close"})
    assert not Inbox.objects.exists()
    again = browser.post(url, {"act": "close"})
    assert "ne reçoit pas de rappels" in text_of(again)


def test_what_left_is_sought_and_taken_away(client_of, committee, gone):
    browser = client_of(committee.coordination)
    url = reverse("notices:sent")
    assert "2 courriels" in text_of(browser.get(url), "//main")
    assert "1 courriel" in text_of(browser.get(url, {"q": "attend 1"}), "//main")
    assert "Aucun courriel" in text_of(browser.get(url, {"q": "piscine"}), "//main")
    taken = browser.get(url, {"fichier": "csv"}).content.decode("utf-8-sig")
    assert "Ce qui vous attend 0" in taken
