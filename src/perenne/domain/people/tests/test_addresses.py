"""Every account has its address; an address is of one account in its committee."""

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.db import IntegrityError, connection, transaction

from perenne.domain.people.actions import open_account
from perenne.domain.people.factories import PASSWORD, new_person
from perenne.domain.people.migrations import __path__ as migrations
from perenne.domain.people.models import Person
from perenne.domain.people.queries import is_confirmed, is_taken, person_confirmed_at
from perenne.kit.tenancy import within
from perenne.kit.tenancy.models import Committee

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("is_confirmed_", [True, False])
def test_an_account_opens_with_its_address_confirmed_or_not(is_confirmed_):
    person_id = open_account(
        email="A@Exemple.test", full_name="A", password=PASSWORD, is_confirmed=is_confirmed_
    )
    (address,) = EmailAddress.objects.filter(user_id=person_id)
    assert (address.email, address.primary) == ("a@exemple.test", True)
    assert address.verified is is_confirmed(person_id) is is_confirmed_
    found = person_confirmed_at("A@exemple.TEST")
    assert (found and found.pk) == (person_id if is_confirmed_ else None)


def test_an_account_that_was_closed_is_nobody_s_identity():
    person = new_person(email="a@exemple.test")
    assert person_confirmed_at("a@exemple.test") == person
    Person.objects.update(is_active=False)
    assert person_confirmed_at("a@exemple.test") is None


def test_an_address_is_taken_when_somebody_else_signs_in_with_it():
    person = new_person(email="a@exemple.test")
    assert not is_taken("a@exemple.test", but=person.pk)
    assert is_taken("A@Exemple.test", but=new_person().pk)


@pytest.fixture
def elsewhere():
    with within("34"):
        Committee.objects.create(code="34", name="Hérault")
    return "34"


def confirmed_twice():
    for _ in range(2):
        person = new_person()
        EmailAddress.objects.filter(user=person).update(email="a@exemple.test")


def linked(person):
    return SocialAccount.objects.create(user=person, provider="proconnect", uid="iss|sub")


def test_the_same_address_is_confirmed_in_two_committees_and_once_in_each(elsewhere):
    with within(elsewhere):
        new_person(email="a@exemple.test")
    new_person(email="a@exemple.test")
    with pytest.raises(IntegrityError, match="unique_verified_email"), transaction.atomic():
        confirmed_twice()


def test_an_identity_opens_one_account_in_each_committee(elsewhere):
    with within(elsewhere):
        linked(new_person())
    linked(new_person())
    with pytest.raises(IntegrityError, match="one_account_for_an_identity"), transaction.atomic():
        linked(new_person())


def test_an_account_older_than_addresses_is_given_its_own():
    from importlib import import_module  # noqa: PLC0415 - its name begins with a digit

    step = import_module("perenne.domain.people.migrations.0003_addresses_of_a_committee")
    assert migrations
    old, new = new_person(email="Ancienne@exemple.test"), new_person()
    EmailAddress.objects.filter(user=old).delete()
    with connection.cursor() as cursor:
        cursor.execute(step.MISSING)
        cursor.execute(step.MISSING)
    (address,) = EmailAddress.objects.filter(user=old)
    assert (address.email, address.primary, address.verified) == (
        "ancienne@exemple.test",
        True,
        False,
    )
    assert EmailAddress.objects.filter(user=new).count() == 1
