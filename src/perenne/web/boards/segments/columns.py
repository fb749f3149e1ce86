"""The fourteen segments, as a file."""

from perenne.web.lists.columns import Column, Listing

SEGMENTS = Listing(
    "Segments d’achat",
    (
        Column("Segment", "label"),
        Column("Achats programmés", "purchases"),
        Column("Heures estimées", "planned"),
        Column("Clauses", "clauses"),
        Column("Heures des clauses", "claused"),
        Column("Engagements", "commitments"),
        Column("Heures dues", "owed"),
        Column("Heures comptées", "done"),
    ),
    rows="lines",
)
