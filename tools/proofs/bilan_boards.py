"""The dashboards whose reading is timed, each beside the plain aggregate of what it counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from perenne.domain.assessments.queries.bilans import bilans_of, scopes_for
from perenne.domain.assessments.queries.boards import (
    contract_lines,
    counts_for,
    exposed_commitments,
    late_companies,
    loads_of,
    pace_board,
    segment_lines,
    waiting_lines,
)
from perenne.domain.assessments.queries.footings import Asked
from perenne.domain.assessments.scopes import Scope, ScopeKind
from perenne.domain.procurement.models import Party
from perenne.kit.actors import Actor, Role
from perenne.rules.pace import Level
from perenne.values import Period
from perenne.web.desks.today.waiting import waiting_for

COORDINATION = Actor(Role.COORDINATION, 1, 999_999)
PERIODS = (
    Period(date(2025, 1, 1), date(2026, 1, 1)),
    Period(date(2017, 1, 1), date(2030, 1, 1)),
    Period(date(2019, 3, 1), date(2019, 6, 1)),
)
FROM = """
FROM hours_balance b JOIN hours_work w ON w.id = b.work_id
JOIN hours_sheet s ON s.id = w.sheet_id JOIN participants_participant p ON p.id = w.participant_id
JOIN hirings_hiring h ON h.id = w.hiring_id JOIN procurement_party party ON party.id = h.party_id
JOIN clauses_commitment c ON c.id = b.commitment_id
JOIN procurement_contract k ON k.id = c.contract_id
JOIN organisations_organisation o ON o.id = k.buyer_id
LEFT JOIN territories_commune t ON t.insee_code = o.commune_id
LEFT JOIN procurement_lot l ON l.id = k.lot_id
WHERE s.state = 'validated' AND w.month >= '2017-01-01' AND w.month < '2030-01-01'
"""
PERSONS = "count(DISTINCT coalesce(p.merged_into_id, p.id)), sum(b.minutes)"
OF_KIND = {
    ScopeKind.CONTRACT: "k.id = {key}", ScopeKind.BUYER: "k.buyer_id = {key}",
    ScopeKind.COMPANY: "left(party.siret, 9) = '{key}'",
    ScopeKind.FACILITATOR: "k.facilitator_id = {key}", ScopeKind.EPCI: "t.epci_id = '{key}'",
    ScopeKind.DEPARTMENT: "true",
}  # fmt: skip
OPEN = "c.closed_on IS NULL"
SHEETS = """
SELECT s.facilitator_id, count(*), sum(w.net_minutes) FROM hours_sheet s
LEFT JOIN hours_work w ON w.sheet_id = s.id AND w.corrects_id IS NULL
WHERE s.state IN ('declared', 'open') AND {where} GROUP BY 1
"""
Reading = tuple[str, Callable[[], object], str]


def raw_bilan(kind: ScopeKind, scope: Scope) -> str:
    """The plain aggregate of one breakdown, straight from the tables: a bilan has fifteen."""
    where = OF_KIND[kind].format(key=scope.key)
    return f"SELECT p.sex, {PERSONS} {FROM} AND {where} GROUP BY 1"


def raw_board(columns: str, where: str) -> str:
    """Hours counted by contract, segment, facilitator…: what a board adds up."""
    return f"SELECT {columns}, count(DISTINCT c.id), sum(b.minutes) {FROM} AND {where} GROUP BY 1"


def dashboards(scopes: dict[ScopeKind, list[Scope]], on: date) -> Iterator[Reading]:
    """Of the coordination, then of those who have most."""
    yield from _of_all(on)
    largest = _largest(scopes)
    for said, actor in {"the coordination": COORDINATION, **largest}.items():
        for name, reading, raw in _desks(actor, on):
            yield f"{name} of {said}", reading, raw
    for said, actor in largest.items():
        yield f"what {said} may read", lambda actor=actor: scopes_for(actor), "SELECT 1"


def _of_all(on: date) -> Iterator[Reading]:
    def of(kind: ScopeKind) -> object:
        found = [one.scope for one in scopes_for(COORDINATION, kind=kind)]
        return bilans_of(found, PERIODS[0], seen_by=COORDINATION, on=on)

    year = "w.month >= '2025-01-01' AND w.month < '2026-01-01'"
    by_facilitator = raw_board("k.facilitator_id", year)
    yield "bilan of every facilitator", lambda: of(ScopeKind.FACILITATOR), by_facilitator
    yield "bilan of every EPCI", lambda: of(ScopeKind.EPCI), raw_board("t.epci_id", year)
    yield "what the coordination may read", lambda: scopes_for(COORDINATION), "SELECT 1"
    yield "loads of facilitators", lambda: loads_of(seen_by=COORDINATION, on=on), _sheets("true")


def _largest(scopes: dict[ScopeKind, list[Scope]]) -> dict[str, Actor]:
    siren = scopes[ScopeKind.COMPANY][0].key
    company = Party.objects.filter(siret__startswith=siren).values_list("organisation", flat=True)
    return {
        "a facilitator": _actor(Role.FACILITATOR, scopes[ScopeKind.FACILITATOR][0].key),
        "a buyer": _actor(Role.BUYER, scopes[ScopeKind.BUYER][0].key),
        "a company": _actor(Role.COMPANY, str(company[0])),
    }


def _actor(role: Role, key: str) -> Actor:
    return Actor(role, 1, int(key))


def _desks(actor: Actor, on: date) -> Iterator[Reading]:
    its = _where(actor)
    by_contract = raw_board("c.id", f"{OPEN} AND {its}")
    sheets = _sheets(f"s.facilitator_id = {actor.organisation_id}")
    if actor.role is Role.COORDINATION:
        sheets = _sheets("true")
    yield "desk figures", lambda: counts_for(actor, on=on), by_contract
    yield "desk list", lambda: waiting_for(actor, on=on), sheets
    yield "follow-up", lambda: pace_board(Asked(), seen_by=actor, on=on), by_contract
    if actor.role is Role.COMPANY:
        return
    asked = Asked(level=Level.ALARM, words="travaux")
    yield "follow-up, sought", lambda: pace_board(asked, seen_by=actor, on=on), by_contract
    yield "exposures", lambda: exposed_commitments(seen_by=actor, on=on), by_contract
    if actor.role is Role.BUYER:
        yield "contracts", lambda: contract_lines(seen_by=actor, on=on), by_contract
        return
    yield "radar", lambda: segment_lines(seen_by=actor), raw_board("l.segment", its)
    yield "what waits", lambda: waiting_lines(seen_by=actor, on=on), sheets
    yield "late statements", lambda: late_companies(seen_by=actor, on=on), sheets


def _where(actor: Actor) -> str:
    return {
        Role.COORDINATION: "true",
        Role.FACILITATOR: f"k.facilitator_id = {actor.organisation_id}",
        Role.BUYER: f"k.buyer_id = {actor.organisation_id}",
        Role.COMPANY: f"party.organisation_id = {actor.organisation_id}",
    }[actor.role]


def _sheets(where: str) -> str:
    return SHEETS.format(where=where)
