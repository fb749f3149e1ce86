"""What waits, as a file: in the order of what is at risk."""

from perenne.web.lists.columns import Column, Listing

WAITING = Listing(
    "Ce qui vous attend",
    (
        Column("À faire", "verb"),
        Column("Sur quoi", "about"),
        Column("Pour qui", "who"),
        Column("Pour le", "due_on"),
        Column("Échéance", lambda row: row.urgency if row.due_on else "Sans date"),
        Column("Heures en jeu", "hours"),
        Column("Pénalité", "penalty"),
    ),
    rows=lambda context: context["waiting"].rows,
    filters={"Nature": lambda context: context["waiting"].group},
    personal=True,
)
