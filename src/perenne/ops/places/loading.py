"""What the loaders of places share: their arguments, the dry run, the account they print."""

from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand
from django.db import transaction

from perenne.domain.territories.actions import Account
from perenne.ops.places.reading import Read

EXAMPLES = 3


class Loader(BaseCommand):
    """Says what became of each row; with --dry-run nothing is written."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--dry-run", action="store_true", help="say, and write nothing")
        parser.add_argument(
            "--department", action="append", default=[], metavar="CODE",
            help="this one only; may be given several times",
        )  # fmt: skip

    def handle(self, *args: object, **options: Any) -> None:
        with transaction.atomic():
            for path in options["files"]:
                for what, account in self.load(path, options["department"], options):
                    self.stdout.write(told(f"{path.name}, {what}", account))
            if options["dry_run"]:
                transaction.set_rollback(True)
                self.stdout.write("Essai à blanc\u00a0: rien n’est écrit.")

    def load(
        self, path: Path, departments: list[str], options: dict[str, Any]
    ) -> Iterator[tuple[str, Account]]:
        raise NotImplementedError


def with_aside(account: Account, read: Read[Any]) -> Account:
    """The account of what was loaded, and of what the reading had set aside before."""
    return account + Account(set_aside=read.set_aside)


def told(what: str, account: Account) -> str:
    lines = [
        f"{what}\u00a0: {account.read} lues, {account.added} ajoutées, "
        f"{account.changed} modifiées, {account.unchanged} inchangées, "
        f"{len(account.set_aside)} écartées."
    ]
    reasons = defaultdict(list)
    for row in account.set_aside:
        reasons[row.reason].append(row.row)
    for reason, rows in sorted(reasons.items()):
        shown = ", ".join(rows[:EXAMPLES]) + ("…" if len(rows) > EXAMPLES else "")
        lines.append(f"  écartées, {reason}\u00a0: {len(rows)} ({shown})")
    return "\n".join(lines)
