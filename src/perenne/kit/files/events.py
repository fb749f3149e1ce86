"""What the journal calls what is done to files."""

from perenne.kit.files.states import FileState
from perenne.kit.journal.telling import UNTOLD, Told, bare, choice, moment

LABELS = {"file.serve": "Remettre le fichier", "file.sweep": "Vérifier les fichiers gardés"}
THINGS = {"files.storedfile": "Fichier"}
FIELDS = {
    "files.storedfile": {
        "use": Told("Usage", bare),
        "kind": Told("Format"),
        "size": Told("Taille (octets)"),
        "sha256": Told("Empreinte"),
        "kept_at": Told("Gardé le", moment),
        "place": UNTOLD,
        "sealed_with": UNTOLD,
        "state": Told("État", choice(FileState)),
        "engine": Told("Antivirus"),
        "verdict": Told("Ce qu’il a trouvé"),
        "scanned_at": Told("Examiné le", moment),
        "attempts": Told("Essais"),
        "served_at": Told("Remis le", moment),
    },
}
