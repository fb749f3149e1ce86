"""Needs as a file: what was asked for, and how far it is. No person is in it."""

from perenne.web.lists.columns import Column, Listing

NEEDS = Listing(
    "Besoins",
    (
        Column("Poste", "need.job_title"),
        Column("Marché", "need.object"),
        Column("Entreprise", "need.company", when="sees_company"),
        Column("Lieu", "need.place"),
        Column("Premier jour", "need.starts_on"),
        Column("Personnes", "need.persons"),
        Column("Heures", "need.hours"),
        Column("Trouvées", "found"),
        Column("Sollicités", "asked"),
        Column("Réponses", "answered"),
        Column("Étape", "need.state"),
    ),
)
