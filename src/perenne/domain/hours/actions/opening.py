"""A month is opened for a company: one statement, one sheet for each commitment it performs."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import Q

from perenne.domain.clauses.models import Commitment, CommitmentShare
from perenne.domain.clauses.states import ACCEPTED
from perenne.domain.hours.models import Sheet, Statement
from perenne.domain.hours.policy import PARTIES
from perenne.domain.procurement.models import Party
from perenne.kit.actors import Actor
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
    made = Statement(siret=siret, month=month, organisation=space.organisation if space else None)
    Statement.objects.bulk_create([made], ignore_conflicts=True)
    statement = Statement.objects.select_for_update(no_key=True).get(siret=siret, month=month)
    if _add_sheets(statement, commitments):
        record("statement.open", statement, by=by)
    return statement.pk


def _performed(siret: str, month: date) -> Iterable[Commitment]:
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
