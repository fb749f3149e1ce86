"""Where the clause says « case by case », the buyer answers for each contract."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from perenne.domain.clauses import factories
from perenne.domain.clauses.actions import Answer, answer_consent, ask_consent
from perenne.domain.clauses.factories import new_commitment
from perenne.domain.clauses.models import Commitment, GlobalisationAnswer
from perenne.domain.clauses.policy import COMMITMENTS
from perenne.domain.clauses.queries import accords_of, consent_card
from perenne.domain.clauses.queries.errands import TO_CONSENT, errands_in_clauses
from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import HOUSE, Role
from perenne.kit.errands import gather
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import NotFound, Refused
from perenne.rules.globalisation import Consent
from perenne.rules.wording import Globalisation
from perenne.values import Hours, Share

TODAY = date(2026, 11, 26)
TEN = Answer(Consent.CAPPED, Share.percent(10))


@pytest.fixture
def case_by_case(monkeypatch):
    terms = replace(factories.TERMS, globalisation=Globalisation.CASE_BY_CASE)
    monkeypatch.setattr(factories, "TERMS", terms)


@pytest.fixture
def commitment(case_by_case, facilitator, buyer):
    return new_commitment(facilitator, buyer=buyer)


def accord(commitment):
    row = Commitment.objects.select_related("clause").get(pk=commitment.pk)
    return accords_of([row])[row.pk]


def answer(commitment, said, by, on=TODAY):
    answer_consent(commitment_id=commitment.pk, said=said, by=by, on=on)


def test_asked_by_the_facilitator_and_answered_by_the_buyer(commitment, facilitator, buyer):
    def waiting(one):
        found = gather(errands_in_clauses(one, TODAY))
        return [errand.hours for errand in found if errand.kind is TO_CONSENT]

    assert (accord(commitment).consent, accord(commitment).is_answered) == (Consent.REFUSED, False)
    ask_consent(commitment_id=commitment.pk, hours=Hours.of(120), by=facilitator, on=TODAY)
    assert (waiting(buyer), waiting(facilitator)) == ([Hours.of(120)], [])
    assert accord(commitment).is_asked
    with pytest.raises(Refused, match="changé d’étape"):
        ask_consent(commitment_id=commitment.pk, hours=Hours(0), by=facilitator, on=TODAY)

    with pytest.raises(Refused, match="Indiquez la part"):
        answer(commitment, replace(TEN, cap=None), buyer)
    answer(commitment, TEN, buyer)
    assert waiting(buyer) == []
    said = accord(commitment)
    assert (said.consent, said.cap, said.is_asked) == (Consent.CAPPED, Share.percent(10), False)
    assert said.since == commitment.contract.starts_on
    assert GlobalisationAnswer.objects.count() == 1
    acts = Entry.objects.filter(act__startswith="consent").order_by("pk")
    assert [line.act for line in acts] == ["consent.ask", "consent.answer"]
    assert acts[1].facts["cap_bp"] == 1_000


def test_the_last_answer_stands_and_those_before_are_kept(commitment, facilitator, buyer):
    answer(commitment, replace(TEN, since=date(2026, 10, 1)), buyer)
    with pytest.raises(Refused, match="Dites pourquoi"):
        answer(commitment, Answer(Consent.REFUSED, reason=" "), buyer)
    answer(commitment, Answer(Consent.REFUSED, reason="Public différent."), buyer)
    assert (accord(commitment).consent, accord(commitment).is_answered) == (Consent.REFUSED, True)
    letter = Answer(Consent.OPEN, letter_on=TODAY - timedelta(3))
    for wrong, said in ((None, "date de la lettre"), (TODAY + timedelta(1), "de l’avenir")):
        with pytest.raises(Refused, match=said):
            answer(commitment, replace(letter, letter_on=wrong), facilitator)
    answer(commitment, letter, facilitator)
    card = consent_card(commitment.pk, seen_by=buyer)
    assert card.accord.consent is Consent.OPEN
    assert [row.consent for row in card.rows] == [Consent.OPEN, Consent.REFUSED, Consent.CAPPED]
    assert card.rows[0].letter_on == TODAY - timedelta(3)
    for change in (
        lambda rows: rows.update(answer="refused", cap_bp=None),
        lambda rows: rows.delete(),
    ):
        with pytest.raises(IntegrityError, match="stands"), transaction.atomic():
            change(GlobalisationAnswer.objects.all())


def test_a_clause_that_answers_by_itself_asks_nobody(facilitator, buyer):
    settled = new_commitment(facilitator, buyer=buyer)
    assert accord(settled).consent is Consent.OPEN
    for one in (facilitator, buyer):
        with pytest.raises(Refused):
            answer(settled, TEN, one)
        with pytest.raises(NotFound):
            consent_card(settled.pk, seen_by=one)
    with pytest.raises(IntegrityError, match="by itself"), transaction.atomic():
        GlobalisationAnswer.objects.create(commitment=settled, asked_on=TODAY)


def test_who_may_ask_and_who_may_answer(commitment, facilitator, buyer):
    others = [new_actor(role) for role in (Role.FACILITATOR, Role.BUYER, Role.COMPANY)]
    allowed = {
        act: [COMMITMENTS.allows(act, one, commitment.pk) for one in (facilitator, buyer)]
        for act in ("consent.ask", "consent.answer")
    }
    assert allowed == {"consent.ask": [True, False], "consent.answer": [True, True]}
    for one in (*others, HOUSE):
        for act in allowed:
            assert not COMMITMENTS.allows(act, one, commitment.pk)
