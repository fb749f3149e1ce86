"""The mails of an execution, each about the state of things when it leaves."""

from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime

from perenne.domain.clauses.models import Commitment, CommitmentShare
from perenne.domain.clauses.queries.links import Offer, state_of_offer, token_of
from perenne.domain.clauses.queries.reach import everybody_in, people_at, people_of
from perenne.domain.clauses.states import PROPOSED, WITHDRAWN, ShareState, VolumeKind
from perenne.values import Hours

BYE = "\n\nPérenne, la plateforme du {committee}"


def send_started(*, commitment_id: int) -> int:
    """To all the parties, once their contract is notified; how many mails left."""
    commitment = _commitment(commitment_id)
    if commitment is None:
        return 0
    contract = commitment.contract
    follows = commitment.clause.volume_kind == VolumeKind.PER_INVOICE
    volume = "le volume suit les factures" if follows else str(Hours(commitment.due_minutes))
    return _mail(
        f"Marché notifié : clause d’insertion de « {contract.object} »",
        f"Bonjour,\n\nLe marché « {contract.object} » ({contract.reference}) est notifié, avec "
        f"une clause sociale d’insertion : {volume}.\n\nLe facilitateur vous contactera pour la "
        "mise au point. Le volume, le calendrier, les interlocuteurs et le dossier de démarrage "
        f"sont ici :\n\n{_address('clauses:commitment', commitment.pk)}",
        everybody_in(commitment),
    )


def send_ended(*, commitment_id: int) -> int:
    commitment = _commitment(commitment_id)
    if commitment is None or commitment.closed_on is None:
        return 0
    contract = commitment.contract
    return _mail(
        f"Marché terminé : clause d’insertion de « {contract.object} »",
        f"Bonjour,\n\nLe marché « {contract.object} » ({contract.reference}) a pris fin le "
        f"{date_format(commitment.closed_on, 'j F Y')}. Le facilitateur établira le bilan final "
        f"des heures d’insertion.\n\n{_address('clauses:commitment', commitment.pk)}",
        everybody_in(commitment),
    )


def send_offer(*, share_id: int, now: datetime) -> int:
    """The link to answer: none once it was answered or taken back meanwhile."""
    share = _share(share_id)
    if share is None or share.parent is None or share.expires_at is None:
        return 0
    if state_of_offer(share, now) is not Offer.OPEN:
        return 0
    until = date_format(localtime(share.expires_at), "j F Y")
    contract = share.commitment.contract
    return _mail(
        f"{Hours(share.minutes)} d’insertion à accepter : « {contract.object} »",
        f"Bonjour,\n\n{share.parent.party.name} propose à {share.party.name} de réaliser "
        f"{Hours(share.minutes)} d’insertion dans le marché « {contract.object} » "
        f"({contract.reference}).\n\nAcceptez ou refusez ici, sans compte, jusqu’au {until} :\n\n"
        f"{_address('clauses:offer', token_of(share.seed))}\n\nTant que vous n’avez pas répondu, "
        "ces heures restent à qui vous les propose.",
        people_of(share.party),
    )


def send_answer(*, share_id: int) -> int:
    """To whoever proposed the hours, and to the facilitator."""
    share = _share(share_id)
    if share is None or share.parent is None or share.state == PROPOSED:
        return 0
    said = "a accepté" if share.state == ShareState.ACCEPTED else "n’a pas accepté"
    why = f"\n\nMotif : {share.reason}" if share.reason else ""
    contract = share.commitment.contract
    to = [*people_of(share.parent.party), *people_at(contract.facilitator_id)]
    return _mail(
        f"{share.party.name} {said} {Hours(share.minutes)} d’insertion",
        f"Bonjour,\n\n{share.party.name} {said} les {Hours(share.minutes)} proposées dans le "
        f"marché « {contract.object} » ({contract.reference}).{why}\n\n"
        f"{_address('clauses:commitment', share.commitment_id)}",
        list(dict.fromkeys(to)),
    )


def send_withdrawn(*, share_id: int) -> int:
    """To the party whose hours were taken back."""
    share = _share(share_id)
    if share is None or share.state != WITHDRAWN:
        return 0
    contract = share.commitment.contract
    return _mail(
        f"{Hours(share.minutes)} d’insertion reprises : « {contract.object} »",
        f"Bonjour,\n\nLes {Hours(share.minutes)} confiées à {share.party.name} dans le marché "
        f"« {contract.object} » ({contract.reference}) ont été reprises, pour cette raison :\n\n"
        f"{share.reason}\n\nVous n’avez rien à faire.",
        people_of(share.party),
    )


def _commitment(commitment_id: int) -> Commitment | None:
    rows = Commitment.objects.select_related("contract", "clause")
    return rows.filter(pk=commitment_id).first()


def _share(share_id: int) -> CommitmentShare | None:
    rows = CommitmentShare.objects.select_related("party", "parent__party", "commitment__contract")
    return rows.filter(pk=share_id).first()


def _address(name: str, *arguments: object) -> str:
    return f"{settings.ADDRESS}{reverse(name, args=arguments)}"


def _mail(subject: str, body: str, to: list[str]) -> int:
    """One mail each: nobody reads the address of another."""
    closing, one_line = BYE.format(committee=settings.COMMITTEE), " ".join(subject.split())
    return sum(EmailMessage(one_line, body + closing, to=[address]).send() for address in to)
