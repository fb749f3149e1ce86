"""The clauses, as a file."""

from perenne.web.lists.columns import Column, Listing

CLAUSES = Listing(
    "Clauses",
    (
        Column("Marché ou lot", "object"),
        Column("Acheteur", "buyer"),
        Column("Facilitateur", "facilitator"),
        Column("Étape", "state"),
        Column("Heures", "hours_due"),
        Column("Consultation", "launch_on"),
        Column("Commentaires à traiter", "open_comments"),
    ),
)
