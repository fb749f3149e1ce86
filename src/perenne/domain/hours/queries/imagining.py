"""« Si j’embauche, quels marchés couvre-t-elle ? »: the rules asked of a person who is not there.

Nothing is written. Hours are those worked in a year of 1 607 hours at 35 hours a week: leave and
holidays are taken away. Months that others still have to declare are not foreseen.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from perenne.domain.hours.queries.plans import PlanFacts, owing
from perenne.domain.procurement.policy import CARRYING_OUT
from perenne.kit.actors import Actor
from perenne.kit.refusals import Refused
from perenne.rules import globalisation as law
from perenne.rules.globalisation.facts import whole_month
from perenne.rules.practice import USUAL, Practice
from perenne.values import Euros, FteBase, Hours, Period, add_months

FULL_TIME = 35 * 12
"""Hours a week, times months a year: what a yearly base is divided by."""
SHE = "Cette personne"
NOBODY_THERE = (
    "Aucun marché en cours de cette entreprise ne porte d’engagement que vous suivez : choisissez "
    "une autre entreprise."
)
BEFORE_IT_ENDS = (
    "Aucun marché de cette entreprise n’est en cours pendant ce contrat de travail : changez les "
    "dates."
)


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """`weekly`: hours that would count, at work and at a training centre if it counts. `home_id`:
    the commitment for which she works, None: the one that owes the most."""

    company: str
    starts_on: date
    months: int
    weekly: Hours
    home_id: int | None = None
    in_priority_district: bool = False

    @property
    def employment(self) -> Period:
        return Period(self.starts_on, add_months(self.starts_on, self.months))


@dataclass(frozen=True, slots=True)
class Company:
    siren: str
    name: str


@dataclass(frozen=True, slots=True)
class Covered:
    """What one commitment would count: `still` owed after it, `avoided` at its own penalty."""

    commitment_id: int
    object: str
    buyer: str
    owed: Hours
    hours: Hours
    first: date
    last: date
    months: int
    avoided: Euros
    is_home: bool

    @property
    def still(self) -> Hours:
        return self.owed - self.hours

    @property
    def by_month(self) -> Hours:
        return Hours(self.hours.minutes // self.months)


@dataclass(frozen=True, slots=True)
class Lacking:
    """An accord without which hours stay uncounted. `may_be_asked`: the clause leaves it open."""

    commitment_id: int
    object: str
    buyer: str
    accord: str
    hours: Hours
    may_be_asked: bool
    is_home: bool


@dataclass(frozen=True, slots=True)
class Imagined:
    worked: Hours
    by_month: Hours
    covered: tuple[Covered, ...]
    lacking: tuple[Lacking, ...]
    could_be: Hours
    """Counted if every buyer accepted."""
    caution: str
    """What is wrong with the length of the pathway, "" when nothing is."""

    @property
    def counted(self) -> Hours:
        return sum((one.hours for one in self.covered), Hours(0))

    @property
    def surplus(self) -> Hours:
        return self.worked - self.counted

    @property
    def avoided(self) -> Euros:
        return sum((one.avoided for one in self.covered), Euros(0))


def companies_for(facts: PlanFacts, *, seen_by: Actor) -> tuple[Company, ...]:
    """For whom one may ask: a company for itself, a facilitator for those of its contracts."""
    names: dict[str, str] = {}
    for contract in facts.contracts.values():
        for party in contract.parties:
            is_own = party.organisation_id == seen_by.organisation_id
            if seen_by.role not in CARRYING_OUT or is_own:
                names.setdefault(party.siret.siren, party.name)
    return tuple(
        Company(siren, name) for siren, name in sorted(names.items(), key=lambda it: it[1])
    )


def what_is_owed(*, seen_by: Actor, on: date, practice: Practice = USUAL) -> PlanFacts:
    """What an hypothesis is tried on; three queries."""
    return owing(seen_by=seen_by, act="plan.imagine", on=on, practice=practice)


def imagine(facts: PlanFacts, said: Hypothesis, *, practice: Practice = USUAL) -> Imagined:
    """Refused, in French, when no contract of that company is there for her."""
    theirs = [it for it in facts.commitments if said.company in it.companies]
    if not theirs:
        raise Refused(NOBODY_THERE)
    meeting = [it for it in theirs if it.performance.meets(said.employment)]
    if not meeting:
        raise Refused(BEFORE_IT_ENDS)
    works = tuple(_works(said, meeting))
    found = law.plan(works, meeting, practice=practice)
    free = [replace(it, consent=law.Consent.OPEN, accepted_from=date.min) for it in meeting]
    ideal = law.plan(works, free, practice=practice)
    return Imagined(
        worked=_total(work.hours for work in works),
        by_month=Hours(_monthly(said)),
        covered=tuple(_covered(found, works, facts)),
        lacking=tuple(_lacking(found, ideal, facts)),
        could_be=_total(part.hours for part in ideal.allocations),
        caution=law.agreement_objection(said.employment, practice=practice) or "",
    )


def _works(said: Hypothesis, theirs: list[law.Commitment]) -> Iterator[law.Work]:
    """Month by month; once her first contract is over, she goes to the one that owes the most."""
    employment, month, number = said.employment, said.starts_on.replace(day=1), 0
    chosen = [it for it in theirs if it.clause_id == said.home_id]
    by_need = [*chosen, *sorted(theirs, key=lambda it: (-it.owed.minutes, it.clause_id))]
    while month < employment.end:
        days = whole_month(month)
        within = Period(max(days.start, employment.start), min(days.end, employment.end))
        home = next((it for it in by_need if it.performance.meets(within)), None)
        minutes = _monthly(said) * (within.end - within.start).days
        yield law.Work(
            work_id=(number := number + 1),
            person=SHE,
            company=said.company,
            month=month,
            hours=Hours(minutes // (days.end - days.start).days),
            employment=employment,
            pathway_start=said.starts_on,
            clause_id=home.clause_id if home else None,
            basin=home.basin if home else "",
            in_priority_district=said.in_priority_district,
        )
        month = days.end


def _monthly(said: Hypothesis) -> int:
    """Minutes of a whole month."""
    return said.weekly.minutes * FteBase.LEGAL // FULL_TIME


def _covered(found: law.Plan, works: tuple[law.Work, ...], facts: PlanFacts) -> Iterator[Covered]:
    """The most hours first."""
    owes = {it.clause_id: it for it in found.commitments}
    dealt = _in_time(found, works)
    for pk in sorted(dealt, key=lambda pk: (-sum(dealt[pk].values()), pk)):
        parts = dealt[pk]
        hours, contract = Hours(sum(parts.values())), facts.rows[pk].contract
        yield Covered(
            pk, contract.object, contract.buyer.name, owes[pk].owed, hours, min(parts),
            max(parts), len(parts), owes[pk].penalty * hours.amount, pk == works[0].clause_id,
        )  # fmt: skip


def _in_time(found: law.Plan, works: tuple[law.Work, ...]) -> Mapping[int, Mapping[date, int]]:
    """Minutes by commitment and month. The optimum says how many, in whatever months: they are
    dealt again from the first month on, the contract that ends first being served first; what is
    not placed so stays as the optimum had it."""
    left: dict[int, int] = defaultdict(int)
    for part in found.allocations:
        left[part.commitment.clause_id] += part.hours.minutes
    dealt: dict[int, dict[date, int]] = defaultdict(dict)
    for work in works:
        refused = law.refusals(work, found.commitments, practice=found.practice)
        minutes = work.hours.minutes
        for it in sorted(found.commitments, key=lambda it: (it.performance.end, it.clause_id)):
            taken = 0 if it.clause_id in refused else min(minutes, left[it.clause_id])
            if taken:
                dealt[it.clause_id][work.month] = taken
                left[it.clause_id] -= taken
                minutes -= taken
    return dealt if not any(left.values()) else _as_found(found)


def _as_found(found: law.Plan) -> Mapping[int, Mapping[date, int]]:
    parts: dict[int, dict[date, int]] = defaultdict(lambda: defaultdict(int))
    for part in found.allocations:
        parts[part.commitment.clause_id][part.work.month] += part.hours.minutes
    return parts


def _lacking(found: law.Plan, ideal: law.Plan, facts: PlanFacts) -> Iterator[Lacking]:
    """Of those who would receive more, and of those whose hours would leave."""
    gains = _gains(found, ideal)
    for pk, (minutes, is_home) in sorted(gains.items(), key=lambda it: (-it[1][0], it[0])):
        row, accord = facts.rows[pk], facts.accords[pk]
        if accord.consent is law.Consent.OPEN or minutes <= 0:
            continue
        if is_home and accord.consent is law.Consent.CAPPED:
            continue  # its limit is on what comes, not on what leaves
        yield Lacking(
            pk, row.contract.object, row.contract.buyer.name, accord.label, Hours(minutes),
            not accord.by_clause and not accord.is_asked, is_home,
        )  # fmt: skip


def _gains(found: law.Plan, ideal: law.Plan) -> Mapping[int, tuple[int, bool]]:
    """By the commitment: minutes that it would count more, else that would leave it; which."""
    more: dict[int, int] = defaultdict(int)
    leaving: dict[int, int] = defaultdict(int)
    for plan, sign in ((ideal, 1), (found, -1)):
        for part in plan.allocations:
            more[part.commitment.clause_id] += sign * part.hours.minutes
            if part.work.clause_id not in {None, part.commitment.clause_id}:
                leaving[part.work.clause_id or 0] += sign * part.hours.minutes
    gains = {pk: (minutes, True) for pk, minutes in leaving.items() if minutes > 0}
    return gains | {pk: (minutes, False) for pk, minutes in more.items() if minutes > 0}


def _total(hours: Iterator[Hours]) -> Hours:
    return sum(hours, Hours(0))
