"""What every test of a file finds there: written once in a transaction around them all.

Each test still has one of its own inside, and what it writes is gone when it ends.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import TypeAlias

import pytest
from django.db import transaction

Standing: TypeAlias = Callable[[], AbstractContextManager[None]]


@pytest.fixture(scope="module")
def standing(django_db_setup, django_db_blocker) -> Iterator[Standing]:
    """Opens the database to a fixture of the file: `with standing(): return new_committee()`.

    Not for files whose tests commit (`real_commits`), nor for what keeps files: each test has a
    folder of its own. A test that wants an empty house stands in another file.
    """
    around = transaction.atomic()
    with django_db_blocker.unblock():
        around.__enter__()
    yield django_db_blocker.unblock
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)
