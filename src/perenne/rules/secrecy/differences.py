"""Two tables, each well protected, whose difference would tell of a few persons."""

from __future__ import annotations

from perenne.rules.french import typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice
from perenne.rules.secrecy.cells import Cell, Grid, Place
from perenne.rules.secrecy.grounds import hidden_for
from perenne.rules.texts import INSEE_SECRECY, STATISTICAL_SECRECY


@cites(
    STATISTICAL_SECRECY,
    INSEE_SECRECY,
    says="Cette publication trahirait-elle, par différence, une publication précédente ?",
    confidence=Confidence.LIKELY,
)
def revealed_by_difference(
    wide: Grid, narrow: Grid, *, practice: Practice = USUAL
) -> dict[Place, str]:
    """Where `wide` minus `narrow` may not be published, and why, in French.

    `narrow` counts a part of what `wide` counts: a smaller territory, a shorter period. ValueError
    when they have not the same cells, or when the part is greater than the whole.
    """
    if wide.cells.keys() != narrow.cells.keys():
        raise ValueError(typeset("Les deux tableaux n'ont pas les mêmes cases : rapprochez-les."))
    told: dict[Place, str] = {}
    for place, whole in wide.cells.items():
        why = hidden_for(_difference(whole, narrow.cells[place]), wide.behind, practice=practice)
        if why is not None:
            told[place] = typeset(
                "La différence avec le tableau déjà publié porte sur trop peu de monde : ne "
                "publiez pas cette case, ou publiez les deux tableaux avec le même contour."
            )
    return told


def _difference(whole: Cell, part: Cell) -> Cell:
    if part.value > whole.value or part.contributors > whole.contributors:
        raise ValueError(
            typeset("Le tableau le plus étroit dépasse le plus large : vérifiez leur ordre.")
        )
    return Cell(whole.value - part.value, whole.contributors - part.contributors, 0)
