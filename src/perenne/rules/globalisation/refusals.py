"""Why a clause may not count some hours: one ground a row, the first that applies is told.

A clause always may count the hours worked on its own contract, if the first four grounds leave
them; hours worked elsewhere pass all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from perenne.rules.globalisation.facts import Commitment, Work
from perenne.rules.globalisation.pairs import Flags, Pairs, every_pair
from perenne.rules.law import Confidence, Source, Table, cites
from perenne.rules.practice import USUAL, Practice
from perenne.rules.texts import (
    ANRU,
    AQUAREEL_2025,
    CCAG_GLOBALISATION,
    COMMITTEE_GLOBALISATION,
)

SURE, LIKELY = Confidence.SURE, Confidence.LIKELY


class Refusal(StrEnum):
    OTHER_COMPANY = "other_company"
    NOT_CONCURRENT = "not_concurrent"
    OTHER_PUBLIC = "other_public"
    NOTHING_OWED = "nothing_owed"
    ORIGIN_REFUSES = "origin_refuses"
    BUYER_REFUSES = "buyer_refuses"
    CAP_REACHED = "cap_reached"
    OTHER_BASIN = "other_basin"
    WINDOW_OVER = "window_over"

    @property
    def label(self) -> str:
        return REFUSALS[self].label


@dataclass(frozen=True, slots=True)
class Ground:
    """`applies` answers for every pair at once. `everywhere`: opposed to hours at home too."""

    code: Refusal
    label: str
    applies: Callable[[Pairs], Flags]
    source: Source
    confidence: Confidence
    everywhere: bool = False


def _other_company(pairs: Pairs) -> Flags:
    return ~pairs.performs


def _not_concurrent(pairs: Pairs) -> Flags:
    first = np.maximum(pairs.begins, pairs.starts)
    return first >= np.minimum(pairs.ends, pairs.finishes)


def _other_public(pairs: Pairs) -> Flags:
    return pairs.urban_renewal & ~pairs.in_district


def _nothing_owed(pairs: Pairs) -> Flags:
    return pairs.owed <= 0


def _origin_refuses(pairs: Pairs) -> Flags:
    return ~pairs.may_leave


def _buyer_refuses(pairs: Pairs) -> Flags:
    return ~pairs.accepts


def _cap_reached(pairs: Pairs) -> Flags:
    return pairs.from_elsewhere <= 0


def _other_basin(pairs: Pairs) -> Flags:
    return ~pairs.same_basin


def _window_over(pairs: Pairs) -> Flags:
    return pairs.begins >= pairs.window_end


REFUSALS = Table(
    "globalisation_refusals",
    "Ce qui empêche de compter des heures sur une clause",
    (
        Ground(
            Refusal.OTHER_COMPANY,
            "L’entreprise n’exécute pas ce marché.",
            _other_company,
            CCAG_GLOBALISATION,
            LIKELY,
            everywhere=True,
        ),
        Ground(
            Refusal.NOT_CONCURRENT,
            "Le marché n’est pas en cours ce mois-là, pendant le contrat de travail.",
            _not_concurrent,
            AQUAREEL_2025,
            SURE,
            everywhere=True,
        ),
        Ground(
            Refusal.OTHER_PUBLIC,
            "Cette clause ne compte que les habitants d’un quartier prioritaire.",
            _other_public,
            ANRU,
            LIKELY,
            everywhere=True,
        ),
        Ground(
            Refusal.NOTHING_OWED,
            "L’engagement est déjà tenu.",
            _nothing_owed,
            COMMITTEE_GLOBALISATION,
            LIKELY,
            everywhere=True,
        ),
        Ground(
            Refusal.ORIGIN_REFUSES,
            "L’acheteur du marché où elles ont été travaillées n’accepte pas la globalisation.",
            _origin_refuses,
            COMMITTEE_GLOBALISATION,
            SURE,
        ),
        Ground(
            Refusal.BUYER_REFUSES,
            "L’acheteur n’accepte pas la globalisation.",
            _buyer_refuses,
            COMMITTEE_GLOBALISATION,
            SURE,
        ),
        Ground(
            Refusal.CAP_REACHED,
            "La limite acceptée par l’acheteur est atteinte.",
            _cap_reached,
            COMMITTEE_GLOBALISATION,
            SURE,
        ),
        Ground(
            Refusal.OTHER_BASIN,
            "Le marché est dans un autre bassin d’emploi.",
            _other_basin,
            AQUAREEL_2025,
            SURE,
        ),
        Ground(
            Refusal.WINDOW_OVER,
            "Le parcours dépasse la durée pendant laquelle ses heures se globalisent.",
            _window_over,
            COMMITTEE_GLOBALISATION,
            SURE,
        ),
    ),
)


@cites(
    CCAG_GLOBALISATION,
    COMMITTEE_GLOBALISATION,
    AQUAREEL_2025,
    says="Ces heures peuvent-elles compter sur ces clauses ?",
    confidence=Confidence.LIKELY,
)
def refusals(
    work: Work, commitments: Sequence[Commitment], *, practice: Practice = USUAL
) -> Mapping[int, Refusal]:
    """For each clause that may not count them, the first ground; the clause of their own contract
    stands among `commitments`, or its buyer is held not to accept their leaving.
    """
    pairs = every_pair([work], commitments, practice)
    found: dict[int, Refusal] = {}
    for ground in REFUSALS:
        for place in np.flatnonzero(_opposed(ground, pairs)).tolist():
            found.setdefault(commitments[place].clause_id, ground.code)
    return found


def admitted(pairs: Pairs) -> Flags:
    """The pairs that no ground opposes."""
    refused = np.zeros(len(pairs.work), np.bool_)
    for ground in REFUSALS:
        refused |= _opposed(ground, pairs)
    return ~refused


def _opposed(ground: Ground, pairs: Pairs) -> Flags:
    applies = ground.applies(pairs)
    return applies if ground.everywhere else applies & ~pairs.is_home
