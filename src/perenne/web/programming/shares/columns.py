"""The lines under the legal duty, as a file."""

from perenne.web.lists.columns import Column, Listing

SHARES = Listing(
    "Obligation légale",
    (
        Column("Acheteur", "buyer"),
        Column("Programmation", "title"),
        Column("Année", lambda row: str(row.year or "")),
        Column("Lignes soumises", "under_duty"),
        Column("Conformes", "compliant"),
        Column("Motivées", "justified"),
        Column("Sans réponse", "silent"),
        Column("Part répondue", "answered_share"),
    ),
)
