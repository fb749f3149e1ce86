"""Whether a proposal still fits what is known now, and why some hours are placed nowhere."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from django.db.models import QuerySet

from perenne.domain.hours.models import Plan, PlanLine
from perenne.domain.hours.queries.plans import PlanFacts
from perenne.rules import globalisation as law
from perenne.rules.french import MONTHS, typeset
from perenne.rules.globalisation import Refusal
from perenne.rules.practice import USUAL, Practice
from perenne.values import Hours

Reasons: TypeAlias = tuple[tuple[int, str, str], ...]
"""The number of a commitment, its name, and why it does not count the hours."""
TOLD = 12
"""The first of so many reasons: the others are of the same kind."""
ELSEWHERE = {Refusal.OTHER_COMPANY, Refusal.NOTHING_OWED}
"""Grounds that say nothing: the contract is another company’s, or asks for nothing more."""

TOLD_BY_THE_SUMS = {Refusal.NOTHING_OWED, Refusal.CAP_REACHED}


@dataclass(frozen=True, slots=True)
class LeftOver:
    """Hours of a person on a contract that nothing may count, and why, contract by contract."""

    person: str
    origin_id: int
    origin: str
    months: tuple[date, ...]
    hours: Hours
    why: Reasons


def lines_in(plan: Plan) -> "QuerySet[PlanLine, PlanLine]":
    """By work, as everything that is written in the ledger."""
    told = plan.lines.select_related("work__sheet", "work__participant__merged_into")
    return told.order_by("work_id", "pk")


def misfits(
    lines: Collection[PlanLine], facts: PlanFacts, *, practice: Practice = USUAL
) -> tuple[str, ...]:
    """What keeps the lines from being counted as they are, in sentences; empty when they fit."""
    found = [*_too_many(lines, facts), *_refused(lines, facts, practice)]
    return tuple(dict.fromkeys(found))[:TOLD]


def _too_many(lines: Collection[PlanLine], facts: PlanFacts) -> Iterator[str]:
    """No work gives more than it has, no commitment gets more than it owes and accepts."""
    has = {work.work_id: work.hours.minutes for work in facts.works}
    owes = {it.clause_id: it for it in facts.commitments}
    gives, gets, foreign = _sums(lines)
    for line in lines:
        if gives[line.work_id] > has.get(line.work_id, 0):
            yield typeset(
                f"{_whose(line)} : {Hours(has.get(line.work_id, 0))} restent à compter, et la "
                f"proposition en place {Hours(gives[line.work_id])}."
            )
    for pk, minutes in gets.items():
        if pk not in owes:
            yield typeset(f"« {_name(pk, facts)} » n’est plus en cours.")
        elif minutes > owes[pk].owed.minutes:
            yield typeset(
                f"« {_name(pk, facts)} » doit encore {owes[pk].owed}, et la proposition lui en "
                f"compte {Hours(minutes)}."
            )
        elif foreign[pk] > owes[pk].from_elsewhere.minutes:
            yield typeset(
                f"« {_name(pk, facts)} » accepte encore {owes[pk].from_elsewhere} venues d’autres "
                f"marchés, et la proposition lui en compte {Hours(foreign[pk])}."
            )


def _refused(lines: Collection[PlanLine], facts: PlanFacts, practice: Practice) -> Iterator[str]:
    """Each line by the rule again; the same question is asked once."""
    works = {work.work_id: work for work in facts.works}
    owes = {it.clause_id: it for it in facts.commitments}
    answers: dict[object, Refusal | None] = {}
    for line in lines:
        work, target = works.get(line.work_id), owes.get(line.commitment_id)
        if work is None or target is None:
            continue  # told by the sums
        key = (*_alike(work), target.clause_id)
        if key not in answers:
            origin = owes.get(work.clause_id or 0, target)
            asked = list({it.clause_id: it for it in (target, origin)}.values())
            answers[key] = law.refusals(work, asked, practice=practice).get(target.clause_id)
        said = answers[key]
        if said is not None and said not in TOLD_BY_THE_SUMS:
            yield f"{_whose(line)}, sur « {_name(target.clause_id, facts)} » : {said.label}"


def left_over(
    lines: Collection[PlanLine], facts: PlanFacts, *, practice: Practice = USUAL
) -> tuple[LeftOver, ...]:
    """The most hours first. Contracts of other companies, or that owe nothing, are not told."""
    gives, _gets, _foreign = _sums(lines)
    plan = law.Plan((), {}, facts.commitments, practice)
    told: dict[object, Reasons] = {}
    groups: dict[tuple[str, int, Reasons], list[tuple[date, int]]] = defaultdict(list)
    for work in facts.works:
        left = work.hours.minutes - gives[work.work_id]
        if left <= 0:
            continue
        key = _alike(work)
        if key not in told:
            told[key] = _reasons(work, plan, facts)
        groups[work.person, work.clause_id or 0, told[key]].append((work.month, left))
    found = [
        LeftOver(
            person,
            origin,
            _name(origin, facts),
            tuple(sorted({month for month, _ in parts})),
            Hours(sum(minutes for _, minutes in parts)),
            why,
        )
        for (person, origin, why), parts in groups.items()
    ]
    return tuple(sorted(found, key=lambda it: (-it.hours.minutes, it.person)))


def _reasons(work: law.Work, plan: law.Plan, facts: PlanFacts) -> Reasons:
    mute = {ground.label for ground in ELSEWHERE}
    said = plan.why_left_over(work)
    return tuple(
        (pk, _name(pk, facts), reason)
        for pk, reason in said.items()
        if reason not in mute and pk != work.clause_id
    )[:TOLD]


def _sums(
    lines: Collection[PlanLine],
) -> tuple[Mapping[int, int], Mapping[int, int], Mapping[int, int]]:
    """Minutes by the work that gives them, by the commitment that gets them, from elsewhere."""
    gives: dict[int, int] = defaultdict(int)
    gets: dict[int, int] = defaultdict(int)
    foreign: dict[int, int] = defaultdict(int)
    for line in lines:
        gives[line.work_id] += line.minutes
        gets[line.commitment_id] += line.minutes
        if line.work.sheet.commitment_id != line.commitment_id:
            foreign[line.commitment_id] += line.minutes
    return gives, gets, foreign


def _alike(work: law.Work) -> tuple[object, ...]:
    """Works of which the rule says the same of any clause."""
    return (
        work.company, work.clause_id, work.month, work.days, work.pathway_start, work.basin,
        work.in_priority_district,
    )  # fmt: skip


def _name(pk: int, facts: PlanFacts) -> str:
    row = facts.rows.get(pk)
    return row.contract.object if row else "un marché terminé"


def _whose(line: PlanLine) -> str:
    person = line.work.participant.merged_into or line.work.participant
    month = line.work.month
    return f"{person.code}, {MONTHS[month.month - 1]} {month.year}"
