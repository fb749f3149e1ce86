"""Proposals of globalisation as they are listed, and as one is read before it is approved."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Sum

from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.queries.consents import Accord
from perenne.domain.hours.models import Allocation, Plan, PlanLine
from perenne.domain.hours.policy import PLANS
from perenne.domain.hours.queries.fitting import LeftOver, left_over, lines_in, misfits
from perenne.domain.hours.queries.plan_lists import ON_A_PAGE, PlanRow, row_of, told
from perenne.domain.hours.queries.plans import PlanFacts, owing, plan_facts
from perenne.domain.hours.states import APPROVED, PROPOSED
from perenne.kit.actors import Actor
from perenne.kit.paging import Page
from perenne.kit.refusals import NotFound
from perenne.rules.french import in_full
from perenne.rules.globalisation import Consent, Refusal
from perenne.rules.practice import USUAL, Practice
from perenne.values import Hours

OF_AN_ACCORD = {ground.label for ground in (Refusal.ORIGIN_REFUSES, Refusal.BUYER_REFUSES)}


@dataclass(frozen=True, slots=True)
class Placed:
    """The hours of one person on one commitment, from one other, with the sentence of each."""

    code: str
    name: str
    origin: str
    commitment_id: int
    commitment: str
    months: tuple[date, ...]
    hours: Hours
    sentences: tuple[str, ...]

    @property
    def told(self) -> str:
        """What opens the sentences."""
        return f"Pourquoi ? {len(self.months)} mois"


@dataclass(frozen=True, slots=True)
class Effect:
    """What a commitment owes without the plan, what the plan gives, what it still owes."""

    commitment_id: int
    object: str
    buyer: str
    accord: str
    before: Hours | None
    gained: Hours

    @property
    def told_after(self) -> str:
        """« 12 h », or how much too many when the proposal no longer fits."""
        if self.before is None:
            return "–"
        after = self.before - self.gained
        return str(after) if after.minutes >= 0 else f"{self.gained - self.before} de trop"


@dataclass(frozen=True, slots=True)
class Missing:
    """An accord that the clause leaves open, and the hours left over that wait for it."""

    commitment_id: int
    object: str
    buyer: str
    accord: Accord
    hours: Hours


@dataclass(frozen=True, slots=True)
class PlanCard:
    row: PlanRow
    reason: str
    placed: Page[Placed]
    effects: tuple[Effect, ...]
    left_over: tuple[LeftOver, ...]
    missing: tuple[Missing, ...]
    misfits: tuple[str, ...]
    taken_back: Hours
    """What corrections, or another globalisation, have taken back since it was applied."""
    is_its_facilitator: bool

    @property
    def title(self) -> str:
        return f"Globalisation du {in_full(self.row.made_on)}"

    @property
    def caption(self) -> str:
        return self.row.company or "Toutes les entreprises"

    @property
    def may_approve(self) -> bool:
        return self.may_discard and not self.misfits

    @property
    def may_discard(self) -> bool:
        return self.is_its_facilitator and self.row.state is PROPOSED

    @property
    def may_undo(self) -> bool:
        return self.is_its_facilitator and self.row.state is APPROVED

    @property
    def left(self) -> Hours:
        return sum((one.hours for one in self.left_over), Hours(0))


def plan_card(
    plan_id: int, *, seen_by: Actor, on: date, page: int = 1, practice: Practice = USUAL
) -> PlanCard:
    """With what it would do today while it waits, with what it does once it is applied."""
    plan = told(PLANS.rows("plan.view", seen_by)).filter(pk=plan_id).first()
    if plan is None:
        raise NotFound(plan_id)
    is_its = plan.facilitator_id == seen_by.organisation_id
    lines = list(lines_in(plan))
    facts = _facts(plan, Actor(seen_by.role, organisation_id=plan.facilitator_id), on, practice)
    names = _names(lines, facts)
    waits = plan.state == PROPOSED
    given = _sums(lines) if waits else _counted_by(plan)
    left = left_over(lines, facts, practice=practice) if waits else ()
    return PlanCard(
        row=row_of(plan),
        reason=plan.reason,
        placed=_paged(_placed(lines, names, named=is_its), page),
        effects=_effects(given, facts, names, waits=waits),
        left_over=left,
        missing=_missing(left, facts),
        misfits=misfits(lines, facts, practice=practice) if waits else (),
        taken_back=Hours(0) if waits else row_of(plan).hours - Hours(sum(given.values())),
        is_its_facilitator=is_its,
    )


def _facts(plan: Plan, there: Actor, on: date, practice: Practice) -> PlanFacts:
    if plan.state == PROPOSED:
        return plan_facts(seen_by=there, on=on, siret=plan.siret, practice=practice)
    if plan.state == APPROVED:
        return owing(seen_by=there, act="plan.propose", on=on, practice=practice)
    return PlanFacts((), (), {}, {}, {})


def _names(lines: Collection[PlanLine], facts: PlanFacts) -> Mapping[int, tuple[str, str]]:
    """Object and buyer of each contract that the lines are about; those that are over are read."""
    known = {pk: (row.contract.object, row.contract.buyer.name) for pk, row in facts.rows.items()}
    asked = {pk for line in lines for pk in (line.commitment_id, line.work.sheet.commitment_id)}
    missing = Commitment.objects.filter(pk__in=asked - set(known))
    read = missing.values_list("pk", "contract__object", "contract__buyer__name")
    return known | {pk: (title, buyer) for pk, title, buyer in read}


def _placed(
    lines: Iterable[PlanLine], names: Mapping[int, tuple[str, str]], *, named: bool
) -> list[Placed]:
    """By person, then by the commitment that receives; without names but for its facilitator."""
    groups: dict[tuple[str, str, int, int], list[PlanLine]] = defaultdict(list)
    for line in lines:
        person = line.work.participant.merged_into or line.work.participant
        name = f"{person.first_name} {person.last_name}".strip() if named else ""
        origin = line.work.sheet.commitment_id
        groups[name, person.code, line.commitment_id, origin].append(line)
    return [
        Placed(
            code, name, names[origin][0], target, names[target][0],
            tuple(sorted({line.work.month for line in its})),
            Hours(sum(line.minutes for line in its)),
            tuple(line.sentence for line in sorted(its, key=lambda one: one.work.month)),
        )
        for (name, code, target, origin), its in sorted(groups.items())
    ]  # fmt: skip


def _paged(items: list[Placed], number: int) -> Page[Placed]:
    last = max(1, -(-len(items) // ON_A_PAGE))
    number = min(max(1, number), last)
    start = (number - 1) * ON_A_PAGE
    return Page(items[start : start + ON_A_PAGE], number, ON_A_PAGE, len(items))


def _effects(
    given: Mapping[int, int],
    facts: PlanFacts,
    names: Mapping[int, tuple[str, str]],
    *,
    waits: bool,
) -> tuple[Effect, ...]:
    """The most hours first; of a contract that is over, what it owes is not told."""
    owed = {it.clause_id: it.owed for it in facts.commitments}
    found = []
    for pk, minutes in given.items():
        before = owed.get(pk)
        if before is not None and not waits:
            before += Hours(minutes)
        accord = facts.accords[pk].label if pk in facts.accords else ""
        found.append(Effect(pk, *names[pk], accord, before, Hours(minutes)))
    return tuple(sorted(found, key=lambda one: (-one.gained.minutes, one.commitment_id)))


def _missing(left: Iterable[LeftOver], facts: PlanFacts) -> tuple[Missing, ...]:
    """Of the contract that they would leave, else of those that would receive them."""
    waiting: dict[int, int] = defaultdict(int)
    for one in left:
        origin = facts.accords[one.origin_id]
        refused = {pk for pk, _name, reason in one.why if reason in OF_AN_ACCORD}
        if refused and origin.consent is Consent.REFUSED:
            refused = {one.origin_id}
        for pk in refused:
            waiting[pk] += one.hours.minutes
    return tuple(
        Missing(pk, row.contract.object, row.contract.buyer.name, facts.accords[pk], Hours(minutes))
        for pk, minutes in sorted(waiting.items(), key=lambda it: (-it[1], it[0]))
        if not facts.accords[pk].by_clause and (row := facts.rows[pk])
    )


def _sums(lines: Iterable[PlanLine]) -> Mapping[int, int]:
    sums: dict[int, int] = defaultdict(int)
    for line in lines:
        sums[line.commitment_id] += line.minutes
    return sums


def _counted_by(plan: Plan) -> Mapping[int, int]:
    """What is left of it on each commitment, in the ledger."""
    rows = Allocation.objects.filter(plan=plan).values_list("commitment")
    return {pk: minutes for pk, minutes in rows.annotate(all=Sum("minutes")) if minutes}
