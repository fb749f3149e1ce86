"""Several files in one sending: whose they are, what is written of them, who wins a race."""

from dataclasses import replace
from datetime import timedelta

import pytest

from perenne.domain.organisations.factories import new_actor
from perenne.domain.programming.actions import forget_abandoned, receive_files, send_bundle
from perenne.domain.programming.actions.receiving import SentFile
from perenne.domain.programming.factories import (
    OTHER_PASSER_BY,
    PASSER_BY,
    TODAY,
    file_of_purchases,
)
from perenne.domain.programming.models import Bundle, Enclosure, Programme
from perenne.domain.programming.policy import BUNDLES
from perenne.domain.programming.states import ProgrammeState
from perenne.kit.actors import HOUSE, Role
from perenne.kit.files.models import StoredFile
from perenne.kit.files.tests.makers import pdf
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import Refused
from perenne.kit.testing.commits import at_once, refusals
from perenne.rules.needs import BuyerKind


def dropped(by):
    files = [SentFile(file_of_purchases(1), name) for name in ("a.csv", "b.csv")]
    files.append(SentFile(pdf(), "note.pdf"))
    kind = BuyerKind.LOCAL_AUTHORITY
    return receive_files(files, buyer_kind=kind, by=by, today=TODAY).bundle_id


@pytest.mark.django_db
def test_it_is_its_owners_until_it_is_sent_and_then_its_readers_too():
    new_actor(Role.COORDINATION)
    buyer = new_actor(Role.BUYER)
    pk = dropped(buyer)
    others = (new_actor(Role.BUYER), OTHER_PASSER_BY, new_actor(Role.COORDINATION))
    acts = ("bundle.view", "bundle.receive", "bundle.send")
    assert [BUNDLES.allows(act, buyer, pk) for act in acts] == [True] * 3
    assert not any(BUNDLES.allows(act, who, pk) for act in acts for who in others)
    send_bundle(bundle_id=pk, by=buyer, today=TODAY)
    assert [BUNDLES.allows("bundle.view", who, pk) for who in others] == [False, False, True]
    assert not BUNDLES.allows("bundle.send", buyer, pk)


@pytest.mark.django_db
def test_a_visitor_who_signed_in_sends_it_and_it_is_the_buyers():
    pk = dropped(PASSER_BY)
    with pytest.raises(Refused, match="Dites d’abord qui vous êtes"):
        send_bundle(bundle_id=pk, by=PASSER_BY, today=TODAY)
    buyer = replace(new_actor(Role.BUYER), visitor_key=PASSER_BY.visitor_key)
    send_bundle(bundle_id=pk, by=buyer, today=TODAY)
    bundle = Bundle.objects.get(pk=pk)
    assert (bundle.buyer_id, bundle.visitor_key) == (buyer.organisation_id, "")
    assert {p.buyer_id for p in bundle.programmes.all()} == {buyer.organisation_id}
    lines = Entry.objects.filter(subject_type="programming.bundle").order_by("pk")
    assert [line.act for line in lines] == ["bundle.receive", "bundle.send"]


@pytest.mark.django_db
def test_what_nobody_sent_goes_with_its_documents_and_what_was_sent_stays():
    buyer = new_actor(Role.BUYER)
    send_bundle(bundle_id=dropped(buyer), by=buyer, today=TODAY)
    dropped(PASSER_BY)
    forget_abandoned(by=HOUSE, today=TODAY + timedelta(days=31))
    assert (Bundle.objects.count(), Enclosure.objects.count()) == (1, 1)
    assert (Programme.objects.count(), StoredFile.objects.count()) == (2, 3)


def test_two_colleagues_who_send_it_at_once_send_it_once(real_commits):
    for _ in range(4):
        buyer = new_actor(Role.BUYER)
        pk = dropped(buyer)
        outcomes = at_once(
            *[lambda pk=pk, by=buyer: send_bundle(bundle_id=pk, by=by, today=TODAY)] * 4
        )
        assert len(refusals(outcomes)) == 3
        states = set(Bundle.objects.get(pk=pk).programmes.values_list("state", flat=True))
        assert states == {ProgrammeState.SENT}
