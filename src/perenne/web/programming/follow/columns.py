"""The purchases by deadline, as a file."""

from perenne.web.lists.columns import Column, Listing

DEADLINES = Listing(
    "Échéances des achats",
    (
        Column("Achat", "object"),
        Column("Acheteur", "buyer"),
        Column("En relais pour", "stands_in_for"),
        Column("Prochaine étape", "step.label"),
        Column("Pour le", "step.on"),
        Column("En retard", "step.late"),
        Column("Facilitateur", lambda row: row.facilitator or "À désigner", when="bodies"),
        Column("Montant HT", "amount"),
        Column("Heures estimées", "hours"),
    ),
    filters={
        "Facilitateur": lambda context: [
            one.name for one in context["bodies"] if str(one.id) == context["body"]
        ],
        "Échéances dépassées seulement": lambda context: context["late_only"] or None,
    },
)
