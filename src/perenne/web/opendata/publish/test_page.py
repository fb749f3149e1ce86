"""Who may let figures out before the night."""

import pytest
from django.urls import reverse

from perenne.domain.assessments.models import Statistics
from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import Role
from perenne.web.tests.browser import text_of

pytestmark = pytest.mark.django_db


def test_the_coordination_alone_publishes_and_is_told_when_nothing_is_due(client_of):
    url = reverse("opendata:publish")
    for role, status in ((Role.FACILITATOR, 404), (Role.COORDINATION, 302)):
        browser = client_of(new_actor(role))
        assert browser.post(url).status_code == status
    page = browser.get(reverse("opendata:index"))
    assert "Rien à publier aujourd’hui" in text_of(page, "//body")
    assert "Publier le trimestre" in text_of(page, "//body")
    assert not Statistics.objects.exists()
