from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.needs import BuyerKind
from perenne.rules.thresholds import Stance, spaser_duty
from perenne.values import Euros

TOWN, STATE, HOSPITAL = BuyerKind.LOCAL_AUTHORITY, BuyerKind.STATE, BuyerKind.HOSPITAL
LANDLORD, PRIVATE = BuyerKind.SOCIAL_LANDLORD, BuyerKind.PRIVATE
TODAY = date(2026, 11, 25)
MUST, MAY, TO_CHECK = Stance.MUST, Stance.MAY, Stance.TO_CHECK
M = 1_000_000


@pytest.mark.parametrize(
    ("buyer", "yearly", "on", "stance"),
    [
        (TOWN, 50 * M, TODAY, MAY),
        (TOWN, "50000000.01", TODAY, MUST),
        (TOWN, None, TODAY, TO_CHECK),
        (TOWN, 60 * M, date(2023, 1, 1), MUST),
        (TOWN, 60 * M, date(2022, 12, 31), MAY),
        (TOWN, 100 * M, date(2022, 12, 31), MAY),
        (TOWN, 101 * M, date(2022, 12, 31), MUST),
        (TOWN, 101 * M, date(2015, 2, 1), MUST),
        (TOWN, 101 * M, date(2015, 1, 31), MAY),
        (STATE, 900 * M, date(2023, 10, 24), MAY),
        (STATE, 900 * M, date(2023, 10, 25), MUST),
        (HOSPITAL, 60 * M, date(2023, 10, 24), MAY),
        (HOSPITAL, 60 * M, date(2023, 10, 25), MUST),
        (HOSPITAL, None, date(2023, 10, 24), MAY),
        (LANDLORD, 60 * M, date(2023, 10, 24), TO_CHECK),
        (LANDLORD, 60 * M, date(2023, 10, 25), MUST),
        (LANDLORD, 50 * M, date(2023, 10, 24), MAY),
        (BuyerKind.NETWORK_OPERATOR, 60 * M, TODAY, MUST),
        (BuyerKind.PUBLIC_BODY, 60 * M, TODAY, MUST),
        (PRIVATE, 900 * M, TODAY, MAY),
        (PRIVATE, None, TODAY, MAY),
    ],
)
def test_who_must_adopt_a_spaser(buyer, yearly, on, stance):
    found = spaser_duty(buyer, None if yearly is None else Euros.of(yearly), on=on)
    assert found.stance is stance
    assert found.reasons
    assert found.articles
    assert all(reason.endswith(".") for reason in found.reasons)


@pytest.mark.parametrize(
    ("buyer", "yearly", "on", "said"),
    [
        (TOWN, 60 * M, TODAY, "publiez-le, notamment en ligne"),
        (TOWN, 60 * M, TODAY, "tous les deux ans les taux réels"),
        (TOWN, 60 * M, TODAY, "commun à plusieurs acheteurs"),
        (TOWN, 40 * M, TODAY, "aucun SPASER n’est dû"),
        (TOWN, 40 * M, TODAY, "peut en adopter un de lui-même"),
        (TOWN, None, TODAY, "à comparer à 50 000 000 €"),
        (LANDLORD, 60 * M, date(2023, 6, 1), "fixé par la loi"),
        (STATE, 60 * M, date(2023, 6, 1), "ni l’État ni les hôpitaux"),
        (TOWN, 900 * M, date(2014, 6, 1), "Avant le 1er février 2015"),
        (PRIVATE, 900 * M, TODAY, "Acheteur privé"),
    ],
)
def test_the_reasons_say_what_to_do(buyer, yearly, on, said):
    found = spaser_duty(buyer, None if yearly is None else Euros.of(yearly), on=on)
    assert said in " ".join(found.reasons).replace("\u00a0", " ").replace("\u202f", " ")


def test_a_joint_scheme_is_told_only_since_the_law_that_speaks_of_it():
    before = spaser_duty(TOWN, Euros.of(60 * M), on=date(2023, 10, 24))
    since = spaser_duty(TOWN, Euros.of(60 * M), on=date(2023, 10, 25))
    assert "commun" not in " ".join(before.reasons)
    assert len(since.articles) == len(before.articles) + 1


@pytest.mark.parametrize(
    ("on", "threshold"),
    [(date(2022, 12, 31), 100 * M), (date(2023, 1, 1), 50 * M)],
)
def test_the_threshold_is_the_one_of_the_day(on, threshold):
    assert spaser_duty(TOWN, Euros.of(1), on=on).threshold == Euros.of(threshold)


@given(
    some.sampled_from(BuyerKind),
    some.integers(0, 10**11).map(Euros),
    some.integers(1, 10**11).map(Euros),
    some.dates(date(2010, 1, 1), date(2040, 1, 1)),
)
def test_buying_more_never_lightens_the_duty(buyer, yearly, more, on):
    rising = [MAY, TO_CHECK, MUST]
    less = spaser_duty(buyer, yearly, on=on)
    greater = spaser_duty(buyer, yearly + more, on=on)
    assert rising.index(greater.stance) >= rising.index(less.stance)


@given(some.none() | some.integers(0, 10**11).map(Euros), some.dates(date(2010, 1, 1)))
def test_a_private_buyer_never_owes_one(yearly, on):
    found = spaser_duty(PRIVATE, yearly, on=on)
    assert (found.stance, found.threshold) == (MAY, None)
