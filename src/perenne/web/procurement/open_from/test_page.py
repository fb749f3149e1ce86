import pytest
from django.urls import reverse

from perenne.domain.procurement.models import Lot
from perenne.domain.programming.actions import keep_purchase
from perenne.web.tests.browser import error_on, sql_for, text_of, tree_of, typed_in
from perenne.web.tests.scenes import many, new_sent_programme, purchases_of

pytestmark = pytest.mark.django_db
SAID = {"object": "Nettoyage 2029", "reference": "", "publish_on": "", "bids_due_on": "",
        "award_on": ""}  # fmt: skip


@pytest.fixture
def kept(committee):
    """Three purchases of a programme: two are kept."""
    sent = new_sent_programme(committee.buyer, *many(3))
    first, second, _ = purchases_of(sent, committee.buyer)
    for purchase in (first, second):
        keep_purchase(purchase_id=purchase.id, by=committee.facilitator)
    return sent, first, second


def url_of(kept):
    return reverse("procurement:open_from", args=[kept[0]])


def boxes(page):
    return tree_of(page).xpath("//input[@name='purchases']/@value")


@pytest.mark.parametrize("who", ["facilitator", "buyer"])
def test_what_is_checked_becomes_lots_and_is_proposed_no_more(client_of, committee, kept, who):
    browser, (_, first, second) = client_of(getattr(committee, who)), kept
    assert boxes(browser.get(url_of(kept))) == [str(first.id), str(second.id)]

    page = browser.post(url_of(kept), SAID | {"purchases": [first.id]}, follow=True)

    assert "La consultation est prête" in text_of(page)
    assert Lot.objects.get().purchase_id == first.id
    again = browser.get(url_of(kept))
    assert boxes(again) == [str(second.id)]
    assert typed_in(again)["object"] == second.object


def test_nothing_checked_is_told_and_what_was_typed_stays(browser, kept):
    page = browser.post(url_of(kept), SAID)
    assert error_on(page, "purchases") == "Cochez au moins un achat."
    assert typed_in(page)["object"] == "Nettoyage 2029"


def test_a_programme_of_which_nothing_is_kept_says_so(browser, committee):
    sent = new_sent_programme(committee.buyer, *many(1))
    page = browser.get(reverse("procurement:open_from", args=[sent]))
    assert "Aucun achat à mettre en consultation" in text_of(page)


def test_more_purchases_ask_no_more_of_the_database(browser, committee, kept):
    once = sql_for(browser, url_of(kept))
    sent = new_sent_programme(committee.buyer, *many(20))
    for purchase in purchases_of(sent, committee.buyer):
        keep_purchase(purchase_id=purchase.id, by=committee.facilitator)
    assert sql_for(browser, reverse("procurement:open_from", args=[sent])) == once
