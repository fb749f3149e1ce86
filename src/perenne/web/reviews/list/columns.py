"""Meetings of follow-up, as a file."""

from perenne.web.lists.columns import Column, Listing

REVIEWS = Listing(
    "Réunions de suivi",
    (
        Column("Date", "on"),
        Column("Marché", "object"),
        Column("Acheteur", "buyer"),
        Column("Étape", "state"),
        Column("En retard", "is_late"),
        Column("Décisions à faire", "to_do"),
    ),
    filters={"Engagement": "object"},
)
