from datetime import date

import pytest
from django.urls import reverse

from perenne.domain.clauses.actions import open_clause
from perenne.domain.programming.queries import purchase_card
from perenne.values import Euros
from perenne.web.tests.browser import error_on, summary_of, text_of, title_of, tree_of, typed_in
from perenne.web.tests.scenes import CLEANING, FACADE, GARDENS, YEAR, purchases_of

pytestmark = pytest.mark.django_db
BY_HTMX = {"hx-request": "true"}
SAID = {
    "object": "Entretien des espaces verts",
    "amount": "450 000,50 €",
    "months": "36",
    "launch_on": f"01/03/{YEAR}",
    "place": "Melun",
    "cpv": "77310000-6",
}


def url_of(purchase):
    return reverse("programming:correct", args=[purchase.id])


@pytest.fixture
def gardens(committee, draft_id):
    """A purchase of a draft, whose amount is not known."""
    return purchases_of(draft_id, committee.visitor)[GARDENS]


def test_the_page_asks_its_question_and_shows_what_is_known(client_of, committee, gardens):
    page = client_of(committee.visitor).get(url_of(gardens))
    assert title_of(page) == "Préciser un achat"
    assert "Quel est le montant estimé de cet achat" in text_of(page)
    known = typed_in(page)
    assert (known["object"], known["amount"], known["months"], known["place"]) == (
        gardens.object, "", "36", "Meaux",
    )  # fmt: skip
    assert known["launch_on"] == f"01/03/{YEAR}"


def test_in_the_list_the_form_comes_alone_in_the_place_of_its_purchase(
    client_of, committee, gardens
):
    fragment = client_of(committee.visitor).get(url_of(gardens), headers=BY_HTMX)
    item = tree_of(fragment)
    assert (item.tag, item.get("id")) == ("li", f"achat-{gardens.id}")
    (form,) = item.xpath(".//form")
    assert form.get("hx-post") == form.get("action") == url_of(gardens)


def test_on_a_page_of_its_own_nothing_is_swapped(client_of, committee, gardens):
    page = tree_of(client_of(committee.visitor).get(url_of(gardens)))
    assert page.xpath("//main//@hx-post | //main//@hx-get") == []
    assert page.xpath("//main//form/@action") == [url_of(gardens)]


def test_two_forms_open_in_the_same_list_have_no_id_in_common(client_of, committee, draft_id):
    browser, purchases = client_of(committee.visitor), purchases_of(draft_id, committee.visitor)
    one, other = (
        set(tree_of(browser.get(url_of(purchases[n]), headers=BY_HTMX)).xpath("//@id"))
        for n in (CLEANING, GARDENS)
    )
    assert one & other == set()


def test_what_is_said_is_kept_and_screened_again(client_of, committee, gardens):
    answer = client_of(committee.visitor).post(url_of(gardens), SAID)
    assert answer.url == reverse("programming:purchase_row", args=[gardens.id])
    card = purchase_card(gardens.id, seen_by=committee.visitor)
    assert (card.amount, card.launch_on, card.cpv, card.questions) == (
        Euros(45_000_050), date(YEAR, 3, 1), "77310000", (),
    )  # fmt: skip
    assert card.hours is not None
    assert card.facilitator_id == committee.other_facilitator.organisation_id


@pytest.mark.parametrize("headers", [{}, BY_HTMX], ids=["page", "fragment"])
@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("object", "  ", "Indiquez l’objet de cet achat."),
        ("amount", "beaucoup", "Écrivez un montant en euros, par exemple 1 200,50."),
        ("amount", "-5", "Indiquez un montant d’au moins 0 €."),
        ("months", "un an", "Écrivez la durée en mois, en chiffres."),
        ("months", "0", "Indiquez un nombre supérieur ou égal à 1."),
        (
            "launch_on",
            "31/02/2030",
            "Écrivez une date avec le jour, le mois et l’année, par exemple 27/03/2027.",
        ),
        ("cpv", "4523", "Un code CPV a huit chiffres, par exemple 45233140."),
    ],
)
def test_what_cannot_be_read_is_told_beside_its_field_and_nothing_is_typed_twice(
    client_of, committee, gardens, headers, field, typed, sentence
):
    page = client_of(committee.visitor).post(
        url_of(gardens), SAID | {field: typed}, headers=headers
    )
    assert page.status_code == 200
    assert error_on(page, field) == sentence
    assert summary_of(page) == [sentence]
    assert typed_in(page) | {"csrfmiddlewaretoken": ""} == SAID | {
        field: typed, "csrfmiddlewaretoken": "",
    }  # fmt: skip
    assert purchase_card(gardens.id, seen_by=committee.visitor).questions == gardens.questions


@pytest.mark.parametrize(
    ("who", "statuses"),
    [
        ("facilitator", (200, 404)),
        ("other_facilitator", (404, 200)),
        ("coordination", (404, 404)),
        ("buyer", (404, 404)),
        ("other_buyer", (404, 404)),
        ("visitor", (404, 404)),
        ("nobody", (404, 404)),
    ],
)
def test_once_sent_only_its_facilitator_corrects_a_purchase(
    client_of, committee, received, who, statuses
):
    browser = client_of(getattr(committee, who))
    asked = [url_of(received[n]) for n in (CLEANING, FACADE)]
    assert tuple(browser.get(url).status_code for url in asked) == statuses
    assert tuple(browser.post(url, SAID).status_code for url in asked) == tuple(
        {200: 302}.get(status, status) for status in statuses
    )


def test_a_purchase_that_was_kept_is_no_longer_corrected(client_of, committee, received):
    open_clause(purchase_id=received[CLEANING].id, by=committee.facilitator)
    page = client_of(committee.facilitator).post(url_of(received[CLEANING]), SAID)
    assert page.status_code == 404
