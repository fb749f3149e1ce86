"""The programmes, as a file."""

from perenne.web.lists.columns import Column, Listing

PROGRAMMES = Listing(
    "Programmations",
    (
        Column("Programmation", "title"),
        Column("Acheteur", "buyer_name"),
        Column("Reçue le", "received_on"),
        Column("Étape", "state"),
        Column("Achats", "purchases"),
        Column("Clauses recommandées", "recommended"),
        Column("Heures estimées", "hours"),
    ),
)
