"""Why a cell is hidden by itself (primary suppression), before anybody computes anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from perenne.rules.law import Confidence, Source, Table, cites
from perenne.rules.practice import USUAL, Practice, parameter
from perenne.rules.secrecy.cells import Behind, Cell
from perenne.rules.texts import INSEE_SECRECY, STATISTICAL_SECRECY
from perenne.values import Share

LEAST_PERSONS = parameter(
    "secrecy.least_persons",
    "Nombre de personnes sous lequel une case n’est pas publiée",
    11,
    between=(5, 20),
    unit="personnes",
    source=INSEE_SECRECY,
)
LEAST_COMPANIES = parameter(
    "secrecy.least_companies",
    "Nombre d’entreprises sous lequel une case n’est pas publiée",
    3,
    between=(3, 10),
    unit="entreprises",
    source=INSEE_SECRECY,
)
DOMINANCE = parameter(
    "secrecy.dominance",
    "Part d’une seule entreprise au-dessus de laquelle une case n’est pas publiée",
    Share.percent(85),
    between=(Share.percent(60), Share.percent(85)),
    source=INSEE_SECRECY,
)


class Hiding(StrEnum):
    FEW_PERSONS = "few_persons"
    FEW_COMPANIES = "few_companies"
    DOMINANT = "dominant"
    COMPLEMENTARY = "complementary"


@dataclass(frozen=True, slots=True)
class Ground:
    code: Hiding
    label: str
    applies: Callable[[Cell, Practice], bool]
    behind: Behind
    source: Source
    confidence: Confidence


def _few_persons(cell: Cell, practice: Practice) -> bool:
    return 0 < cell.contributors < practice.of(LEAST_PERSONS)


def _few_companies(cell: Cell, practice: Practice) -> bool:
    return 0 < cell.contributors < practice.of(LEAST_COMPANIES)


def _dominant(cell: Cell, practice: Practice) -> bool:
    return cell.largest * 10_000 > cell.value * practice.of(DOMINANCE).basis_points


GROUNDS = Table(
    "secrecy_grounds",
    "Ce qui fait taire une case",
    (
        Ground(
            Hiding.FEW_PERSONS,
            "trop peu de personnes",
            _few_persons,
            Behind.PERSONS,
            INSEE_SECRECY,
            Confidence.VARIES,
        ),
        Ground(
            Hiding.FEW_COMPANIES,
            "trop peu d’entreprises",
            _few_companies,
            Behind.COMPANIES,
            INSEE_SECRECY,
            Confidence.SURE,
        ),
        Ground(
            Hiding.DOMINANT,
            "une entreprise pèse presque tout",
            _dominant,
            Behind.COMPANIES,
            INSEE_SECRECY,
            Confidence.SURE,
        ),
    ),
)


@cites(
    STATISTICAL_SECRECY,
    INSEE_SECRECY,
    says="Cette case peut-elle être publiée, à elle seule ?",
    confidence=Confidence.LIKELY,
)
def hidden_for(cell: Cell, behind: Behind, *, practice: Practice = USUAL) -> Hiding | None:
    """The first ground on which it may not; None when it may. Zero is published."""
    return next(
        (
            ground.code
            for ground in GROUNDS
            if ground.behind is behind and ground.applies(cell, practice)
        ),
        None,
    )
