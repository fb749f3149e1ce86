"""What the structures around a place can do of a volume, and how it is said."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.calibration import SupplyCode
from perenne.rules.practice import USUAL
from perenne.rules.promises import (
    REFUSAL_MONTHS,
    LocalOffer,
    local_offer,
    still_refuses,
)
from perenne.values import Euros, Hours, Share

BUDGET = Euros.of(100_000)
FEW = LocalOffer(3, 2, Hours.of(5_040))


def answer(offer, hours=833, months=12):
    return local_offer(offer, hours=Hours.of(hours), months=months, budget=BUDGET)


def plain(said):
    return said.replace("\u202f", " ").replace("\xa0", " ")


@pytest.mark.parametrize(
    ("offer", "hours", "said"),
    [
        (
            LocalOffer(0, 0, Hours(0)), 833,
            "Aucune structure connue ne fait ce métier ici : comptez sur l’embauche directe.",
        ),
        (
            LocalOffer(1, 0, Hours(0)), 833,
            "Une structure fait ce métier ici, sans dire combien d’heures lui restent : "
            "demandez-le.",
        ),
        (
            LocalOffer(4, 0, Hours(0)), 833,
            "Quatre structures font ce métier ici, sans dire combien d’heures leur restent : "
            "demandez-le.",
        ),
        (
            FEW, 833,
            "Deux structures ont encore 420 h par mois, soit 5 040 h sur 12 mois : le volume "
            "peut être fait sur le territoire.",
        ),
        (
            LocalOffer(1, 1, Hours.of(1_200)), 3_000,
            "Une structure a encore 100 h par mois, soit 1 200 h sur 12 mois, pour 3 000 h "
            "demandées, qui occupent 3 personnes : prévoyez aussi des embauches directes, étalez "
            "le volume ou baissez-le.",
        ),
    ],
)  # fmt: skip
def test_the_hours_that_are_free_are_told_beside_the_volume(offer, hours, said):
    found = answer(offer, hours)
    assert plain(found.reason) == said
    assert found.is_enough is (offer.free >= Hours.of(hours) if offer.stating else None)


def test_refusals_and_old_words_are_told_in_plain_words():
    assert answer(FEW).cautions == ()
    one = answer(replace(FEW, refusing=1, faded=1, declined=1, answered=4)).cautions
    assert list(map(plain, one)) == [
        "1 réponse sur 4 à des besoins de ce métier ici : « personne de disponible ».",
        "Une structure a répondu cela depuis qu’elle a dit sa capacité : ses heures ne sont pas "
        "comptées.",
        "Une structure a dit sa capacité il y a longtemps : ses heures ne comptent qu’en partie.",
    ]
    several = answer(replace(FEW, refusing=2, faded=2, declined=3, answered=4)).cautions
    assert list(map(plain, several)) == [
        "3 réponses sur 4 à des besoins de ce métier ici : « personne de disponible ».",
        "Deux structures ont répondu cela depuis qu’elles ont dit leur capacité : leurs heures ne "
        "sont pas comptées.",
        "Deux structures ont dit leur capacité il y a longtemps : leurs heures ne comptent qu’en "
        "partie.",
    ]


def test_the_number_of_structures_says_what_else_is_possible():
    assert answer(FEW).supply.row.code is SupplyCode.CLAUSE
    assert answer(LocalOffer(12, 0, Hours(0))).supply.row.code is SupplyCode.RESERVED_LOT


def test_without_a_duration_nothing_is_told():
    with pytest.raises(ValueError, match="La durée manque"):
        answer(FEW, months=0)


@pytest.mark.parametrize(
    ("refused", "said", "on", "holds"),
    [
        (date(2026, 10, 5), date(2026, 10, 1), date(2026, 11, 1), True),
        (date(2026, 10, 5), date(2026, 10, 6), date(2026, 11, 1), False),  # said anew
        (date(2026, 10, 5), date(2026, 10, 1), date(2027, 4, 4), True),
        (date(2026, 10, 5), date(2026, 10, 1), date(2027, 4, 5), False),  # six months later
        (date(2026, 10, 5), date(2026, 10, 1), date(2026, 10, 4), False),  # not refused yet
    ],
)
def test_a_refusal_holds_until_the_structure_speaks_again(refused, said, on, holds):
    assert still_refuses(refused, said_on=said, on=on) is holds


def test_a_committee_may_forget_refusals_sooner():
    held = USUAL.choosing(REFUSAL_MONTHS, 1)
    said = date(2026, 10, 1)
    assert not still_refuses(said, said_on=said, on=date(2026, 11, 1), practice=held)


@given(some.integers(0, 10**6), some.integers(1, 10**6), some.integers(1, 60))
def test_the_share_is_the_whole_exactly_when_the_hours_are_enough(free, asked, months):
    found = local_offer(
        LocalOffer(1, 1, Hours(free)), hours=Hours(asked), months=months, budget=BUDGET
    )
    assert (found.share == Share(10_000)) is (found.is_enough is True)
    assert 0 <= found.share.basis_points <= 10_000
    assert found.monthly.minutes * months <= free
