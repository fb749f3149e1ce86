"""The pace of the hours, commitment by commitment, as a file."""

from perenne.web.lists.columns import Column, Listing

PACES = Listing(
    "Suivi des heures",
    (
        Column("Marché", "object"),
        Column("Référence", "reference", when="is_buyer"),
        Column("Acheteur", "buyer", unless="is_buyer"),
        Column("Titulaire", "lead"),
        Column("Niveau", "level"),
        Column("Pourquoi", "pace.alert.row.label"),
        Column("Comptées", "pace.reading.counted"),
        Column("Attendues", "pace.reading.expected"),
        Column("Retard", "pace.reading.gap"),
        Column("Prévision", "pace.forecast.said"),
        Column("Dues", "pace.due"),
        Column("Fin", "pace.ends_on"),
        Column("Exposition", "exposure"),
    ),
    rows=lambda context: [row for row, _tone in context["rows"]],
    filters={
        "Recherche": lambda context: context["asked"].words,
        "Filtres": lambda context: [
            label
            for choice in context["choices"]
            for key, label in choice.options
            if key == choice.value
        ],
    },
)
