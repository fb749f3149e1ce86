"""What a device is asked for, whose keys one may touch; the ceremony is in `tests/journeys`."""

import json

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as some

from perenne.domain.people.factories import new_person
from perenne.domain.people.queries import factors_of
from perenne.web.account.passkeys.ceremony import Ceremony
from perenne.web.tests.browser import error_on, text_of, tree_of

pytestmark = pytest.mark.django_db
ADD = reverse("account:passkey_add")


def new_key(person_id, name="Téléphone"):
    data = {"name": name, "credential": {}}
    kind = Authenticator.Type.WEBAUTHN
    return Authenticator.objects.create(user_id=person_id, type=kind, data=data).pk


def urls(pk):
    return [reverse(f"account:passkey_{act}", args=[pk]) for act in ("rename", "remove")]


def test_a_visitor_is_led_to_sign_in(browser):
    for url in (ADD, *urls(1)):
        assert browser.get(url).url == f"{reverse('account:login')}?next={url}"


def test_the_device_must_keep_the_key_and_know_its_owner(reauthenticated):
    (form,) = tree_of(reauthenticated.get(ADD)).xpath("//form[@data-passkey='create']")
    asked = json.loads(form.get("data-options"))["publicKey"]
    chosen = asked["authenticatorSelection"]
    assert chosen["residentKey"] == "required"
    assert chosen["userVerification"] == "required"
    assert asked["rp"] == {"id": "testserver", "name": "Pérenne"}


@pytest.mark.parametrize("forged", ["", "{", "[]", "1", "null", '{"id": "a"}', '{"rawId": {}}'])
def test_a_forged_key_is_refused_in_a_sentence(reauthenticated, person_id, forged):
    page = reauthenticated.post(ADD, {"name": "x", "credential": forged})
    assert page.status_code == 200
    assert "Cette clé n’a pas été reconnue." in text_of(page)
    assert factors_of(person_id).count == 0


class Reader:
    """Stands for the reader of allauth: whatever the answer, it may break anyhow."""

    def __init__(self, wrong):
        self.wrong = wrong

    def clean_credential(self):
        raise self.wrong


@given(some.sampled_from([KeyError, TypeError, ValueError, IndexError, AttributeError]))
def test_whatever_the_reader_meets_a_refusal_comes_out(kind):
    read = type("Read", (Ceremony, Reader), {})(kind("x"))
    with pytest.raises(Exception, match="pas été reconnue"):
        read.clean_credential()


def test_a_key_is_renamed(reauthenticated, person_id):
    rename, _remove = urls(new_key(person_id))
    assert error_on(reauthenticated.post(rename, {"name": ""}), "name")
    assert reauthenticated.post(rename, {"name": "Clé bleue"}).url == reverse("account:security")
    assert factors_of(person_id).passkeys[0].name == "Clé bleue"


def test_a_key_is_taken_away(reauthenticated, person_id, mailoutbox):
    _rename, remove = urls(new_key(person_id))
    assert "Téléphone" in text_of(reauthenticated.get(remove))
    reauthenticated.post(remove)
    assert factors_of(person_id).count == 0
    assert "a été retirée" in mailoutbox[-1].body


def test_the_keys_of_somebody_else_are_not_there(reauthenticated):
    pk = new_key(new_person().pk)
    for url in urls(pk):
        assert reauthenticated.get(url).status_code == 404
        assert reauthenticated.post(url, {"name": "à moi"}).status_code == 404
    assert Authenticator.objects.get(pk=pk).data["name"] == "Téléphone"
