"""The months of a company, as a file."""

from perenne.values import Siret
from perenne.web.lists.columns import Column, Listing

STATEMENTS = Listing(
    "Relevés d’heures",
    (
        Column("Mois", "month"),
        Column("SIRET", lambda row: str(Siret(row.siret))),
        Column("Marchés à déclarer", "to_declare"),
        Column("À corriger", "disputed"),
        Column("Déclarés, à valider", "declared"),
        Column("Validés", "validated"),
        Column("À déclarer avant le", lambda row: row.due_on if row.to_declare else None),
        Column("Heures", "hours"),
    ),
)
