"""What this app announces to the journal."""

from perenne.kit.journal.telling import Told

LABELS = {
    "journal.read": "Consulter le journal",
    "journal.export": "Exporter le journal",
    "list.take_away": "Télécharger une liste de personnes",
}
THINGS = {"tenancy.committee": "Comité"}
FACTS = {
    "journal.export": {"lines": Told("Lignes exportées")},
    "list.take_away": {
        "title": Told("Liste"),
        "form": Told("Format"),
        "lines": Told("Lignes téléchargées"),
    },
}
FIELDS = {"tenancy.committee": {"name": Told("Nom"), "carrier": Told("Porteur")}}
