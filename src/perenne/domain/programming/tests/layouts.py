"""Programmes as offices of several kinds write them, with what must be found in each."""

from collections.abc import Mapping
from dataclasses import dataclass

from perenne.domain.programming.factories import csv_of


@dataclass(frozen=True)
class Layout:
    """`kinds`: the kind of each line of the file, in order; `amounts`: cents, by object."""

    content: bytes
    kinds: tuple[str, ...]
    amounts: Mapping[str, int | None]


PLAIN = Layout(
    csv_of(
        ("Objet", "Montant HT", "Durée", "Lieu"),
        ("Nettoyage des locaux", "600 000 €", "48 mois", "Meaux"),
        ("Entretien des espaces verts", "0,3 M€", "3 ans", "Melun"),
    ),
    ("heading", "purchase", "purchase"),
    {"Nettoyage des locaux": 60_000_000, "Entretien des espaces verts": 30_000_000},
)
TITLED = Layout(
    csv_of(
        ("Programmation des achats 2027", "", ""),
        ("", "", ""),
        ("Désignation", "Budget prévisionnel (k€ HT)", "Commune"),
        ("Ravalement de la résidence du Parc", "1850", "Melun"),
        ("Gardiennage du siège", "à définir", "Meaux"),
        ("Total", "1850", ""),
        ("NB : montants susceptibles d’évoluer", "", ""),
    ),
    ("title", "blank", "heading", "purchase", "purchase", "total", "note"),
    {"Ravalement de la résidence du Parc": 185_000_000, "Gardiennage du siège": None},
)
IN_LOTS = Layout(
    csv_of(
        ("N° opération", "Intitulé de l’opération / du lot", "Estimation € HT", "Durée", "Lieu"),
        ("2027-01", "Construction du groupe scolaire", "", "", "Meaux"),
        ("2027-01", "Lot 1 - Gros œuvre, maçonnerie", "1 450 000 €", "18 mois", "Meaux"),
        ("2027-01", "Lot 2 - Peinture", "130 000 €", "6 mois", "Meaux"),
        ("2027-02", "Vitrerie en hauteur", "38 000", "4 ans", "Meaux"),
    ),
    ("heading", "operation", "purchase", "purchase", "purchase"),
    {
        "Lot 1 - Gros œuvre, maçonnerie": 145_000_000,
        "Lot 2 - Peinture": 13_000_000,
        "Vitrerie en hauteur": 3_800_000,
    },
)
IN_SECTIONS = Layout(
    csv_of(
        ("Objet du marché", "Montant HT", "Lancement", "Lieu"),
        ("PATRIMOINE BÂTI", "", "", ""),
        ("Réfection des toitures", "90 000", "mars 2027", "Trilport"),
        ("VOIRIE", "", "", ""),
        ("", "", "", ""),
        ("Entretien de la voirie", "1,2 M€ HT/an × 4", "T2 2027", "Meaux"),
    ),
    ("heading", "section", "purchase", "section", "blank", "purchase"),
    {"Réfection des toitures": 9_000_000, "Entretien de la voirie": 480_000_000},
)
LAYOUTS = {"plain": PLAIN, "titled": TITLED, "in lots": IN_LOTS, "in sections": IN_SECTIONS}

ODD_HEADING = "Prévision"
ODD = csv_of(
    ("Objet", "Montant HT", ODD_HEADING, "Lieu"),
    ("Nettoyage des locaux", "120 000", "110 000", "Meaux"),
    ("Entretien des espaces verts", "80 000", "70 000", "Melun"),
)
"""The odd heading may be that of remarks or of an amount: it is asked."""
