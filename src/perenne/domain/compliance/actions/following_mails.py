"""The mails of reviews and certificates, each about the state of things when it leaves."""

from dataclasses import replace
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localtime

from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.queries.reach import people_at, people_of, with_page
from perenne.domain.compliance.models import Certificate, Review
from perenne.domain.compliance.states import CANCELLED, ISSUED, PLANNED, SHARED
from perenne.domain.organisations.queries.reaching import mailbox_of
from perenne.domain.procurement.models import Contract
from perenne.domain.procurement.states import PartyRole
from perenne.kit.french.dates import written
from perenne.kit.mails.kinds import MailKind, declare
from perenne.kit.mails.sending import Message, send_each
from perenne.rules.certificates import CertificateKind
from perenne.rules.french import in_full

PLANNED_KIND = declare("compliance.review_planned", "Réunion planifiée")
CANCELLED_KIND = declare("compliance.review_cancelled", "Réunion annulée")
SHARED_KIND = declare("compliance.minutes_shared", "Compte rendu diffusé")
ISSUED_KIND = declare("compliance.certificate_issued", "Attestation délivrée")
BYE = "\n\nPérenne, la plateforme du {committee}"


def send_planned(*, review_id: int, now: datetime) -> int:
    """How many mails left: none once the meeting was held or cancelled."""
    row = _review(review_id, PLANNED.value)
    if row is None or row.meets_at is None:
        return 0
    when = written(localtime(row.meets_at), "l j F Y à H:i")
    message = _about(
        PLANNED_KIND,
        row.commitment.contract,
        f"review/{row.pk}/{row.meets_at:%Y%m%d%H%M}",
        f"Réunion de suivi {when} : « {row.commitment.contract.object} »",
        f"Bonjour,\n\nUne réunion de suivi de la clause d’insertion du marché "
        f"« {row.commitment.contract.object} » est prévue {when}.\n\nLieu : {row.place}",
    )
    return _mail_page(message, row, "À mettre dans votre agenda, avec l’état du contrat :", now)


def send_cancelled(*, review_id: int, now: datetime) -> int:
    row = _review(review_id, CANCELLED.value)
    if row is None or row.meets_at is None:
        return 0
    day = in_full(localtime(row.meets_at))
    message = _about(
        CANCELLED_KIND,
        row.commitment.contract,
        f"review/{row.pk}",
        f"Réunion du {day} annulée : « {row.commitment.contract.object} »",
        f"Bonjour,\n\nLa réunion de suivi du {day} n’aura pas lieu.\n\nMotif : {row.reason}",
    )
    return _mail(message, _members(row.commitment), now)


def send_shared(*, review_id: int, now: datetime) -> int:
    row = _review(review_id, SHARED.value)
    if row is None or row.held_on is None:
        return 0
    day = in_full(row.held_on)
    asked = row.decisions.count()
    decided = f", avec {asked} décision{'s' if asked > 1 else ''} à suivre" if asked else ""
    message = _about(
        SHARED_KIND,
        row.commitment.contract,
        f"review/{row.pk}",
        f"Compte rendu de la réunion du {day} : « {row.commitment.contract.object} »",
        f"Bonjour,\n\nLe compte rendu de la réunion du {day} est disponible{decided}.",
    )
    return _mail_page(message, row, "À lire ici :", now)


def send_issued(*, certificate_id: int, now: datetime) -> int:
    """To the party: where it is taken, and checked by whoever has its code."""
    rows = Certificate.objects.filter(pk=certificate_id, state=ISSUED)
    row = rows.select_related("party", "commitment__contract").first()
    if row is None:
        return 0
    title = CertificateKind(row.kind).label
    message = _about(
        ISSUED_KIND,
        row.commitment.contract,
        f"certificate/{row.pk}",
        f"{title} d’insertion : « {row.said['object']} »",
        f"Bonjour,\n\nVotre facilitateur vous a délivré une attestation des heures d’insertion "
        f"réalisées du {in_full(row.since)} au {in_full(row.until)}.\n\n"
        f"Téléchargez-la ici, sans compte ; toute personne à qui vous la remettez la vérifie à la "
        f"même adresse :\n\n{_address('certificates:check', row.code)}",
    )
    return _mail(message, people_of(row.party), now)


def _review(review_id: int, state: str) -> Review | None:
    rows = Review.objects.filter(pk=review_id, state=state)
    return rows.select_related("commitment__contract").first()


def _members(commitment: Commitment) -> list[str]:
    """The buyer, the facilitator, the parties that answer for the whole: as the policy has it."""
    contract = commitment.contract
    parties = contract.parties.filter(until__isnull=True).exclude(role=PartyRole.SUBCONTRACTOR)
    found = [*people_at(contract.buyer_id), *people_at(contract.facilitator_id)]
    return list(
        dict.fromkeys([*found, *(one for it in parties.order_by("pk") for one in people_of(it))])
    )


def _address(name: str, *arguments: object) -> str:
    return f"{settings.ADDRESS}{reverse(name, args=arguments)}"


def _about(kind: MailKind, contract: Contract, about: str, subject: str, body: str) -> Message:
    """To answer it is to write to the facilitator of the contract."""
    return Message(kind, about, "", subject, body, reply_to=mailbox_of(contract.facilitator_id))


def _mail_page(message: Message, row: Review, words: str, now: datetime) -> int:
    page = f"{words}\n\n{_address('reviews:show', row.pk)}"
    bye = BYE.format(committee=settings.COMMITTEE)
    contract, to = row.commitment.contract, _members(row.commitment)
    return send_each(with_page(message, to, page, bye, contract=contract), now=now)


def _mail(message: Message, to: list[str], now: datetime) -> int:
    closing = BYE.format(committee=settings.COMMITTEE)
    return send_each(replace(message, body=message.body + closing).to_each(to), now=now)
