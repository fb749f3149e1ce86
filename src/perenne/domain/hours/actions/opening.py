"""A month is opened for a company: one statement, one sheet for each commitment it performs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

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
    spaces = {siret: space.organisation_id if space else None}
    (statement,) = _open(month, {siret: commitments}, spaces, by)
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
    PARTIES.admit("statement.open", by)
    return _open_wanting(add_months(on.replace(day=1), -1), Q(), by)


def open_months_of(*, by: Actor, on: date) -> int:
    """The same, for whoever comes to declare: nobody waits for the night. One query when nothing
    is wanting."""
    theirs = Q(party__in=PARTIES.rows("statement.open", by), party__organisation__isnull=False)
    own = Q(party__organisation_id=by.organisation_id or 0)
    return _open_wanting(add_months(on.replace(day=1), -1), theirs & own, by)


def _open_wanting(month: date, whose: Q, by: Actor) -> int:
    shares = list(_wanting(month).filter(whose).select_related("party", "commitment__contract"))
    if not shares:
        return 0
    performed: dict[str, dict[int, Commitment]] = defaultdict(dict)
    spaces: dict[str, int | None] = {}
    for share in shares:
        performed[share.party.siret][share.commitment_id] = share.commitment
        spaces[share.party.siret] = share.space
    by_siret = {siret: performed[siret].values() for siret in sorted(performed)}
    return len(_open(month, by_siret, spaces, by))


def _wanting(month: date) -> "QuerySet[CommitmentShare, Any]":
    """Shares of a commitment kicked off, and not closed before that month, that have no sheet in
    it; or whose statement does not know its space yet."""
    sheets = Sheet.objects.filter(
        month=month, commitment=OuterRef("commitment"), statement__siret=OuterRef("party__siret")
    )
    spaces = Party.objects.filter(
        siret=OuterRef("party__siret"), organisation__isnull=False
    ).order_by("pk")
    linked = Exists(sheets.filter(statement__organisation__isnull=False))
    return CommitmentShare.objects.annotate(
        space=Subquery(spaces.values("organisation_id")[:1])
    ).filter(
        Q(commitment__closed_on__isnull=True) | Q(commitment__closed_on__gte=month),
        ~linked & (Q(space__isnull=False) | ~Exists(sheets)),
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


@transaction.atomic
def _open(
    month: date,
    performed: Mapping[str, Iterable[Commitment]],
    spaces: Mapping[str, int | None],
    by: Actor,
) -> list[Statement]:
    """Each company’s statement, locked by number, with the sheets that it lacked."""
    Statement.objects.bulk_create(
        [Statement(siret=one, month=month, organisation_id=spaces[one]) for one in performed],
        ignore_conflicts=True,
    )
    rows = Statement.objects.filter(siret__in=performed, month=month).order_by("pk")
    statements = list(rows.select_for_update(no_key=True))
    there = set(
        Sheet.objects.filter(statement__in=statements).values_list("statement_id", "commitment_id")
    )
    missing = [
        Sheet(
            statement=statement,
            commitment=commitment,
            facilitator_id=commitment.contract.facilitator_id,
            month=month,
        )
        for statement in statements
        for commitment in performed[statement.siret]
        if (statement.pk, commitment.pk) not in there
    ]
    Sheet.objects.bulk_create(missing)
    opened = {sheet.statement_id for sheet in missing}
    for statement in statements:
        _link(statement, spaces[statement.siret], by)
        if statement.pk in opened:
            record("statement.open", statement, by=by)
    return statements


def _link(statement: Statement, space: int | None, by: Actor) -> None:
    """Its company has opened its space since: from now on it declares there."""
    if space and statement.organisation_id is None:
        remember(statement)
        statement.organisation_id = space
        statement.save(update_fields=["organisation"])
        record("statement.link", statement, by=by)
