"""What a committee settles about the hours that count."""

from __future__ import annotations

from enum import StrEnum

from perenne.rules.practice import choice, parameter
from perenne.rules.texts import AQUAREEL_2025
from perenne.values import Hours, Share


class Basis(StrEnum):
    WORKED = "worked"
    PAID = "paid"

    @property
    def label(self) -> str:
        return {"worked": "heures travaillées", "paid": "heures payées"}[self]


class Extent(StrEnum):
    """How far hours of a kind count."""

    WHOLE = "whole"
    CAPPED = "capped"
    NONE = "none"

    @property
    def label(self) -> str:
        return {"whole": "en entier", "capped": "dans une limite", "none": "non"}[self]


HOURS_BASIS = choice(
    "hours.basis",
    "Heures qui comptent",
    Basis.WORKED,
    Basis.PAID,
    source=AQUAREEL_2025,
)
TRAINING = choice(
    "hours.training",
    "Formation rémunérée pendant le contrat de travail",
    Extent.CAPPED,
    Extent.WHOLE,
    Extent.NONE,
)
WORK_STUDY_CENTRE = choice(
    "hours.work_study_centre",
    "Heures en centre de formation d’un contrat en alternance",
    Extent.WHOLE,
    Extent.NONE,
    Extent.CAPPED,
)
TRAINING_CAP = parameter(
    "hours.training_cap",
    "Part du volume dû que la formation peut remplir",
    Share.percent(30),
    between=(Share(0), Share.percent(30)),
)
SUPPORT_CAP = parameter(
    "hours.support_cap",
    "Part du volume dû que l’accompagnement socioprofessionnel peut remplir",
    Share(0),
    between=(Share(0), Share.percent(5)),
)
MONTH_LIMIT = parameter(
    "hours.month_limit",
    "Heures d’une personne dans un mois au-delà desquelles une explication est demandée",
    Hours.of(210),
    between=(Hours.of(152), Hours.of(260)),
)
CONTRACT_TOLERANCE = parameter(
    "hours.contract_tolerance",
    "Part des heures du contrat de travail qui peut être dépassée sans question",
    Share.percent(10),
    between=(Share(0), Share.percent(33)),
)
SUDDEN_CHANGE = parameter(
    "hours.sudden_change",
    "Écart avec le mois précédent à partir duquel une ligne est signalée",
    Share.percent(50),
    between=(Share.percent(20), Share.percent(200)),
)
SUDDEN_HOURS = parameter(
    "hours.sudden_hours",
    "Heures d’écart avec le mois précédent en dessous desquelles rien n’est signalé",
    Hours.of(20),
    between=(Hours.of(5), Hours.of(80)),
)
