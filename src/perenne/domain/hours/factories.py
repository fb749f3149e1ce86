from datetime import date, timedelta
from typing import Any

from django.db.models.functions import Now
from django.utils.timezone import now

from perenne.domain.clauses.factories import whole_of
from perenne.domain.clauses.models import Commitment, CommitmentShare
from perenne.domain.clauses.states import ACCEPTED, RUNNING
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hirings.models import Hiring
from perenne.domain.hours.actions import link_to_declare
from perenne.domain.hours.models import Sheet, Statement, StatementLink, Work
from perenne.domain.hours.states import DECLARED, OPEN, VALIDATED, SheetState
from perenne.domain.procurement.models import Party
from perenne.kit.actors import HOUSE
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


def kick_off(commitment: Commitment, day: date) -> None:
    """From then on its months open by themselves."""
    Commitment.objects.filter(pk=commitment.pk).update(state=RUNNING, kicked_off_on=day)


def give_share(commitment: Commitment, party: Party, *, minutes: int, on: date) -> None:
    """Accepted, under the whole; in place of the one it may have."""
    facts = {"minutes": minutes, "state": ACCEPTED, "proposed_on": on, "answered_on": on}
    CommitmentShare.objects.update_or_create(
        commitment=commitment, party=party, parent=whole_of(commitment), defaults=facts
    )


def sheet_of(commitment: Commitment, month: date, siret: str) -> Sheet | None:
    rows = Sheet.objects.filter(commitment=commitment, month=month, statement__siret=siret)
    return rows.select_related("statement").first()


def said_on(sheet: Sheet) -> dict[tuple[int, str], int]:
    """Minutes, by hiring and kind."""
    return {(row.hiring_id, row.kind): row.minutes for row in Work.objects.filter(sheet=sheet)}


def token_for(siret: str, month: date, email: str) -> str:
    """Of the link that a reminder of the month carries to this address; "" when it may not."""
    statement = Statement.objects.get(siret=siret, month=month)
    today = now().date()
    return link_to_declare(statement_id=statement.pk, email=email, by=HOUSE, today=today, now=now())


def let_links_expire() -> None:
    StatementLink.objects.update(expires_at=now() - timedelta(1))
