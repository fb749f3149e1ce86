"""What practice holds for a sensible requirement: a committee may hold otherwise, within bounds."""

from __future__ import annotations

from perenne.rules.practice import parameter
from perenne.values import Hours, Share

MOST_TRAINING = parameter(
    "quality.most_training",
    "Part du volume au-delà de laquelle les heures de formation sont à justifier",
    Share.percent(30),
    between=(Share.percent(10), Share.percent(60)),
)
MOST_TUTORING = parameter(
    "quality.most_tutoring",
    "Heures de tutorat par mois et par personne au-delà desquelles elles sont à justifier",
    Hours.of(12),
    between=(Hours.of(4), Hours.of(35)),
)
LEAST_PER_PERSON = parameter(
    "quality.least_per_person",
    "Heures par personne sous lesquelles un parcours est trop court",
    Hours.of(150),
    between=(Hours.of(35), Hours.of(400)),
)
MOST_LASTING = parameter(
    "quality.most_lasting",
    "Part des heures en emploi durable au-delà de laquelle elle est à justifier",
    Share.percent(50),
    between=(Share.percent(10), Share.percent(100)),
)
SHORTEST_WORK_STUDY = parameter(
    "quality.shortest_work_study",
    "Durée du marché sous laquelle un contrat en alternance n’y tient pas",
    6,
    between=(6, 12),
    unit="mois",
)
