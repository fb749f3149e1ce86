"""What this app announces to the journal."""

from perenne.kit.journal.telling import Told

LABELS = {"journal.read": "Consulter le journal", "journal.export": "Exporter le journal"}
THINGS = {"tenancy.committee": "Comité"}
FACTS = {"journal.export": {"lines": Told("Lignes exportées")}}
FIELDS = {"tenancy.committee": {"name": Told("Nom"), "carrier": Told("Porteur")}}
