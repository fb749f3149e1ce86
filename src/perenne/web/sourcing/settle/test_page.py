import pytest
from django.urls import reverse

from perenne.domain.sourcing.models import Offer
from perenne.domain.sourcing.states import OPEN
from perenne.web.tests.browser import text_of

pytestmark = pytest.mark.django_db


def url_of(act, *keys):
    return reverse(f"sourcing:{act}", args=keys)


def test_offers_are_kept_until_the_hours_are_found_and_the_rest_is_told(
    client_of, committee, needing
):
    opening = needing.opening(persons=2)
    first = needing.offer(needing.asked(opening), persons=2, minutes_per_month=0)
    late = needing.offer(needing.asked(opening, needing.prescriber))
    browser = client_of(committee.company)
    page = browser.post(url_of("keep", opening.pk, first.pk), follow=True)
    assert "C’est noté : l’organisme est prévenu." in text_of(page, "//body")
    assert "300 h trouvées sur 300 h" in text_of(page)
    opening.refresh_from_db()
    late.refresh_from_db()
    assert (opening.state, late.state) == ("filled", "left")
    again = browser.post(url_of("keep", opening.pk, late.pk), follow=True)
    assert "il a changé d’étape" in text_of(again, "//body")


def test_a_click_says_no_or_that_it_is_filled(client_of, committee, needing):
    opening = needing.opening()
    offer, person = needing.offer(needing.asked(opening)), needing.candidate(opening)
    browser = client_of(committee.facilitator)
    browser.post(url_of("leave", opening.pk, offer.pk))
    browser.post(url_of("leave_person", opening.pk, person.pk))
    for row in (offer, person):
        row.refresh_from_db()
        assert row.state == "left"
    assert browser.get(url_of("fill", opening.pk)).status_code == 405
    page = browser.post(url_of("fill", opening.pk), follow=True)
    assert "Pourvu" in text_of(page)


def test_nothing_of_another_need_nor_by_who_only_reads(client_of, committee, needing):
    opening, other = needing.opening(), needing.opening()
    offer, person = needing.offer(needing.asked(other)), needing.candidate(other)
    browser = client_of(committee.company)
    assert browser.post(url_of("keep", opening.pk, offer.pk)).status_code == 404
    assert browser.post(url_of("leave_person", opening.pk, person.pk)).status_code == 404
    client_of(committee.coordination).post(url_of("keep", other.pk, offer.pk))
    assert Offer.objects.get().state == "proposed"
    opening.refresh_from_db()
    assert opening.state == OPEN
