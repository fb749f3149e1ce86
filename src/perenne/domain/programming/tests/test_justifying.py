"""The written motive of a purchase without the condition."""

from dataclasses import replace

import pytest

from perenne.domain.organisations.factories import new_actor
from perenne.domain.programming import actions, queries
from perenne.domain.programming.actions import Motive
from perenne.domain.programming.factories import PURCHASE, TODAY, new_programme, new_purchase
from perenne.domain.programming.states import ProgrammeState, PurchaseState
from perenne.kit.actors import Role
from perenne.kit.refusals import NotFound, Refused
from perenne.rules.needs import ContractKind
from perenne.rules.thresholds import ExceptionGround

pytestmark = pytest.mark.django_db
LINK = ExceptionGround.NO_SUFFICIENT_LINK
REASON = "Le marché ne porte que sur la mise à jour d’un logiciel, sans main-d’œuvre sur place."
FACTS = ("Une mise à jour par an.", "Insertion, formation, égalité.", "Rien n’est fait sur place.")
MOTIVE = Motive(LINK, FACTS, REASON)


@pytest.fixture
def buyer():
    return new_actor(Role.BUYER)


@pytest.fixture
def row(buyer):
    programme = new_programme(buyer, state=ProgrammeState.SENT)
    facts = replace(PURCHASE, contract_kind=ContractKind.SERVICES)
    return new_purchase(
        programme, facts=facts, facilitator=new_actor(Role.FACILITATOR),
        state=PurchaseState.RECEIVED,
    )  # fmt: skip


def justify(row, by, motive=MOTIVE):
    return actions.justify_purchase(purchase_id=row.pk, motive=motive, by=by, today=TODAY)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"reason": " "}, "Écrivez le motif"),
        ({"reason": "Trop court."}, "trop court"),
        ({"reason": LINK.label}, "recopie la loi"),
        ({"answers": ("", *FACTS[1:])}, "Répondez à chaque question"),
        ({"answers": FACTS[:2]}, "Répondez à chaque question"),
        ({"ground": ExceptionGround.SHORT_WORKS}, "pas ouvert à ce contrat"),
    ],
)
def test_an_empty_motive_is_refused_and_nothing_is_kept(buyer, row, wrong, sentence):
    with pytest.raises(Refused) as refused:
        justify(row, buyer, replace(MOTIVE, **wrong))
    assert sentence in str(refused.value).replace("\u00a0", " ")
    row.refresh_from_db()
    assert row.state == PurchaseState.RECEIVED
    assert queries.memos_on(row.pk, seen_by=buyer) == ()


def test_it_is_kept_with_the_purchase_and_each_version_stays(buyer, row):
    first = justify(row, buyer)
    second = justify(row, buyer, replace(MOTIVE, reason=f"{REASON} Constat du 3 novembre."))
    row.refresh_from_db()
    assert row.state == PurchaseState.JUSTIFIED
    found = queries.memos_on(row.pk, seen_by=buyer)
    assert [(it.id, it.ended_on) for it in found] == [(second, None), (first, TODAY)]
    assert [answer for _, answer in found[0].answers] == list(FACTS)
    assert "L2112-2-1" in found[0].basis
    card = queries.programme_card(row.programme_id, seen_by=buyer)
    counts = card.counts
    assert (counts.under_duty, counts.compliant, counts.justified, counts.silent) == (1, 0, 1, 0)


def test_studied_again_the_motive_is_in_force_no_more(buyer, row):
    justify(row, buyer)
    facilitator = replace(new_actor(Role.FACILITATOR), organisation_id=row.facilitator_id)
    actions.take_purchase_back(purchase_id=row.pk, by=facilitator)
    (memo,) = queries.memos_on(row.pk, seen_by=buyer)
    assert memo.ended_on is not None
    row.refresh_from_db()
    assert row.state == PurchaseState.RECEIVED


def test_a_stranger_reads_nothing(buyer, row):
    memo_id, stranger = justify(row, buyer), new_actor(Role.BUYER)
    for ask in (
        lambda: queries.memo_card(memo_id, seen_by=stranger),
        lambda: queries.memos_on(row.pk, seen_by=stranger),
        lambda: queries.memo_asked(row.pk, seen_by=stranger),
    ):
        with pytest.raises(NotFound):
            ask()
