from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.hirings import EntrustedPart, entrusting
from perenne.rules.needs import ContractKind
from perenne.values import Hours

VOLUME = Hours.of(100)
SOUND = EntrustedPart(Hours.of(40), ContractKind.WORKS, is_agreed=True, is_accepted=True)
LIABLE = (
    "Le titulaire reste tenu des 100\u00a0h envers l’acheteur, y compris de la part confiée\u00a0: "
    "prévoyez-le dans le contrat de sous-traitance."
)


def test_an_agreed_part_is_entrusted_and_the_contractor_still_answers_for_all():
    found = entrusting(VOLUME, SOUND)
    assert found.is_allowed
    assert found.answered_for == VOLUME
    assert found.reasons == (LIABLE,)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"is_agreed": False}, "Le facilitateur n’a pas donné son accord"),
        ({"is_accepted": False}, "L’acheteur n’a pas accepté le sous-traitant"),
        ({"kind": ContractKind.SUPPLIES}, "Un marché de fournitures sans service ni pose"),
        ({"part": Hours(0)}, "va d’une minute à 100\u00a0h"),
        ({"part": Hours(6_001)}, "va d’une minute à 100\u00a0h"),
    ],
)
def test_what_is_missing_is_told(change, said):
    found = entrusting(VOLUME, replace(SOUND, **change))
    assert not found.is_allowed
    assert len(found.reasons) == 2
    assert said in found.reasons[0]
    assert found.reasons[1] == LIABLE


@pytest.mark.parametrize(
    "change",
    [
        {"kind": ContractKind.SUPPLIES, "has_works": True},
        {"kind": ContractKind.SERVICES},
        {"kind": ContractKind.CONCESSION, "is_accepted": False},
        {"part": Hours(1)},
        {"part": VOLUME},
    ],
)
def test_what_the_law_allows_is_allowed(change):
    assert entrusting(VOLUME, replace(SOUND, **change)).is_allowed


@given(
    some.integers(0, 10**6).map(Hours),
    some.builds(
        EntrustedPart, some.integers(-10, 10**6).map(Hours), some.sampled_from(ContractKind)
    ),
)
def test_without_an_agreement_nothing_is_entrusted_and_liability_never_moves(volume, asked):
    found = entrusting(volume, asked)
    assert not found.is_allowed
    assert found.answered_for == volume
