"""The public site with the texts that are shipped."""

import pytest

from perenne.domain.library.actions import load_originals
from perenne.domain.library.factories import TODAY


@pytest.fixture
def texts(db):
    load_originals(on=TODAY)
