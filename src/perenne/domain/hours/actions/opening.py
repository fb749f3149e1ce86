"""A month is opened for a company: one statement, one sheet for each commitment it performs."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from perenne.domain.clauses.models import Commitment, CommitmentShare
from perenne.domain.clauses.states import ACCEPTED
from perenne.domain.hours.models import Sheet, Statement
from perenne.domain.hours.policy import PARTIES
from perenne.domain.procurement.models import Party
from perenne.kit.actors import Actor
from perenne.kit.journal.changes import remember
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.values import add_months

NOT_THEIRS = "Cette entreprise n’a pas d’engagement que vous suiviez : vérifiez son SIRET."
TO_COME = "Ce mois n’a pas commencé : choisissez un mois commencé."
NOTHING = "Cette entreprise n’avait pas d’engagement en cours ce mois-là : choisissez-en un autre."


@transaction.atomic
def open_statement(*, siret: str, month: date, by: Actor, on: date) -> int:
    """The id of the statement; opened again, it gains the sheets of new commitments."""
    if month.day != 1 or month > on:
        raise Refused(TO_COME)
    if not PARTIES.rows("statement.open", by).filter(siret=siret).exists():
        raise Refused(NOT_THEIRS)
    commitments = list(_performed(siret, month))
    if not commitments:
        raise Refused(NOTHING)
    space = Party.objects.filter(siret=siret, organisation__isnull=False).order_by("pk").first()
    known = space.organisation_id if space else None
    made = Statement(siret=siret, month=month, organisation_id=known)
    Statement.objects.bulk_create([made], ignore_conflicts=True)
    statement = Statement.objects.select_for_update(no_key=True).get(siret=siret, month=month)
    remember(statement)
    if known and statement.organisation_id is None:
        statement.organisation_id = known
        statement.save(update_fields=["organisation"])
        record("statement.link", statement, by=by)
    if _add_sheets(statement, commitments):
        record("statement.open", statement, by=by)
    return statement.pk


@transaction.atomic
def open_month_of(*, month: date, by: Actor, on: date) -> int:
    """The month of one’s own company, which asks before its day or after it was missed."""
    theirs = PARTIES.rows("statement.open", by).filter(organisation_id=by.organisation_id or 0)
    opened = []
    for siret in theirs.order_by("siret").values_list("siret", flat=True).distinct():
        if _performed(siret, month).exists():
            opened.append(open_statement(siret=siret, month=month, by=by, on=on))
    if not opened:
        raise Refused(NOTHING)
    return opened[0]


def open_ended_month(*, by: Actor, on: date) -> int:
    """The month before, for every company that performs a commitment under way; how many."""
    month = add_months(on.replace(day=1), -1)
    sirets = wanting(month).values_list("party__siret", flat=True).order_by("party__siret")
    for siret in sirets.distinct():
        open_statement(siret=siret, month=month, by=by, on=on)
    return len(sirets)


def open_months_of(*, by: Actor, on: date) -> None:
    """The same, for whoever comes to declare: nobody waits for the night. One query when nothing
    is wanting."""
    month = add_months(on.replace(day=1), -1)
    theirs = wanting(month).filter(party__organisation_id=by.organisation_id or 0)
    for siret in sorted(set(theirs.values_list("party__siret", flat=True))):
        open_statement(siret=siret, month=month, by=by, on=on)


def wanting(month: date) -> "QuerySet[CommitmentShare, Any]":
    """Shares of a commitment kicked off, and not closed before that month, that have no sheet in
    it; or whose statement does not know its space yet."""
    sheets = Sheet.objects.filter(
        month=month, commitment=OuterRef("commitment"), statement__siret=OuterRef("party__siret")
    )
    linked = Exists(sheets.filter(statement__organisation__isnull=False))
    return CommitmentShare.objects.filter(
        Q(commitment__closed_on__isnull=True) | Q(commitment__closed_on__gte=month),
        ~linked & (Q(party__organisation__isnull=False) | ~Exists(sheets)),
        state=ACCEPTED,
        commitment__kicked_off_on__isnull=False,
        commitment__opened_on__lt=add_months(month, 1),
    )


def _performed(siret: str, month: date) -> "QuerySet[Commitment, Any]":
    """Those of which it carries accepted hours."""
    carried = CommitmentShare.objects.filter(party__siret=siret, state=ACCEPTED)
    return (
        Commitment.objects.filter(
            Q(closed_on__isnull=True) | Q(closed_on__gte=month),
            pk__in=carried.values("commitment"),
            opened_on__lt=add_months(month, 1),
        )
        .select_related("contract")
        .order_by("pk")
    )


def _add_sheets(statement: Statement, commitments: list[Commitment]) -> int:
    """How many were not there yet."""
    there = set(statement.sheets.values_list("commitment_id", flat=True))
    missing = [
        Sheet(
            statement=statement,
            commitment=commitment,
            facilitator_id=commitment.contract.facilitator_id,
            month=statement.month,
        )
        for commitment in commitments
        if commitment.pk not in there
    ]
    Sheet.objects.bulk_create(missing)
    return len(missing)
