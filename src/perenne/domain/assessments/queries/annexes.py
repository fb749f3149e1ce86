"""The contracts that a bilan adds up, each with its own: what stands at the end of the file."""

from datetime import date

from django.db import connection

from perenne.domain.assessments.policy import BILAN_GRANTS
from perenne.domain.assessments.queries.bilans import Bilan, bilans_of
from perenne.domain.assessments.queries.facts_sql import PLACES
from perenne.domain.assessments.scopes import Scope, ScopeKind
from perenne.domain.procurement.models import Contract
from perenne.kit.actors import Actor
from perenne.values import Period

IN_FORCE = f"""
SELECT DISTINCT o.contract_id FROM ({PLACES}) o JOIN clauses_commitment c ON c.id = o.commitment_id
WHERE c.opened_on < %(end)s AND (c.closed_on IS NULL OR c.closed_on >= %(start)s)
"""  # noqa: S608 - our own words
OF_KIND = {
    ScopeKind.BUYER: "AND o.buyer_id = %(key)s::bigint",
    ScopeKind.COMPANY: "AND EXISTS (SELECT FROM procurement_party p "
    "WHERE p.contract_id = o.contract_id AND left(p.siret, 9) = %(key)s)",
    ScopeKind.FACILITATOR: "AND o.facilitator_id = %(key)s::bigint",
    ScopeKind.EPCI: "AND o.epci = %(key)s",
    ScopeKind.DEPARTMENT: "",
}


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
    asked: dict[str, str | date] = {"key": scope.key, "start": months.start, "end": months.end}
    with connection.cursor() as cursor:
        cursor.execute(f"{IN_FORCE} {OF_KIND[scope.kind]}", asked)
        return [number for (number,) in cursor.fetchall()]
