"""The database of the tests under a second name, where nothing may be written."""

from collections.abc import Iterator

import pytest
from django.db import connections

ALIAS = "replica_1"


@pytest.fixture
def aliased(db) -> Iterator[str]:
    """A connection of its own: what a test has not committed is not there."""
    usual = connections["default"]
    connections[ALIAS] = type(usual)({**usual.settings_dict, "IS_REPLICA": True}, ALIAS)
    yield ALIAS
    connections[ALIAS].close()
    del connections[ALIAS]
