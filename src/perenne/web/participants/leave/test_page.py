"""Told whole in `participants/exits/test_page.py`; here, that a link changes nothing."""

import pytest
from django.urls import reverse

from perenne.domain.participants.factories import new_file
from perenne.domain.participants.models import Exit, FollowUp
from perenne.web.tests.browser import sql_for

pytestmark = pytest.mark.django_db


def test_following_the_link_writes_nothing(client_of, committee):
    person = new_file(facilitator=committee.facilitator).participant
    left = Exit.objects.create(participant=person, left_on="2026-06-01", situation="other")
    pk = {"leave": person.pk, "news": left.pk}["leave"]
    assert sql_for(client_of(committee.facilitator), reverse("participants:leave", args=[pk])) <= 12
    assert (Exit.objects.count(), FollowUp.objects.count()) == (1, 0)
