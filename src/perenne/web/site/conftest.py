"""The public site with the texts that are shipped."""

import pytest

from perenne.domain.library.actions import load_originals
from perenne.domain.library.factories import TODAY


@pytest.fixture(scope="module")
def standing_texts(standing):
    with standing():
        load_originals(on=TODAY)


@pytest.fixture
def texts(standing_texts, db):
    """As they were shipped."""
