"""The contracts of a buyer: what they owe, what was done, and what they would cost today."""

from dataclasses import dataclass
from datetime import date

from perenne.domain.assessments.queries.boards.exposed import exposed_rows
from perenne.domain.compliance.queries.pace import PaceRow
from perenne.domain.compliance.queries.standings import standing_in
from perenne.kit.actors import Actor
from perenne.kit.paging import Page
from perenne.values import Euros, Hours

SIZE = 30


@dataclass(frozen=True, slots=True)
class ContractLine:
    """`due`: in all, `expected`: by `measured_on`, the last day whose hours are known; `exposure`:
    None where hours alone do not measure it."""

    commitment_id: int
    object: str
    reference: str
    holder: str
    due: Hours
    expected: Hours
    measured_on: date
    done: Hours
    lacking: Hours
    exposure: Euros | None
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class ContractBoard:
    """`page`: the dearest first; the sums are of all of them."""

    page: Page[ContractLine]
    expected: Hours
    done: Hours
    lacking: Hours
    exposure: Euros


def contract_lines(*, seen_by: Actor, on: date, page: int = 1) -> ContractBoard:
    """Of commitments under way that have a calendar; as many queries for any number of them."""
    sums, shown = exposed_rows(seen_by=seen_by, on=on, page=page, size=SIZE)
    return ContractBoard(
        page=Page([*map(_line, shown.items)], shown.number, shown.size, shown.total),
        expected=Hours(sums["expected"]),
        done=Hours(sums["counted"]),
        lacking=Hours(sums["lacking"]),
        exposure=Euros(sums["cents"]),
    )


def _line(row: PaceRow) -> ContractLine:
    standing = standing_in(row.pace.late)
    return ContractLine(
        commitment_id=row.id,
        object=row.object,
        reference=row.reference,
        holder=row.lead,
        due=row.pace.target.expected,
        expected=standing.expected,
        measured_on=standing.on,
        done=standing.counted,
        lacking=standing.open,
        exposure=row.exposure,
        ends_on=row.pace.ends_on,
    )
