"""Where tests keep what is received."""

from pathlib import Path

from django.conf import settings

FILE_SYSTEM = "django.core.files.storage.FileSystemStorage"


def stored_in(folder: Path) -> dict[str, object]:
    """The storages of the house, with the private ones in a folder."""
    places = {"private": folder / "files", "tombstones": folder / "tombstones"}
    ours = {
        name: {"BACKEND": FILE_SYSTEM, "OPTIONS": {"location": place}}
        for name, place in places.items()
    }
    return {**settings.STORAGES, **ours}
