"""`./run manage load_departments FILE`: names and articles of the départements."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from perenne.domain.territories.actions import Account, load_departments
from perenne.ops.places.loading import Loader, with_aside
from perenne.ops.places.official import departments_in


class Command(Loader):
    help = "Loads départements: departements.json of decoupage-administratif, or Insee's list."

    def load(
        self, path: Path, departments: list[str], options: dict[str, Any]
    ) -> Iterator[tuple[str, Account]]:
        read = departments_in(path)
        yield "départements", with_aside(load_departments(read.items), read)
