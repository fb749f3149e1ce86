"""The storage itself: a folder of this machine, or an S3 server; nobody else talks to it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256

from botocore.exceptions import (
    BotoCoreError,
    ClientError,
)
from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages

from perenne.kit.files.models import StoredFile
from perenne.kit.files.sealing import Damaged, opened, sealed
from perenne.kit.refusals import Refused

log = logging.getLogger(__name__)
DOWN = (
    "Le stockage des fichiers ne répond pas pour le moment. Rien n’est perdu : "
    "réessayez dans quelques minutes."
)


class StorageDown(Refused):
    """The person is told; whoever keeps the server reads the log."""


def put(content: bytes, row: StoredFile) -> None:
    """Write the bytes of a row that is about to be saved, and look that they are whole."""
    with talking():
        closed = ContentFile(sealed(content, row.place, row.sealed_with))
        written = row.place
        try:
            written = the_storage().save(row.place, closed)
            if written != row.place or the_storage().size(written) != closed.size:
                raise OSError(f"{row.place} was not written whole")
        except OSError:  # a disk without room keeps the part that it took
            the_storage().delete(written)
            raise


def fetch(row: StoredFile) -> bytes:
    """The bytes as they were kept; Damaged if anything of them changed, or if they are gone."""
    with talking():
        try:
            with the_storage().open(row.place) as lying:
                stored = bytes(lying.read())
        except FileNotFoundError as gone:
            raise Damaged("its bytes are gone") from gone
    content = opened(stored, row.place, row.sealed_with)
    if len(content) != row.size or sha256(content).hexdigest() != row.sha256:
        raise Damaged("its bytes changed")
    return content


def drop(place: str) -> None:
    with talking():
        the_storage().delete(place)


def lying_in(folder: str) -> Iterator[str]:
    """The places of everything that lies in the folder of a committee."""
    with talking():
        try:
            _, names = the_storage().listdir(folder)
        except FileNotFoundError:
            names = []
    yield from (f"{folder}/{name}" for name in names if name)


def written_at(place: str) -> datetime:
    with talking():
        return the_storage().get_modified_time(place)


def the_storage() -> Storage:
    return storages["private"]


@contextmanager
def talking() -> Iterator[None]:
    """A storage that does not answer is a refusal in French, and an error in the log."""
    try:
        yield
    except FileNotFoundError:
        raise
    except (OSError, BotoCoreError, ClientError) as trouble:
        log.exception("the storage of files does not answer")
        raise StorageDown(DOWN) from trouble
