"""The persons that one proposed, as a file: and what became of them."""

from perenne.web.lists.columns import Column, Listing

PROPOSALS = Listing(
    "Mes propositions",
    (
        Column("Personne", "name"),
        Column("Code", "candidate.code"),
        Column("Poste", "need.job_title"),
        Column("Entreprise", "need.company"),
        Column("Proposée le", "candidate.proposed_on"),
        Column("Éligibilité", "candidate.answer.label"),
        Column("Suite", "candidate.state"),
        Column("Motif", "candidate.reason"),
    ),
    personal=True,
)
