"""`./run manage routes [--absent BODY] [--backup BODY] [--on DATE] [--list]`."""

import time
from argparse import ArgumentParser
from collections import Counter
from datetime import date

from django.core.management import BaseCommand, CommandError
from django.utils.timezone import localdate

from perenne.domain.coverage.queries import (
    Report,
    Rerouted,
    Responsible,
    bodies,
    facilitator_router,
    report_of,
    rerouted_without,
)
from perenne.domain.programming.queries import open_purchases

SHOWN = 10


class Command(BaseCommand):
    help = "Who answers for every commune of the département, and what an absence would move."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--absent", metavar="BODY", help="its number, or a part of its name")
        parser.add_argument("--backup", metavar="BODY", help="who takes over meanwhile")
        parser.add_argument("--on", type=date.fromisoformat, metavar="YYYY-MM-DD")
        parser.add_argument("--list", action="store_true", help="every commune with its reason")

    def handle(self, *args: object, **options: object) -> None:
        began = time.monotonic()
        on = options["on"] if isinstance(options["on"], date) else localdate()
        router = facilitator_router(on=on, loads=open_purchases())
        report = report_of(router)
        if not report.communes:
            raise CommandError("Aucune commune n’est chargée : voyez load_communes.")
        self.stdout.write(f"Au {on:%d/%m/%Y}, en {time.monotonic() - began:.2f} s\n{told(report)}")
        if options["list"]:
            self.stdout.write("\n".join(row.reason for row in report.communes))
        if not options["absent"]:
            return
        absent = body_named(str(options["absent"]))
        backup = body_named(str(options["backup"])) if options["backup"] else None
        began = time.monotonic()
        moved = rerouted_without(router, absent.id, backup=backup)
        spent = time.monotonic() - began
        self.stdout.write(f"\nSi {absent.name} était absent ce jour-là ({spent:.2f} s)")
        self.stdout.write(moves(moved))


def told(report: Report) -> str:
    lines = [f"Communes résolues avec leur raison : {report.resolved} / {len(report.communes)}"]
    lines += [f"  {how} : {count}" for how, count in sorted(report.counts.items())]
    lines += ["Par organisme"]
    lines += [f"  {who or 'Personne'} : {count}" for who, count in sorted(report.by_body.items())]
    for title, rows in (
        ("Orphelines", report.orphans),
        ("Couvertes seulement par le département", report.backed),
        ("Plusieurs organismes à égalité", report.shared),
    ):
        people = sum(row.commune.population or 0 for row in rows)
        names = ", ".join(row.commune.name for row in rows[:SHOWN]) + "…" * (len(rows) > SHOWN)
        lines.append(f"{title} : {len(rows)}" + (f" ({people} habitants) : {names}" * bool(rows)))
    return "\n".join(lines)


def moves(moved: tuple[Rerouted, ...]) -> str:
    lines = [f"Communes réorientées : {len(moved)}"]
    lines += [f"  vers {who} : {n}" for who, n in sorted(Counter(r.after for r in moved).items())]
    if moved:
        lines.append(f"  par exemple : {moved[0].reason}")
    return "\n".join(lines)


def body_named(typed: str) -> Responsible:
    """By its number, else the only one whose name holds the text."""
    known = bodies()
    found = [body for body in known if str(body.id) == typed]
    found = found or [body for body in known if typed.casefold() in body.name.casefold()]
    if len(found) != 1:
        names = "\n".join(f"  {body.id} {body.name}" for body in found or known)
        raise CommandError(f"« {typed} » : précisez l’organisme parmi\n{names}")
    return Responsible(found[0].id, found[0].name)
