"""Somebody who has an account, and a limiter that has forgotten the other tests."""

import time

import pyotp
import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.urls import reverse

from perenne.domain.organisations.actions import Identity, register_buyer, register_facilitator
from perenne.domain.people.actions import open_account
from perenne.domain.people.factories import PASSWORD
from perenne.rules.needs import BuyerKind
from perenne.web.tests.browser import Browser

EMAIL = "acheteuse@exemple.test"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture
def person_id(db):
    return open_account(
        email=EMAIL, full_name="Sophie Lambert", password=PASSWORD, is_confirmed=True
    )


@pytest.fixture
def account(person_id):
    """What she types to sign in."""
    register_buyer(
        Identity("Ville de Meaux"), buyer_kind=BuyerKind.LOCAL_AUTHORITY, admin_id=person_id
    )
    return {"email": EMAIL, "password": PASSWORD}


@pytest.fixture
def facilitator_account(db):
    """Somebody whose role sees persons, and who has a password only."""
    email = "facilitatrice@exemple.test"
    person_id = open_account(
        email=email, full_name="Claire Moreau", password=PASSWORD, is_confirmed=True
    )
    register_facilitator(Identity("Maison de l’emploi"), admin_id=person_id)
    return {"email": email, "password": PASSWORD, "id": person_id}


@pytest.fixture
def browser():
    return Browser()


@pytest.fixture
def signed_in(account):
    """Her browser, after her password."""
    browser = Browser()
    sign_in(browser, account)
    return browser


@pytest.fixture
def reauthenticated(signed_in):
    """Her browser, just after she typed her password once more."""
    confirm(signed_in)
    return signed_in


def sign_in(browser, account):
    typed = {key: account[key] for key in ("email", "password")}
    return browser.post(reverse("account:login"), typed)


def confirm(browser, password=PASSWORD):
    return browser.post(reverse("account:reauthenticate"), {"password": password})


def new_app(person_id):
    """An application that she set up some time ago."""
    return Authenticator.objects.create(
        user_id=person_id,
        type=Authenticator.Type.TOTP,
        data={"secret": get_adapter().encrypt(SECRET)},
    )


def code(steps=0):
    """Of her application, now or some steps from now."""
    return pyotp.TOTP(SECRET).at(time.time() + 30 * steps)


def with_password_only(actor):
    """A browser whose owner typed the right password, and nothing more."""
    person = get_user_model().objects.get(pk=actor.person_id)
    person.set_password(PASSWORD)
    person.save()
    browser = Browser()
    assert sign_in(browser, {"email": person.email, "password": PASSWORD}).status_code == 302
    return browser
