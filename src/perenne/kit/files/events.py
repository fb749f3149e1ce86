"""What the journal calls what is done to files."""

LABELS = {"file.serve": "Remettre le fichier", "file.sweep": "Vérifier les fichiers gardés"}
THINGS = {"files.storedfile": "Fichier"}
