"""What a writer does to the ledger at random, and what it was answered."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from multiprocessing.synchronize import Barrier
from random import Random
from typing import Any, TypeAlias

from django.db import DatabaseError
from ledger_world import FIRST, NOW, ON, World

from perenne.domain.hirings.actions import end_hiring
from perenne.domain.hirings.models import Hiring
from perenne.domain.hours import actions
from perenne.domain.hours.models import Plan, Sheet, Work
from perenne.domain.hours.states import APPROVED, DECLARED, DISPUTED, OPEN, PROPOSED
from perenne.domain.procurement.actions import AmendmentFacts, amend_contract, suspend_contract
from perenne.kit.refusals import Refused
from perenne.rules.hours import HourKind
from perenne.values import Hours, add_months

WHY = "Tirée au sort par la preuve."
KINDS = (HourKind.WORK, HourKind.WORK, HourKind.INTERNAL_TRAINING, HourKind.COMMUTE)
PATIENCE = 60  # seconds
Said: TypeAlias = dict[str, Any] | None


@dataclass(slots=True)
class Told:
    """What came of the acts of one writer, or of all of them."""

    done: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    spent: Counter[str] = field(default_factory=Counter)
    """Milliseconds, by act."""
    by_postgresql: Counter[str] = field(default_factory=Counter)
    """Constraints that refused, said in words or not."""
    errors: Counter[str] = field(default_factory=Counter)
    """What a person would see as an error: neither done nor refused in words."""
    states: Counter[str] = field(default_factory=Counter)
    """SQLSTATE of what PostgreSQL refused."""
    locks: Counter[str] = field(default_factory=Counter)
    """Taken, by name."""

    def __iadd__(self, other: Told) -> Told:
        for name in self.__slots__:
            getattr(self, name).update(getattr(other, name))
        return self

    def times(self, act: str) -> int:
        return self.done[act] + self.refused[act] + self.errors[act]

    @property
    def operations(self) -> int:
        return self.done.total() + self.refused.total() + self.errors.total()


class Writer:
    def __init__(self, world: World, seed: int) -> None:
        self.world, self.chance, self.told = world, Random(seed), Told()  # noqa: S311

    def work(self, operations: int, until: float, together: Barrier | None = None) -> Told:
        """`until`: the moment of the monotonic clock at which it stops anyway. `together`: each
        act begins when all writers are there, and writes the ledger more often."""
        weights = TOGETHER if together else WEIGHTS
        for name in self.chance.choices(list(weights), list(weights.values()), k=operations):
            if time.monotonic() > until:
                break
            if together:
                together.wait(PATIENCE)
            act, choose = ACTS[name]
            said = choose(self)
            if said is not None:
                self._try(name, act, said)
        return self.told

    def _try(self, name: str, act: Callable[..., object], said: dict[str, Any]) -> None:
        began = time.perf_counter()
        try:
            act(**said)
        except Refused as refusal:
            self.told.refused[name] += 1
            self._note(refusal.__cause__)
        except DatabaseError as error:
            self.told.errors[name] += 1
            self._note(error)
        else:
            self.told.done[name] += 1
        self.told.spent[name] += round((time.perf_counter() - began) * 1_000)

    def _note(self, error: BaseException | None) -> None:
        diag = getattr(getattr(error, "__cause__", None), "diag", None)
        if diag is not None:
            self.told.states[diag.sqlstate] += 1
            self.told.by_postgresql[diag.constraint_name or diag.sqlstate] += 1

    def sheet(self, *states: str) -> int | None:
        rows = Sheet.objects.filter(pk__in=self.world.sheets, state__in=states).order_by("pk")
        return self._one(rows.values_list("pk", flat=True)[: self.world.size.near])

    def plan(self, state: str) -> int | None:
        facilitator = self.world.facilitator.organisation_id
        rows = Plan.objects.filter(facilitator_id=facilitator, state=state).order_by("-pk")
        return self._one(rows.values_list("pk", flat=True)[: self.world.size.near])

    def _one(self, rows: Any) -> int | None:
        found = list(rows)
        return self.chance.choice(found) if found else None

    def day(self, within: int = 360) -> date:
        return FIRST + timedelta(self.chance.randrange(within))


def declared(by: Writer) -> Said:
    """Two or three people of the crew, in any order; some with their days."""
    sheet = by.sheet(OPEN, DISPUTED)
    if sheet is None:
        return None
    company, commitment = by.world.sheets[sheet]
    month = FIRST
    lines = [
        actions.Line(hiring, minutes := by.chance.randint(1, 20) * 60, by.chance.choice(KINDS),
                     {month: minutes} if by.chance.random() < 0.1 and minutes <= 480 else {})
        for hiring in by.chance.sample(by.world.crews[commitment], by.chance.choice((1, 2, 3)))
    ]  # fmt: skip
    return {"sheet_id": sheet, "lines": lines, "by": by.world.companies[company], "now": NOW}


def nothing_declared(by: Writer) -> Said:
    sheet = by.sheet(OPEN, DISPUTED)
    if sheet is None:
        return None
    return {"sheet_id": sheet, "by": by.world.companies[by.world.sheets[sheet][0]], "now": NOW}


def taken_back(by: Writer) -> Said:
    sheet = by.sheet(DECLARED)
    if sheet is None:
        return None
    return {"sheet_id": sheet, "by": by.world.companies[by.world.sheets[sheet][0]]}


def disputed(by: Writer) -> Said:
    sheet = by.sheet(DECLARED)
    return sheet and {"sheet_id": sheet, "reason": WHY, "by": by.world.facilitator}


def validated(by: Writer) -> Said:
    """Several at once, in any order."""
    some = [by.sheet(DECLARED) for _ in range(by.chance.choice((1, 1, 2, 3)))]
    wanted = [it for it in some if it is not None]
    return {"sheet_ids": wanted, "by": by.world.facilitator, "now": NOW} if wanted else None


def corrected(by: Writer) -> Said:
    rows = Work.objects.filter(sheet__in=by.world.sheets, corrects=None, sheet__state="validated")
    work = by._one(rows.order_by("-pk").values_list("pk", flat=True)[: 6 * by.world.size.near])
    minutes = by.chance.randint(0, 30) * 60
    said = {"work_id": work, "minutes": minutes, "reason": WHY, "on": ON}
    return work and {**said, "by": by.world.facilitator}


def moved(by: Writer) -> Said:
    """To another contract or month of the same person, at the same company or at another one."""
    rows = Work.objects.filter(sheet__in=by.world.sheets, corrects=None, sheet__state="validated")
    near = list(rows.order_by("-pk").values_list("pk", "hiring_id")[: 6 * by.world.size.near])
    if not near:
        return None
    work, hiring = by.chance.choice(near)
    person = next(crew.index(hiring) for crew in by.world.crews.values() if hiring in crew)
    there = by.chance.choice(list(by.world.crews.values()))[person]
    month = add_months(FIRST, by.chance.randrange(by.world.size.months))
    to = actions.Destination(there, month, by.chance.randint(1, 10) * 60)
    return {"work_id": work, "to": to, "reason": WHY, "by": by.world.facilitator, "on": ON}


def proposed(by: Writer) -> Said:
    return {"by": by.world.facilitator, "on": ON}


def approved(by: Writer) -> Said:
    plan = by.plan(PROPOSED)
    return plan and {"plan_id": plan, "by": by.world.facilitator, "on": ON}


def discarded(by: Writer) -> Said:
    plan = by.plan(PROPOSED)
    return plan and {"plan_id": plan, "by": by.world.facilitator}


def undone(by: Writer) -> Said:
    plan = by.plan(APPROVED)
    return plan and {"plan_id": plan, "by": by.world.facilitator, "reason": WHY}


def ended(by: Writer) -> Said:
    """In the last months, so that the others go on for long."""
    crew = by.chance.choice(list(by.world.crews.values()))
    hiring = by._one(Hiring.objects.filter(pk__in=crew).values_list("pk", flat=True))
    ended_on = ON - timedelta(by.chance.randrange(120))
    return {
        "hiring_id": hiring, "ended_on": ended_on, "by": by.world.facilitator, "on": ON,
        "reason": WHY,
    }  # fmt: skip


def amended(by: Writer) -> Said:
    """The volume that is written goes up or down."""
    day, hours = by.day(), by.chance.randint(0, 2 * by.world.size.hours[-1])
    facts = AmendmentFacts("Volume revu", ON, day, due=Hours.of(hours))
    contract = by.chance.choice(by.world.contracts)
    return {"contract_id": contract, "said": facts, "by": by.world.facilitator}


def suspended(by: Writer) -> Said:
    since = by.day()
    contract = by.chance.choice(by.world.contracts)
    said = {"since": since, "until": since + timedelta(3), "reason": WHY}
    return {"contract_id": contract, **said, "by": by.world.facilitator}


ACTS: dict[str, tuple[Callable[..., object], Callable[[Writer], Said]]] = {
    "declare": (actions.declare_sheet, declared),
    "nothing": (actions.declare_nothing, nothing_declared),
    "take back": (actions.take_sheet_back, taken_back),
    "dispute": (actions.dispute_sheet, disputed),
    "validate": (actions.validate_sheets, validated),
    "correct": (actions.correct_work, corrected),
    "move": (actions.move_work, moved),
    "propose": (actions.propose_plan, proposed),
    "approve": (actions.approve_plan, approved),
    "discard": (actions.discard_plan, discarded),
    "undo": (actions.undo_plan, undone),
    "end hiring": (end_hiring, ended),
    "amend": (amend_contract, amended),
    "suspend": (suspend_contract, suspended),
}
WEIGHTS = {
    "declare": 26, "nothing": 5, "take back": 22, "dispute": 14, "validate": 3, "correct": 8,
    "move": 4, "propose": 2, "approve": 5, "discard": 2, "undo": 4, "end hiring": 2, "amend": 2,
    "suspend": 1,
}  # fmt: skip
TOGETHER = WEIGHTS | {
    "declare": 20, "nothing": 3, "take back": 3, "dispute": 3, "validate": 16, "correct": 30,
    "move": 8, "propose": 4, "approve": 8, "undo": 6, "end hiring": 6,
}  # fmt: skip
