"""The facilitator certifies the hours of a party: what the ledger counts, under its lock."""

import secrets
from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction

from perenne.domain.clauses.models import Commitment
from perenne.domain.compliance.actions.settling import end_alert_of
from perenne.domain.compliance.models import Certificate
from perenne.domain.compliance.policy import CERTIFICATES, CERTIFIED
from perenne.domain.compliance.queries.certificates import Said, facts_for, last_line
from perenne.domain.compliance.states import CERTIFICATE_LIFE, CertificateState
from perenne.domain.hours.actions.counting import lock_commitments
from perenne.domain.procurement.models import Party
from perenne.domain.procurement.states import PartyRole
from perenne.kit.actors import Actor
from perenne.kit.jobs import enqueue
from perenne.kit.journal.writing import record
from perenne.kit.last_line import telling
from perenne.kit.refusals import Refused
from perenne.rules.certificates import VERSION, CertificateKind, objections

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Those that nobody takes for another one: five bits each, a hundred in all."""
ALREADY = "Une attestation valable existe déjà pour cette période : remplacez-la, ou révoquez-la."
NO_PARTY = "Ce marché n’a pas de titulaire : indiquez-le avant de délivrer une attestation."


@dataclass(frozen=True, slots=True)
class Wanted:
    """`year` is read for a yearly certificate alone."""

    kind: CertificateKind
    year: int


@transaction.atomic
def issue_certificate(*, commitment_id: int, wanted: Wanted, by: Actor, on: date) -> int:
    """Its id; the party is told by mail. Refused with all that is not settled."""
    commitment = CERTIFIED.take("certificate.issue", by, commitment_id)
    row = _drawn_up(commitment, wanted, on)
    with telling({"certificate_of_a_period_is_one": ALREADY}):
        row.save()
    record("certificate.issue", row, by=by)
    enqueue("compliance.tell_issued", certificate_id=row.pk)
    end_alert_of(commitment_id, on=on)
    return row.pk


@transaction.atomic
def replace_certificate(*, certificate_id: int, reason: str, by: Actor, on: date) -> int:
    """By another one of the same period, on what the ledger counts now; its id."""
    old = CERTIFICATES.take("certificate.replace", by, certificate_id)
    wanted = Wanted(CertificateKind(old.kind), old.since.year)
    commitment = Commitment.objects.select_related("clause").get(pk=old.commitment_id)
    row = _drawn_up(commitment, wanted, on)
    _close(old, "certificate.replace", reason, by, on)
    row.replaces = old
    row.save()
    record("certificate.issue", row, by=by)
    enqueue("compliance.tell_issued", certificate_id=row.pk)
    return row.pk


@transaction.atomic
def revoke_certificate(*, certificate_id: int, reason: str, by: Actor, on: date) -> None:
    """Whoever checks it reads that it is worth nothing any more."""
    row = CERTIFICATES.take("certificate.revoke", by, certificate_id)
    _close(row, "certificate.revoke", reason, by, on)


def _drawn_up(commitment: Commitment, wanted: Wanted, on: date) -> Certificate:
    """Under the lock of the commitment: no line is added to its ledger meanwhile."""
    lock_commitments([commitment.pk])
    facts, figures = facts_for(commitment, wanted.kind, wanted.year, on=on)
    refused = objections(facts)
    if refused or facts.period is None:
        raise Refused(" ".join(refused))
    party = _party_of(commitment)
    return Certificate(
        commitment=commitment,
        party=party,
        kind=wanted.kind,
        code="".join(secrets.choice(LETTERS) for _ in range(20)),
        since=facts.period.start,
        until=facts.period.last_day,
        **asdict(figures),
        ledger_line=last_line(commitment.pk),
        rule_version=VERSION,
        said=asdict(_said(commitment, party)),
        issued_on=on,
    )


def _party_of(commitment: Commitment) -> Party:
    """Who answers for the whole."""
    rows = Party.objects.filter(contract=commitment.contract_id, role=PartyRole.LEAD)
    party = rows.order_by("pk").last()
    if party is None:
        raise Refused(NO_PARTY)
    return party


def _said(commitment: Commitment, party: Party) -> Said:
    contract = commitment.contract
    return Said(
        party=party.name,
        siret=party.siret,
        buyer=contract.buyer.name,
        object=contract.object,
        reference=contract.reference,
        facilitator=contract.facilitator.name,
    )


def _close(row: Certificate, act: str, reason: str, by: Actor, on: date) -> None:
    row.state = CERTIFICATE_LIFE.after(act, CertificateState(row.state))
    row.closed_on, row.reason = on, reason.strip()[:500]
    record(act, row, by=by, reason=reason)
    row.save()
