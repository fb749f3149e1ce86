"""`./run manage purge [--dry-run]`: what is past its last day goes; a report says how much."""

from argparse import ArgumentParser

from django.core.management import BaseCommand
from django.utils.timezone import localdate

from perenne.domain.rights.actions import purge
from perenne.kit.actors import HOUSE
from perenne.kit.tenancy import each_committee


class Command(BaseCommand):
    help = "Erases what is past its last day of keeping, as every night; says how many rows."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="count, and erase nothing")

    def handle(self, *args: object, **options: object) -> None:
        looking = bool(options["dry_run"])
        for code in each_committee():
            report = purge(by=HOUSE, today=localdate(), dry_run=looking)
            self.stdout.write(f"{code}: {sum(line.rows for line in report)} rows")
            for line in report:
                self.stdout.write(f"  {line.rows:>6}  {line.label} ({line.reason})")
        if looking:
            self.stdout.write("Nothing was erased: this was a dry run.")
