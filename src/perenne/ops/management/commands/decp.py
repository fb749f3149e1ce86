"""`./run manage decp FILE [--committee 77] [--apply] [--json]`: published contracts (DECP)."""

import json
from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.utils.timezone import localdate

from perenne.domain.procurement.actions.decp_applying import apply_decp
from perenne.domain.procurement.actions.decp_receiving import read_decp
from perenne.domain.procurement.queries.decp_files import decp_file, every_record
from perenne.kit.actors import COMMAND
from perenne.kit.decp import LIMITS
from perenne.kit.decp.sandbox import pieces_of
from perenne.kit.refusals import Refused
from perenne.kit.tenancy import within

SHOWN = 40
"""Contracts told one by one; the page of the file tells them all."""


class Command(BaseCommand):
    help = (
        "Reads a file of published contracts (JSON or XML, "
        f"{LIMITS.file_bytes // 1_000_000} MB at most) and says what becomes of each. "
        "Nothing else changes without --apply."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--committee", default=settings.COMMITTEES[0])
        parser.add_argument("--apply", action="store_true", help="make and complete our contracts")
        parser.add_argument("--json", action="store_true", help="for a program to read")

    def handle(self, *args: object, **options: object) -> None:
        path = Path(str(options["file"]))
        try:
            with within(str(options["committee"])), path.open("rb") as file:
                file_id = read_decp(pieces_of(file), name=path.name, by=COMMAND, today=localdate())
                done = self.applied(file_id) if options["apply"] else {}
                self.tell(file_id, done, as_json=bool(options["json"]))
        except OSError as missing:
            raise CommandError(
                f"{path}\u00a0: ce fichier n’existe pas ou ne s’ouvre pas. Vérifiez son chemin."
            ) from missing
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal

    def applied(self, file_id: int) -> dict[str, int]:
        return dict(apply_decp(file_id=file_id, by=COMMAND, today=localdate()))

    def tell(self, file_id: int, done: dict[str, int], *, as_json: bool) -> None:
        card = decp_file(file_id, seen_by=COMMAND)
        counts = {fate.label: count for fate, count in card.counts}
        if as_json:
            told = {"contracts": card.contracts, "fates": counts, "applied": done}
            self.stdout.write(json.dumps(told, ensure_ascii=False))
            return
        self.stdout.write(f"{card.name} : {card.contracts} contrats lus")
        for label, count in counts.items():
            self.stdout.write(f"  {count:>7}  {label}")
        for row in every_record(file_id, seen_by=COMMAND)[:SHOWN]:
            self.stdout.write(f"n° {row.position} {row.reference} : {row.fate.label}. {row.reason}")
            for one in row.anomalies:
                self.stdout.write(f"    {one.field} « {one.value} » : {one.sentence}")
        if done:
            self.stdout.write(f"Appliqué : {done}")
