"""`./run manage journal check|heads`: whether the past is whole, and what to keep of it outside."""

from argparse import ArgumentParser
from collections.abc import Sequence

from django.core.management import BaseCommand, CommandError

from perenne.kit.journal.chain import Witness, broken, entries_written, heads
from perenne.kit.tenancy import each_committee


class Command(BaseCommand):
    help = "Checks the chain of the journal of each committee, or prints where it ends."

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        check = verbs.add_parser("check", help="every entry and every link; fails on any break")
        check.add_argument(
            "--head",
            action="append",
            default=[],
            metavar="COMMITTEE:SEQ:HASH",
            help="a head that was sent outside, to be found again in the chain; may be repeated",
        )
        verbs.add_parser("heads", help="the end of each chain, to be kept outside")

    def handle(self, *args: object, **options: object) -> None:
        if options["verb"] == "heads":
            self.tell_heads()
        else:
            self.examine([str(text) for text in options.get("head") or []])  # type: ignore[attr-defined]

    def tell_heads(self) -> None:
        for _ in each_committee():
            for head in heads():
                self.stdout.write(f"{head}  {head.at:%Y-%m-%d %H:%M:%S} UTC")

    def examine(self, texts: Sequence[str]) -> None:
        witnesses = [read(text) for text in texts]
        harmed = 0
        for committee in each_committee():
            found = broken(witnesses)
            harmed += len(found)
            self.stdout.write(f"{committee}: {entries_written()} entries, {len(found)} broken")
            for one in found:
                self.stdout.write(f"  {one}")
        if harmed:
            raise CommandError(f"The journal does not hold: {harmed} broken links.")


def read(text: str) -> Witness:
    try:
        return Witness.read(text)
    except ValueError as strange:
        raise CommandError(f"“{text}” is no head: COMMITTEE:SEQ:HASH is expected.") from strange
