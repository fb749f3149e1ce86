"""What this app announces to the journal."""

LABELS = {"organisation.register": "Ouvrir l’espace de l’organisme"}
