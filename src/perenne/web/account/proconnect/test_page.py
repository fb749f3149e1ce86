"""A provider that lies, over real HTTP on the loopback: twenty lies, and none opens a session.

The honest journey, with a provider that we did not write, is in `tests/journeys/test_sign_in.py`.
"""

import json
import logging
import time
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.urls import reverse

from perenne.domain.organisations.actions import Identity, register_facilitator
from perenne.web.account.conftest import code, new_app, sign_in
from perenne.web.account.proconnect.adapter import CANCELLED, REFUSED, UNKNOWN
from perenne.web.account.proconnect.conftest import (
    BACK,
    CLIENT,
    CURVE,
    KEY,
    LEAVE,
    OTHER_KEY,
    TODAY,
    come_back,
    is_in,
    left,
    public,
)
from perenne.web.tests.browser import Browser, text_of

pytestmark = pytest.mark.django_db
LOGIN = reverse("account:login")


def test_the_button_is_there_where_proconnect_is_known_and_only_there(browser, liar, settings):
    assert "ProConnect" in text_of(browser.get(LOGIN))
    settings.PROCONNECT = replace(settings.PROCONNECT, issuer="")
    assert "ProConnect" not in text_of(browser.get(LOGIN))
    assert [browser.get(url).status_code for url in (LEAVE, BACK)] == [404, 404]


def test_it_is_asked_with_state_nonce_and_pkce_for_the_address_alone(browser, liar):
    asked = left(browser, liar)
    assert asked["redirect_uri"] == f"http://testserver{BACK}"
    assert set(asked["scope"].split()) == {"openid", "email"}
    assert asked["code_challenge_method"] == "S256"
    assert min(len(asked[name]) for name in ("state", "nonce", "code_challenge")) >= 16
    again = left(Browser(), liar)
    assert not {asked[name] for name in ("state", "nonce")} & set(again.values())


def test_an_honest_answer_opens_the_account_of_the_confirmed_address(
    browser, account, liar, person_id, mailoutbox
):
    left(browser, liar)
    before = browser.session.session_key
    assert come_back(browser, liar).url == TODAY
    assert is_in(browser)
    assert liar.verified
    assert browser.session.session_key != before
    link = SocialAccount.objects.get()
    assert (link.user_id, link.uid) == (person_id, f"{liar.address}|camille")
    assert link.extra_data == {"iss": liar.address, "sub": "camille", "acr": "eidas1"}
    assert "reliée" in mailoutbox[-1].body or "relié" in mailoutbox[-1].body


def test_an_elliptic_signature_is_believed_too(browser, account, liar):
    usual = liar.sign_id
    liar.sign_id = lambda claims: usual(claims, CURVE, "ES256", "curve")
    left(browser, liar)
    come_back(browser, liar)
    assert is_in(browser)


def bent(which, **changed):
    def bend(liar):
        def bend_claims(claims):
            known = {**claims, **changed}
            return {name: value for name, value in known.items() if value is not None}

        setattr(liar, f"bend_{which}", bend_claims)

    return bend


def signed(which, **how):
    def bend(liar):
        usual = liar.sign_id
        setattr(liar, f"sign_{which}", lambda claims: usual(claims, **how))

    return bend


def tampered(which):
    """One letter of the claims was changed after the signature."""

    def bend(liar):
        usual = liar.sign_id

        def sign(claims):
            head, _body, sign = usual(claims).split(".")
            other = jwt.encode({**claims, "sub": "autre"}, KEY, algorithm="RS256").split(".")[1]
            return f"{head}.{other}.{sign}"

        setattr(liar, f"sign_{which}", sign)

    return bend


def secret_of_the_public_key(liar):
    """The old trick: the public key as a shared secret, HS256."""
    secret = json.dumps(public(KEY, "one"))
    liar.sign_id = lambda claims: jwt.encode(
        claims, secret, algorithm="HS256", headers={"kid": "one"}
    )


def unsigned_userinfo(liar):
    liar.info_type = "application/json"


def other_issuer_in_its_configuration(liar):
    liar.configuration = {"issuer": "https://ailleurs.example"}


PAST = int(time.time()) - 600
LIES = {
    "id token: signed by another key": signed("id", key=OTHER_KEY),
    "id token: not signed at all (alg none)": signed("id", key=None, alg="none"),
    "id token: signed with the public key as a secret": secret_of_the_public_key,
    "id token: changed after its signature": tampered("id"),
    "id token: a key that the issuer does not have": signed("id", kid="two"),
    "id token: another issuer": bent("id", iss="https://ailleurs.example"),
    "id token: no issuer": bent("id", iss=None),
    "id token: for another client": bent("id", aud="autre"),
    "id token: for us and another": bent("id", aud=[CLIENT, "autre"]),
    "id token: for nobody": bent("id", aud=None),
    "id token: expired": bent("id", exp=PAST),
    "id token: never expires": bent("id", exp=None),
    "id token: not valid yet": bent("id", nbf=int(time.time()) + 86_400),
    "id token: no nonce": bent("id", nonce=None),
    "id token: the nonce of another request": bent("id", nonce="n-0S6_WzA2Mj"),
    "id token: nobody": bent("id", sub=""),
    "userinfo: signed by another key": signed("info", key=OTHER_KEY),
    "userinfo: not signed at all (alg none)": signed("info", key=None, alg="none"),
    "userinfo: changed after its signature": tampered("info"),
    "userinfo: plain JSON": unsigned_userinfo,
    "userinfo: about somebody else": bent("info", sub="autre"),
    "userinfo: another issuer": bent("info", iss="https://ailleurs.example"),
    "userinfo: for another client": bent("info", aud="autre"),
    "userinfo: expired": bent("info", exp=PAST),
    "configuration: that of another issuer": other_issuer_in_its_configuration,
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_a_lie_opens_nothing_and_is_told_to_the_log_alone(browser, account, liar, lie, caplog):
    caplog.set_level(logging.WARNING)
    left(browser, liar)
    lie(liar)
    page = come_back(browser, liar)
    assert (page.status_code, REFUSED in text_of(page)) == (403, True)
    assert not is_in(browser)
    assert not SocialAccount.objects.exists()
    assert "ProConnect refused" in caplog.text


@pytest.mark.parametrize("changed", [{"state": "x" * 16}, {"state": None}, {"code": None}])
def test_an_answer_to_no_request_of_this_browser_opens_nothing(browser, account, liar, changed):
    left(browser, liar)
    assert come_back(browser, liar, **changed).status_code == 403
    assert not is_in(browser)


def test_a_state_serves_once(browser, account, liar):
    left(browser, liar)
    come_back(browser, liar)
    browser.post(reverse("account:logout"))
    assert come_back(browser, liar).status_code == 403
    assert not is_in(browser)


def test_the_state_of_one_browser_does_not_serve_in_another(browser, account, liar):
    left(browser, liar)
    other = Browser()
    assert come_back(other, liar).status_code == 403
    assert not is_in(other)


def test_who_stops_half_way_is_told_so(browser, account, liar):
    left(browser, liar)
    page = come_back(browser, liar, code=None, error="access_denied")
    assert CANCELLED in text_of(page)


def test_an_account_whose_address_was_not_confirmed_is_never_taken_for_that_person(
    browser, account, liar
):
    EmailAddress.objects.update(verified=False)
    left(browser, liar)
    page = come_back(browser, liar)
    assert UNKNOWN in text_of(page)
    assert not is_in(browser)
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize("said", [{"email_verified": False}, {"email": None}, {"email": ""}])
def test_an_address_that_proconnect_does_not_vouch_for_opens_nothing(browser, account, liar, said):
    bent("info", **said)(liar)
    left(browser, liar)
    assert UNKNOWN in text_of(come_back(browser, liar))
    assert not is_in(browser)


def test_nobody_opens_an_account_by_proconnect(browser, account, liar):
    bent("info", email="inconnue@exemple.test")(liar)
    left(browser, liar)
    assert UNKNOWN in text_of(come_back(browser, liar))
    assert EmailAddress.objects.count() == 1


def test_once_linked_the_identity_is_known_whatever_its_address_becomes(browser, account, liar):
    left(browser, liar)
    come_back(browser, liar)
    bent("info", email="mariee@exemple.test")(liar)
    again = Browser()
    left(again, liar)
    assert come_back(again, liar).url == TODAY


def test_the_same_subject_at_another_issuer_is_somebody_else(browser, account, liar):
    left(browser, liar)
    come_back(browser, liar)
    SocialAccount.objects.update(uid="https://ailleurs.example|camille")
    bent("info", email="inconnue@exemple.test")(liar)
    again = Browser()
    left(again, liar)
    assert UNKNOWN in text_of(come_back(again, liar))


@pytest.mark.parametrize(
    ("acr", "opens"), [("eidas1", False), ("eidas2", True), ("", False), (None, False)]
)
def test_it_counts_as_a_second_factor_only_if_it_says_so(browser, person_id, liar, acr, opens):
    register_facilitator(Identity("Maison de l’emploi"), admin_id=person_id)
    bent("id", acr=acr)(liar)
    left(browser, liar)
    come_back(browser, liar)
    assert is_in(browser) is opens
    assert browser.get(reverse("account:security")).status_code == 200


@pytest.mark.parametrize(("acr", "asks"), [("eidas1", True), ("eidas2", False)])
def test_who_has_an_application_is_asked_for_its_code_unless_it_says_so(
    browser, account, person_id, liar, acr, asks
):
    new_app(person_id)
    bent("id", acr=acr)(liar)
    left(browser, liar)
    answer = come_back(browser, liar)
    assert (answer.url == reverse("account:authenticate")) is asks
    if asks:
        browser.post(answer.url, {"code": code()})
    assert is_in(browser)


def test_one_comes_back_to_the_page_asked_for(browser, account, liar):
    url = browser.get(f"{LEAVE}?next=/clauses/").url
    liar.asked = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
    assert come_back(browser, liar).url == "/clauses/"


def test_a_provider_out_of_reach_is_told_in_a_sentence_and_the_password_still_serves(
    browser, account, settings
):
    settings.PROCONNECT = replace(
        settings.PROCONNECT, issuer="http://127.0.0.1:1", client_id=CLIENT, client_secret="s"
    )
    assert REFUSED in text_of(browser.get(LEAVE))
    assert sign_in(browser, account).url == TODAY


@pytest.mark.parametrize("url", [LEAVE, BACK])
def test_nothing_is_posted_here(browser, liar, url):
    assert browser.post(url).status_code == 405
