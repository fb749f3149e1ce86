"""The facts of a globalisation: validated hours not counted yet, and what commitments still owe.

Half a dozen questions for the whole of a facilitator's contracts, however many rows there are.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F, Min, Q, Sum, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce

from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.queries.consents import Accord, accords_of
from perenne.domain.clauses.queries.targets import target_facts
from perenne.domain.clauses.states import PENDING, RUNNING
from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.models.hirings import AFTER_THE_GREEN_LIGHT
from perenne.domain.hours.models import Balance, Work
from perenne.domain.hours.policy import COMMITMENTS
from perenne.domain.hours.states import VALIDATED
from perenne.domain.procurement.queries import ContractFacts, facts_of_contracts
from perenne.kit.actors import Actor
from perenne.rules import globalisation as law
from perenne.rules.hours import HOUR_KINDS, CountingTerms, Entry, HourKind
from perenne.rules.practice import USUAL, Practice
from perenne.rules.targets import Target, target_on
from perenne.rules.wording import Publics
from perenne.values import Euros, Hours, Period

SIREN = 9  # first digits of a SIRET: the company, whatever its establishment
WHOLE = 10_000
LONGEST = 200  # signs of the object of a contract, in a sentence
FAR = date(9999, 12, 31)
EPCI = Coalesce(
    "clause__purchase__commune__epci_id", "contract__lot__purchase__commune__epci_id", Value("")
)
IN_A_DISTRICT = "true"


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """`rows`: the commitments as they are kept, by their number, with clause, contract, buyer;
    `accords`: what their buyers answer."""

    works: tuple[law.Work, ...]
    commitments: tuple[law.Commitment, ...]
    rows: Mapping[int, Commitment]
    accords: Mapping[int, Accord]
    contracts: Mapping[int, ContractFacts]


def plan_facts(
    *, seen_by: Actor, on: date, siret: str = "", practice: Practice = USUAL
) -> PlanFacts:
    """Of one company, or of all; hours worked on contracts of this facilitator, and those alone."""
    facts = owing(seen_by=seen_by, act="plan.propose", on=on, practice=practice)
    basins = {it.clause_id: it.basin for it in facts.commitments}
    works = _works(facts.rows, siret, basins, practice)
    return PlanFacts(works, facts.commitments, facts.rows, facts.accords, facts.contracts)


def owing(*, seen_by: Actor, act: str, on: date, practice: Practice = USUAL) -> PlanFacts:
    """The commitments under way alone, without any hours of people."""
    found = COMMITMENTS.rows(act, seen_by).filter(state__in=[PENDING, RUNNING])
    told = found.select_related("clause", "contract__buyer").annotate(epci=EPCI)
    rows = {row.pk: row for row in told.order_by("pk")}
    contracts = facts_of_contracts(row.contract_id for row in rows.values())
    accords = accords_of(list(rows.values()))
    totals = counted_on(rows)
    targets = {
        pk: target_on(target_facts(row, contracts[row.contract_id]), on) for pk, row in rows.items()
    }
    known = tuple(
        _commitment(row, contracts[row.contract_id], targets[pk], accords[pk], totals[pk], practice)
        for pk, row in rows.items()
        if targets[pk].period is not None
    )
    return PlanFacts((), known, rows, accords, contracts)


def simulate(*, seen_by: Actor, on: date, siret: str = "", practice: Practice = USUAL) -> law.Plan:
    """What a plan would do today; nothing is written."""
    facts = plan_facts(seen_by=seen_by, on=on, siret=siret, practice=practice)
    return law.plan(facts.works, facts.commitments, practice=practice)


@dataclass(frozen=True, slots=True)
class Totals:
    """Minutes counted on a commitment, and those of them that were worked elsewhere."""

    everything: int = 0
    foreign: int = 0


def counted_on(commitments: Iterable[int]) -> Mapping[int, Totals]:
    """By the commitment; one query for all."""
    rows = (
        Balance.objects.filter(commitment__in=list(commitments))
        .values_list("commitment")
        .annotate(
            everything=Sum("minutes", default=0),
            foreign=Sum("minutes", filter=Q(at_home=False), default=0),
        )
    )
    return defaultdict(Totals, {pk: Totals(*minutes) for pk, *minutes in rows})


def _commitment(
    row: Commitment,
    contract: ContractFacts,
    target: Target,
    accord: Accord,
    counted: Totals,
    practice: Practice,
) -> law.Commitment:
    period = target.period
    assert period is not None
    share = accord.cap.basis_points if accord.cap else 0
    cap = target.expected.minutes * share // WHOLE
    return law.Commitment(
        clause_id=row.pk,
        contract=contract.object[:LONGEST],
        owed=Hours(max(0, target.expected.minutes - counted.everything)),
        performance=Period(period.starts_on, period.ends_on + timedelta(1)),
        companies=frozenset(party.siret.siren for party in contract.parties),
        consent=accord.consent,
        cap=Hours(max(0, cap - counted.foreign)),
        basin=law.basin_of(getattr(row, "epci", ""), practice=practice),
        urban_renewal=row.clause.publics == Publics.URBAN_RENEWAL.value,
        penalty=Euros(row.clause.penalty_cents or 0),
        accepted_from=accord.since,
    )


def _works(
    commitments: Collection[int], siret: str, basins: Mapping[int, str], practice: Practice
) -> tuple[law.Work, ...]:
    """Hours of a kind that counts in full; those within a limit wait for their own commitment.

    A record that was merged into another is that person: their hours and their pathway are one.
    """
    rows = Work.objects.filter(
        corrects=None,
        net_minutes__gt=F("allocated_minutes"),
        sheet__state=VALIDATED,
        sheet__commitment__in=list(commitments),
        kind__in=_whole_kinds(practice),
    ).select_related("sheet", "hiring__party", "participant__merged_into")
    if siret:
        rows = rows.filter(hiring__party__siret=siret)
    said = KeyTextTransform("in_qpv", "hiring__verdict__file__situation")
    works = list(rows.annotate(in_qpv=said).order_by("pk"))
    starts = _pathways({person_of(work) for work in works})
    return tuple(
        _work(work, starts[person_of(work)], basins.get(work.sheet.commitment_id, ""))
        for work in works
    )


def person_of(work: Work) -> int:
    """The record that stands for the person, whatever was merged into it."""
    return work.participant.merged_into_id or work.participant_id


def _work(row: Work, pathway_start: date, basin: str) -> law.Work:
    hiring, person = row.hiring, row.participant.merged_into or row.participant
    last = FAR if hiring.ends_on is None else hiring.ends_on + timedelta(1)
    return law.Work(
        work_id=row.pk,
        person=person.code,
        company=hiring.party.siret[:SIREN],
        month=row.month,
        hours=Hours(row.net_minutes - row.allocated_minutes),
        employment=Period(hiring.counts_from or hiring.starts_on, last),
        pathway_start=pathway_start,
        clause_id=row.sheet.commitment_id,
        basin=basin,
        in_priority_district=getattr(row, "in_qpv", "") == IN_A_DISTRICT,
    )


def _pathways(people: Collection[int]) -> Mapping[int, date]:
    """The first day of each under any clause, whatever the record it was written on."""
    rows = Hiring.objects.filter(state__in=AFTER_THE_GREEN_LIGHT).annotate(
        person=Coalesce("participant__merged_into", "participant")
    )
    found = rows.filter(Q(participant__in=people) | Q(participant__merged_into__in=people))
    return dict(found.values_list("person").annotate(first=Min("starts_on")))


def _whole_kinds(practice: Practice) -> list[str]:
    """Work-study centres are among them where the committee counts them in full."""
    terms = CountingTerms(due=None)
    answers = {
        kind: HOUR_KINDS[kind].asks(Entry(0, kind, Hours(60)), terms, practice) for kind in HourKind
    }
    return [kind.value for kind, said in answers.items() if said.counts and said.cap is None]
