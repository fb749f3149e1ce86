"""What the browser is asked for; the ceremony itself is played in `tests/journeys`."""

import pytest
from django.urls import reverse

from perenne.web.account.sentences import ERRORS
from perenne.web.tests.browser import text_of

pytestmark = pytest.mark.django_db
URL, LOGIN = reverse("account:passkey_login"), reverse("account:login")


def test_our_script_is_given_a_challenge_that_asks_the_device_to_know_its_owner(browser):
    asked = browser.get(URL, headers={"accept": "application/json"}).json()["request_options"]
    assert len(asked["publicKey"]["challenge"]) >= 40
    assert asked["publicKey"]["userVerification"] == "required"
    assert asked["publicKey"]["rpId"] == "testserver"
    again = browser.get(URL, headers={"accept": "application/json"}).json()["request_options"]
    assert again["publicKey"]["challenge"] != asked["publicKey"]["challenge"]


def test_whoever_comes_by_a_link_is_led_to_the_page_of_signing_in(browser):
    assert browser.get(URL).url == LOGIN


@pytest.mark.parametrize(
    "forged",
    [
        "", "{", "[]", "null", "{}", '"x"', '{"id": "a"}',
        '{"id":"AA","rawId":"AA","type":"public-key","response":{"clientDataJSON":"AA",'
        '"authenticatorData":"AA","signature":"AA","userHandle":"MQ"}}',
    ],
)  # fmt: skip
def test_a_forged_answer_is_refused_in_a_sentence_and_never_breaks(browser, forged):
    browser.get(URL, headers={"accept": "application/json"})
    page = browser.post(URL, {"credential": forged}, follow=True)
    assert ERRORS["passkey"] in text_of(page)
    assert browser.get(reverse("desks:today")).status_code == 302
