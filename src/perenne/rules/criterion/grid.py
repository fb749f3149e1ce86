"""The grid of the criterion as it is announced: sub-criteria and points, out of 100."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from perenne.rules.criterion.sub_criteria import SUB_CRITERIA, SubCriterion, SubCriterionCode
from perenne.rules.criterion.telling import oversteps_in
from perenne.rules.french import typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.texts import CRITERIA_PUBLIC, CRITERION, PRACTICE

WHOLE = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """One sub-criterion with its points; `label` is that of the buyer when it is its own."""

    code: SubCriterionCode
    points: int
    label: str = ""

    @property
    def row(self) -> SubCriterion:
        return SUB_CRITERIA[self.code]

    @property
    def title(self) -> str:
        return typeset(self.label.strip()) or self.row.label


@dataclass(frozen=True, slots=True)
class CriterionGrid:
    """ValueError, in French, when it cannot be announced: points, words that overstep."""

    entries: tuple[Entry, ...]

    def __post_init__(self) -> None:
        if any(entry.points < 1 for entry in self.entries):
            raise ValueError(typeset("Donnez au moins un point à chaque élément d'appréciation."))
        total = sum(entry.points for entry in self.entries)
        if total != WHOLE:
            raise ValueError(
                typeset(f"Les points font {total} : répartissez-en exactement {WHOLE}.")
            )
        for entry in self.entries:
            self._refuse_oversteps(entry)

    @staticmethod
    def _refuse_oversteps(entry: Entry) -> None:
        if entry.code is SubCriterionCode.OWN and not entry.label.strip():
            raise ValueError(typeset("Écrivez ce que note l'élément que vous ajoutez."))
        for over in oversteps_in(entry.label):
            raise ValueError(
                typeset(f"« {entry.label.strip()} » : {over.label.lower()}. {over.reason} ")
                + over.instead
            )


@cites(
    CRITERION,
    CRITERIA_PUBLIC,
    PRACTICE,
    says="Comment répartir les points du critère social ?",
    confidence=Confidence.VARIES,
)
def default_grid(points: Mapping[SubCriterionCode, int] | None = None) -> CriterionGrid:
    """The usual sub-criteria and points, out of 100; `points` instead of the usual ones."""
    given = {code: row.points for code, row in SUB_CRITERIA.items()} if points is None else points
    return CriterionGrid(tuple(Entry(code, number) for code, number in given.items() if number))
