"""Certificates as they are listed, shown, checked by anybody, and computed again years later.

Whatever is corrected afterwards, the lines of the ledger that were there on the day of issue stay
what they were (they are compensated, never changed), and so do the facts of the contract known on
the eve: the same minutes come out.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Max, Q, QuerySet, Sum

from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.queries.targets import target_facts
from perenne.domain.compliance.models import Certificate, Shortfall
from perenne.domain.compliance.models.shortfalls import LIVE
from perenne.domain.compliance.policy import CERTIFICATES, CERTIFIED
from perenne.domain.compliance.states import CERTIFICATE_LIFE, CertificateState
from perenne.domain.hours.models import Allocation, Sheet
from perenne.domain.hours.states import DECLARED, VALIDATED, SheetState
from perenne.domain.procurement.queries import ContractFacts, contract_facts
from perenne.domain.procurement.states import ContractState
from perenne.kit.actors import Actor, Role
from perenne.kit.paging import Page, page_of
from perenne.kit.refusals import NotFound
from perenne.rules.certificates import (
    CertificateFacts,
    CertificateKind,
    MonthWaiting,
    span_of,
)
from perenne.rules.french import in_full
from perenne.rules.targets import Facts, target_on
from perenne.values import Hours, Period, Siret

DAY = timedelta(1)
OVER = {ContractState.ENDED, ContractState.TERMINATED}


@dataclass(frozen=True, slots=True)
class Figures:
    """Minutes: owed in all on the last day, worked in the period, worked since the beginning."""

    due_minutes: int
    counted_minutes: int
    total_minutes: int


@dataclass(frozen=True, slots=True)
class Said:
    """What the certificate prints of names, as they were on its day."""

    party: str
    siret: str
    buyer: str
    object: str
    reference: str
    facilitator: str


@dataclass(frozen=True, slots=True)
class CertificateCard:
    id: int
    commitment_id: int
    kind: CertificateKind
    state: CertificateState
    code: str
    since: date
    until: date
    due: Hours
    counted: Hours
    total: Hours
    said: Said
    issued_on: date
    closed_on: date | None
    reason: str
    replaced_by: int | None
    may: frozenset[str] = frozenset()

    @property
    def siret(self) -> str:
        return f"SIRET {Siret(self.said.siret)}"

    @property
    def span(self) -> str:
        return f"du {in_full(self.since)} au {in_full(self.until)}"

    @property
    def issuer(self) -> str:
        return f"{self.said.facilitator}, le {in_full(self.issued_on)}"

    @property
    def grouped_code(self) -> str:
        """As it is read aloud: five groups of four."""
        return " ".join(self.code[at : at + 4] for at in range(0, len(self.code), 4))


@dataclass(frozen=True, slots=True)
class Certifiable:
    """A commitment on which a certificate may be issued, and the years that are over."""

    id: int
    object: str
    buyer: str
    party: str
    years: tuple[int, ...]
    is_over: bool


def certificates_of(
    *, seen_by: Actor, commitment_id: int | None = None, page: int = 1
) -> Page[CertificateCard]:
    """The latest first; two queries."""
    rows = CERTIFICATES.rows("certificate.view", seen_by).select_related("replaced_by")
    if commitment_id is not None:
        rows = rows.filter(commitment_id=commitment_id)
    return page_of(rows.order_by("-issued_on", "-pk"), page, size=25, card_of=_card)


def certificate_card(
    certificate_id: int, *, seen_by: Actor, act: str = "certificate.view"
) -> CertificateCard:
    """One query. `may` says the acts of its facilitator."""
    rows = CERTIFICATES.rows(act, seen_by).select_related("replaced_by", "commitment__contract")
    row = rows.filter(pk=certificate_id).first()
    if row is None:
        raise NotFound(certificate_id)
    follows = seen_by.role in {Role.FACILITATOR, Role.COORDINATION} and (
        seen_by.organisation_id == row.commitment.contract.facilitator_id
    )
    ripe = (
        act for act in CERTIFICATE_LIFE.moves
        if CertificateState(row.state) in CERTIFICATE_LIFE.sources(act)
    )  # fmt: skip
    return _card(row, frozenset(ripe) if follows else frozenset())


def certificate_behind(code: str) -> CertificateCard:
    """For whoever has read the code; NotFound for any other text, whatever is wrong with it."""
    plain = "".join(letter for letter in code.upper() if letter.isalnum())
    rows = Certificate.objects.select_related("replaced_by")
    row = rows.filter(code=plain).first() if len(plain) == 20 else None
    if row is None:
        raise NotFound(code)
    return _card(row)


def certifiable(commitment_id: int, *, seen_by: Actor, on: date) -> Certifiable:
    """Three queries."""
    rows = CERTIFIED.rows("certificate.issue", seen_by).select_related("clause", "contract__buyer")
    row = rows.filter(pk=commitment_id).first()
    if row is None:
        raise NotFound(commitment_id)
    contract = contract_facts(row.contract_id)
    period = target_on(target_facts(row, contract), on).period
    first = period.starts_on.year if period else on.year
    last = min(on.year, period.ends_on.year if period else on.year)
    return Certifiable(
        id=row.pk,
        object=contract.object,
        buyer=row.contract.buyer.name,
        party=contract.lead.name if contract.lead else "",
        years=tuple(range(last, first - 1, -1)),
        is_over=contract.state in OVER,
    )


def facts_for(
    row: Commitment, kind: CertificateKind, year: int, *, on: date
) -> tuple[CertificateFacts, Figures]:
    """What the rules ask before an issue, and the figures that it would say; five queries."""
    contract = contract_facts(row.contract_id)
    facts = target_facts(row, contract)
    span = _span(facts, kind, year, contract, on)
    since, until = (span.start, span.last_day) if span else (on, on)
    counted, total = minutes_counted(row.pk, since, until)
    due = target_on(facts, until).due
    figures = Figures(target_on(facts, until, known_on=on - DAY).due.minutes, counted, total)
    return (
        CertificateFacts(
            kind=kind,
            on=on,
            period=span,
            ended_on=contract.ended_on if contract.state in OVER else None,
            counted=Hours(counted),
            due=due,
            due_on_the_eve=Hours(figures.due_minutes),
            waiting=_waiting(row.pk, since, until),
            is_disputed=Shortfall.objects.filter(commitment=row, state__in=LIVE).exists(),
        ),
        figures,
    )


def minutes_counted(
    commitment_id: int, since: date, until: date, *, up_to: int | None = None
) -> tuple[int, int]:
    """Of those months, and of all months up to then; `up_to`: a line of the ledger."""
    rows = Allocation.objects.filter(commitment=commitment_id, work__month__lte=until)
    if up_to is not None:
        rows = rows.filter(pk__lte=up_to)
    within = Q(work__month__gte=since.replace(day=1))
    sums = rows.aggregate(counted=Sum("minutes", filter=within), total=Sum("minutes"))
    return sums["counted"] or 0, sums["total"] or 0


def last_line(commitment_id: int) -> int:
    """Of the ledger, on this commitment; exact while it is locked."""
    found = Allocation.objects.filter(commitment=commitment_id).aggregate(last=Max("pk"))
    return found["last"] or 0


def figures_of(row: Certificate) -> Figures:
    """What it says."""
    return Figures(row.due_minutes, row.counted_minutes, row.total_minutes)


def recomputed(row: Certificate) -> Figures:
    """The same figures from what was known on the day of issue, corrections since left out."""
    commitment = Commitment.objects.select_related("clause").get(pk=row.commitment_id)
    facts = target_facts(commitment, contract_facts(commitment.contract_id))
    due = target_on(facts, row.until, known_on=row.issued_on - DAY).due
    counted, total = minutes_counted(row.commitment_id, row.since, row.until, up_to=row.ledger_line)
    return Figures(due.minutes, counted, total)


def all_certificates() -> "QuerySet[Certificate, Any]":
    """Of this committee, for whoever computes them all again."""
    return Certificate.objects.order_by("pk")


def _span(
    facts: Facts, kind: CertificateKind, year: int, contract: ContractFacts, on: date
) -> Period | None:
    period = target_on(facts, on).period
    if period is None:
        return None
    last = contract.ended_on or period.ends_on
    return span_of(kind, year, starts_on=period.starts_on, ends_on=last)


def _waiting(commitment_id: int, since: date, until: date) -> tuple[MonthWaiting, ...]:
    """Months opened for a company whose hours are not validated."""
    rows = Sheet.objects.filter(
        commitment=commitment_id, month__gte=since.replace(day=1), month__lte=until
    ).exclude(state=VALIDATED)
    said = {DECLARED.value, SheetState.DISPUTED.value}
    return tuple(
        MonthWaiting(month, state in said)
        for month, state in rows.order_by("month", "pk").values_list("month", "state")
    )


def _card(row: Certificate, may: frozenset[str] = frozenset()) -> CertificateCard:
    after = getattr(row, "replaced_by", None)
    return CertificateCard(
        id=row.pk,
        commitment_id=row.commitment_id,
        kind=CertificateKind(row.kind),
        state=CertificateState(row.state),
        code=row.code,
        since=row.since,
        until=row.until,
        due=Hours(row.due_minutes),
        counted=Hours(row.counted_minutes),
        total=Hours(row.total_minutes),
        said=Said(**row.said),
        issued_on=row.issued_on,
        closed_on=row.closed_on,
        reason=row.reason,
        replaced_by=after.pk if after else None,
        may=may,
    )
