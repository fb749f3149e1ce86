"""A change of the amount of a contract: does its volume of hours follow?

The CCAP is silent as a rule: the buyer decides, and writes the policy in the clause.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from perenne.rules.calibration.rounding import half_up
from perenne.rules.french import typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice, choice
from perenne.rules.texts import AMENDMENTS, PRACTICE
from perenne.values import Euros, Hours, Share


class Recalculation(StrEnum):
    """Never, or in proportion when the amount changes by more than a share."""

    NEVER = "never"
    BEYOND_5 = "beyond_5"
    BEYOND_10 = "beyond_10"
    BEYOND_15 = "beyond_15"

    @property
    def label(self) -> str:
        if self.tolerance is None:
            return "jamais"
        return typeset(f"au prorata au-delà de {self.tolerance}")

    @property
    def tolerance(self) -> Share | None:
        """A change up to it leaves the volume as it is; None: whatever the change."""
        return TOLERANCES[self]


TOLERANCES = {
    Recalculation.NEVER: None,
    Recalculation.BEYOND_5: Share.percent(5),
    Recalculation.BEYOND_10: Share.percent(10),
    Recalculation.BEYOND_15: Share.percent(15),
}
RECALCULATION = choice(
    "calibration.recalculation",
    "Recalcul du volume quand un avenant change le montant",
    Recalculation.NEVER,
    Recalculation.BEYOND_5,
    Recalculation.BEYOND_10,
    Recalculation.BEYOND_15,
)


@dataclass(frozen=True, slots=True)
class Amendment:
    """From the amount on which `hours` were written to another. ValueError when it was nil."""

    hours: Hours
    before: Euros
    after: Euros
    done: Hours

    def __post_init__(self) -> None:
        if self.before.cents <= 0 or self.after.cents < 0:
            raise ValueError(
                typeset(
                    "Le montant d'origine doit dépasser zéro et le nouveau ne peut pas être "
                    "négatif : corrigez-les."
                )
            )

    def exceeds(self, tolerance: Share) -> bool:
        change = abs(self.after.cents - self.before.cents)
        return change * 10_000 > tolerance.basis_points * self.before.cents

    @property
    def in_proportion(self) -> Hours:
        return Hours(half_up(Fraction(self.hours.minutes * self.after.cents, self.before.cents)))

    @property
    def acquired(self) -> Hours:
        """What was owed and is already done: no amendment takes it back."""
        return min(self.hours, self.done)


@dataclass(frozen=True, slots=True)
class AmendedVolume:
    hours: Hours
    reason: str


@cites(
    AMENDMENTS,
    PRACTICE,
    says="Que devient le volume d’heures quand un avenant change le montant ?",
    confidence=Confidence.VARIES,
)
def volume_after(amendment: Amendment, *, practice: Practice = USUAL) -> AmendedVolume:
    """The policy laid over the practice by the buyer; never under the hours already done."""
    policy, hours = practice.of(RECALCULATION), amendment.hours
    if policy.tolerance is None:
        return _volume(
            hours, "La clause ne prévoit pas de recalcul : le volume reste inchangé, sauf avenant."
        )
    if not amendment.exceeds(policy.tolerance):
        return _volume(
            hours,
            f"Le montant passe de {amendment.before} à {amendment.after}, sans dépasser "
            f"{policy.tolerance} d'écart : le volume reste inchangé.",
        )
    new = max(amendment.in_proportion, amendment.acquired)
    kept = " Les heures déjà réalisées restent acquises." if new > amendment.in_proportion else ""
    return _volume(
        new,
        f"Le montant passe de {amendment.before} à {amendment.after}, plus de "
        f"{policy.tolerance} d'écart : le volume passe de {hours} à {new}, à écrire dans "
        f"l'avenant.{kept}",
    )


def _volume(hours: Hours, said: str) -> AmendedVolume:
    return AmendedVolume(hours, typeset(said))
