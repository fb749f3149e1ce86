"""`./run manage load_communes FILE… [--department 77] [--dry-run]`: communes, and old names."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from perenne.domain.territories.actions import Account, load_communes, load_old_names
from perenne.ops.places.loading import Loader, with_aside
from perenne.ops.places.official import communes_in, parts_in


class Command(Loader):
    help = "Loads communes: communes.json of decoupage-administratif, Insee's list, or our CSV."

    def load(
        self, path: Path, departments: list[str], options: dict[str, Any]
    ) -> Iterator[tuple[str, Account]]:
        read = communes_in(path, departments)
        yield "communes", with_aside(load_communes(read.items), read)
        parts = parts_in(path, departments)
        if parts.items or parts.set_aside:
            yield "anciens noms", with_aside(load_old_names(parts.items), parts)
