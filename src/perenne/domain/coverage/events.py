"""What this app announces to the journal."""

LABELS = {
    "coverage.cover": "Ajouter une zone",
    "coverage.amend": "Modifier la zone",
    "coverage.end": "Mettre fin à la zone",
    "hours.say": "Dire ses horaires",
    "absence.announce": "Annoncer une absence",
    "absence.announce_own": "Annoncer son absence",
    "absence.call_off": "Annuler l’absence",
}
THINGS = {
    "coverage.coverage": "Zone",
    "coverage.absence": "Absence",
    "coverage.openinghours": "Horaires",
}
