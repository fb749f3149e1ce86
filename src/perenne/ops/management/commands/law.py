"""`./run manage law`: every rule with its texts, every number with its dates and its source."""

from argparse import ArgumentParser
from datetime import date

from django.core.management import BaseCommand, CommandError

from perenne.ops.lawbook import lawbook
from perenne.rules.catalogue import CHAPTERS


class Command(BaseCommand):
    help = "Prints the catalogue of the rules, in French."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("chapter", nargs="?", help=", ".join(CHAPTERS))
        parser.add_argument(
            "--on", type=date.fromisoformat, metavar="YYYY-MM-DD", help="values in force that day"
        )

    def handle(
        self, *args: object, chapter: str | None, on: date | None, **options: object
    ) -> None:
        try:
            self.stdout.write(lawbook(chapter=chapter, on=on), ending="")
        except LookupError as unknown:
            raise CommandError(str(unknown)) from unknown
