"""The commitments, as a file."""

from perenne.web.lists.columns import Column, Listing

COMMITMENTS = Listing(
    "Engagements",
    (
        Column("Marché", "object"),
        Column("Référence", "reference"),
        Column("Acheteur", "buyer"),
        Column("Votre part", "own.hours", when="is_party"),
        Column("Titulaire", "lead", unless="is_party"),
        Column("Étape", "state"),
        Column("Suspendu", "target.period.is_suspended"),
        Column("Dû à ce jour", "target.due"),
        Column("Attendu", "target.expected"),
        Column("Fin prévue", "target.period.ends_on"),
    ),
    filters={"Recherche": "words"},
)
