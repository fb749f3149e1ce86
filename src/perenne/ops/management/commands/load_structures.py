"""`./run manage load_structures FILE [--dated 2026-11-01] [--department 77] [--apply]`."""

from argparse import ArgumentParser
from datetime import date
from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.utils.timezone import localdate, now

from perenne.domain.directory.actions import Scope, apply_structures, try_structures
from perenne.domain.directory.queries.imports import import_card, imported_rows
from perenne.domain.directory.states import Outcome
from perenne.kit.actors import COMMAND
from perenne.kit.paging import WHOLE
from perenne.kit.refusals import Refused
from perenne.kit.tenancy import within

SHOWN = 40
"""Rows set aside that are told one by one; the page of the import tells them all."""


class Command(BaseCommand):
    help = (
        "Reads a file of structures (Le marché de l’inclusion or data·inclusion) and says what "
        "becomes of each row. Nothing changes without --apply."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--committee", default=settings.COMMITTEES[0])
        parser.add_argument("--department", action="append", help="may be given several times")
        parser.add_argument("--dated", type=date.fromisoformat, help="the day of the file")
        parser.add_argument("--apply", action="store_true", help="write what was read")

    def handle(self, *args: object, **options: object) -> None:
        path, committee = Path(str(options["file"])), str(options["committee"])
        given = options["department"]
        codes = tuple(map(str, given)) if isinstance(given, list) else (committee.upper(),)
        dated = options["dated"]
        scope = Scope(codes, dated if isinstance(dated, date) else localdate())
        try:
            with within(committee):
                content = path.read_bytes()
                found = try_structures(
                    content, path.name, scope=scope, by=COMMAND, today=localdate()
                )
                if options["apply"]:
                    apply_structures(import_id=found, by=COMMAND, now=now())
                self.tell(found)
        except OSError as missing:
            raise CommandError(
                f"{path}\u00a0: ce fichier n’existe pas ou ne s’ouvre pas. Vérifiez son chemin."
            ) from missing
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal

    def tell(self, import_id: int) -> None:
        card = import_card(import_id, seen_by=COMMAND)
        self.stdout.write(f"{card.filename}, {card.source.label} : {card.rows} lignes")
        for outcome, count in card.counts:
            self.stdout.write(f"  {count:>7}  {outcome.plural}")
        asides = imported_rows(import_id, seen_by=COMMAND, outcome=Outcome.SET_ASIDE, page=WHOLE)
        for row in asides.items[:SHOWN]:
            self.stdout.write(f"  ligne {row.line} {row.name} : {row.reason}")
        self.stdout.write(card.state.label)
