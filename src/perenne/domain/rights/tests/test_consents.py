"""A consent: its proof, its receipt, its end."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils.timezone import now

from perenne.domain.people.factories import new_person
from perenne.domain.rights import tasks
from perenne.domain.rights.actions import give_consent, withdraw_consent
from perenne.domain.rights.factories import new_consent
from perenne.domain.rights.models import Consent
from perenne.domain.rights.queries import TEXTS, WITHDRAW, consent_text, consents_of, key_of
from perenne.kit.actors import HOUSE, VISITOR, Actor, Role
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import Refused

pytestmark = pytest.mark.django_db


def test_the_proof_names_the_version_the_day_and_the_means():
    row = new_consent()
    assert (row.text, row.version) == ("sending", consent_text("sending").version)
    assert row.means == "Formulaire"
    assert now() - row.given_at < timedelta(minutes=5)
    assert (row.withdrawn_at, row.ended_on) == (None, None)


def test_versions_follow_each_other_and_an_old_proof_finds_its_own():
    for code, versions in TEXTS.items():
        assert [text.version for text in versions] == list(range(1, len(versions) + 1))
        assert sorted(text.since for text in versions) == [text.since for text in versions]
        assert consent_text(code, 1) is versions[0]


def test_the_receipt_repeats_the_text_and_gives_the_way_back():
    row = new_consent()
    tasks.send_receipt(row.pk)
    (sent,) = mail.outbox
    assert consent_text("sending").text in sent.body.replace("\u00a0", " ")
    assert f"/mes-donnees/accord/{row.pk}" in sent.body


def test_withdrawing_empties_what_stood_on_it_and_keeps_the_proof():
    person = new_person(phone="01 60 00 00 00")
    row = new_consent(by=Actor(Role.BUYER, person_id=person.pk))
    withdraw_consent(consent_id=row.pk, by=VISITOR, at=now())
    person.refresh_from_db()
    assert person.phone == ""
    assert person.is_active
    (card,) = consents_of(person.pk)
    assert card.withdrawn_at is not None
    assert Entry.objects.filter(act="consent.withdraw").count() == 1


def test_it_is_withdrawn_once():
    row = new_consent()
    withdraw_consent(consent_id=row.pk, by=VISITOR, at=now())
    with pytest.raises(Refused, match="déjà été retiré"):
        withdraw_consent(consent_id=row.pk, by=VISITOR, at=now())
    tasks.send_receipt(row.pk)
    assert mail.outbox == []


def test_nobody_consents_for_somebody_else():
    for by in (VISITOR, HOUSE):
        with pytest.raises(Refused):
            give_consent(text="sending", means="Formulaire", by=by)


def test_an_unknown_text_is_not_consented_to():
    by = Actor(Role.BUYER, person_id=new_person().pk)
    with pytest.raises(KeyError):
        give_consent(text="selling", means="Formulaire", by=by)
    assert not Consent.objects.exists()


def test_the_key_of_one_consent_is_that_of_no_other():
    first, second = new_consent(), new_consent()
    assert key_of(WITHDRAW, first.pk) != key_of(WITHDRAW, second.pk)
