import pytest
from django.urls import reverse

from perenne.kit.actors import VISITOR

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "kind"), [("feed", "application/rss+xml"), ("calendar", "text/calendar")]
)
def test_each_says_what_it_is(client_of, name, kind):
    answer = client_of(VISITOR).get(reverse(f"assessments:{name}"))
    assert answer["Content-Type"].startswith(kind)
