"""The contracts, as a file."""

from perenne.web.lists.columns import Column, Listing

CONTRACTS = Listing(
    "Marchés",
    (
        Column("Marché", "object"),
        Column("Référence", "reference"),
        Column("Acheteur", "buyer"),
        Column("Titulaire", "lead"),
        Column("Étape", "state"),
        Column("Montant signé HT", "amount", when="shows_amounts"),
        Column("Notifié le", "notified_on"),
    ),
)
