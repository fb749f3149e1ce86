"""`./run manage load_epci FILE… [--department 77] [--dry-run]`: EPCI and their members."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from perenne.domain.territories.actions import Account, load_epcis
from perenne.ops.places.loading import Loader, with_aside
from perenne.ops.places.official import epcis_in


class Command(Loader):
    help = "Says to which EPCI each commune belongs: epci.json of decoupage-administratif."

    def load(
        self, path: Path, departments: list[str], options: dict[str, Any]
    ) -> Iterator[tuple[str, Account]]:
        read = epcis_in(path, departments)
        yield "membres d’EPCI", with_aside(load_epcis(read.items), read)
