"""`./run manage load_old_names FILE…`: movements of communes since 1943 (Insee)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from perenne.domain.territories.actions import Account, load_old_names
from perenne.domain.territories.queries import communes
from perenne.ops.places.loading import Loader, with_aside
from perenne.ops.places.official import moves_in


class Command(Loader):
    help = "Old codes that lead to a commune of today: v_mvt_commune_AAAA.csv of Insee."

    def load(
        self, path: Path, departments: list[str], options: dict[str, Any]
    ) -> Iterator[tuple[str, Account]]:
        current = {commune.insee_code for commune in communes()}
        read = moves_in(path, current, departments)
        yield "mouvements", with_aside(load_old_names(read.items), read)
