"""`./run manage screen FILE [--json]`: the verdicts on anybody's own file."""

import sys
from argparse import ArgumentParser
from pathlib import Path

from django.core.management import BaseCommand, CommandError
from django.utils.timezone import localdate

from perenne.domain.organisations.queries import facilitator_router
from perenne.domain.programming.queries import Screening, programme_in
from perenne.kit.refusals import Refused
from perenne.kit.sheets import read
from perenne.ops.screening.printing import as_json, as_text
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
        try:
            content = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
            found = programme_in(read(content, path.name), remembered={}, answers={})
        except OSError as missing:
            raise CommandError(f"{path} : {missing.strerror}.") from missing
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        screening = Screening(
            BuyerKind(str(options["buyer"])), "", facilitator_router(), localdate()
        )
        lines = list(screening.lines_of(found))
        told = as_json if options["json"] else as_text
        self.stdout.write(told(found, lines))
