import pytest
from django.urls import reverse

from perenne.kit.actors import VISITOR

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("key", ["12:forged:key", "x", "1"])
def test_a_forged_address_opens_nothing(client_of, key):
    url = reverse("assessments:end", args=[key])
    browser = client_of(VISITOR)
    assert (browser.get(url).status_code, browser.post(url).status_code) == (404, 404)
