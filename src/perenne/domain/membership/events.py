"""What this app announces to the journal."""

THINGS = {"membership.membership": "Adhésion"}
LABELS = {
    "membership.join": "Adhérer au comité",
    "membership.leave": "Quitter le comité",
    "membership.exclude": "Exclure du comité",
    "membership.pardon": "Lever l’exclusion",
}
