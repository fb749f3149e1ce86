"""The areas, as a file."""

from perenne.web.lists.columns import Column, Listing

AREAS = Listing(
    "Zones des facilitateurs",
    (
        Column("Organisme", "body"),
        Column("Lieu", "place"),
        Column("Étendue", "level_label"),
        Column("Limites", "limits_said"),
    ),
    rows=lambda context: [area for body, _load in context["bodies"] for area in body.areas],
)
