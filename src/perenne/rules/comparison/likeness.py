"""How much two lines look like the same purchase: points out of a hundred, each with its reason.

Nothing here knows which of the two came first: the answer is the same both ways.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from perenne.rules.comparison.lines import PlannedLine
from perenne.rules.french import typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice, parameter
from perenne.rules.texts import NEEDS, PRACTICE

LEAST_POINTS = parameter(
    "comparison.least_points",
    "Ressemblance à partir de laquelle deux lignes sont rapprochées, sur cent",
    45,
    between=(35, 80),
    unit="points",
)
SURE_POINTS = parameter(
    "comparison.sure_points",
    "Ressemblance à partir de laquelle un rapprochement est tenu pour sûr, sur cent",
    75,
    between=(60, 95),
    unit="points",
)
WORDS, REFERENCE, LOT, AMOUNT, DATE, PLACE = 60, 40, 10, 10, 5, 5
MOST_WITHOUT_WORDS = REFERENCE + LOT + AMOUNT + DATE + PLACE
OTHER_LOT, OTHER_NUMBERS, OTHER_AMOUNT, OTHER_PLACE = -30, -20, -10, -15


class Sureness(StrEnum):
    SURE = "sure"
    LIKELY = "likely"

    @property
    def label(self) -> str:
        return {Sureness.SURE: "Sûr", Sureness.LIKELY: "À vérifier"}[self]


@dataclass(frozen=True, slots=True)
class Likeness:
    """`points` from 0 to 100; `sureness` None: too far apart to be brought together."""

    points: int
    sureness: Sureness | None
    reasons: tuple[str, ...]


@cites(
    NEEDS,
    PRACTICE,
    says="Ces deux lignes de programmation sont-elles le même achat ?",
    confidence=Confidence.VARIES,
)
def likeness(one: PlannedLine, other: PlannedLine, *, practice: Practice = USUAL) -> Likeness:
    """From the buyer’s reference, the words, the lot, the amount, the launch and the place."""
    found = tuple(_clues(one, other))
    points = max(0, min(100, sum(points for points, _ in found)))
    least, sure = practice.of(LEAST_POINTS), practice.of(SURE_POINTS)
    sureness = None
    if points >= least:
        sureness = Sureness.SURE if points >= sure else Sureness.LIKELY
    return Likeness(points, sureness, tuple(typeset(reason) for _, reason in found))


def shared_words(one: PlannedLine, other: PlannedLine) -> int:
    """Points for the words in common: all of them when the objects say the same."""
    both = len(one.words) + len(other.words)
    return 2 * WORDS * len(one.words & other.words) // both if both else 0


def _clues(one: PlannedLine, other: PlannedLine) -> Iterator[tuple[int, str]]:
    words = shared_words(one, other)
    if words == WORDS:
        yield words, "Même intitulé."
    elif words:
        yield words, f"Intitulés proches : {100 * words // WORDS} % de mots communs."
    if one.numbers != other.numbers and one.numbers and other.numbers:
        yield OTHER_NUMBERS, "Numéros différents dans l'intitulé."
    if one.folded_reference and one.folded_reference == other.folded_reference:
        yield REFERENCE, f"Même référence de l'acheteur : {one.reference.strip()}."
    yield from _lots(one, other)
    yield from _amounts(one, other)
    if one.launch_on is not None and one.launch_on == other.launch_on:
        yield DATE, "Même date de lancement."
    if one.folded_place and other.folded_place:
        same = one.folded_place == other.folded_place
        yield (PLACE, "Même lieu.") if same else (OTHER_PLACE, "Lieux différents.")


def _lots(one: PlannedLine, other: PlannedLine) -> Iterator[tuple[int, str]]:
    if one.folded_lot and other.folded_lot:
        same = one.folded_lot == other.folded_lot
        yield (LOT, "Même lot.") if same else (OTHER_LOT, "Lots différents.")


def _amounts(one: PlannedLine, other: PlannedLine) -> Iterator[tuple[int, str]]:
    if one.amount is None or other.amount is None:
        return
    low, high = sorted((one.amount.cents, other.amount.cents))
    if low * 10 >= high * 9:
        yield AMOUNT, "Montants égaux, à un dixième près."
    elif low * 2 >= high:
        yield AMOUNT // 2, "Montants du même ordre."
    elif low * 4 < high:
        yield OTHER_AMOUNT, "Montants sans rapport."
