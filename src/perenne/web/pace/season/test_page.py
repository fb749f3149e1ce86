import pytest
from django.urls import reverse

from perenne.web.tests.browser import text_of, tree_of

pytestmark = pytest.mark.django_db


def test_the_facilitator_says_the_months_and_the_curve_follows(client_of, committee, followed):
    browser = client_of(committee.facilitator)
    url = reverse("pace:season", args=[followed.late.pk])
    page = browser.get(url)
    assert len(tree_of(page).xpath("//input[@name='months']")) == 12
    saved = browser.post(url, {"months": ["3", "4", "5"]}, follow=True)
    assert "Les mois travaillés sont notés." in text_of(saved)
    assert "Calendrier : mars, avril et mai." in text_of(saved, "//main")
    checked = tree_of(browser.get(url)).xpath("//input[@name='months'][@checked]/@value")
    assert checked == ["3", "4", "5"]
    wrong = browser.post(url, {"months": ["13"]})
    assert wrong.status_code == 200
    assert "de la liste" in text_of(wrong, "//main")


def test_others_are_kept_out(client_of, committee, followed):
    for who in ("buyer", "coordination", "company", "other_facilitator"):
        url = reverse("pace:season", args=[followed.late.pk])
        assert client_of(getattr(committee, who)).get(url).status_code == 404
