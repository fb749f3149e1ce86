"""What files announce to the journal, besides the moves of their machine."""

LABELS = {"file.serve": "Remettre le fichier", "file.sweep": "Nettoyer les fichiers"}
THINGS = {"files.storedfile": "Fichier"}
