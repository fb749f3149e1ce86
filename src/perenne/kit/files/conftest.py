"""Storages and keys that a test may choose."""

import pytest

from perenne.kit.files.keeping import keep
from perenne.kit.files.uses import Use
from perenne.kit.testing.commits import committee_again, real_commits

__all__ = ["committee_again", "real_commits"]
TABLE = b"objet;montant\nVoirie;12\n"
KEYS = {year: bytes([year % 256]) * 32 for year in (2025, 2026, 2027)}


@pytest.fixture
def kept():
    return keep(TABLE, "programme.csv", Use.PROGRAMME)


@pytest.fixture
def keys(settings):
    """Closes what is kept under the first of these years."""

    def use(*years):
        settings.FILE_KEYS = {str(year): KEYS[year] for year in years}

    return use
