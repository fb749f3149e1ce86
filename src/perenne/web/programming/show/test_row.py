"""One purchase of the list: what replaces its form once it is corrected."""

import pytest
from django.urls import reverse

from perenne.web.tests.browser import buttons_of, tree_of
from perenne.web.tests.scenes import CLEANING, FACADE, GARDENS, many, new_programme, purchases_of

pytestmark = pytest.mark.django_db
BY_HTMX = {"hx-request": "true"}


def url_of(purchase):
    return reverse("programming:purchase_row", args=[purchase.id])


@pytest.fixture
def drafted(committee, draft_id):
    return purchases_of(draft_id, committee.visitor)


def test_the_row_comes_alone_and_takes_the_focus(client_of, committee, drafted):
    row = client_of(committee.visitor).get(url_of(drafted[GARDENS]), headers=BY_HTMX)
    assert tree_of(row).get("id") == f"achat-{drafted[GARDENS].id}"
    assert [heading.text for heading in tree_of(row).xpath("//h3[@autofocus]")] == [
        drafted[GARDENS].object
    ]


def test_its_buttons_swap_it_in_its_place(client_of, committee, drafted):
    row = client_of(committee.visitor).get(url_of(drafted[CLEANING]), headers=BY_HTMX)
    assert buttons_of(row) == ["Corriger"]
    (button,) = tree_of(row).xpath("//*[@hx-get]")
    assert button.get("hx-get") == reverse("programming:correct", args=[drafted[CLEANING].id])
    assert button.get("href") == button.get("hx-get")
    assert button.get("hx-target") == "closest .entry"


def test_without_htmx_one_comes_back_to_the_purchase_in_its_list(client_of, committee):
    draft_id = new_programme(committee.visitor, *many(120))
    browser, purchases = client_of(committee.visitor), purchases_of(draft_id, committee.visitor)
    for place, number in ((0, 1), (49, 1), (50, 2), (119, 3)):
        purchase = purchases[place]
        back = browser.get(url_of(purchase)).url
        shown = reverse("programming:show", args=[draft_id])
        assert back == f"{shown}?page={number}#achat-{purchase.id}"
        assert f'id="achat-{purchase.id}"' in browser.get(back).content.decode()


@pytest.mark.parametrize(
    ("who", "statuses"),
    [
        ("buyer", (200, 200)),
        ("facilitator", (200, 404)),
        ("other_facilitator", (404, 200)),
        ("coordination", (200, 200)),
        ("other_buyer", (404, 404)),
        ("visitor", (404, 404)),
        ("nobody", (404, 404)),
    ],
)
def test_a_purchase_is_seen_by_who_may_see_it_and_nobody_else(
    client_of, committee, received, who, statuses
):
    browser = client_of(getattr(committee, who))
    asked = [url_of(received[n]) for n in (CLEANING, FACADE)]
    assert tuple(browser.get(url, headers=BY_HTMX).status_code for url in asked) == statuses
