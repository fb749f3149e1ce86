"""The consultations, as a file."""

from perenne.web.lists.columns import Column, Listing

CONSULTATIONS = Listing(
    "Consultations",
    (
        Column("Consultation", "object"),
        Column("Acheteur", "buyer"),
        Column("Lots", "lots"),
        Column("Publication", "publish_on"),
        Column("Attribution", "award_on"),
        Column("Sans nouvelles", lambda row: bool(row.silence)),
        Column("Lots à attribuer", "to_award"),
    ),
)
