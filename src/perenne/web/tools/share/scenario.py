"""What the form says as the facts of globalisation, and what the rules answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from perenne.rules.french import MONTHS
from perenne.rules.globalisation import Commitment, Consent, Plan, Work, plan
from perenne.rules.globalisation.windows import LONGEST_MONTHS
from perenne.values import Hours, Period, add_months
from perenne.web.tools.share.form import LETTERS, LONGEST, ROWS, WITHOUT

COMPANY = "votre entreprise"
NONE = Hours(0)


@dataclass(frozen=True, slots=True)
class Share:
    """What one contract owes and receives. `letter` names it in the drawing and in the tables."""

    letter: str
    name: str
    owed: Hours
    at_home: Hours
    from_elsewhere: Hours

    @property
    def counted(self) -> Hours:
        return self.at_home + self.from_elsewhere

    @property
    def missing(self) -> Hours:
        return self.owed - self.counted


@dataclass(frozen=True, slots=True)
class Month:
    """One month of work: where, how much, counted where, what is left over and why."""

    label: str
    place: str
    worked: Hours
    counted: tuple[Hours, ...]
    left: Hours
    why: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Scenario:
    works: tuple[Work, ...]
    shares: tuple[Share, ...]
    months: tuple[Month, ...]
    lines: tuple[str, ...]
    flows: Mapping[tuple[str, str], Hours]
    """From where they were worked to where they are counted; "" is nowhere."""

    @property
    def worked(self) -> Hours:
        return sum((work.hours for work in self.works), NONE)

    @property
    def left(self) -> Hours:
        return sum((month.left for month in self.months), NONE)

    @property
    def missing(self) -> Hours:
        return sum((share.missing for share in self.shares), NONE)

    @property
    def gained(self) -> Hours:
        """What nobody would count without globalisation."""
        return sum((share.from_elsewhere for share in self.shares), NONE)


def scenario_of(said: Mapping[str, Any]) -> Scenario:
    commitments = tuple(_commitments(said))
    works = tuple(_works(said))
    found = plan(works, commitments)
    letters = {it.clause_id: LETTERS[it.clause_id] for it in commitments}
    flows = _flows(found, letters)
    shares = tuple(_share(it, letters[it.clause_id], flows) for it in commitments)
    months = tuple(_month(work, found, letters) for work in works)
    return Scenario(works, shares, months, tuple(it.line for it in found.allocations), flows)


def longest() -> int:
    """How many months the hours of one person may be globalised."""
    return LONGEST_MONTHS.value


def _commitments(said: Mapping[str, Any]) -> list[Commitment]:
    """Those that owe hours."""
    return [
        Commitment(
            clause_id=number,
            contract=said[f"{key}_name"] or f"Marché {letter}",
            owed=said[f"{key}_owed"],
            performance=_performance(said, key),
            companies=frozenset({COMPANY}),
            consent=Consent(said[f"{key}_consent"] or Consent.OPEN),
            cap=said[f"{key}_cap"] or NONE,
        )
        for number, (letter, key) in enumerate((letter, letter.lower()) for letter in LETTERS)
        if said[f"{key}_owed"]
    ]


def _performance(said: Mapping[str, Any], key: str) -> Period:
    start, end = said[f"{key}_start"] or 1, said[f"{key}_end"] or LONGEST
    return Period(add_months(said["first"], start - 1), add_months(said["first"], max(start, end)))


def _works(said: Mapping[str, Any]) -> list[Work]:
    first: date = said["first"]
    places = {letter.lower(): number for number, letter in enumerate(LETTERS)}
    return [
        Work(
            work_id=row,
            person="la personne",
            company=COMPANY,
            month=add_months(first, row - 1),
            hours=said[f"m{row}_hours"],
            employment=Period(first, add_months(first, len(ROWS))),
            pathway_start=add_months(first, -(said["earlier"] or 0)),
            clause_id=places.get(said[f"m{row}_place"]),
        )
        for row in ROWS
        if said[f"m{row}_hours"]
    ]


def _flows(found: Plan, letters: Mapping[int, str]) -> Mapping[tuple[str, str], Hours]:
    flows: dict[tuple[str, str], Hours] = {}

    def add(home: int | None, to: str, hours: Hours) -> None:
        at = (letters.get(home, WITHOUT) if home is not None else WITHOUT, to)
        flows[at] = flows.get(at, NONE) + hours

    for it in found.allocations:
        add(it.work.clause_id, letters[it.commitment.clause_id], it.hours)
    return flows


def _share(it: Commitment, letter: str, flows: Mapping[tuple[str, str], Hours]) -> Share:
    home = flows.get((letter, letter), NONE)
    counted = sum((hours for (_, to), hours in flows.items() if to == letter), NONE)
    return Share(letter, it.contract, it.owed, home, counted - home)


def _month(work: Work, found: Plan, letters: Mapping[int, str]) -> Month:
    counted = {it.commitment.clause_id: it.hours for it in found.allocations if it.work is work}
    left = found.left_over.get(work.work_id, NONE)
    why = found.why_left_over(work) if left else {}
    return Month(
        label=f"{MONTHS[work.month.month - 1]} {work.month.year}",
        place=letters.get(work.clause_id, "") if work.clause_id is not None else "",
        worked=work.hours,
        counted=tuple(counted.get(number, NONE) for number in letters),
        left=left,
        why=tuple((letters[number], reason) for number, reason in why.items()),
    )
