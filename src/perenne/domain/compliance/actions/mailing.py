"""The mails of a shortfall: what the party is told, what the buyer and the facilitator await.

Each is about the state of things when it leaves: nothing is said of what was undone meanwhile.
"""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.urls import reverse

from perenne.domain.clauses.queries.reach import people_at, people_of, with_page
from perenne.domain.compliance.models import Decision, Letter, Observation, Proposal, Shortfall
from perenne.domain.compliance.queries.papers import decision_of, letter_of
from perenne.domain.compliance.states import CLOSED, LetterKind
from perenne.domain.organisations.queries.reaching import mailbox_of
from perenne.domain.procurement.models import Contract
from perenne.domain.procurement.states import PartyRole
from perenne.kit.mails.kinds import MailKind, declare
from perenne.kit.mails.sending import Message, send_each
from perenne.values import Euros, Hours

LETTER = declare("compliance.letter", "Lettre sur des heures qui manquent", is_legal=True)
COPY = declare("compliance.copy", "Copie d’une lettre ou d’une décision")
OBSERVED = declare("compliance.observed", "Observations reçues", is_legal=True)
PROPOSED = declare("compliance.proposed", "Pénalité proposée, à décider")
DECIDED = declare("compliance.decided", "Décision de l’acheteur", is_legal=True)
ENDED = declare("compliance.ended", "Point clos")
HELLO, BYE = "Bonjour,\n\n", "\n\nPérenne, la plateforme du {committee}"
ONLINE = "À lire et à télécharger, pièces et réponse comprises :"
COPIES = {
    LetterKind.ALERT: "Copie, pour information, de ce que {} vient d’écrire à {} :",
    LetterKind.FORMAL_NOTICE: "Copie de la lettre que {} vient d’adresser à {} :",
    LetterKind.HEARING: "Copie de la lettre que {} vient d’adresser à {} :",
}


def send_letter(*, letter_id: int, now: datetime) -> int:
    """To the party, whole; to whoever else follows the contract, a copy. How many mails left."""
    letter = (
        Letter.objects.select_related("sent_by", *_told("shortfall")).filter(pk=letter_id).first()
    )
    if letter is None:
        return 0
    printed, contract = letter_of(letter), letter.shortfall.commitment.contract
    title = f"{printed.paper.title} : « {contract.object} »"
    about = f"letter/{letter.pk}"
    whole = _about(LETTER, about, title, printed.text, letter.shortfall)
    sent = _mail(whole, _people_of_leads(letter.shortfall), letter.shortfall, now)
    copy = COPIES[LetterKind(letter.kind)].format(printed.sender, printed.company)
    others = [pk for pk in _following(contract) if pk != letter.sent_by_id]
    body = f"{copy}\n\n{printed.text}"
    copied = _about(COPY, about, f"Copie : {title}", body, letter.shortfall)
    return sent + _mail(copied, _all_at(others), letter.shortfall, now)


def send_answer(*, observation_id: int, now: datetime) -> int:
    """To the facilitator, who proposes, and to the buyer, who decides."""
    rows = Observation.objects.select_related("organisation", *_told("shortfall"))
    row = rows.filter(pk=observation_id).first()
    if row is None:
        return 0
    contract = row.shortfall.commitment.contract
    count = row.files.count()
    files = f"\n\nPièces jointes : {count}." if count else ""
    message = _about(
        OBSERVED,
        f"observation/{row.pk}",
        f"Observations reçues : « {contract.object} »",
        f"{row.organisation.name} présente ses observations sur les heures d’insertion du marché "
        f"« {contract.object} » ({contract.reference}) :\n\n{row.text}{files}",
        row.shortfall,
    )
    return _mail(message, _all_at(_following(contract)), row.shortfall, now)


def send_proposed(*, proposal_id: int, now: datetime) -> int:
    """To the buyer; nothing once it was withdrawn."""
    rows = Proposal.objects.select_related(*_told("shortfall")).filter(withdrawn_at=None)
    row = rows.filter(pk=proposal_id).first()
    if row is None:
        return 0
    contract = row.shortfall.commitment.contract
    message = _about(
        PROPOSED,
        f"proposal/{row.pk}",
        f"Pénalité proposée, à décider : « {contract.object} »",
        f"{contract.facilitator.name} vous propose une pénalité de {Euros(row.amount_cents)} pour "
        f"{Hours(row.missing_minutes)} non réalisées dans le marché « {contract.object} » "
        f"({contract.reference}). Vous seul décidez : l’appliquer, la réduire, accepter un plan de "
        "rattrapage ou y renoncer.",
        row.shortfall,
    )
    return _mail(message, people_at(contract.buyer_id), row.shortfall, now)


def send_decided(*, decision_id: int, now: datetime) -> int:
    """To the party, whole; to the facilitator, a copy."""
    rows = Decision.objects.select_related("proposal", *_told("proposal__shortfall"))
    row = rows.filter(pk=decision_id).first()
    if row is None:
        return 0
    printed, shortfall = decision_of(row), row.proposal.shortfall
    contract = shortfall.commitment.contract
    title = f"{printed.paper.title} : « {contract.object} »"
    about = f"decision/{row.pk}"
    whole = _about(DECIDED, about, title, printed.text, shortfall)
    sent = _mail(whole, _people_of_leads(shortfall), shortfall, now)
    body = f"{contract.buyer.name} a décidé :\n\n{printed.text}"
    copied = _about(COPY, about, f"Copie : {title}", body, shortfall)
    return sent + _mail(copied, people_at(contract.facilitator_id), shortfall, now)


def send_closed(*, shortfall_id: int, now: datetime) -> int:
    """Whoever was alerted is told that nothing follows."""
    row = Shortfall.objects.select_related(*_told("")).filter(pk=shortfall_id, state=CLOSED).first()
    if row is None:
        return 0
    contract = row.commitment.contract
    body = (
        f"Le point ouvert sur les heures d’insertion du marché « {contract.object} » "
        f"({contract.reference}) est clos, sans suite : {row.reason}\n\nVous n’avez rien à faire."
    )
    to = [*_people_of_leads(row), *people_at(contract.buyer_id)]
    subject = f"Point clos : « {contract.object} »"
    return _mail(_about(ENDED, f"shortfall/{row.pk}", subject, body, row), to, row, now)


def _told(path: str) -> list[str]:
    at = f"{path}__" if path else ""
    contract = f"{at}commitment__contract"
    return [f"{contract}__buyer", f"{contract}__facilitator", f"{at}commitment__clause"]


def _people_of_leads(row: Shortfall) -> list[str]:
    """Those who answer for the contract: its lead, its co-contractors, not their subcontractors."""
    parties = row.commitment.contract.parties.filter(until=None)
    theirs = parties.exclude(role=PartyRole.SUBCONTRACTOR).order_by("pk")
    return [one for party in theirs for one in people_of(party)]


def _following(contract: Contract) -> tuple[int, int]:
    return contract.facilitator_id, contract.buyer_id


def _all_at(organisations: Iterable[int]) -> list[str]:
    return [one for pk in organisations for one in people_at(pk)]


def _about(kind: MailKind, about: str, subject: str, body: str, row: Shortfall) -> Message:
    """To answer it is to write to the facilitator of the contract."""
    answering = mailbox_of(row.commitment.contract.facilitator_id)
    return Message(kind, about, "", subject, f"{HELLO}{body}", reply_to=answering)


def _mail(message: Message, to: Iterable[str], row: Shortfall, now: datetime) -> int:
    """One mail each, with its page: nobody reads the address of another."""
    page = f"{ONLINE}\n{settings.ADDRESS}{reverse('compliance:show', args=[row.pk])}"
    bye = BYE.format(committee=settings.COMMITTEE)
    contract = row.commitment.contract
    return send_each(with_page(message, to, page, bye, contract=contract), now=now)
