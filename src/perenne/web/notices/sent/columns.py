"""The mails that left, as a file."""

from django.utils.timezone import localtime

from perenne.web.lists.columns import Column, Listing

SENT = Listing(
    "Courriels partis",
    (
        Column("Jour", "day"),
        Column("Heure", lambda row: f"{localtime(row.at):%H:%M}" if row.at else ""),
        Column("Nature", "label"),
        Column("Objet", "subject"),
        Column("Adresse", "to"),
        Column("État", lambda row: row.state.label),
        Column("Motif", "reason"),
    ),
    filters={"Recherche": lambda context: context["sought"]},
    personal=True,
)
