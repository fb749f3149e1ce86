"""What this app announces to the journal."""

from perenne.kit.journal.telling import UNTOLD, Told, bare, day, organisation

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
FIELDS = {
    "coverage.coverage": {
        "facilitator_id": Told("Facilitateur", organisation),
        "commune_id": Told("Commune (code INSEE)"),
        "epci_id": Told("Intercommunalité (SIREN)"),
        "department_code": Told("Département"),
        "segments": Told("Métiers", bare),
        "buyer_id": Told("Acheteur", organisation),
        "since": Told("Depuis le", day),
        "until": Told("Jusqu’au", day),
    },
    "coverage.absence": {
        "facilitator_id": Told("Facilitateur", organisation),
        "person_id": UNTOLD,
        "since": Told("Depuis le", day),
        "until": Told("Jusqu’au", day),
        "backup_id": Told("Relais", organisation),
    },
    "coverage.openinghours": {
        "facilitator_id": Told("Facilitateur", organisation),
        "said": Told("Horaires"),
    },
}
