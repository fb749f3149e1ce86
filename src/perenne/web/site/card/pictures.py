"""Which picture stands for a page, and what is written on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

WIDTH, HEIGHT = 1200, 630
SITE = "site"


@dataclass(frozen=True, slots=True)
class Picture:
    """`under`: the beginning of the addresses that it stands for."""

    under: str
    title: str
    line: str


PICTURES: Mapping[str, Picture] = {
    "acheteurs": Picture(
        "/acheteurs/", "Je suis acheteur", "Repérer, calibrer, rédiger, suivre : gratuitement."
    ),
    "entreprises": Picture(
        "/entreprises/", "Je suis une entreprise", "Répondre, embaucher, réussir le suivi."
    ),
    "outils": Picture(
        "/outils/", "Des outils libres", "Calculer, simuler, copier une clause."
    ),
    "questions": Picture(
        "/questions/", "Questions et réponses", "Des réponses datées, vérifiées, par public."
    ),
    "facilitateur": Picture(
        "/territoire/", "Trouver mon facilitateur", "Une commune, un nom, un téléphone."
    ),
    "brochure": Picture(
        "/brochure/", "Les clés pour réussir vos achats", "La brochure des acheteurs, en PDF."
    ),
    "kit": Picture(
        "/kit-acheteur/", "Le kit de l’acheteur", "Obligation, facilitateur, clauses prêtes."
    ),
    SITE: Picture(
        "/", "La clause sociale d’insertion", "Du projet d’achat à l’emploi, avec un facilitateur."
    ),
}  # fmt: skip
"""The last one stands for all the pages that no other does."""


def picture_for(path: str) -> str:
    """The name of the picture of the page at this path."""
    return next(name for name, it in PICTURES.items() if path.startswith(it.under) or name == SITE)


def picture_address(path: str) -> str:
    """Whole, for those who are elsewhere."""
    return f"{settings.ADDRESS}{reverse('site:card', args=[picture_for(path)])}"
