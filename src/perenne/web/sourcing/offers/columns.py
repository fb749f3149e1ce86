"""Local offers of work as a file: nobody is named in it."""

from perenne.web.lists.columns import Column, Listing

JOBS = Listing(
    "Offres d’emploi",
    (
        Column("Numéro", "id"),
        Column("Poste", "title"),
        Column("Commune", "place"),
        Column("Début", "starts_on"),
        Column("Par semaine", "weekly"),
        Column("Personnes", "persons"),
    ),
    filters={"Commune": "place", "Métier": "words"},
)
