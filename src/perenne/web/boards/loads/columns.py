"""The load of each facilitator, as a file."""

from perenne.web.lists.columns import Column, Listing

LOADS = Listing(
    "Charge des facilitateurs",
    (
        Column("Facilitateur", "name"),
        Column("Engagements suivis", "commitments"),
        Column("Heures dues", "due"),
        Column("Clauses en préparation", "clauses"),
        Column("Relevés à valider", "sheets"),
        Column("Heures à valider", "to_validate"),
        Column("Achats à étudier", "purchases"),
        Column("Personnes à vérifier", "persons"),
        Column("Messages à lire", "messages"),
        Column("Relevés attendus des entreprises", "silent"),
        Column("En attente depuis 10 jours", "some"),
        Column("En attente depuis 30 jours", "many"),
        Column("Le plus ancien", "oldest"),
    ),
    rows="loads",
)
