"""Late statements, company by company, as a file."""

from perenne.rules.french import month_in_full
from perenne.web.lists.columns import Column, Listing

LATE = Listing(
    "Relevés en retard",
    (
        Column("Entreprise", "name"),
        Column("SIRET", "siret_said"),
        Column("Mois en retard", "months"),
        Column("Relevés", "sheets"),
        Column("Premier mois", lambda row: month_in_full(row.oldest)),
        Column("Attendu le", "due_on"),
        Column("Jours de retard", "days"),
        Column("Dernier courriel", "last_mail"),
        Column("Facilitateurs", "facilitators"),
    ),
)
