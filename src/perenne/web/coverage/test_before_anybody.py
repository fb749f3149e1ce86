"""What is said of a place before anybody joined the committee."""

import pytest
from django.urls import reverse

from perenne.domain.territories.factories import load_around
from perenne.web.tests.browser import text_of

pytestmark = pytest.mark.django_db
NOBODY = "Aucun facilitateur n’a encore rejoint le comité."


@pytest.mark.parametrize(
    ("name", "place", "asked"),
    [("map", [], {}), ("find", [], {"lieu": "Évry"}), ("card", ["91228"], {})],
)
def test_before_anybody_joined_it_is_said(client, name, place, asked):
    load_around()
    assert NOBODY in text_of(client.get(reverse(f"coverage:{name}", args=place), asked))


def test_before_anybody_joined_there_is_nobody_to_keep(client):
    load_around()
    assert client.get(reverse("coverage:vcard", args=["91228"])).status_code == 404
