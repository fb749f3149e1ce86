import pytest
from django.urls import reverse

from perenne.web.organisations.kinds import WAYS
from perenne.web.tests.browser import text_of, tree_of

pytestmark = pytest.mark.django_db
URL = reverse("organisations:choose")


@pytest.mark.parametrize("who", ["nobody", "buyer", "coordination"])
def test_everybody_finds_a_way_in_for_each_kind(client_of, committee, who):
    page = client_of(getattr(committee, who)).get(URL)
    ways = [link.get("href") for link in tree_of(page).xpath("//main//ul[@class='doors']//a")]
    assert ways == [reverse("organisations:declare", args=[way.slug]) for way in WAYS]
    assert ("Connectez-vous" in text_of(page)) == (who == "nobody")
