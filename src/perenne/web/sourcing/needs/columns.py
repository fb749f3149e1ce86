"""Needs that are open, as a file."""

from perenne.web.lists.columns import Column, Listing

OPEN_NEEDS = Listing(
    "Besoins ouverts",
    (
        Column("Poste", "job_title"),
        Column("Métier", "trade_label"),
        Column("Entreprise", "company"),
        Column("Lieu", "place"),
        Column("Premier jour", "starts_on"),
        Column("Heures", "hours"),
        Column("Par semaine", "weekly"),
    ),
)
