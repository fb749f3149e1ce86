"""Hide what must be, then as much more as it takes for nobody to work it out again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice, parameter
from perenne.rules.secrecy.auditing import Attack, Interval
from perenne.rules.secrecy.cells import Grid, Place
from perenne.rules.secrecy.grounds import LEAST_PERSONS, Hiding, hidden_for
from perenne.rules.secrecy.publishing import Protected
from perenne.rules.texts import INSEE_SECRECY, STATISTICAL_SECRECY
from perenne.values import Share

MAGNITUDE_MARGIN = parameter(
    "secrecy.magnitude_margin",
    "Marge à laisser au-dessus d’heures ou d’un montant tus, en part de leur valeur",
    Share.percent(20),
    between=(Share.percent(10), Share.percent(100)),
)


@cites(
    STATISTICAL_SECRECY,
    INSEE_SECRECY,
    says="Quelles cases taire pour que personne ne puisse être reconnu ?",
    confidence=Confidence.LIKELY,
)
def protect(grid: Grid, *, practice: Practice = USUAL) -> Protected:
    """Primary, then complementary suppression, until no attack tells a hidden figure closely.

    A number of persons stays as vague as if one only knew that it is under the threshold; hours
    or euros may be a good part more than they are (p % rule). The same grid always gives the same
    answer. Out of reach: a reader who replays these rules, or knows some of the cells elsewhere.
    """
    found = {
        place: hidden_for(cell, grid.behind, practice=practice)
        for place, cell in grid.cells.items()
    }
    primary = {place: why for place, why in found.items() if why is not None}
    hidden = dict(primary)
    while (exposed := next(_exposed(grid, primary, hidden, practice), None)) is not None:
        hidden[_cover(grid, hidden, exposed)] = Hiding.COMPLEMENTARY
    return Protected(grid, hidden, practice)


def _exposed(
    grid: Grid,
    primary: Mapping[Place, Hiding],
    hidden: Mapping[Place, Hiding],
    practice: Practice,
) -> Iterator[Place]:
    """The figures that can still be told too well, by a reader or by who is alone in a cell."""
    for insider in (None, *sorted({who for it in hidden if (who := grid.cells[it].only)})):
        attack = Attack(grid, hidden, insider=insider)
        for place in sorted(primary):
            cell = grid.cells[place]
            others = cell.value - (cell.brought_by(insider) if insider else 0)
            if others and not _is_vague(attack.on(place), grid, place, others, practice):
                yield place


def _is_vague(
    interval: Interval, grid: Grid, place: Place, others: int, practice: Practice
) -> bool:
    """A count: from 1 to the threshold, or as many values. Else: well above what others brought."""
    if grid.is_count:
        return interval.is_as_wide_as(practice.of(LEAST_PERSONS) - 2)
    margin = max(1, others * practice.of(MAGNITUDE_MARGIN).basis_points // 10_000)
    return interval.reaches(grid.cells[place].value + margin)


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
