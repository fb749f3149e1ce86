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

    `narrow` counts a part of what `wide` counts: a smaller territory, a shorter period. A cell
    that is hidden in one of them is told of all the same: its line may give it back. ValueError
    when they have not the same cells, or when the part is greater than the whole.
    """
    if (wide.cells.keys(), wide.behind) != (narrow.cells.keys(), narrow.behind):
        raise ValueError(typeset("Les deux tableaux n'ont pas les mêmes cases : rapprochez-les."))
    return {
        place: typeset(
            "La différence entre les deux tableaux porte sur trop peu de monde, ou sur un seul "
            "pour l'essentiel : ne publiez pas cette case, ou donnez le même contour aux deux."
        )
        for place, whole in wide.cells.items()
        if hidden_for(_left(whole, narrow.cells[place]), wide.behind, practice=practice)
    }


def _left(whole: Cell, part: Cell) -> Cell:
    try:
        return whole - part
    except ValueError as contradiction:
        raise ValueError(
            typeset("Le tableau le plus étroit dépasse le plus large : vérifiez leur ordre.")
        ) from contradiction
