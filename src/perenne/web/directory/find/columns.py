"""The structures that were found, as a file: no contact is in it."""

from perenne.web.lists.columns import Column, Context, Listing

FOUND = Listing(
    "Structures",
    (
        Column("Structure", "name"),
        Column("Nature", "kind_label"),
        Column("Commune", "commune"),
        Column("Code postal", "postcode"),
        Column("Distance (km)", "distance_km"),
        Column("Métiers", lambda row: ", ".join(map(str, row.trades))),
        Column("Heures par mois", "hours"),
        Column("Encore libres", "left"),
        Column("À jour le", "said_on"),
        Column("Fraîcheur", lambda row: row.freshness.label),
        Column("Réseaux", "networks"),
    ),
    filters={
        "Cherché": lambda context: _said(context, "quoi"),
        "Où": lambda context: context["search"].place.name if context["search"].place else "",
        "Filtres": lambda context: " ; ".join(context["filters"]),
    },
)


def _said(context: Context, name: str) -> str:
    return str(context["form"].said.get(name, ""))
