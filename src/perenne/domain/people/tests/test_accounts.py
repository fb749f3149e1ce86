"""A person opens an account, once, with a password that holds."""

import pytest
from django.contrib.auth import authenticate
from django.db import IntegrityError, transaction

from perenne.domain.people.actions import open_account
from perenne.domain.people.factories import PASSWORD, new_person
from perenne.domain.people.models import Person
from perenne.kit.refusals import Refused

pytestmark = pytest.mark.django_db


def test_a_person_signs_in_with_what_they_chose():
    person_id = open_account(
        email=" Camille@Exemple.TEST ",
        full_name=" Camille Martin ",
        password=PASSWORD,
        phone=" 06 ",
    )
    person = Person.objects.get(pk=person_id)
    assert (person.email, person.full_name, person.phone) == (
        "camille@exemple.test",
        "Camille Martin",
        "06",
    )
    assert str(person) == "Camille Martin"
    assert authenticate(email="camille@exemple.test", password=PASSWORD) == person


def test_the_password_itself_is_not_kept():
    person_id = open_account(email="a@exemple.test", full_name="A", password=PASSWORD)
    assert PASSWORD not in Person.objects.get(pk=person_id).password


@pytest.mark.parametrize("again", ["a@exemple.test", "A@EXEMPLE.test", " a@exemple.test "])
def test_an_address_that_has_an_account_is_refused(again):
    open_account(email="a@exemple.test", full_name="A", password=PASSWORD)
    with pytest.raises(Refused, match="Un compte existe déjà pour cette adresse"):
        open_account(email=again, full_name="B", password=PASSWORD)
    assert Person.objects.count() == 1


@pytest.mark.parametrize("weak", ["", "court", "quatorze lettr"])
def test_a_weak_password_is_refused_in_french_and_nothing_is_kept(weak):
    with pytest.raises(Refused, match=r"[Mm]ot de passe"):
        open_account(email="camille@exemple.test", full_name="Camille", password=weak)
    assert not Person.objects.exists()


def test_the_database_holds_one_account_for_one_address_whatever_its_case():
    new_person(email="a@exemple.test")
    with (
        pytest.raises(IntegrityError, match="person_email_is_one_whatever_the_case"),
        transaction.atomic(),
    ):
        new_person(email="A@exemple.test")
