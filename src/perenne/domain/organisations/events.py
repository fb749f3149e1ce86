"""What this app announces to the journal."""

THINGS = {"organisations.organisation": "Organisme"}
LABELS = {"organisation.register": "Ouvrir l’espace de l’organisme"}
