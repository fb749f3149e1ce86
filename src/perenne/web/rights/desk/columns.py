"""The requests of persons on their data, as a file."""

from perenne.web.lists.columns import Column, Listing

REQUESTS = Listing(
    "Demandes sur les données",
    (
        Column("Demande", "card.kind"),
        Column("De", "card.full_name"),
        Column("Reçue le", "card.received_on"),
        Column("Étape", "card.state"),
        Column("Gelée", "card.is_frozen"),
        Column("Réponse avant le", "card.due_on"),
        Column("Jours restants", lambda row: row.days_left if row.card.is_open else None),
    ),
    filters={"Demandes closes": lambda context: context["closed"] or None},
    personal=True,
)
