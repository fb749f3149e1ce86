"""The messages, as a file."""

from perenne.web.lists.columns import Column, Listing

MESSAGES = Listing(
    "Messages",
    (
        Column("Message", "about"),
        Column("Référence", "reference"),
        Column("Nature", "kind"),
        Column("De", "who"),
        Column("Reçu le", "received_at"),
        Column("Étape", "state"),
        Column("Destinataire", "recipient"),
    ),
    personal=True,
)
