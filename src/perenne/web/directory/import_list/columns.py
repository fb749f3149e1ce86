"""The files of structures, as a file."""

from perenne.web.lists.columns import Column, Listing

FILES = Listing(
    "Fichiers de structures",
    (
        Column("Fichier", "filename"),
        Column("Format", "source.label"),
        Column("Lignes", "rows"),
        Column("Daté du", "dated_on"),
        Column("Étape", "state.label"),
    ),
)
