"""What every test of a file finds there: written once in a transaction around them all.

Each test still has one of its own inside, and what it writes is gone when it ends. Files that were
received meanwhile are copied for each of them.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from typing import TypeAlias

import pytest
from django.db import transaction
from django.test.utils import override_settings
from pytest_django import DjangoDbBlocker

from perenne.kit.testing.storages import stored_in

Standing: TypeAlias = Callable[[], AbstractContextManager[None]]


@contextmanager
def written_in(folder: Path, blocker: DjangoDbBlocker) -> Iterator[None]:
    """By a fixture of a whole file, before any test of it has a database and a folder."""
    with blocker.unblock(), override_settings(STORAGES=stored_in(folder)):
        yield


@pytest.fixture(scope="module")
def standing_files(tmp_path_factory) -> Path:
    """Where the files are that every test of the file finds."""
    folder: Path = tmp_path_factory.mktemp("standing")
    return folder


@pytest.fixture(scope="module")
def standing(django_db_setup, django_db_blocker, standing_files) -> Iterator[Standing]:
    """Opens the database to a fixture of the file: `with standing(): return new_committee()`.

    Not for files whose tests commit (`real_commits`). A test that wants an empty house stands in
    another file.
    """
    around = transaction.atomic()
    with django_db_blocker.unblock():
        around.__enter__()
    yield partial(written_in, standing_files, django_db_blocker)
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)
