import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.notices.models import Reminder
from perenne.web.notices.conftest import address_of
from perenne.web.tests.browser import strict, text_of

pytestmark = pytest.mark.django_db
URL = reverse("notices:mine")


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
