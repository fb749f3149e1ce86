import pytest
from django.urls import reverse

from perenne.domain.notices.models import Preference
from perenne.web.tests.browser import strict, text_of

pytestmark = pytest.mark.django_db


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
