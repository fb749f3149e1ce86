"""Background entry points: one call each."""

from django.utils.timezone import now
from procrastinate.contrib.django import app

from perenne.kit.files.scanning import scan_waiting
from perenne.kit.files.sweeping import sweep
from perenne.kit.jobs import every_night
from perenne.kit.scanner import scanner
from perenne.kit.tenancy import each_committee


@app.periodic(cron="*/5 * * * *")
@app.task(name="files.scan_waiting", lock="files.scan_waiting")
def scan_files(timestamp: int) -> None:
    """`timestamp`: when the round was due, in seconds; a round that was missed is made up for."""
    asked = scanner()
    for _ in each_committee():
        scan_waiting(asked)


@every_night(name="files.sweep", lock="files.sweep")
def sweep_files() -> None:
    sweep(now=now())
