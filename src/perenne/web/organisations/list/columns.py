"""The organisations, as a file."""

from django.utils.timezone import localtime

from perenne.web.lists.columns import Column, Listing

ORGANISATIONS = Listing(
    "Organismes",
    (
        Column("Organisme", "name"),
        Column("Nature", "kind_label"),
        Column("Précision", "sub_kind_label"),
        Column("SIRET", "siret"),
        Column("Commune", "commune"),
        Column("Situation", "state"),
        Column("Depuis le", lambda row: localtime(row.declared_at).date()),
    ),
)
