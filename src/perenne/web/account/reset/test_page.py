"""The link serves once, for an hour, and leaves the second factor as it is."""

import re

import pytest
from django.urls import reverse

from perenne.web.account.conftest import EMAIL, new_app, sign_in
from perenne.web.tests.browser import Browser, error_on, text_of, title_of

pytestmark = pytest.mark.django_db
NEXT = "une tout autre phrase"
TODAY = reverse("desks:today")


@pytest.fixture
def link(account, mailoutbox):
    Browser().post(reverse("account:forgotten"), {"email": EMAIL})
    return re.search(r"http://testserver(/\S+)", mailoutbox[-1].body).group(1)


def typed(password=NEXT, again=None):
    return {"password1": password, "password2": password if again is None else again}


def followed(browser, link):
    """The key leaves the address before the page is shown."""
    form = browser.get(link).url
    assert "set-password" in form
    return form


@pytest.fixture
def before(account):
    """A browser in which she had signed in before she forgot."""
    browser = Browser()
    sign_in(browser, account)
    return browser


def test_the_link_changes_the_password_and_ends_every_session(
    browser, before, link, account, mailoutbox
):
    assert before.get(TODAY).status_code == 200
    form = followed(browser, link)
    assert title_of(browser.get(form)) == "Nouveau mot de passe"
    page = browser.post(form, typed(), follow=True)
    assert title_of(page) == "Connexion"
    assert "Votre mot de passe est changé." in text_of(page)
    assert before.get(TODAY).status_code == 302
    assert sign_in(Browser(), account).status_code == 200  # the old one
    assert sign_in(Browser(), {**account, "password": NEXT}).url == TODAY
    assert "a été remplacé" in mailoutbox[-1].body


def test_it_serves_once(browser, link):
    browser.post(followed(browser, link), typed())
    for again in (browser, Browser()):
        page = again.get(link)
        assert page.status_code == 404
        assert title_of(page) == "Ce lien ne sert plus"


def test_two_tabs_that_followed_it_change_the_password_once(link, account):
    one, two = Browser(), Browser()
    forms = [followed(tab, link) for tab in (one, two)]
    one.post(forms[0], typed())
    assert two.post(forms[1], typed("encore une autre phrase")).status_code == 404
    assert sign_in(Browser(), {**account, "password": NEXT}).url == TODAY


def test_it_dies_after_an_hour(browser, link, settings):
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert browser.get(link).status_code == 404


@pytest.mark.parametrize(
    "change", [lambda url: url[:-5] + "x/", lambda url: url.replace("-", "0-", 1)]
)
def test_a_link_that_was_touched_leads_nowhere(browser, link, change):
    assert browser.get(change(link)).status_code == 404


@pytest.mark.parametrize(
    ("password", "again", "field", "sentence"),
    [
        ("court", None, "password1", "15 caractères"),
        ("initiatives77-77", None, "password1", "moins attendu"),
        (NEXT, "une autre encore", "password2", "même mot de passe"),
        ("", "", "password1", "Choisissez un mot de passe."),
    ],
)
def test_a_weak_or_mistyped_password_is_refused_beside_its_field(
    browser, link, password, again, field, sentence
):
    page = browser.post(followed(browser, link), typed(password, again))
    assert sentence in error_on(page, field)


def test_the_second_factor_is_still_asked_for(browser, link, account, person_id):
    new_app(person_id)
    browser.post(followed(browser, link), typed())
    answer = sign_in(Browser(), {**account, "password": NEXT})
    assert answer.url == reverse("account:authenticate")


def test_what_was_typed_is_not_sent_back(browser, link):
    page = browser.post(followed(browser, link), typed("trois-petits-chats"))
    assert "trois-petits-chats" not in page.content.decode()


def test_it_dies_when_its_owner_remembers_and_signs_in(browser, link, account):
    sign_in(Browser(), account)
    assert browser.get(link).status_code == 404
