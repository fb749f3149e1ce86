"""The files of published contracts, as a file."""

from perenne.web.lists.columns import Column, Listing

FILES = Listing(
    "Fichiers de données essentielles",
    (
        Column("Fichier", "name"),
        Column("Envoyé par", "sender"),
        Column("Contrats", "contracts"),
        Column("Lu le", "read_on"),
        Column("Appliqué le", "applied_on"),
    ),
)
