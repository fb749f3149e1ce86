"""What this app announces to the journal, and how a line of its history is told."""

from perenne.domain.library.states import TextState
from perenne.kit.journal.telling import UNTOLD, Told, choice, day

LABELS = {
    "text.open": "Ouvrir un texte",
    "text.write": "Enregistrer une version",
    "text.restore": "Revenir au texte d’origine",
    "text.load": "Charger le texte d’origine",
}
THINGS = {"library.text": "Contenu du site"}
FACTS = {
    "text.write": {"number": Told("Version")},
    "text.restore": {"number": Told("Version")},
    "text.publish": {"number": Told("Version")},
}
FIELDS = {
    "library.text": {
        "kind": Told("Sorte"),
        "section": Told("Rubrique"),
        "slug": Told("Adresse"),
        "position": UNTOLD,
        "state": Told("État", choice(TextState)),
        "shown_number": Told("Version montrée"),
        "last_number": Told("Dernière version"),
        "published_on": Told("Publié le", day),
    },
}
