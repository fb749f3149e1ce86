"""Background entry points: one call each."""

from datetime import date

from django.utils.timezone import localdate, now

from perenne.domain.rights import actions
from perenne.domain.rights.actions import telling
from perenne.kit.actors import HOUSE
from perenne.kit.jobs import A_DAY, every_night, task


@task(name="rights.send_link", retry=A_DAY)
def send_link(request_id: int) -> None:
    telling.send_link(request_id, now=now())


@task(name="rights.send_answer", retry=A_DAY)
def send_answer(request_id: int) -> None:
    telling.send_answer(request_id, now=now())


@task(name="rights.send_extension", retry=A_DAY)
def send_extension(request_id: int) -> None:
    telling.send_extension(request_id, now=now())


@task(name="rights.send_receipt", retry=A_DAY)
def send_receipt(consent_id: int) -> None:
    telling.send_receipt(consent_id, now=now())


@task(name="rights.send_closure_notice", retry=A_DAY)
def send_closure_notice(person_id: int, last_day: str) -> None:
    telling.send_closure_notice(person_id, date.fromisoformat(last_day), now=now())


@every_night(name="rights.purge")
def purge() -> None:
    actions.purge(by=HOUSE, today=localdate())
