from datetime import date
from typing import Any

from django.db.models.functions import Now

from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hirings.models import Hiring
from perenne.domain.hours.models import Sheet, Statement, Work
from perenne.domain.hours.states import DECLARED, OPEN, VALIDATED, SheetState
from perenne.rules.hours.facts import HourKind

MONTH = date(2026, 10, 1)


def new_sheet(
    hiring: Hiring, *, month: date = MONTH, state: SheetState = OPEN, **facts: object
) -> Sheet:
    """The month of one commitment; lines can be written on it until it is validated."""
    statement, _ = Statement.objects.get_or_create(siret=hiring.party.siret, month=month)
    usual: dict[str, Any] = {
        "statement": statement,
        "commitment": hiring.commitment,
        "facilitator_id": hiring.commitment.contract.facilitator_id,
        "month": month,
        "state": state,
    }
    if state is not OPEN:
        usual["declared_at"] = Now()
    if state is VALIDATED:
        usual["validated_at"] = Now()
    return Sheet.objects.create(**{**usual, **facts})


def new_work(hiring: Hiring | None = None, *, minutes: int = 6_000, **facts: object) -> Work:
    """A line of work on an open sheet."""
    hiring = hiring or new_hiring()
    sheet = facts.pop("sheet", None) or new_sheet(hiring)
    usual: dict[str, Any] = {
        "sheet": sheet,
        "hiring": hiring,
        "participant": hiring.participant,
        "month": MONTH,
        "kind": HourKind.WORK.value,
        "minutes": minutes,
    }
    return Work.objects.create(**{**usual, **facts})


def declare(sheet: Sheet) -> None:
    """As its company would; validating it by the act of the facilitator counts its hours."""
    Sheet.objects.filter(pk=sheet.pk).update(state=DECLARED, declared_at=Now())


def validate(sheet: Sheet) -> Sheet:
    """As the two people concerned would, without counting anything."""
    for state, moment in ((DECLARED, "declared_at"), (VALIDATED, "validated_at")):
        Sheet.objects.filter(pk=sheet.pk).update(state=state, **{moment: Now()})
    return Sheet.objects.get(pk=sheet.pk)


def new_validated_work(hiring: Hiring | None = None, **facts: Any) -> Work:
    """None of it is counted on a commitment yet."""
    work = new_work(hiring, **facts)
    validate(work.sheet)
    return Work.objects.get(pk=work.pk)
