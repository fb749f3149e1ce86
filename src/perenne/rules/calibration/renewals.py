"""A contract that may be renewed: hours of its firm period, hours of each renewal.

The volume is calibrated over the longest duration; the part of a renewal is owed only when it
takes place (Code de la commande publique R2112-4). Durations in months.
"""

from __future__ import annotations

from dataclasses import dataclass

from perenne.rules.french import listed, typeset
from perenne.rules.hours.apportioning import apportion
from perenne.rules.law import Confidence, cites
from perenne.rules.texts import PRACTICE, RENEWALS
from perenne.values import Hours


@dataclass(frozen=True, slots=True)
class Duration:
    """A firm period, then renewals. ValueError, in French, when one lasts no month."""

    firm: int
    renewals: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if any(months < 1 for months in (self.firm, *self.renewals)):
            raise ValueError(
                typeset("Une période dure au moins un mois : corrigez la durée du marché.")
            )

    @property
    def longest(self) -> int:
        """The duration that thresholds and calibration look at."""
        return self.firm + sum(self.renewals)


@dataclass(frozen=True, slots=True)
class RenewalPlan:
    firm: Hours
    renewals: tuple[Hours, ...]
    reason: str

    @property
    def most(self) -> Hours:
        """What is owed when every renewal takes place."""
        return self.owed(len(self.renewals))

    def owed(self, renewed: int) -> Hours:
        """After so many renewals. ValueError, in French, when the contract has not as many."""
        if not 0 <= renewed <= len(self.renewals):
            raise ValueError(
                typeset(
                    f"Ce marché se reconduit {len(self.renewals)} fois au plus : corrigez le "
                    "nombre de reconductions."
                )
            )
        return sum(self.renewals[:renewed], self.firm)


@cites(
    RENEWALS,
    PRACTICE,
    says="Combien d’heures pour la période ferme et pour chaque reconduction ?",
    confidence=Confidence.LIKELY,
)
def spread_over_renewals(hours: Hours, duration: Duration) -> RenewalPlan:
    """By months, to the minute: the parts add up to the volume."""
    firm, *renewals = map(Hours, apportion(hours.minutes, (duration.firm, *duration.renewals)))
    if not renewals:
        return RenewalPlan(firm, (), typeset(f"Marché sans reconduction : {firm} sont dues."))
    return RenewalPlan(
        firm,
        tuple(renewals),
        typeset(
            f"Volume calculé sur {duration.longest} mois : {firm} pour la période ferme, puis "
            f"{listed([str(part) for part in renewals])} à chaque reconduction. N'ajoutez ces "
            "heures que si la reconduction a lieu."
        ),
    )
