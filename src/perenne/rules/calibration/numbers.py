"""What practice holds for a sensible clause: a committee may hold otherwise, within bounds."""

from __future__ import annotations

from perenne.rules.practice import parameter
from perenne.values import Euros, Hours, Share

FLOOR_HOURS = parameter(
    "calibration.floor_hours",
    "Volume sous lequel une clause seule est déconseillée",
    Hours.of(150),
    between=(Hours.of(100), Hours.of(300)),
)
COMFORT_HOURS = parameter(
    "calibration.comfort_hours",
    "Volume à partir duquel une clause permet un vrai parcours",
    Hours.of(300),
    between=(Hours.of(150), Hours.of(1_000)),
)
SMALL_AMOUNT = parameter(
    "calibration.small_amount",
    "Montant sous lequel un regroupement de lots est à étudier",
    Euros.of(100_000),
    between=(Euros.of(25_000), Euros.of(500_000)),
)
HIGH_EFFORT = parameter(
    "calibration.high_effort",
    "Taux d’effort au-delà duquel la proportionnalité peut être contestée",
    Share.percent(20),
    between=(Share.percent(10), Share.percent(50)),
)
CROWD = parameter(
    "calibration.crowd",
    "Part de l’équipe au-delà de laquelle il y a trop de personnes en insertion à la fois",
    Share.percent(20),
    between=(Share.percent(10), Share.percent(50)),
)
LOW_LABOUR = parameter(
    "calibration.low_labour",
    "Part de main-d’œuvre sous laquelle une clause d’heures convient mal",
    Share.percent(20),
    between=(Share.percent(10), Share.percent(50)),
)
LOWEST_COST = parameter(
    "calibration.lowest_cost",
    "Coût horaire chargé le plus bas qui soit plausible",
    Euros.of(20),
    between=(Euros.of(15), Euros.of(30)),
)
HIGHEST_COST = parameter(
    "calibration.highest_cost",
    "Coût horaire chargé le plus haut qui soit plausible",
    Euros.of(60),
    between=(Euros.of(40), Euros.of(100)),
)
SHORTEST_WORKS = parameter(
    "calibration.shortest_works",
    "Durée sous laquelle des travaux laissent trop peu de temps pour recruter",
    3,
    between=(1, 6),
    unit="mois",
)
SHORTEST_SERVICES = parameter(
    "calibration.shortest_services",
    "Durée sous laquelle des services laissent trop peu de temps pour recruter",
    6,
    between=(3, 12),
    unit="mois",
)
