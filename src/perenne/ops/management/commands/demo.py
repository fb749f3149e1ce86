"""`./run demo`: an empty machine becomes a département at work, with a server in front."""

import time
from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.utils.timezone import localdate

import perenne
from perenne.domain.coverage.queries import facilitator_router
from perenne.ops.demo.building import build_demo
from perenne.ops.demo.partners import ACCOUNTS
from perenne.ops.demo.people import PASSWORD
from perenne.ops.serving import answers, children, free_port
from perenne.ops.tables import bring_up_to_date

DESIGN = Path(perenne.__path__[0]) / "web" / "design"


class Command(BaseCommand):
    help = "Migrates, builds the demo département if it is not there, serves it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8077)
        parser.add_argument("--once", action="store_true", help="stop once the site has answered")

    def handle(self, *args: object, **options: object) -> None:
        began = time.monotonic()
        self.say("Tables")
        bring_up_to_date()
        if facilitator_router(on=localdate()).coordination is None:
            build_demo(today=localdate(), say=self.say)
        if not statics_are_fresh():
            self.say("Style sheets, scripts, fonts")
            collect_statics()
        try:
            port = free_port(int(str(options["port"])))
        except OSError as taken:
            raise CommandError(str(taken)) from taken
        self.say("Server and worker")
        with children(port) as running:
            if not answers(port):
                raise CommandError("The server does not answer: its words are above.")
            self.stdout.write(welcome(port, time.monotonic() - began))
            self.stdout.flush()
            while not options["once"] and all(child.poll() is None for child in running):
                time.sleep(0.5)
            if not options["once"]:
                raise CommandError("The server or the worker has stopped: its words are above.")

    def say(self, what: str) -> None:
        self.stdout.write(f"· {what}")
        self.stdout.flush()


def welcome(port: int, seconds: float) -> str:
    accounts = "\n".join(f"    {email:<36} {role}" for role, email in ACCOUNTS)
    return f"""
  Pérenne: http://127.0.0.1:{port}/   (ready in {seconds:.1f} s, Ctrl-C stops everything)

  The second factor is offered here and required elsewhere: a choice of the demo
  (PERENNE_SECOND_FACTOR=required ./run demo asks for it). Passkeys need http://localhost:{port}/

  Demo accounts, all with the password  {PASSWORD}
{accounts}
"""


def collect_statics() -> None:
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)


def statics_are_fresh() -> bool:
    """Nothing among the sources, or the ways of making them, is newer than what was collected."""
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if not manifest.exists():
        return False
    sources = (*(DESIGN / "static").rglob("*.*"), *DESIGN.glob("*.py"))
    return all(path.stat().st_mtime <= manifest.stat().st_mtime for path in sources)
