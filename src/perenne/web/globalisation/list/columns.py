"""The proposals, as a file."""

from perenne.web.lists.columns import Column, Listing

PLANS = Listing(
    "Propositions de globalisation",
    (
        Column("Proposition", "id"),
        Column("Du", "made_on"),
        Column("Entreprise", lambda row: row.company or "Toutes"),
        Column("Heures", "hours"),
        Column("Personnes", "people"),
        Column("Étape", "state"),
    ),
)
