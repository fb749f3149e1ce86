"""Somebody who has an account, and a limiter that has forgotten the other tests."""

import pytest
from django.core.cache import cache

from perenne.domain.organisations.actions import Identity, register_buyer
from perenne.domain.people.actions import open_account
from perenne.domain.people.factories import PASSWORD
from perenne.rules.needs import BuyerKind

EMAIL = "acheteuse@exemple.test"


@pytest.fixture(autouse=True)
def forgotten_attempts():
    cache.clear()


@pytest.fixture
def person_id(db):
    return open_account(email=EMAIL, full_name="Sophie Lambert", password=PASSWORD)


@pytest.fixture
def account(person_id):
    """What she types to sign in."""
    register_buyer(
        Identity("Ville de Meaux"), buyer_kind=BuyerKind.LOCAL_AUTHORITY, admin_id=person_id
    )
    return {"email": EMAIL, "password": PASSWORD}
