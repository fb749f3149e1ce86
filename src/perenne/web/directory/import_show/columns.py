"""What became of each row of a file of structures, as a file."""

from perenne.web.lists.columns import Column, Listing

ROWS = Listing(
    "Lignes du fichier de structures",
    (
        Column("Ligne", "line"),
        Column("Structure", "name"),
        Column("Devenir", "outcome.label"),
        Column("Pourquoi", "reason"),
    ),
)
