import pytest
from django.urls import reverse

from perenne.domain.organisations.actions import Identity, register_buyer
from perenne.domain.people.actions import open_account
from perenne.domain.people.factories import PASSWORD, new_person
from perenne.domain.programming.queries import programme_card, purchases_in
from perenne.domain.programming.states import ProgrammeState
from perenne.kit.pages import VISITOR_KEY
from perenne.rules.needs import BuyerKind
from perenne.values import Siret
from perenne.web.tests.browser import buttons_of, error_on, facts_in, summary_of, text_of, typed_in
from perenne.web.tests.scenes import (
    LINES,
    new_doubtful_programme,
    new_programme,
    purchases_of,
)

pytestmark = pytest.mark.django_db
SIRET = "217 702 844 00010"
SAID = {
    "organisation": "Ville de Melun",
    "siret": "",
    "commune": "melun",
    "full_name": "Sophie Lambert",
    "email": "Sophie@Melun.test",
    "phone": "01 60 00 00 00",
    "password": PASSWORD,
    "consent": "on",
}


def url_of(programme_id):
    return reverse("programming:send", args=[programme_id])


def shown(programme_id):
    return reverse("programming:show", args=[programme_id])


@pytest.fixture
def url(draft_id):
    return url_of(draft_id)


@pytest.fixture
def browser(client_of, committee):
    """That of the visitor whose draft it is."""
    return client_of(committee.visitor)


def test_the_page_sums_up_what_will_be_sent(browser, url):
    page = browser.get(url)
    assert facts_in(page)["Achats"] == "5"
    assert facts_in(page)["Encore à préciser"] == "1"
    assert "Transmettre et ouvrir mon espace" in buttons_of(page)
    assert f"?next={url}" in page.content.decode()


def test_a_visitor_becomes_a_buyer_in_the_step_that_sends(
    browser, client_of, committee, draft_id, url
):
    page = browser.post(url, SAID, follow=True)
    assert page.redirect_chain == [(shown(draft_id), 302)]
    assert "Votre programmation est transmise." in text_of(page)
    assert "Ville de Melun" in text_of(page, "//body")
    card = programme_card(draft_id, seen_by=committee.coordination)
    assert (card.state, card.buyer_name) == (ProgrammeState.SENT, "Ville de Melun")
    assert client_of(committee.facilitator).get(shown(draft_id)).status_code == 200


def test_the_seat_answers_for_the_purchases_that_say_no_place(client_of, committee):
    draft_id = new_programme(committee.visitor, LINES[0].replace(";Meaux", ";"))
    client_of(committee.visitor).post(url_of(draft_id), SAID)
    (purchase,) = purchases_of(draft_id, committee.coordination)
    assert purchase.facilitator_id == committee.other_facilitator.organisation_id


def test_every_field_that_is_missing_is_asked_for(browser, url):
    page = browser.post(url, {})
    assert {name: error_on(page, name) for name in SAID} == {
        "organisation": "Indiquez le nom de votre organisme.",
        "siret": "",
        "commune": "",
        "full_name": "Indiquez vos prénom et nom.",
        "email": "Indiquez votre adresse électronique.",
        "phone": "",
        "password": "Choisissez un mot de passe.",
        "consent": "Cochez cette case pour transmettre : sans vos coordonnées, personne ne pourra "
        "vous répondre.",
    }
    assert len(summary_of(page)) == 5


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("password", "trop court", "Choisissez un mot de passe d’au moins 15 caractères."),
        ("siret", "123", "14 chiffres"),
        ("siret", "21770284400018", "SIRET"),
        ("email", "sophie", "adresse électronique"),
        ("commune", "Trifouilly", "Cette commune n’est pas reconnue"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field_and_the_rest_is_kept(
    browser, committee, draft_id, url, field, typed, sentence
):
    page = browser.post(url, SAID | {field: typed})
    assert sentence in error_on(page, field)
    assert len(summary_of(page)) == 1
    kept = typed_in(page)
    assert kept | {"csrfmiddlewaretoken": ""} == SAID | {
        field: typed,
        "password": "",
        "csrfmiddlewaretoken": "",
    }
    assert programme_card(draft_id, seen_by=committee.visitor).state is ProgrammeState.DRAFT


def test_an_address_that_has_an_account_is_sent_to_the_door(browser, committee, draft_id, url):
    new_person(email="sophie@melun.test")
    page = browser.post(url, SAID)
    (sentence,) = summary_of(page)
    assert sentence.startswith("Un compte existe déjà pour cette adresse : connectez-vous")
    assert typed_in(page)["organisation"] == "Ville de Melun"
    assert programme_card(draft_id, seen_by=committee.visitor).state is ProgrammeState.DRAFT


def test_an_organisation_that_has_a_space_is_not_opened_twice(browser, committee, draft_id, url):
    known = Identity("Ville de Melun", siret=Siret.read(SIRET))
    register_buyer(known, buyer_kind=BuyerKind.LOCAL_AUTHORITY, admin_id=new_person().pk)
    page = browser.post(url, SAID | {"siret": SIRET})
    assert summary_of(page)[0].startswith("Cet organisme a déjà un espace sur Pérenne")
    assert typed_in(page)["siret"] == SIRET
    again = browser.post(url, SAID)
    assert again.status_code == 302  # the account refused with it was not left behind


def test_a_draft_follows_its_visitor_who_signs_in_and_is_sent_in_one_click(
    browser, client_of, committee, draft_id, url
):
    person_id = open_account(email="s@melun.test", full_name="Sophie Lambert", password=PASSWORD)
    buyer = register_buyer(
        Identity("Ville de Melun"), buyer_kind=BuyerKind.LOCAL_AUTHORITY, admin_id=person_id
    )
    door = reverse("account:login")
    back = browser.post(
        door, {"email": "s@melun.test", "password": PASSWORD, "next": url}, follow=True
    )
    assert buttons_of(back) == ["Transmettre"]
    assert browser.post(url, {}).url == shown(draft_id)
    assert programme_card(draft_id, seen_by=buyer).buyer_id == buyer.organisation_id


def test_a_buyer_who_is_signed_in_sends_with_one_click(client_of, committee):
    draft_id = new_programme(committee.buyer)
    browser = client_of(committee.buyer)
    assert buttons_of(browser.get(url_of(draft_id))) == ["Transmettre"]
    page = browser.post(url_of(draft_id), {}, follow=True)
    assert "Votre programmation est transmise." in text_of(page)
    (item,) = [
        row
        for row in purchases_in(draft_id, seen_by=committee.facilitator).items
        if row.object.startswith("Entretien")
    ]
    assert item.questions


def test_the_button_pressed_twice_sends_once_and_says_where_it_went(client_of, committee):
    draft_id = new_programme(committee.buyer)
    browser = client_of(committee.buyer)
    answers = [browser.post(url_of(draft_id), {}).url for _ in range(2)]
    assert answers == [shown(draft_id)] * 2
    assert browser.get(url_of(draft_id)).url == shown(draft_id)


def test_columns_still_to_be_told_come_first(client_of, committee):
    asked_id = new_doubtful_programme(committee.visitor)
    page = client_of(committee.visitor).post(url_of(asked_id), SAID, follow=True)
    assert "Que contiennent ces colonnes ?" in text_of(page)


@pytest.mark.parametrize("who", ["nobody", "other_visitor", "buyer", "facilitator", "coordination"])
def test_the_draft_of_somebody_else_is_not_found(client_of, committee, url, who):
    stranger = client_of(getattr(committee, who))
    assert [stranger.get(url).status_code, stranger.post(url, SAID).status_code] == [404, 404]


def test_a_facilitator_who_holds_the_key_of_a_draft_cannot_send_it(client_of, committee, url):
    holder = client_of(committee.facilitator)
    session = holder.session
    session[VISITOR_KEY] = committee.visitor.visitor_key
    session.save()
    assert holder.post(url, {}).status_code == 404
