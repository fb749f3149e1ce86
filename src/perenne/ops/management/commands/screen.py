"""`./run manage screen FILE [--json]`: the verdicts on anybody's own file."""

import sys
from argparse import ArgumentParser
from pathlib import Path

from django.core.management import BaseCommand, CommandError
from django.db import connection
from django.utils.timezone import localdate

from perenne.domain.coverage.queries import facilitator_router
from perenne.domain.programming.queries import Screening, programme_in
from perenne.kit.refusals import Refused
from perenne.kit.sheets import read
from perenne.ops.screening.printing import as_json, as_text
from perenne.ops.tables import bring_up_to_date
from perenne.rules.needs import BuyerKind


class Command(BaseCommand):
    help = "Reads a purchase programme (xlsx, xls, ods, csv) and prints a verdict for each line."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the programme; - for standard input")
        parser.add_argument("--json", action="store_true", help="for a program to read")
        parser.add_argument(
            "--buyer",
            choices=[kind.value for kind in BuyerKind],
            default=BuyerKind.LOCAL_AUTHORITY.value,
            help="thresholds depend on it",
        )

    def handle(self, *args: object, **options: object) -> None:
        path = Path(str(options["file"]))
        piped = str(path) == "-"
        try:
            content = sys.stdin.buffer.read() if piped else path.read_bytes()
            workbook = read(content, "" if piped else path.name)
            found = programme_in(workbook, remembered={}, answers={})
        except OSError as missing:
            raise CommandError(
                f"{path}\u00a0: ce fichier n’existe pas ou ne s’ouvre pas. Vérifiez son chemin."
            ) from missing
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        if not connection.introspection.table_names():  # the very first command on this machine
            bring_up_to_date()
        router = facilitator_router(on=localdate())
        screening = Screening(BuyerKind(str(options["buyer"])), "", router, localdate())
        lines = list(screening.lines_of(found))
        told = as_json if options["json"] else as_text
        self.stdout.write(told(found, lines))
