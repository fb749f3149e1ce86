from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.calibration import Hypotheses, calibrate, defaults_for
from perenne.rules.legal_bases import LegalBasis, fitting_bases
from perenne.rules.legal_bases.fitting import CRITERION_FROM, RESERVED_LABOUR
from perenne.rules.needs import BuyerKind, ContractKind, Need
from perenne.rules.practice import USUAL
from perenne.rules.segments import find_segment
from perenne.rules.thresholds import duty
from perenne.values import Euros, Hours, Share

CONDITION = LegalBasis.PERFORMANCE_CONDITION
RESERVED = LegalBasis.RESERVED_INCLUSION
ESS = LegalBasis.RESERVED_SOCIAL_ECONOMY
TOWN, PRIVATE = BuyerKind.LOCAL_AUTHORITY, BuyerKind.PRIVATE


def decided(
    object, amount, *, practice=USUAL, on=date(2026, 10, 1), effort=None, worked=None, **facts
):
    price = None if amount is None else Euros.of(amount)
    months, buyer = facts.get("months", 12), facts.get("buyer", TOWN)
    need = Need(object, None, price, None, None, months, on, buyer, facts.get("kind"))
    finding = find_segment(object, None)
    usual, calibration = defaults_for(finding), None
    if price is not None and finding.trade is not None:
        rate = usual.effort_rate.value if effort is None else Share.percent(effort)
        calibration = calibrate(
            worked or Hypotheses(price, usual.labour_share.value, rate, usual.hourly_cost.value)
        )
    return fitting_bases(need, finding, duty(need, finding=finding), calibration, practice=practice)


@pytest.mark.parametrize(
    ("asked", "proposed"),
    [
        ({"object": "Gros œuvre", "amount": 1_000_000}, CONDITION),
        ({"object": "Nettoyage des locaux", "amount": 600_000}, CONDITION),
        (
            {"object": "Nettoyage des locaux", "amount": 6_000_000},
            LegalBasis.CONDITION_AND_CRITERION,
        ),
        ({"object": "Nettoyage des locaux", "amount": 20_000}, RESERVED),
        ({"object": "Entretien des espaces verts", "amount": 240_000, "effort": 100}, RESERVED),
        ({"object": "Gardiennage", "amount": 20_000}, CONDITION),
        ({"object": "Impression", "amount": 20_000}, CONDITION),
        ({"object": "Peinture", "amount": 5_000}, CONDITION),
        ({"object": "Nettoyage", "amount": 20_000, "buyer": PRIVATE}, CONDITION),
        ({"object": "Chantier d’insertion", "amount": 90_000}, LegalBasis.SUBJECT_MATTER),
        ({"object": "Chantier d’insertion", "amount": 90_000, "buyer": PRIVATE}, CONDITION),
        (
            {
                "object": "Chantier d’insertion",
                "amount": 90_000,
                "kind": ContractKind.CONCESSION,
            },
            CONDITION,
        ),
        ({"object": "Gestion de la crèche", "amount": 90_000, "months": 36}, ESS),
        ({"object": "Gestion de la crèche", "amount": 90_000, "months": None}, ESS),
        ({"object": "Gestion de la crèche", "amount": 90_000, "months": 37}, CONDITION),
        ({"object": "Gestion de la crèche", "amount": 90_000, "buyer": PRIVATE}, CONDITION),
        ({"object": "DSP de la crèche", "amount": 90_000}, CONDITION),
        ({"object": "Assurance", "amount": 90_000}, CONDITION),
        ({"object": "Lot unique", "amount": None}, CONDITION),
    ],
)
def test_the_most_particular_possibility_that_fits_is_proposed(asked, proposed):
    assert decided(**asked).proposed is proposed


@pytest.mark.parametrize(
    ("asked", "articles"),
    [
        ({"object": "Gros œuvre", "amount": 1_000_000}, ["L2112-2"]),
        ({"object": "Nettoyage", "amount": 600_000}, ["L2112-2", "L2112-2-1"]),
        (
            {"object": "Nettoyage", "amount": 6_000_000},
            ["L2112-2", "L2152-7", "R2152-7", "L2112-2-1"],
        ),
        (
            {"object": "Nettoyage", "amount": 20_000},
            ["L2113-12", "L2113-13", "L2113-14", "R2113-7"],
        ),
        ({"object": "Gestion de la crèche", "amount": 9_000}, ["L2113-15", "L2113-16"]),
        ({"object": "Chantier d’insertion", "amount": 9_000}, ["L2111-1", "R2123-1, 3°"]),
        (
            {"object": "DSP fourrière", "amount": 5_500_000, "effort": 3},
            ["L3114-2", "L3114-2-1"],
        ),
        (
            {"object": "DSP camping", "amount": 9_000_000},
            ["L3114-2", "L3124-5 et R3124-4", "L3114-2-1"],
        ),
        ({"object": "Nettoyage", "amount": 9_000, "buyer": PRIVATE}, ["1103", "1231-5"]),
        (
            {"object": "Nettoyage", "amount": 9_000, "kind": ContractKind.CONCESSION},
            ["L3113-1 à L3113-3"],
        ),
    ],
)
def test_the_articles_are_those_of_the_proposal(asked, articles):
    found = [source.article.removeprefix("article ") for source in decided(**asked).articles]
    assert found == articles


def test_a_condition_that_answers_the_duty_says_so():
    assert "obligation de l’article L2112-2-1" in decided("Nettoyage", 600_000).reasons[0]
    assert (
        "obligation de l’article L3114-2-1"
        in decided("DSP fourrière", 5_500_000, effort=3).reasons[0]
    )
    assert "obligation" not in decided("Gros œuvre", 1_000_000).reasons[0]


def test_a_second_choice_that_would_fit_is_told_as_such():
    left = {no.basis: no.reason for no in decided("Nettoyage", 20_000).rejected}
    assert left[CONDITION].startswith("Possible aussi, en second choix.")
    assert not left[ESS].startswith("Possible aussi")


def test_a_reservation_too_long_says_how_to_make_it_possible():
    left = {no.basis: no.reason for no in decided("Crèche", 90_000, months=60).rejected}
    assert "ramenez-le à trois ans" in left[ESS]


@pytest.mark.parametrize(
    ("amount", "labour", "effort", "proposed"),
    [
        ("45000", "80", "10", CONDITION),
        ("44990", "80", "10", RESERVED),
        ("45000", "50", "20", CONDITION),
        ("45000", "50", "20.01", RESERVED),
        ("45000", "49.99", "20.01", CONDITION),
        ("1500000", "80", "10", LegalBasis.CONDITION_AND_CRITERION),
        ("1499990", "80", "10", CONDITION),
    ],
)
def test_the_choice_turns_at_its_bounds(amount, labour, effort, proposed):
    worked = Hypotheses(
        Euros.of(amount), Share.percent(labour), Share.percent(effort), Euros.of(24)
    )
    assert decided("Nettoyage", 45_000, worked=worked).proposed is proposed


@pytest.mark.parametrize(
    ("kind", "effort", "said"),
    [
        (ContractKind.SERVICES, None, ("articles L2113-12 à L2113-14", "L’avis de marché")),
        (ContractKind.CONCESSION, None, ("articles L3113-1 à L3113-3", "L’avis de concession")),
        (ContractKind.SERVICES, 100, ("article R2113-7", "L’avis de marché")),
        (ContractKind.CONCESSION, 100, ("article R3113-1", "L’avis de concession")),
    ],
)
def test_a_reservation_cites_the_articles_of_its_contract(kind, effort, said):
    found = decided("Nettoyage", 20_000, kind=kind, effort=effort)
    assert found.proposed is RESERVED
    assert said[0] in found.reasons[0]
    assert found.reasons[1].startswith(said[1])


def test_a_duty_is_told_to_be_that_of_the_whole_contract():
    assert decided("Nettoyage", 600_000).reasons[1].startswith("L’obligation s’apprécie pour tout")
    assert len(decided("Gros œuvre", 1_000_000).reasons) == 1


def test_a_committee_may_ask_more_hours_of_a_criterion():
    asked = {"object": "Nettoyage des locaux", "amount": 6_000_000}
    hours = Hours.of(20_000)
    usual, strict = decided(**asked), USUAL.choosing(CRITERION_FROM, hours)
    assert usual.reasons[0].startswith(f"Au moins {Hours.of(5_000)}")
    assert decided(**asked, practice=strict).proposed is LegalBasis.CONDITION_AND_CRITERION
    assert decided("Nettoyage", 4_000_000, practice=strict).proposed is CONDITION
    assert decided("Nettoyage", 4_000_000).proposed is LegalBasis.CONDITION_AND_CRITERION


def test_a_committee_may_reserve_lots_of_much_labour_only():
    strict = USUAL.choosing(RESERVED_LABOUR, Share.percent(90))
    assert decided("Nettoyage", 20_000).proposed is RESERVED
    assert decided("Nettoyage", 20_000, practice=strict).proposed is CONDITION


@pytest.mark.parametrize("on", [None, date(2010, 1, 1), date(2019, 3, 31), date(2019, 4, 1)])
def test_any_day_of_consultation_gets_an_answer(on):
    assert decided("Gestion de la crèche", 90_000, months=36, on=on).proposed is ESS
    assert decided("Gestion de la crèche", 90_000, months=37, on=on).proposed is CONDITION
    assert decided("Nettoyage", 20_000, on=on).proposed is RESERVED


@given(
    some.sampled_from(["Nettoyage", "Peinture", "Crèche", "DSP camping", "Pain", "Lot unique"]),
    some.none() | some.integers(1, 10**8),
    some.none() | some.integers(1, 120),
    some.sampled_from(BuyerKind),
    some.none() | some.sampled_from(ContractKind),
)
def test_the_five_are_each_proposed_or_left_aside_with_a_reason(
    object, amount, months, buyer, kind
):
    found = decided(object, amount, months=months, buyer=buyer, kind=kind)
    assert {found.proposed, *(no.basis for no in found.rejected)} == set(LegalBasis)
    assert len(found.rejected) == len(LegalBasis) - 1
    assert all(reason.endswith(".") for reason in found.reasons)
    assert all(no.reason.endswith(".") for no in found.rejected)
    assert found.articles


@given(some.integers(1, 10**8), some.sampled_from(["Nettoyage", "Peinture", "Crèche"]))
def test_a_private_buyer_is_never_told_the_code(amount, object):
    found = decided(object, amount, buyer=PRIVATE)
    assert found.proposed is CONDITION
    assert all(source.text == "Code civil" for source in found.articles)


@pytest.mark.parametrize("basis", LegalBasis)
def test_each_possibility_has_a_label_and_articles(basis):
    assert basis.label[0].isupper()
    assert basis.articles
