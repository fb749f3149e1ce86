"""The best use of the hours of many people over many clauses: the optimum, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from perenne.rules.globalisation.explaining import explained
from perenne.rules.globalisation.facts import Commitment, Work
from perenne.rules.globalisation.network import best_minutes
from perenne.rules.globalisation.orders import in_order
from perenne.rules.globalisation.refusals import refusals
from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice
from perenne.rules.texts import CCAG_GLOBALISATION, COMMITTEE_GLOBALISATION, PRACTICE
from perenne.values import Hours


@dataclass(frozen=True, slots=True)
class Allocation:
    """Hours of one month of work, counted on one clause."""

    work: Work
    commitment: Commitment
    hours: Hours
    practice: Practice

    @property
    def line(self) -> str:
        """The explanation that a facilitator, a buyer and a company read."""
        return explained(self.work, self.commitment, self.hours, practice=self.practice)


@dataclass(frozen=True, slots=True)
class Plan:
    """`left_over` names by `work_id` the hours that no clause may count."""

    allocations: tuple[Allocation, ...]
    left_over: Mapping[int, Hours]
    commitments: tuple[Commitment, ...]
    practice: Practice

    def why_left_over(self, work: Work) -> Mapping[int, str]:
        """For each clause, why it does not count the hours that are left, in French."""
        refused = refusals(work, self.commitments, practice=self.practice)
        return {
            it.clause_id: refused[it.clause_id].label if it.clause_id in refused else FULL
            for it in self.commitments
        }


FULL = "Ce plan couvre déjà tout ce que cette clause peut recevoir."


@cites(
    CCAG_GLOBALISATION,
    COMMITTEE_GLOBALISATION,
    PRACTICE,
    says="Comment compter le plus d’heures possible, chacune une seule fois ?",
    confidence=Confidence.LIKELY,
)
def plan(
    works: Sequence[Work], commitments: Sequence[Commitment], *, practice: Practice = USUAL
) -> Plan:
    """As many hours as can be counted; then those at home before those elsewhere, then by order.

    An exact optimum of the whole (minimum-cost maximum flow), where `share_out` looks at one month
    only. No hour is counted twice, no clause receives more than it owes, no buyer more from
    elsewhere than it accepts. The same facts always give the same plan.
    """
    clauses = in_order(commitments, practice=practice)
    allocations = tuple(
        Allocation(work, commitment, Hours(minutes), practice)
        for work, commitment, minutes in best_minutes(works, clauses, practice)
    )
    left = {work.work_id: work.hours.minutes for work in works}
    for allocation in allocations:
        left[allocation.work.work_id] -= allocation.hours.minutes
    left_over = {work_id: Hours(minutes) for work_id, minutes in left.items() if minutes}
    return Plan(allocations, left_over, clauses, practice)
