import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.needs import BuyerKind, ContractKind, Need
from perenne.rules.segments import find_segment
from perenne.rules.thresholds import DutyVerdict, ExceptionGround, duty, kind_of, thresholds
from perenne.values import Euros

W, S = ContractKind.WORKS, ContractKind.SERVICES
STATE, TOWN, NETWORK = BuyerKind.STATE, BuyerKind.LOCAL_AUTHORITY, BuyerKind.NETWORK_OPERATOR
RISING = [
    DutyVerdict.NOT_CONCERNED,
    DutyVerdict.MAY,
    DutyVerdict.UNKNOWN,
    DutyVerdict.MUST_UNLESS_MOTIVATED,
    DutyVerdict.MUST,
]
OBJECTS = ["Nettoyage", "Peinture", "Fourniture de pain", "Crèche", "DSP camping", "Lot unique"]
days = some.none() | some.dates(date(2000, 1, 1), date(2050, 1, 1))
amounts = some.integers(1, 10**10).map(Euros)


def need(
    *, object="Nettoyage", amount=None, months=12, on=None, buyer=TOWN, kind=None, defence=False
):
    return Need(object, None, amount, None, None, months, on, buyer, kind, defence)


needs = some.builds(
    need,
    object=some.sampled_from(OBJECTS),
    amount=some.none() | amounts,
    months=some.none() | some.integers(0, 60),
    on=days,
    buyer=some.sampled_from(BuyerKind),
    kind=some.none() | some.sampled_from(ContractKind),
    defence=some.booleans(),
)


def verdict(facts):
    return duty(facts, finding=find_segment(facts.object, None))


@pytest.mark.parametrize(
    ("on", "buyer", "kind", "threshold"),
    [
        (date(2020, 1, 1), TOWN, W, 5_350_000),
        (date(2021, 12, 31), STATE, S, 139_000),
        (date(2021, 12, 31), TOWN, S, 214_000),
        (date(2021, 12, 31), NETWORK, S, 428_000),
        (date(2022, 1, 1), TOWN, W, 5_382_000),
        (date(2022, 1, 1), STATE, S, 140_000),
        (date(2022, 1, 1), TOWN, S, 215_000),
        (date(2022, 1, 1), NETWORK, S, 431_000),
        (date(2024, 1, 1), TOWN, ContractKind.CONCESSION, 5_538_000),
        (date(2024, 1, 1), STATE, S, 143_000),
        (date(2024, 1, 1), BuyerKind.HOSPITAL, ContractKind.SUPPLIES, 221_000),
        (date(2024, 1, 1), NETWORK, S, 443_000),
        (date(2026, 1, 1), TOWN, W, 5_404_000),
        (date(2027, 12, 31), STATE, S, 140_000),
        (date(2027, 12, 31), BuyerKind.SOCIAL_LANDLORD, S, 216_000),
        (None, NETWORK, S, 432_000),
    ],
)
def test_thresholds_change_every_two_years(on, buyer, kind, threshold):
    facts = need(on=on, buyer=buyer, kind=kind)
    found = thresholds(facts, finding=find_segment(facts.object, None))
    assert found == (Euros.of(threshold),)


def test_before_2020_no_threshold_is_guessed():
    facts = need(on=date(2019, 12, 31))
    assert thresholds(facts, finding=find_segment(facts.object, None)) == ()


def test_what_the_buyer_says_of_the_kind_wins_over_the_words():
    finding = find_segment("Peinture", None)
    assert kind_of(need(kind=S), finding) is S
    assert kind_of(need(), finding) is W


def test_a_code_that_words_contradict_does_not_make_a_service_specific():
    facts = need(object="Nettoyage", amount=Euros.of(300_000), on=date(2026, 10, 1))
    assert duty(facts, finding=find_segment("Nettoyage", "85000000")).verdict is DutyVerdict.MUST


@given(needs)
def test_any_need_gets_a_verdict_with_reasons_and_articles(facts):
    found = verdict(facts)
    assert found.reasons
    assert found.articles
    assert all(reason.endswith(".") for reason in found.reasons)


@given(needs, amounts)
def test_a_greater_amount_never_lightens_the_duty(facts, more):
    if facts.amount is None:
        return
    richer = need(
        object=facts.object,
        amount=facts.amount + more,
        months=facts.months,
        on=facts.consulted_on,
        buyer=facts.buyer,
        kind=facts.kind,
        defence=facts.defence,
    )
    assert RISING.index(verdict(richer).verdict) >= RISING.index(verdict(facts).verdict)


@given(needs)
def test_no_sentence_says_that_hours_are_compulsory(facts):
    said = " ".join(verdict(facts).reasons).lower()
    assert not re.search(r"heures[^.]*(obligatoire|impos|doit|doivent)", said)


@given(needs)
def test_exceptions_are_open_only_to_those_who_owe(facts):
    found = verdict(facts)
    assert bool(found.exceptions) == found.verdict.binds
    assert (found.verdict is DutyVerdict.MUST_UNLESS_MOTIVATED) <= (
        ExceptionGround.SHORT_WORKS in found.exceptions
    )


@given(needs)
def test_a_private_buyer_and_a_defence_contract_never_owe(facts):
    found = verdict(facts)
    if facts.buyer is BuyerKind.PRIVATE:
        assert found.verdict is DutyVerdict.NOT_CONCERNED
    elif facts.defence:
        assert found.verdict is DutyVerdict.MAY


@pytest.mark.parametrize("word", [*DutyVerdict, *ExceptionGround])
def test_verdicts_and_grounds_have_a_french_label(word):
    assert word.label[0].isupper()
