"""The months to validate, as a file."""

from perenne.domain.hours.states import SheetState
from perenne.web.lists.columns import Column, Listing

SHEETS = Listing(
    "Heures déclarées",
    (
        Column("Entreprise", "company"),
        Column("Mois", "month"),
        Column("Marché", "contract"),
        Column("Référence", "reference"),
        Column("Étape", "state"),
        Column("Heures", lambda row: None if row.state == SheetState.OPEN else row.hours),
        Column("Écart avec le mois précédent", "change"),
        Column("Personnes", "people"),
        Column("À lire", "asked"),
        Column("Pour information", "noted"),
        Column("Aucune heure", "is_nil"),
    ),
    filters={
        "Mois": lambda context: context["asked"].month,
        "Entreprise": lambda context: context["asked"].company,
    },
)
