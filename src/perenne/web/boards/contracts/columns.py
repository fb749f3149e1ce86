"""The contracts of a buyer, as a file."""

from perenne.web.lists.columns import Column, Listing

CONTRACTS = Listing(
    "Mes marchés en cours",
    (
        Column("Marché", "object"),
        Column("Référence", "reference"),
        Column("Titulaire", "holder"),
        Column("Heures dues", "due"),
        Column("Attendues", "expected"),
        Column("Attendues au", "measured_on"),
        Column("Heures comptées", "done"),
        Column("Manquent", "lacking"),
        Column("Pénalité encourue", "exposure"),
        Column("Fin prévue", "ends_on"),
    ),
)
