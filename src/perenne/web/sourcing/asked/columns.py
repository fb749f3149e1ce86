"""What a structure was asked, as a file: its own answers, and those of nobody else."""

from perenne.web.lists.columns import Column, Listing

ASKED = Listing(
    "Sollicitations",
    (
        Column("Poste", "need.job_title"),
        Column("Entreprise", "need.company"),
        Column("Marché", "need.object"),
        Column("Lieu", "need.place"),
        Column("Premier jour", "need.starts_on"),
        Column("Heures", "need.hours"),
        Column("Réponse attendue", "answer_by"),
        Column("Votre réponse", lambda row: row.offer.state if row.offer else row.state),
    ),
)
