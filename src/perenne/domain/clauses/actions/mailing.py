"""The mails of an execution, each about the state of things when it leaves."""

from dataclasses import replace
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localtime

from perenne.domain.clauses.models import Commitment, CommitmentShare
from perenne.domain.clauses.queries.links import Offer, state_of_offer, token_of
from perenne.domain.clauses.queries.reach import everybody_in, people_at, people_of, with_page
from perenne.domain.clauses.states import PROPOSED, WITHDRAWN, ShareState, VolumeKind
from perenne.domain.organisations.queries.reaching import mailbox_of
from perenne.domain.procurement.models import Contract
from perenne.kit.french.dates import written
from perenne.kit.mails.kinds import MailKind, declare
from perenne.kit.mails.sending import Message, send_each
from perenne.values import Hours

STARTED = declare("clauses.started", "Marché notifié")
ENDED = declare("clauses.ended", "Marché terminé")
OFFERED = declare("clauses.offered", "Heures proposées")
ANSWERED = declare("clauses.answered", "Réponse sur les heures proposées")
TAKEN_BACK = declare("clauses.taken_back", "Heures reprises")
BYE = "\n\nPérenne, la plateforme du {committee}"


def send_started(*, commitment_id: int, now: datetime) -> int:
    """To all the parties, once their contract is notified; how many mails left."""
    commitment = _commitment(commitment_id)
    if commitment is None:
        return 0
    contract = commitment.contract
    follows = commitment.clause.volume_kind == VolumeKind.PER_INVOICE
    volume = "le volume suit les factures" if follows else str(Hours(commitment.due_minutes))
    message = _about(
        STARTED,
        contract,
        f"commitment/{commitment.pk}",
        f"Marché notifié : clause d’insertion de « {contract.object} »",
        f"Bonjour,\n\nLe marché « {contract.object} » ({contract.reference}) est notifié, avec "
        f"une clause sociale d’insertion : {volume}.\n\nLe facilitateur vous contactera pour la "
        "mise au point.",
    )
    words = "Le volume, le calendrier, les interlocuteurs et le dossier de démarrage sont ici :"
    return _mail_page(message, commitment, words, everybody_in(commitment), now)


def send_ended(*, commitment_id: int, now: datetime) -> int:
    commitment = _commitment(commitment_id)
    if commitment is None or commitment.closed_on is None:
        return 0
    contract = commitment.contract
    message = _about(
        ENDED,
        contract,
        f"commitment/{commitment.pk}",
        f"Marché terminé : clause d’insertion de « {contract.object} »",
        f"Bonjour,\n\nLe marché « {contract.object} » ({contract.reference}) a pris fin le "
        f"{written(commitment.closed_on)}. Le facilitateur établira le bilan final "
        "des heures d’insertion.",
    )
    to = everybody_in(commitment)
    return _mail_page(message, commitment, "Ce qui a été fait :", to, now)


def send_offer(*, share_id: int, now: datetime) -> int:
    """The link to answer: none once it was answered or taken back meanwhile."""
    share = _share(share_id)
    if share is None or share.parent is None or share.expires_at is None:
        return 0
    if state_of_offer(share, now) is not Offer.OPEN:
        return 0
    until = written(localtime(share.expires_at))
    contract = share.commitment.contract
    message = _about(
        OFFERED,
        contract,
        f"share/{share.pk}/{share.token_print[:8]}",
        f"{Hours(share.minutes)} d’insertion à accepter avant le {until} : « {contract.object} »",
        f"Bonjour,\n\n{share.parent.party.name} propose à {share.party.name} de réaliser "
        f"{Hours(share.minutes)} d’insertion dans le marché « {contract.object} » "
        f"({contract.reference}).\n\nAcceptez ou refusez ici, sans compte, jusqu’au {until} :\n\n"
        f"{_address('clauses:offer', token_of(share.seed))}\n\nTant que vous n’avez pas répondu, "
        "ces heures restent à qui vous les propose.",
    )
    return _mail(message, people_of(share.party), now)


def send_answer(*, share_id: int, now: datetime) -> int:
    """To whoever proposed the hours, and to the facilitator."""
    share = _share(share_id)
    if share is None or share.parent is None or share.state == PROPOSED:
        return 0
    said = "a accepté" if share.state == ShareState.ACCEPTED else "n’a pas accepté"
    why = f"\n\nMotif : {share.reason}" if share.reason else ""
    contract = share.commitment.contract
    to = [*people_of(share.parent.party), *people_at(contract.facilitator_id)]
    message = _about(
        ANSWERED,
        contract,
        f"share/{share.pk}/{share.state}",
        f"{share.party.name} {said} {Hours(share.minutes)} d’insertion : « {contract.object} »",
        f"Bonjour,\n\n{share.party.name} {said} les {Hours(share.minutes)} proposées dans le "
        f"marché « {contract.object} » ({contract.reference}).{why}",
    )
    return _mail_page(message, share.commitment, "Les parts de chacun :", to, now)


def send_withdrawn(*, share_id: int, now: datetime) -> int:
    """To the party whose hours were taken back."""
    share = _share(share_id)
    if share is None or share.state != WITHDRAWN:
        return 0
    contract = share.commitment.contract
    message = _about(
        TAKEN_BACK,
        contract,
        f"share/{share.pk}",
        f"{Hours(share.minutes)} d’insertion reprises : « {contract.object} »",
        f"Bonjour,\n\nLes {Hours(share.minutes)} confiées à {share.party.name} dans le marché "
        f"« {contract.object} » ({contract.reference}) ont été reprises, pour cette raison :\n\n"
        f"{share.reason}\n\nVous n’avez rien à faire.",
    )
    return _mail(message, people_of(share.party), now)


def _commitment(commitment_id: int) -> Commitment | None:
    rows = Commitment.objects.select_related("contract", "clause")
    return rows.filter(pk=commitment_id).first()


def _share(share_id: int) -> CommitmentShare | None:
    rows = CommitmentShare.objects.select_related("party", "parent__party", "commitment__contract")
    return rows.filter(pk=share_id).first()


def _address(name: str, *arguments: object) -> str:
    return f"{settings.ADDRESS}{reverse(name, args=arguments)}"


def _about(kind: MailKind, contract: Contract, about: str, subject: str, body: str) -> Message:
    """To answer it is to write to the facilitator of the contract."""
    answering = mailbox_of(contract.facilitator_id)
    return Message(kind, about, "", subject, body, reply_to=answering)


def _mail_page(
    message: Message, commitment: Commitment, words: str, to: list[str], now: datetime
) -> int:
    page = f"{words}\n\n{_address('clauses:commitment', commitment.pk)}"
    bye = BYE.format(committee=settings.COMMITTEE)
    return send_each(with_page(message, to, page, bye, contract=commitment.contract), now=now)


def _mail(message: Message, to: list[str], now: datetime) -> int:
    closing = BYE.format(committee=settings.COMMITTEE)
    return send_each(replace(message, body=message.body + closing).to_each(to), now=now)
