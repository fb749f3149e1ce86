import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.needs import BuyerKind, ContractKind, Need
from perenne.rules.segments import find_segment
from perenne.rules.thresholds import (
    DutyVerdict,
    ExceptionGround,
    Stance,
    duty,
    kind_of,
    open_grounds,
    thresholds,
)
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


@pytest.mark.parametrize(
    ("facts", "bounds"),
    [
        ({"object": "Crèche", "kind": S}, [216_000, 750_000]),
        ({"object": "Crèche", "kind": S, "buyer": STATE}, [140_000, 750_000]),
        ({"object": "Crèche", "kind": S, "buyer": NETWORK}, [432_000, 1_000_000]),
        ({"object": "Crèche", "kind": W}, [5_404_000]),
        ({"object": "Lot unique"}, [216_000, 5_404_000]),
    ],
)
def test_where_the_law_hesitates_both_thresholds_are_given(facts, bounds):
    for on in (date(2020, 1, 1), date(2026, 1, 1)):
        found = thresholds(need(on=on, **facts), finding=find_segment(facts["object"], None))
        assert len(found) == len(bounds)
    assert found == tuple(map(Euros.of, bounds))


def test_an_unknown_amount_still_names_its_threshold_when_there_is_but_one():
    assert verdict(need(on=date(2026, 9, 1))).threshold == Euros.of(216_000)
    assert verdict(need(on=date(2026, 9, 1), object="Lot unique")).threshold is None


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


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"on": date(2026, 8, 21)}, "À un jour près"),
        ({"on": date(2028, 1, 1)}, "Les seuils changent le 1er janvier 2028"),
        ({}, "Date de lancement inconnue"),
        ({"amount": Euros.of(140_000), "buyer": BuyerKind.PUBLIC_BODY}, "est de 140 000 €"),
        ({"object": "Crèche"}, "le seuil de 216 000 € et celui de 750 000 € ; faites trancher"),
        ({"object": "Lot unique"}, "services (216 000 €) et celui des travaux (5 404 000 €)"),
    ],
)
def test_what_is_to_be_checked_is_told(facts, said):
    found = verdict(need(**{"amount": Euros.of(300_000), **facts}))
    assert said in " ".join(found.reasons).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("amount", "buyer", "on"),
    [
        (139_999, BuyerKind.PUBLIC_BODY, date(2026, 9, 1)),
        (150_000, BuyerKind.HOSPITAL, date(2026, 9, 1)),
        (300_000, TOWN, date(2027, 12, 31)),
        (300_000, TOWN, date(2026, 8, 20)),
    ],
)
def test_what_needs_no_check_is_not_told(amount, buyer, on):
    said = " ".join(verdict(need(amount=Euros.of(amount), buyer=buyer, on=on)).reasons)
    assert "vérifiez" not in said


@pytest.mark.parametrize(
    ("kind", "article"), [(S, "article L2112-2"), (ContractKind.CONCESSION, "article L3114-2")]
)
@pytest.mark.parametrize("on", [date(2026, 8, 20), date(2026, 9, 1)])
def test_a_faculty_cites_the_article_of_its_contract(kind, article, on):
    found = verdict(need(amount=Euros.of(1), kind=kind, on=on))
    assert found.verdict is DutyVerdict.MAY
    assert found.articles[0].article == article
    assert f"est une faculté ({article})." in found.reasons[0].replace("\u00a0", " ")


def test_the_whole_contract_is_compared_and_told():
    whole = Need(
        "Nettoyage", None, Euros.of(1), None, Euros.of(216_000), 12, date(2026, 9, 1), TOWN, S
    )
    alone = Need("Nettoyage", None, Euros.of(216_000), None, None, 12, date(2026, 9, 1), TOWN, S)
    assert "l’acheteur choisit le ou les lots" in " ".join(verdict(whole).reasons)
    assert "l’acheteur choisit" not in " ".join(verdict(alone).reasons)
    assert verdict(whole).verdict is verdict(alone).verdict is DutyVerdict.MUST


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


@pytest.mark.parametrize(
    ("verdict", "stance"),
    [
        (DutyVerdict.MUST, Stance.MUST),
        (DutyVerdict.MUST_UNLESS_MOTIVATED, Stance.MUST),
        (DutyVerdict.MAY, Stance.MAY),
        (DutyVerdict.NOT_CONCERNED, Stance.MAY),
        (DutyVerdict.UNKNOWN, Stance.TO_CHECK),
    ],
)
def test_a_verdict_is_told_as_must_or_may(verdict, stance):
    assert verdict.stance is stance
    assert verdict.binds is (stance is Stance.MUST)


@given(needs)
def test_the_exceptions_of_a_duty_are_the_open_grounds(facts):
    found = verdict(facts)
    kind = kind_of(facts, find_segment(facts.object, None))
    day = facts.consulted_on or date(2026, 8, 22)
    if found.verdict.binds:
        assert found.exceptions == open_grounds(kind, months=facts.lasting, on=day)


@pytest.mark.parametrize("word", [*DutyVerdict, *ExceptionGround, *Stance])
def test_verdicts_grounds_and_stances_have_a_french_label(word):
    assert word.label[0].isupper()
