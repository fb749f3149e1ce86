"""The scale of the training clause: hours of internship by amount of the contract (F8).

For pupils who left school early. Source: model of the Éducation nationale, 7 February 2018.
"""

from __future__ import annotations

from dataclasses import dataclass

from perenne.rules.law import Confidence, Default, Source, Table, cites
from perenne.rules.texts import TRAINING_CLAUSE
from perenne.values import Euros, Hours

TRAINING_MONTHS = Default.single(
    12,
    TRAINING_CLAUSE,
    Confidence.SURE,
    meaning="Durée la plus courte d’un marché qui porte une clause de formation",
    unit="mois",
)


@dataclass(frozen=True, slots=True)
class TrainingBand:
    """The hours owed from an amount before tax on, until the next band begins."""

    code: str
    floor: Euros
    hours: Hours
    source: Source = TRAINING_CLAUSE
    confidence: Confidence = Confidence.SURE

    @property
    def label(self) -> str:
        return f"À partir de {self.floor} : {self.hours}"


TRAINING_BANDS = Table(
    "training_bands",
    "Barème de la clause de formation",
    (
        TrainingBand("from_0", Euros.of(0), Hours.of(150)),
        TrainingBand("from_100", Euros.of(100_000), Hours.of(300)),
        TrainingBand("from_200", Euros.of(200_000), Hours.of(450)),
        TrainingBand("from_400", Euros.of(400_000), Hours.of(900)),
    ),
)


@cites(
    TRAINING_CLAUSE,
    says="Quelle tranche du barème de formation s’applique ?",
    confidence=Confidence.SURE,
)
def training_band(amount: Euros) -> TrainingBand:
    """The last band whose floor is reached."""
    reached = (band for band in TRAINING_BANDS if band.floor <= amount)
    return max(reached, key=lambda band: band.floor, default=TRAINING_BANDS.rows[0])


@cites(
    TRAINING_CLAUSE,
    says="Combien d’heures donne une clause de formation ?",
    confidence=Confidence.SURE,
)
def hours_of_training(amount: Euros) -> Hours:
    """The hours of a training clause, by band of amount; a band starts at its floor."""
    return training_band(amount).hours
