"""The texts of the site, as a file."""

from perenne.web.lists.columns import Column, Listing

TEXTS = Listing(
    "Contenus du site",
    (
        Column("Titre", "title"),
        Column("Nature", "kind"),
        Column("Rubrique", "section"),
        Column("État", "state"),
        Column("Modifié, à publier", "is_ahead"),
        Column("Vérifié le", "checked_on"),
    ),
    rows="texts",
)
