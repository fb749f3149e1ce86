"""The members, as a file: whom to write to is in it too."""

from django.utils.timezone import localtime

from perenne.web.lists.columns import Column, Listing
from perenne.web.membership.sieve import KINDS, STATES

MEMBERS = Listing(
    "Membres du comité",
    (
        Column("Organisme", "name"),
        Column("Nature", "kind_label"),
        Column("SIRET", "siret"),
        Column("Commune", "commune"),
        Column("Adresse électronique", "email"),
        Column("Téléphone", "phone"),
        Column("Charte signée par", "signed_by"),
        Column("Version de la charte", "charter_version"),
        Column("Membre depuis le", lambda row: localtime(row.joined_at).date()),
        Column("Situation", "state"),
        Column("Fin", "ended_on"),
    ),
    filters={
        "Nature": lambda context: dict(KINDS)[context["form"].initial["nature"]],
        "Situation": lambda context: dict(STATES)[context["form"].initial["etat"]],
    },
    personal=True,
)
