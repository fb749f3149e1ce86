"""The persons who left, as a file."""

from perenne.web.lists.columns import Column, Listing

EXITS = Listing(
    "Sorties",
    (
        Column("Personne", "name"),
        Column("Code", "code"),
        Column("Sortie le", "left_on"),
        Column("Situation", "situation"),
        Column("Nouvelles", lambda row: [f"{it.months} mois : {it.situation}" for it in row.news]),
    ),
    personal=True,
)
