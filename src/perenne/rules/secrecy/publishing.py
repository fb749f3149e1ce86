"""A protected table as its readers see it, and as those who publish it are told why.

Readers see the same « s. » everywhere: to tell a cell of few persons from one that is hidden only
to protect it would give both back (1 and 11 hidden in a line that makes 12).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from perenne.rules.french import NARROW, typeset
from perenne.rules.practice import Practice
from perenne.rules.secrecy.cells import Behind, Grid, Place
from perenne.rules.secrecy.grounds import DOMINANCE, LEAST_COMPANIES, LEAST_PERSONS, Hiding

HIDDEN = "s."
NOTES = {
    Behind.PERSONS: (
        "s. : secret statistique. La case porte sur moins de {persons} personnes, ou permettrait "
        "d'en recalculer une autre."
    ),
    Behind.COMPANIES: (
        "s. : secret statistique. La case porte sur moins de {companies} entreprises, une seule "
        "en fait plus de {dominance}, ou la case permettrait d'en recalculer une autre."
    ),
}
REASONS = {
    Hiding.FEW_PERSONS: "Non diffusé : moins de {persons} personnes.",
    Hiding.FEW_COMPANIES: "Non diffusé : moins de {companies} entreprises.",
    Hiding.DOMINANT: "Non diffusé : une entreprise représente plus de {dominance} du total.",
    Hiding.COMPLEMENTARY: "Non diffusé : cette case permettrait d'en recalculer une autre.",
}


@dataclass(frozen=True, slots=True)
class Protected:
    """The grid as it may be published. `hidden` says why a cell is not: never publish that."""

    grid: Grid
    hidden: Mapping[Place, Hiding]
    practice: Practice

    def published(self, place: Place) -> int | None:
        """The value, or None when the cell is hidden."""
        return None if place in self.hidden else self.grid.cells[place].value

    def printed(self, place: Place) -> str:
        """What a reader sees: the figure, or the same two characters for whatever is hidden."""
        value = self.published(place)
        return HIDDEN if value is None else f"{value:,}".replace(",", NARROW)

    @property
    def note(self) -> str:
        """What a reader is told under the table; "" when nothing is hidden."""
        return self._written(NOTES[self.grid.behind]) if self.hidden else ""

    def reason(self, place: Place) -> str:
        """Why the cell is hidden, for those who publish; "" when it is not."""
        why = self.hidden.get(place)
        return self._written(REASONS[why]) if why else ""

    def _written(self, sentence: str) -> str:
        numbers = {
            "persons": self.practice.of(LEAST_PERSONS),
            "companies": self.practice.of(LEAST_COMPANIES),
            "dominance": self.practice.of(DOMINANCE),
        }
        return typeset(sentence.format(**numbers))
