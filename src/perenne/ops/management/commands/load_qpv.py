"""`./run manage load_qpv FILE… [--generation 2024] [--department 77] [--dry-run]`."""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from perenne.domain.territories.actions import Account, load_qpvs
from perenne.ops.places.loading import Loader, with_aside
from perenne.ops.places.official import qpvs_in


class Command(Loader):
    help = "Quartiers prioritaires, from the national list (code_qp, lib_qp, insee_com)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--generation", type=int, default=2024)

    def load(
        self, path: Path, departments: list[str], options: dict[str, Any]
    ) -> Iterator[tuple[str, Account]]:
        read = qpvs_in(path, options["generation"], departments)
        yield "quartiers", with_aside(load_qpvs(read.items), read)
