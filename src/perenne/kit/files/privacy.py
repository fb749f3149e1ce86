"""A file is its organisation's; the name it came with was chosen by a person."""

from perenne.kit.files.keeping import content_of
from perenne.kit.files.models import StoredFile
from perenne.kit.privacy import (
    Attachment,
    Basis,
    Category,
    Processing,
    classify,
    mentioning,
    replaced,
)
from perenne.kit.refusals import NotFound, Refused

FILES = Processing(
    code="files",
    title="Fichiers reçus",
    purpose="Garder les fichiers transmis, tels qu’ils sont arrivés",
    basis=Basis.OF_THE_CONTROLLER,
    people="Les personnes qui transmettent un fichier",
    recipients=("L’organisme qui l’a transmis", "Le facilitateur concerné", "La coordination"),
    security=("Rangés sous un nom tiré au sort, hors d’atteinte du site", "Empreinte SHA-256"),
)


def _neutral(name: str) -> str:
    """What kind of file it is remains of its name."""
    _, dot, extension = name.rpartition(".")
    return f"fichier{dot}{extension}" if dot and extension.isalnum() else "fichier"


def _attached(row: StoredFile) -> Attachment:
    """A file that was condemned or damaged says so in its place."""
    try:
        return Attachment(row.name, content_of(row.pk))
    except (Refused, NotFound) as why:
        return Attachment(f"{row.name}.txt", str(why).encode())


classify(
    StoredFile,
    "Fichiers que vous avez transmis",
    processing=FILES,
    keeps="draft",
    found=[mentioning("name")],
    personal={"name": replaced(Category.FREE_TEXT, "Nom du fichier", _neutral)},
    plain=[
        "id", "committee", "use", "kind", "size", "sha256", "kept_at", "place", "sealed_with",
        "state", "engine", "verdict", "scanned_at", "attempts", "served_at",
    ],
    attached=_attached,
)  # fmt: skip
