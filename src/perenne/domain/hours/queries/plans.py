"""The facts of a globalisation: validated hours not counted yet, and what commitments still owe.

A dozen questions for the whole of a facilitator's contracts, however many rows there are.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F, Min, Q, Sum
from django.db.models.functions import Coalesce

from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.queries.targets import targets_of
from perenne.domain.clauses.states import PENDING, RUNNING
from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.models.hirings import AFTER_THE_GREEN_LIGHT
from perenne.domain.hours.models import Balance, Work
from perenne.domain.hours.policy import COMMITMENTS
from perenne.domain.hours.states import VALIDATED
from perenne.domain.procurement.models import Party
from perenne.kit.actors import Actor
from perenne.rules import globalisation as law
from perenne.rules.hours import HOUR_KINDS, CountingTerms, Entry, HourKind
from perenne.rules.practice import USUAL, Practice
from perenne.rules.targets import Target
from perenne.rules.wording import Globalisation, Publics
from perenne.values import Euros, Hours, Period

SIREN = 9  # first digits of a SIRET: the company, whatever its establishment
WHOLE = 10_000
LONGEST = 200  # signs of the object of a contract, in a sentence
FAR = date(9999, 12, 31)
CONSENTS = {
    Globalisation.ACCEPTED.value: law.Consent.OPEN,
    Globalisation.CAPPED.value: law.Consent.CAPPED,
}
"""A clause that says « case by case » refuses until its buyer has answered."""


@dataclass(frozen=True, slots=True)
class PlanFacts:
    works: tuple[law.Work, ...]
    commitments: tuple[law.Commitment, ...]


def plan_facts(
    *, seen_by: Actor, on: date, siret: str = "", practice: Practice = USUAL
) -> PlanFacts:
    """Of one company, or of all; hours worked on contracts of this facilitator, and those alone."""
    rows = COMMITMENTS.rows("plan.propose", seen_by).filter(state__in=[PENDING, RUNNING])
    commitments = list(rows.select_related("clause", "contract").order_by("pk"))
    companies = _companies(row.contract_id for row in commitments)
    works = _works([row.pk for row in commitments], siret, practice)
    return PlanFacts(works, _commitments(commitments, companies, on))


def simulate(*, seen_by: Actor, on: date, siret: str = "", practice: Practice = USUAL) -> law.Plan:
    """What a plan would do today; nothing is written."""
    facts = plan_facts(seen_by=seen_by, on=on, siret=siret, practice=practice)
    return law.plan(facts.works, facts.commitments, practice=practice)


def _commitments(
    rows: Collection[Commitment], companies: Mapping[int, frozenset[str]], on: date
) -> tuple[law.Commitment, ...]:
    targets = targets_of((row.pk for row in rows), on=on)
    counted, foreign = _counted([row.pk for row in rows])
    return tuple(
        _commitment(
            row, targets[row.pk], companies[row.contract_id], counted[row.pk], foreign[row.pk]
        )
        for row in rows
        if targets[row.pk].period is not None
    )


def _commitment(
    row: Commitment, target: Target, companies: frozenset[str], counted: int, foreign: int
) -> law.Commitment:
    clause, period = row.clause, target.period
    assert period is not None
    cap = target.expected.minutes * (clause.globalisation_cap_bp or 0) // WHOLE
    return law.Commitment(
        clause_id=row.pk,
        contract=row.contract.object[:LONGEST],
        owed=Hours(max(0, target.expected.minutes - counted)),
        performance=Period(period.starts_on, period.ends_on + timedelta(1)),
        companies=companies,
        consent=CONSENTS.get(clause.globalisation, law.Consent.REFUSED),
        cap=Hours(max(0, cap - foreign)),
        urban_renewal=clause.publics == Publics.URBAN_RENEWAL.value,
        penalty=Euros(clause.penalty_cents or 0),
    )


def _companies(contracts: Iterable[int]) -> Mapping[int, frozenset[str]]:
    """By the contract: those that perform it."""
    found: dict[int, set[str]] = defaultdict(set)
    rows = Party.objects.filter(contract__in=list(contracts)).values_list("contract", "siret")
    for contract, siret in rows:
        found[contract].add(siret[:SIREN])
    return defaultdict(frozenset, {pk: frozenset(its) for pk, its in found.items()})


def _counted(commitments: Collection[int]) -> tuple[Mapping[int, int], Mapping[int, int]]:
    """Minutes counted on each, and those of them that were worked elsewhere."""
    rows = (
        Balance.objects.filter(commitment__in=commitments)
        .values_list("commitment")
        .annotate(
            everything=Sum("minutes", default=0),
            foreign=Sum("minutes", filter=~Q(work__sheet__commitment=F("commitment")), default=0),
        )
    )
    everything: dict[int, int] = defaultdict(int)
    foreign: dict[int, int] = defaultdict(int)
    for pk, all_of_it, from_elsewhere in rows:
        everything[pk], foreign[pk] = all_of_it, from_elsewhere
    return everything, foreign


def _works(commitments: Collection[int], siret: str, practice: Practice) -> tuple[law.Work, ...]:
    """Hours of a kind that counts in full; those within a limit wait for their own commitment."""
    rows = Work.objects.filter(
        corrects=None,
        net_minutes__gt=F("allocated_minutes"),
        sheet__state=VALIDATED,
        sheet__commitment__in=commitments,
        kind__in=_whole_kinds(practice),
    ).select_related("sheet", "hiring__party", "participant")
    if siret:
        rows = rows.filter(hiring__party__siret=siret)
    works = list(rows.order_by("pk"))
    starts = _pathways(set(map(_whole, works)))
    return tuple(_work(work, starts[_whole(work)]) for work in works)


def _work(row: Work, pathway_start: date) -> law.Work:
    hiring = row.hiring
    last = FAR if hiring.ends_on is None else hiring.ends_on + timedelta(1)
    return law.Work(
        work_id=row.pk,
        person=row.participant.code,
        company=hiring.party.siret[:SIREN],
        month=row.month,
        hours=Hours(row.net_minutes - row.allocated_minutes),
        employment=Period(hiring.counts_from or hiring.starts_on, last),
        pathway_start=pathway_start,
        clause_id=row.sheet.commitment_id,
    )


def _pathways(people: Collection[int]) -> Mapping[int, date]:
    """The first day of each under any clause, whatever record of theirs was hired."""
    theirs = Q(participant__in=people) | Q(participant__merged_into__in=people)
    rows = Hiring.objects.filter(theirs, state__in=AFTER_THE_GREEN_LIGHT)
    whole = Coalesce("participant__merged_into_id", "participant_id")
    return dict(rows.values_list(whole).annotate(first=Min("starts_on")))


def _whole(work: Work) -> int:
    return work.participant.merged_into_id or work.participant_id


def _whole_kinds(practice: Practice) -> list[str]:
    terms = CountingTerms(due=None)
    answers = {
        kind: HOUR_KINDS[kind].asks(Entry(0, kind, Hours(60)), terms, practice) for kind in HourKind
    }
    return [kind.value for kind, said in answers.items() if said.counts and said.cap is None]
