"""The coordination of a small Seine-et-Marne, and the two files it is sent."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from perenne.domain.directory.actions import Scope, apply_structures, try_structures
from perenne.domain.organisations.factories import new_actor
from perenne.domain.territories.factories import load_around, load_places
from perenne.kit.actors import Role
from perenne.kit.testing.commits import committee_again, real_commits

__all__ = ["committee_again", "real_commits"]
FILES = Path(__file__).parent / "files"
TODAY = date(2026, 11, 26)
NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
DATED = date(2026, 11, 1)
MARCHE, DATA_INCLUSION = "marche.csv", "data-inclusion.json"


def rows_of(name):
    return json.loads((FILES / name).read_text())


@pytest.fixture
def coordination(db):
    load_places()
    load_around()
    return new_actor(Role.COORDINATION, name="Coordination")


@pytest.fixture
def load(coordination):
    """Tries a file, applies it, and gives the number of the import."""

    def loaded(name, content=None, *, dated_on=DATED, departments=("77",)):
        scope = Scope(departments, dated_on)
        sent = (FILES / name).read_bytes() if content is None else content
        found = try_structures(sent, name, scope=scope, by=coordination, today=TODAY)
        apply_structures(import_id=found, by=coordination, now=NOW)
        return found

    return loaded
