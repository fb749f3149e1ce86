"""The coordination says how grave the committee finds a doubt about declared hours."""

from datetime import date

from django.db import transaction

from perenne.domain.hours.models import CheckSetting
from perenne.domain.hours.policy import CHECKS
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import WITHOUT_REASON, record
from perenne.kit.refusals import Refused
from perenne.rules.hours import PLAUSIBILITY, Severity
from perenne.rules.practice import USUAL

CLOSED = "La loi ou la base ne laisse pas de choix pour ce contrôle : il reste bloquant."
PAST = "Un réglage ne vaut pas pour le passé : choisissez aujourd’hui ou un jour à venir."
SHORTEST = 5  # signs, as the journal asks of any reason


@transaction.atomic
def tune_check(
    *, code: str, severity: Severity, since: date, reason: str, by: Actor, on: date
) -> None:
    """A new version, in force from that day on; what was declared before is not judged again."""
    CHECKS.admit("check.tune", by)
    held = PLAUSIBILITY[code].held
    if held is None:
        raise Refused(CLOSED)
    try:
        USUAL.choosing(held, severity)
    except ValueError as refusal:
        raise Refused(str(refusal)) from refusal
    if since < on:
        raise Refused(PAST)
    why = reason.strip()[:500]
    if len(why) < SHORTEST:
        raise Refused(WITHOUT_REASON)
    made = CheckSetting.objects.create(code=code, severity=severity.value, since=since, reason=why)
    record("check.tune", made, by=by, reason=why)
