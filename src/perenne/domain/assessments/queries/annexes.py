"""The contracts that a bilan adds up, each with its own: what stands at the end of the file."""

from datetime import date

from django.db import connection

from perenne.domain.assessments.policy import BILAN_GRANTS
from perenne.domain.assessments.queries.bilans import Bilan, bilans_of
from perenne.domain.assessments.queries.standing import HELD
from perenne.domain.assessments.scopes import Scope, ScopeKind
from perenne.domain.procurement.models import Contract
from perenne.kit.actors import Actor
from perenne.values import Period

IN_FORCE = f"""
WITH wanted (kind, key) AS (VALUES (%(kind)s::text, %(key)s::text)), {HELD}
SELECT DISTINCT m.contract_id FROM held h JOIN clauses_commitment m ON m.id = h.commitment_id
WHERE m.opened_on < %(end)s AND (m.closed_on IS NULL OR m.closed_on >= %(start)s)
"""  # noqa: S608 - our own words


def contracts_in(scope: Scope, months: Period, *, seen_by: Actor, on: date) -> tuple[Bilan, ...]:
    """Those in force during these months that they may read, the largest first; none of one."""
    if scope.kind is ScopeKind.CONTRACT:
        return ()
    granted = Contract.objects.filter(BILAN_GRANTS[ScopeKind.CONTRACT](seen_by))
    numbers = granted.filter(pk__in=_in_force(scope, months)).values_list("pk", flat=True)
    scopes = [Scope(ScopeKind.CONTRACT, str(number)) for number in numbers]
    found = bilans_of(scopes, months, seen_by=seen_by, on=on) if scopes else ()
    return tuple(sorted(found, key=lambda it: (-(it.value("hours_due") or 0), it.scope.key)))


def _in_force(scope: Scope, months: Period) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            IN_FORCE,
            {
                "kind": scope.kind.value,
                "key": scope.key,
                "start": months.start,
                "end": months.end,
            },
        )
        return [number for (number,) in cursor.fetchall()]
