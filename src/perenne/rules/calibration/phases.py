"""A contract in phases (tranches): optional ones owe their hours once they are affirmed.

Source: Code de la commande publique, R2113-4 to R2113-6: one firm phase, one or more optional
ones, each carried out on a decision of the buyer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from perenne.rules.french import typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.texts import PHASES, PRACTICE
from perenne.values import Hours


@dataclass(frozen=True, slots=True)
class Phase:
    """`affirmed_on` and `lapses_on` (last day to affirm it) are of optional phases only."""

    label: str
    hours: Hours
    is_firm: bool = False
    affirmed_on: date | None = None
    lapses_on: date | None = None

    def is_owed(self, on: date) -> bool:
        return self.is_firm or (self.affirmed_on is not None and self.affirmed_on <= on)

    def has_lapsed(self, on: date) -> bool:
        """Too late to affirm it, and it was not."""
        return not self.is_owed(on) and self.lapses_on is not None and self.lapses_on < on


@dataclass(frozen=True, slots=True)
class PhasedVolume:
    """`conditional`: hours of the phases that the buyer may still affirm."""

    owed: Hours
    conditional: Hours
    reason: str


@cites(
    PHASES,
    PRACTICE,
    says="Combien d’heures les tranches d’un marché doivent-elles à ce jour ?",
    confidence=Confidence.LIKELY,
)
def volume_of_phases(phases: Sequence[Phase], *, on: date) -> PhasedVolume:
    """ValueError, in French, when there is not one firm phase and one only."""
    if sum(phase.is_firm for phase in phases) != 1:
        raise ValueError(
            typeset("Un marché à tranches a une tranche ferme et une seule : corrigez-les.")
        )
    owed = _sum([phase for phase in phases if phase.is_owed(on)])
    open_to_buyer = [
        phase for phase in phases if not phase.is_owed(on) and not phase.has_lapsed(on)
    ]
    conditional = _sum(open_to_buyer)
    said = f"{owed} dues au titre des tranches affermies."
    if open_to_buyer:
        said += (
            f" {conditional} de plus si l'acheteur affermit {_counted(len(open_to_buyer))} : "
            "suivez ce volume à part."
        )
    return PhasedVolume(owed, conditional, typeset(said))


def _sum(phases: Sequence[Phase]) -> Hours:
    return sum((phase.hours for phase in phases), Hours(0))


def _counted(phases: int) -> str:
    return "la tranche optionnelle" if phases == 1 else f"les {phases} tranches optionnelles"
