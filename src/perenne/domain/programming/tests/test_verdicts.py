"""A verdict is kept as the sentences of that day, and read back the same."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.domain.coverage.queries import Router
from perenne.domain.programming.factories import PURCHASE, TODAY
from perenne.domain.programming.queries import Question, Screening, card_of_verdict
from perenne.domain.programming.queries.screening import with_questions
from perenne.domain.programming.queries.verdicts import TONES, sentences_of, verdict_card
from perenne.domain.territories.queries.gazetteer import gazetteer_of
from perenne.rules.needs import BuyerKind, ContractKind
from perenne.rules.screening import Advice, screen
from perenne.values import Euros

OBJECTS = (
    "Nettoyage des locaux administratifs",
    "Construction d’un groupe scolaire",
    "Maintenance des ascenseurs",
    "Assurance dommages aux biens",
    "Acquisition de licences bureautiques",
    "Chantier d’insertion pour l’entretien des rivières",
    "Prestations diverses",
    "",
)
NOWHERE = Router(gazetteer_of((), (), (), ""), {}, (), {}, None, TODAY)

facts = some.builds(
    replace,
    some.just(PURCHASE),
    object=some.sampled_from(OBJECTS),
    cpv=some.sampled_from(["", "90911200", "45214210", "48000000", "66515200"]),
    amount=some.none() | some.integers(0, 10**12).map(Euros),
    amount_high=some.none() | some.integers(0, 10**12).map(Euros),
    months=some.none() | some.integers(0, 200),
    launch_on=some.none() | some.dates(date(2025, 1, 1), date(2030, 1, 1)),
    contract_kind=some.none() | some.sampled_from(ContractKind),
)
buyers = some.sampled_from(BuyerKind)


@given(facts, buyers)
def test_a_verdict_kept_as_json_is_read_back_the_same(facts, buyer):
    verdict = screen(facts.need(buyer), today=TODAY)
    kept = json.loads(json.dumps(sentences_of(verdict)))
    read = verdict_card(
        kept,
        advice=verdict.advice.value,
        duty=verdict.duty.verdict.value,
        basis=verdict.basis.proposed.value if verdict.basis else "",
    )
    assert read == card_of_verdict(verdict)


@given(facts, buyers)
def test_nothing_that_the_rules_said_is_left_out(facts, buyer):
    verdict = screen(facts.need(buyer), today=TODAY)
    card = card_of_verdict(verdict)
    assert card.reasons == verdict.reasons
    assert card.duty_reasons == verdict.duty.reasons
    assert (card.advice, card.duty) == (verdict.advice, verdict.duty.verdict)
    assert len(card.cautions) == len(verdict.warnings)
    assert len(card.exceptions) == len(verdict.duty.exceptions)
    assert len(card.hypotheses) == (3 if verdict.calibration else 0)
    assert (card.basis is None) == (verdict.basis is None)
    assert len(card.rejected) == (len(verdict.basis.rejected) if verdict.basis else 0)
    assert (card.next_label, card.is_late) == (verdict.next_step.label, verdict.next_step.late)


def test_each_hypothesis_is_told_with_its_bounds_and_its_source():
    card = card_of_verdict(screen(PURCHASE.need(BuyerKind.LOCAL_AUTHORITY), today=TODAY))
    assert [hypothesis.label for hypothesis in card.hypotheses] == [
        "Part de main-d’œuvre",
        "Taux d’effort d’insertion",
        "Coût horaire chargé",
    ]
    assert all(h.value and h.source and h.confidence for h in card.hypotheses)
    assert any(h.bounds.startswith("de ") for h in card.hypotheses)


@given(facts, buyers)
def test_what_is_missing_to_conclude_is_asked_once(facts, buyer):
    screened = Screening(buyer, "", NOWHERE, TODAY).of(facts)
    asked = [question.field for question in screened.facts.questions]
    assert len(asked) == len(set(asked))
    assert ("object" in asked) == (not facts.object)
    assert ("amount" in asked) == (not facts.amount and not facts.amount_high)


@pytest.mark.parametrize(
    ("object_", "is_asked"), [("Nettoyage des locaux administratifs", False), ("Divers", True)]
)
def test_a_doubtful_cpv_code_is_asked_only_when_the_words_decided_nothing(object_, is_asked):
    doubt = Question("cpv", "Quel est le code CPV ?")
    unsure = replace(PURCHASE, object=object_, cpv="", questions=(doubt,))
    verdict = screen(unsure.need(BuyerKind.STATE), today=TODAY)
    assert (doubt in with_questions(unsure, verdict).questions) == is_asked


def test_every_advice_has_its_tone():
    assert TONES.keys() == set(Advice)
