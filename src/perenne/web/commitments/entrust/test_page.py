import pytest
from django.urls import reverse

from perenne.domain.clauses.models import CommitmentShare
from perenne.web.tests.browser import error_on, text_of, tree_of, typed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(running):
    return reverse("clauses:entrust", args=[running.commitment.pk, running.whole.pk])


@pytest.mark.parametrize("who", ["company", "facilitator"])
def test_hours_are_proposed_to_who_was_declared(client_of, committee, running, url, who):
    browser = client_of(getattr(committee, who))
    page = browser.get(url)
    assert "Il reste 700 h à confier sur 1 000 h." in text_of(page)
    assert tree_of(page).xpath("//select/option/text()") == ["Choisissez", "Chape Brie"]
    page = browser.post(url, {"party_id": running.other.pk, "hours": "12,5"}, follow=True)
    assert "l’entreprise reçoit un courriel" in text_of(page)
    assert CommitmentShare.objects.get(party=running.other).minutes == 750
    assert "Aucune entreprise à qui confier" in text_of(browser.get(url))


def test_more_than_is_left_is_refused_beside_its_field(client_of, committee, running, url):
    said = {"party_id": running.other.pk, "hours": "701"}
    page = client_of(committee.company).post(url, said)
    assert "Il reste 700 h à confier" in error_on(page, "hours")
    assert typed_in(page)["hours"] == "701"


@pytest.mark.parametrize("who", ["buyer", "structure", "coordination", "other_facilitator"])
def test_nobody_else_entrusts_them(client_of, committee, running, url, who):
    browser = client_of(getattr(committee, who))
    assert browser.get(url).status_code == 404
    assert browser.post(url, {"party_id": running.other.pk, "hours": "1"}).status_code == 404
