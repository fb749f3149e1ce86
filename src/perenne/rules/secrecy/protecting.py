"""Hide what must be, then as much more as it takes for nobody to work it out again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from perenne.rules.french import typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice, parameter
from perenne.rules.secrecy.auditing import Attack
from perenne.rules.secrecy.cells import Behind, Grid, Place
from perenne.rules.secrecy.grounds import (
    DOMINANCE,
    LEAST_COMPANIES,
    LEAST_PERSONS,
    Hiding,
    hidden_for,
)
from perenne.rules.texts import INSEE_SECRECY, STATISTICAL_SECRECY
from perenne.values import Share

MAGNITUDE_WIDTH = parameter(
    "secrecy.magnitude_width",
    "Incertitude à laisser sur un montant tu, en part de ce montant",
    Share.percent(20),
    between=(Share.percent(10), Share.percent(100)),
    source=INSEE_SECRECY,
)


@dataclass(frozen=True, slots=True)
class Protected:
    """The grid as it may be published. `hidden` says, for each cell that is not, why."""

    grid: Grid
    hidden: Mapping[Place, Hiding]
    practice: Practice

    def published(self, place: Place) -> int | None:
        """The value, or None when the cell is hidden."""
        return None if place in self.hidden else self.grid.cells[place].value

    def mention(self, place: Place) -> str:
        """What stands instead of a hidden value, in French; "" when it is published."""
        why = self.hidden.get(place)
        return typeset(MENTIONS[why].format(**self._numbers())) if why else ""

    def _numbers(self) -> dict[str, object]:
        return {
            "persons": self.practice.of(LEAST_PERSONS),
            "companies": self.practice.of(LEAST_COMPANIES),
            "dominance": self.practice.of(DOMINANCE),
        }


MENTIONS = {
    Hiding.FEW_PERSONS: "non diffusé : moins de {persons} personnes",
    Hiding.FEW_COMPANIES: "non diffusé : moins de {companies} entreprises",
    Hiding.DOMINANT: "non diffusé : une entreprise représente plus de {dominance} du total",
    Hiding.COMPLEMENTARY: "non diffusé : cette case permettrait d'en recalculer une autre",
}


@cites(
    STATISTICAL_SECRECY,
    INSEE_SECRECY,
    says="Quelles cases taire pour que personne ne puisse être reconnu ?",
    confidence=Confidence.LIKELY,
)
def protect(grid: Grid, *, practice: Practice = USUAL) -> Protected:
    """Primary, then complementary suppression, until the attack finds every hidden figure vague.

    Vague, for a count of persons: as many values left possible as if one only knew that it is
    under the threshold. The same grid always gives the same answer.
    """
    found = {
        place: hidden_for(cell, grid.behind, practice=practice)
        for place, cell in grid.cells.items()
    }
    primary = {place: why for place, why in found.items() if why is not None}
    hidden = dict(primary)
    while (exposed := _exposed(grid, primary, hidden, practice)) is not None:
        hidden[_cover(grid, hidden, exposed)] = Hiding.COMPLEMENTARY
    return Protected(grid, hidden, practice)


def width(grid: Grid, place: Place, *, practice: Practice) -> int:
    """How far apart the bounds of a hidden value must stay."""
    if grid.behind is Behind.PERSONS:
        return practice.of(LEAST_PERSONS) - 1
    share = practice.of(MAGNITUDE_WIDTH)
    return max(1, grid.cells[place].value * share.basis_points // 10_000)


def _exposed(
    grid: Grid,
    primary: Mapping[Place, Hiding],
    hidden: Mapping[Place, Hiding],
    practice: Practice,
) -> Place | None:
    """The first hidden figure that can still be told too well."""
    attack = Attack(grid, hidden)
    return next(
        (
            place
            for place in sorted(primary)
            if not attack.on(place).is_as_wide_as(width(grid, place, practice=practice))
        ),
        None,
    )


def _cover(grid: Grid, hidden: Mapping[Place, Hiding], exposed: Place) -> Place:
    """The cheapest cell to hide: in a line where one is hidden alone, else beside it, else any."""
    alone = [line for line in grid.lines if sum(place in hidden for place in line) == 1]
    beside = [line for line in grid.lines if exposed in line]
    # Never empty: once every figure that is not nil is hidden, nothing bounds any of them.
    shown = next(
        found
        for places in (*alone, *beside, grid.cells)
        if (found := [it for it in places if it not in hidden and grid.cells[it].value])
    )
    return min(shown, key=lambda place: _loss(grid, hidden, place))


def _loss(grid: Grid, hidden: Mapping[Place, Hiding], place: Place) -> tuple[int, bool, int, Place]:
    """Parts are lost before totals, a cell that meets another hidden cell rather than one that
    would ask for more, a small figure rather than a large one.
    """
    totals = (place[0] == len(grid.rows)) + (place[1] == len(grid.rows[0]))
    lines = [line for line in grid.lines if place in line]
    calls_for_more = any(not any(it in hidden for it in line) for line in lines)
    return totals, calls_for_more, grid.cells[place].value, place
