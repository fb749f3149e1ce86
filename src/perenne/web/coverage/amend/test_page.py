import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.coverage.factories import new_coverage
from perenne.domain.coverage.models import Coverage
from perenne.web.tests.browser import summary_of, text_of, tree_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def area(committee):
    return new_coverage(committee.facilitator, department_code="77", segments=["works"])


@pytest.fixture
def url(area):
    return reverse("coverage:amend", args=[area.pk])


@pytest.fixture
def browser(client_of, committee):
    return client_of(committee.coordination)


def checked_on(page):
    return tree_of(page).xpath("//input[@name='segments'][@checked]/@value")


def test_the_form_shows_what_is_known_and_keeps_what_is_changed(browser, committee, area, url):
    assert checked_on(browser.get(url)) == ["works"]
    said = {"segments": ["cleaning"], "buyer": "", "since": "", "until": "31/12/2030"}
    page = browser.post(url, said, follow=True)
    assert "La zone est modifiée" in text_of(page)
    area.refresh_from_db()
    assert (area.segments, area.until.isoformat()) == (["cleaning"], "2030-12-31")
    page = browser.get(url)
    assert checked_on(page) == ["cleaning"]
    assert tree_of(page).xpath("string(//input[@name='until']/@value)") == "31/12/2030"


def test_a_form_sent_empty_takes_every_limit_away(browser, area, url):
    browser.post(url, {})
    area.refresh_from_db()
    assert area.segments == []


def test_a_refusal_is_shown_and_nothing_is_written(browser, committee, area, url):
    new_coverage(committee.facilitator, department_code="77")
    page = browser.post(url, {"buyer": ""})
    assert summary_of(page) == ["Cet organisme a déjà exactement cette zone."]
    area.refresh_from_db()
    assert area.segments == ["works"]


def test_an_area_is_ended_from_today(browser, area):
    page = browser.post(reverse("coverage:end", args=[area.pk]), follow=True)
    assert "ne répond plus pour 77." in text_of(page)
    area.refresh_from_db()
    assert area.until < localdate()
    assert Coverage.objects.count() == 3


@pytest.mark.parametrize("who", ["buyer", "facilitator", "other_facilitator"])
def test_nobody_else_touches_it(client_of, committee, area, url, who):
    stranger = client_of(getattr(committee, who))
    for address in (url, reverse("coverage:end", args=[area.pk])):
        assert stranger.post(address, {}).status_code == 404
    area.refresh_from_db()
    assert (area.segments, area.until) == (["works"], None)
