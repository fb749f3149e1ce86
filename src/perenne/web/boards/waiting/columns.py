"""What waits for facilitators, as a file."""

from perenne.web.lists.columns import Column, Context, Listing


def facilitator(context: Context) -> list[str]:
    return [one.name for one in context["bodies"] if one.id == context["body"]]


WAITING = Listing(
    "Ce qui attend",
    (
        Column("Attend", "kind"),
        Column("Sur quoi", "about"),
        Column("De la part de", "who"),
        Column("Facilitateur", lambda row: row.body or "La coordination", when="bodies"),
        Column("Depuis le", "since"),
        Column("Jours", "days"),
    ),
    filters={
        "Âge": lambda context: [tab.label for tab in context["ages"] if tab.current],
        "Facilitateur": facilitator,
    },
    personal=True,
)
