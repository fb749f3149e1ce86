"""An address changes once the new one answered; nobody learns who else has an account."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.urls import reverse

from perenne.domain.people.factories import new_person
from perenne.web.account.conftest import EMAIL, confirm
from perenne.web.account.sentences import ERRORS, TOLD
from perenne.web.tests.browser import Browser, error_on, facts_in, text_of

pytestmark = pytest.mark.django_db
URL = reverse("account:email")
NEW = "sophie@ville.test"


def asked(browser, email=NEW):
    return browser.post(URL, {"email": email, "action_add": "oui"}, follow=True)


def link_in(mail):
    return re.search(r"http://testserver(/\S+)", mail.body).group(1)


def of(person_id):
    return set(EmailAddress.objects.filter(user=person_id).values_list("email", "verified"))


def test_a_visitor_is_led_to_sign_in(browser):
    assert browser.get(URL).url == f"{reverse('account:login')}?next={URL}"


def test_the_page_says_which_address_is_confirmed(signed_in):
    assert facts_in(signed_in.get(URL)) == {"Adresse confirmée": EMAIL}


def test_an_address_that_was_never_confirmed_is_so_by_the_link_that_one_asks_for(
    signed_in, person_id, mailoutbox
):
    EmailAddress.objects.update(verified=False)
    assert facts_in(signed_in.get(URL))["À confirmer"].startswith(EMAIL)
    signed_in.post(URL, {"email": EMAIL, "action_send": "oui"})
    signed_in.post(link_in(mailoutbox[-1]))
    assert of(person_id) == {(EMAIL, True)}


def test_changing_asks_for_the_password_then_does_what_was_asked(signed_in):
    page = asked(signed_in)
    assert text_of(page, "//h1") == "Confirmer que c’est vous"
    assert EmailAddress.objects.count() == 1


def test_the_new_one_waits_until_it_answers_then_replaces_the_old(
    reauthenticated, person_id, mailoutbox
):
    page = asked(reauthenticated)
    assert TOLD["email_confirmation_sent"] in text_of(page)
    assert facts_in(page)["À confirmer"].startswith(NEW)
    assert of(person_id) == {(EMAIL, True), (NEW, False)}
    assert mailoutbox[-1].to == [NEW]
    browser = Browser()
    browser.post(link_in(mailoutbox[-1]))
    assert of(person_id) == {(NEW, True)}
    assert get_user_model().objects.get(pk=person_id).email == NEW
    assert mailoutbox[-1].to == [EMAIL]
    assert "remplacée par une autre" in mailoutbox[-1].body


def test_an_address_of_somebody_else_gets_the_same_words_and_is_not_taken(
    reauthenticated, person_id, mailoutbox
):
    new_person(email="autre@exemple.test")
    page = asked(reauthenticated, "Autre@exemple.test")
    assert TOLD["email_confirmation_sent"] in text_of(page)
    assert of(person_id) == {(EMAIL, True)}
    assert mailoutbox[-1].to == ["autre@exemple.test"]
    assert "http" not in mailoutbox[-1].body


def test_an_address_that_somebody_took_in_the_meantime_is_not_confirmed(
    reauthenticated, person_id, mailoutbox
):
    asked(reauthenticated)
    link = link_in(mailoutbox[-1])
    new_person(email=NEW)
    reauthenticated.post(link)
    assert of(person_id) == {(EMAIL, True), (NEW, False)}
    assert get_user_model().objects.get(pk=person_id).email == EMAIL


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (EMAIL, ERRORS["duplicate_email"]),
        ("", "Indiquez votre nouvelle adresse."),
        ("pas une adresse", "Écrivez une adresse électronique complète"),
        ("a@b.c\r\nBcc: d@e.f", "Écrivez une adresse électronique complète"),
    ],
)
def test_what_cannot_be_an_address_is_said_beside_the_field(reauthenticated, typed, sentence):
    assert sentence in error_on(asked(reauthenticated, typed), "email")


def test_the_link_can_be_sent_again_but_not_all_the_time(reauthenticated, mailoutbox):
    asked(reauthenticated)
    cache.clear()
    again = {"email": NEW, "action_send": "oui"}
    for _ in range(3):
        reauthenticated.post(URL, again)
    assert [mail.to for mail in mailoutbox] == [[NEW], [NEW]]


def test_nobody_sends_a_link_to_an_address_that_is_not_theirs(signed_in, mailoutbox):
    new_person(email="autre@exemple.test")
    confirm(signed_in)
    signed_in.post(URL, {"email": "autre@exemple.test", "action_send": "oui"})
    assert mailoutbox == []
