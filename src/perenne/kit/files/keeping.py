"""Keep a file, and find it again."""

import re
from hashlib import sha256
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import transaction

from perenne.kit.files.models import StoredFile

# Controls, path separators, and the marks that turn the reading direction of a name around.
UNFIT_FOR_A_NAME = re.compile(r"[\x00-\x1f\x7f/\\\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def keep(content: bytes, name: str) -> StoredFile:
    """Store the bytes; the name they came with is kept as a label only."""
    row = StoredFile(name=fit(name), size=len(content), sha256=sha256(content).hexdigest())
    storages["private"].save(str(row.pk), ContentFile(content))
    row.save()
    return row


def content_of(file_id: UUID) -> bytes:
    """The bytes, as they were received."""
    with storages["private"].open(str(file_id)) as stored:
        return bytes(stored.read())


def fit(name: str) -> str:
    """A name that can be shown and downloaded: no path, no control, 200 characters at most."""
    bare = UNFIT_FOR_A_NAME.sub("", name.replace("\\", "/").rsplit("/", 1)[-1]).strip(". ")
    stem, dot, extension = bare.rpartition(".")
    return f"{stem[:180]}{dot}{extension[:19]}" if bare else "fichier"


def forget(file_id: UUID) -> None:
    """Delete the row now, and the bytes once the transaction is committed."""
    StoredFile.objects.filter(pk=file_id).delete()
    transaction.on_commit(lambda: storages["private"].delete(str(file_id)))
