"""A facilitator, companies that share people, and a year of sheets on which writers meet."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from perenne.domain.clauses import factories as clauses
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hours.actions import open_statement
from perenne.domain.hours.models import Sheet
from perenne.domain.organisations.factories import new_actor
from perenne.domain.participants.factories import new_participant, new_verdict
from perenne.domain.procurement.factories import new_siret
from perenne.kit.actors import Actor, Role
from perenne.values import add_months

PEOPLE = 6
FIRST = date(2026, 10, 1)
ON = date(2027, 9, 30)
NOW = datetime(2027, 9, 30, 9, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Size:
    """`hours`: owed by each commitment of a company. `near`: rows among which a writer chooses."""

    companies: int
    hours: tuple[int, ...]
    months: int
    near: int


WIDE = Size(companies=2, hours=(60, 240, 720), months=12, near=8)
NARROW = Size(companies=1, hours=(40, 60), months=12, near=4)


@dataclass(slots=True)
class World:
    """Numbers only: each writer is a process."""

    facilitator: Actor
    size: Size
    companies: list[Actor] = field(default_factory=list)
    sheets: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Sheet → its company by its place, its commitment."""
    crews: dict[int, list[int]] = field(default_factory=dict)
    """Commitment → hirings."""
    contracts: list[int] = field(default_factory=list)
    """Those whose volume changes: the last of each company."""


def new_world(size: Size) -> World:
    """Everybody is hired for every commitment: each declaration meets all the others."""
    world = World(new_actor(Role.FACILITATOR), size)
    people = [new_participant() for _ in range(PEOPLE)]
    verdicts = [new_verdict(person, facilitator=world.facilitator) for person in people]
    for place in range(size.companies):
        company, siret = new_actor(Role.COMPANY), new_siret()
        world.companies.append(company)
        for hours in size.hours:
            commitment = clauses.new_commitment(world.facilitator, company=company, hours=hours)
            commitment.contract.parties.update(siret=siret)
            world.crews[commitment.pk] = [
                new_hiring(person, commitment, verdict=verdict, verified_on=verdict.verified_on).pk
                for person, verdict in zip(people, verdicts, strict=True)
            ]
            last = commitment.contract_id
        world.contracts.append(last)
        for month in range(size.months):
            statement = open_statement(
                siret=siret, month=add_months(FIRST, month), by=company, on=ON
            )
            rows = Sheet.objects.filter(statement=statement).values_list("pk", "commitment_id")
            world.sheets.update({pk: (place, commitment) for pk, commitment in rows})
    return world
