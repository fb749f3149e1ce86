"""The whole conversation is told in `web/person/speak/test_page.py`; here, what it leans on."""

import pytest
from django.urls import reverse
from django.utils.timezone import now

from perenne.domain.hours.models import Voice
from perenne.web.tests.browser import facts_in, sql_for

pytestmark = pytest.mark.django_db


def test_the_facilitator_reads_what_the_month_said_when_she_spoke(client_of, committee, scene):
    voices = [
        Voice.objects.create(
            participant=scene.person, sheet=sheet, minutes=6_000, agrees=False, message="Faux"
        )
        for sheet in (scene.declared, scene.validated)
    ]
    browser = client_of(committee.facilitator)
    urls = [reverse("person:answer", args=[one.pk]) for one in voices]
    assert facts_in(browser.get(urls[0]))["Heures déclarées alors"] == "100 h"
    few = sql_for(browser, urls[0])
    Voice.objects.filter(pk=voices[1].pk).update(answer="Non.", answered_at=now())
    assert sql_for(browser, urls[0]) == few
    assert browser.get(urls[1]).status_code == 404
