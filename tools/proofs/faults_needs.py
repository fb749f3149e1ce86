"""The mail server, the scanner and S3 go away in turn, while something is asked of each."""

from __future__ import annotations

import socket
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

import backups
from aiosmtpd.controller import Controller
from crash_jobs import Box
from django.conf import settings
from django.test.utils import override_settings
from django.utils.timezone import now
from year_jobs import Jobs

from perenne.config.settings.files import bucket
from perenne.config.test_bucket import KEY, NAME, REGION, SECRET, Server
from perenne.domain.organisations.actions import invite
from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import Actor, Role
from perenne.kit.files.giving import give
from perenne.kit.files.keeping import content_of, keep
from perenne.kit.files.models import StoredFile
from perenne.kit.files.scanning import scan_waiting
from perenne.kit.files.states import FileState
from perenne.kit.files.uses import Use
from perenne.kit.mails.models import Mail
from perenne.kit.mails.states import UNFINISHED
from perenne.kit.refusals import Refused
from perenne.kit.scanner import scanner
from perenne.kit.scanner.tests.clamd import fake_clamd
from perenne.ops.serving import free_port

INVITED = 8
TABLE = b"objet;montant\nVoirie;12\n"
ANYBODY = Actor(Role.BUYER, person_id=4, organisation_id=9)
SMTP = "django.core.mail.backends.smtp.EmailBackend"
SOONER = "UPDATE procrastinate_jobs SET scheduled_at = NULL WHERE status = 'todo'"
FAILED = "SELECT count(*) FROM procrastinate_jobs WHERE status = 'failed'"
Seen: TypeAlias = tuple[str, list[str]]


def the_mail_server(_home: Path) -> Seen:
    """Invitations are asked for while it is away; a worker tries; it comes back."""
    port, box, jobs = free_port(2625), Box(), Jobs()
    host = new_actor(Role.COMPANY)
    smtp = {"EMAIL_BACKEND": SMTP, "EMAIL_HOST": "127.0.0.1", "EMAIL_PORT": port}
    with override_settings(**smtp), backups.owner_of(settings.CLUSTER) as owner:
        for number in range(INVITED):
            invite(
                organisation_id=host.organisation_id, email=f"n{number}@exemple.test",
                is_admin=False, by=host, now=now(),
            )  # fmt: skip
        jobs.run(datetime.now().astimezone())
        waiting = Mail.objects.filter(state__in=UNFINISHED).count()
        server = Controller(box, hostname="127.0.0.1", port=port)
        server.start()
        try:
            for _ in range(2):  # the second finds nothing left to send
                owner.execute(SOONER)
                jobs.run(datetime.now().astimezone())
        finally:
            server.stop()
        (lost,) = owner.execute(FAILED).fetchone() or (0,)
    still = Mail.objects.filter(state__in=UNFINISHED).count()
    came = Counter(to for to, _mail in box.mails)
    wrong = []
    if waiting != INVITED or still or lost:
        wrong.append(f"SMTP gone: {waiting} of {INVITED} mails waited, {still} still do, "
                     f"{lost} jobs gave up.")  # fmt: skip
    if len(came) != INVITED or box.doubles:
        wrong.append(f"SMTP gone: {len(came)} of {INVITED} came, {box.doubles} twice.")
    return f"{waiting} mails waited, then {len(box.mails)} came, {box.doubles} twice", wrong


def the_scanner(_home: Path) -> Seen:
    """A file is received, waits, is not given and says why; then it is looked at and given."""
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{nobody.getsockname()[1]}"
    with override_settings(SCANNER=address):
        row = keep(TABLE, "programme.csv", Use.PROGRAMME)
        state, said = row.state, refusal(lambda: give(row.pk, by=ANYBODY))
        scan_waiting(scanner())
        still = StoredFile.objects.get(pk=row.pk).state
    with fake_clamd() as clamd, override_settings(SCANNER=clamd.address):
        scan_waiting(scanner())
    after = StoredFile.objects.get(pk=row.pk).state
    given = give(row.pk, by=ANYBODY).content
    wrong = []
    if not (state == still == FileState.RECEIVED and said):
        wrong.append(f"scanner gone: the file is {state}, then {still}; told: « {said} ».")
    if (after, given) != (FileState.CLEAN, TABLE):
        wrong.append(f"scanner back: the file is {after}.")
    return f"the file waits (« {said[:44]}… »), then is {after}", wrong


def the_S3_server(_home: Path) -> Seen:  # noqa: N802 - its name
    server = Server()
    server.start()
    place = {**settings.STORAGES, "private": bucket(NAME, server.address, REGION, KEY, SECRET)}
    with override_settings(STORAGES=place):
        server.client.create_bucket(
            Bucket=NAME, CreateBucketConfiguration={"LocationConstraint": REGION}
        )
        first = keep(TABLE, "programme.csv", Use.PROGRAMME)
        rows = StoredFile.objects.count()
        server.stop()
        said = refusal(lambda: keep(TABLE, "programme.csv", Use.PROGRAMME))
        read = refusal(lambda: content_of(first.pk))
        kept = StoredFile.objects.count() - rows
        server.start()
        server.client.create_bucket(
            Bucket=NAME, CreateBucketConfiguration={"LocationConstraint": REGION}
        )
        again = content_of(keep(TABLE, "programme.csv", Use.PROGRAMME).pk)
        server.stop()
    wrong = []
    if not (said and read) or kept:
        wrong.append(f"S3 gone: « {said} », « {read} », {kept} rows kept.")
    if again != TABLE:
        wrong.append("S3 back: a file is not given as it came.")
    return f"upload refused (« {said[:44]}… »), {kept} rows kept; then kept and read", wrong


def refusal(act: Callable[[], object]) -> str:
    try:
        act()
    except Refused as refused:
        return str(refused)
    return ""


OUTAGES = (the_mail_server, the_scanner, the_S3_server)
