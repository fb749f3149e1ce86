import pytest

from perenne.rules.calibration import Defaults, defaults_for
from perenne.rules.calibration.defaults import (
    GENERAL,
    GENERAL_EFFORT_RATE,
    GENERAL_HOURLY_COST,
    GENERAL_LABOUR_SHARE,
)
from perenne.rules.law import Confidence, Default
from perenne.rules.practice import USUAL
from perenne.rules.segments import find_segment, trade
from perenne.rules.texts import PRACTICE
from perenne.values import Euros, Share


@pytest.mark.parametrize(
    ("object", "labour", "effort", "cost"),
    [
        ("Gros œuvre", 50, 5, 30),
        ("Peinture", 70, 10, 30),
        ("Charpente métallique", 20, 5, 32),
        ("Ascenseurs", 20, 2, 38),
        ("Entretien des espaces verts", 70, 15, 26),
        ("Nettoyage des locaux", 80, 10, 22),
        ("Propreté urbaine", 60, 10, 24),
        ("Gardiennage", 88, 5, 24),
        ("Collecte des déchets", 55, 5, 26),
        ("Centre de tri", 50, 20, 24),
        ("Restauration scolaire", 42, 7, 22),
        ("Standard téléphonique", 88, 7, 24),
        ("Impression", 32, 5, 28),
        ("DSP camping", 45, 5, 26),
        ("Assistance informatique", 75, 3, 50),
        ("Enquêtes", 70, 10, 26),
        ("Maîtrise d’œuvre", 70, 3, 55),
        ("Lot unique", 50, 5, 30),
    ],
)
def test_the_usual_values_are_those_of_the_table(object, labour, effort, cost):
    usual = defaults_for(find_segment(object, None))
    assert usual.labour_share.value == Share.percent(labour)
    assert usual.effort_rate.value == Share.percent(effort)
    assert usual.hourly_cost.value == Euros.of(cost)


def test_a_published_labour_share_says_so_and_the_whole_stays_indicative():
    usual = defaults_for(find_segment("Peinture", None))
    assert usual.labour_share.confidence is Confidence.LIKELY
    assert usual.effort_rate.confidence is Confidence.VARIES
    assert usual.confidence is Confidence.VARIES


@pytest.mark.parametrize(
    ("levels", "whole"),
    [
        ((Confidence.SURE, Confidence.SURE, Confidence.SURE), Confidence.SURE),
        ((Confidence.LIKELY, Confidence.SURE, Confidence.SURE), Confidence.LIKELY),
        ((Confidence.SURE, Confidence.VARIES, Confidence.LIKELY), Confidence.VARIES),
        ((Confidence.SURE, Confidence.LIKELY, Confidence.VARIES), Confidence.VARIES),
    ],
)
def test_the_whole_is_worth_its_weakest_number(levels, whole):
    numbers = (Default.single(Share(1), PRACTICE, level) for level in levels)
    assert Defaults(*numbers).confidence is whole


def test_a_committee_may_hold_its_own_numbers_for_a_trade():
    painting = trade("painting")
    held = USUAL.choosing(painting.labour_share, Share.percent(65))
    held = held.choosing(painting.effort_rate, Share.percent(8))
    held = held.choosing(painting.hourly_cost, Euros.of(33))
    found = defaults_for(find_segment("Peinture", None), practice=held)
    assert found.labour_share.value == Share.percent(65)
    assert found.effort_rate.value == Share.percent(8)
    assert found.hourly_cost.value == Euros.of(33)
    assert (found.labour_share.low, found.labour_share.high) == (
        painting.labour_share.low,
        painting.labour_share.high,
    )
    assert defaults_for(find_segment("Gros œuvre", None), practice=held) == defaults_for(
        find_segment("Gros œuvre", None)
    )


def test_a_committee_may_hold_its_own_numbers_where_no_trade_is_known():
    held = USUAL.choosing(GENERAL_LABOUR_SHARE, Share.percent(40))
    held = held.choosing(GENERAL_EFFORT_RATE, Share.percent(7))
    held = held.choosing(GENERAL_HOURLY_COST, Euros.of(35))
    found = defaults_for(find_segment("Lot unique", None), practice=held)
    assert [
        number.value for number in (found.labour_share, found.effort_rate, found.hourly_cost)
    ] == [Share.percent(40), Share.percent(7), Euros.of(35)]
    assert defaults_for(find_segment("Lot unique", None)) == GENERAL


@pytest.mark.parametrize(
    ("number", "code", "low", "high"),
    [
        (GENERAL_LABOUR_SHARE, "labour_share", Share.percent(20), Share.percent(90)),
        (GENERAL_EFFORT_RATE, "effort_rate", Share.percent(5), Share.percent(10)),
        (GENERAL_HOURLY_COST, "hourly_cost", Euros.of(20), Euros.of(60)),
    ],
)
def test_the_general_numbers_have_their_bounds(number, code, low, high):
    assert (number.code, number.low, number.high) == (f"segments.general.{code}", low, high)


@pytest.mark.parametrize("share", [59, 81])
def test_a_committee_may_not_leave_the_bounds_of_a_trade(share):
    with pytest.raises(ValueError, match="de 60\u00a0% à 80\u00a0%"):
        USUAL.choosing(trade("painting").labour_share, Share.percent(share))
