"""The mails of a shortfall: what the party is told, what the buyer and the facilitator await.

Each is about the state of things when it leaves: nothing is said of what was undone meanwhile.
"""

from collections.abc import Iterable

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse

from perenne.domain.clauses.queries.reach import people_at, people_of
from perenne.domain.compliance.models import Decision, Letter, Observation, Proposal, Shortfall
from perenne.domain.compliance.queries.papers import Printed, decision_of, letter_of
from perenne.domain.compliance.states import CLOSED, LetterKind
from perenne.domain.procurement.models import Contract
from perenne.domain.procurement.states import PartyRole
from perenne.values import Euros, Hours

HELLO, BYE = "Bonjour,\n\n", "\n\nPérenne, la plateforme du {committee}"
ONLINE = "À lire et à télécharger, pièces et réponse comprises :"
COPIES = {
    LetterKind.ALERT: "Copie, pour information, de ce que {} vient d’écrire à {} :",
    LetterKind.FORMAL_NOTICE: "Copie de la lettre que {} vient d’adresser à {} :",
    LetterKind.HEARING: "Copie de la lettre que {} vient d’adresser à {} :",
}


def send_letter(*, letter_id: int) -> int:
    """To the party, whole; to whoever else follows the contract, a copy. How many mails left."""
    letter = (
        Letter.objects.select_related("sent_by", *_told("shortfall")).filter(pk=letter_id).first()
    )
    if letter is None:
        return 0
    printed, contract = letter_of(letter), letter.shortfall.commitment.contract
    title = f"{printed.paper.title} : « {contract.object} »"
    sent = _to_party(title, printed, letter.shortfall)
    copy = COPIES[LetterKind(letter.kind)].format(printed.sender, printed.company)
    others = [pk for pk in _following(contract) if pk != letter.sent_by_id]
    body = f"{copy}\n\n{printed.text}"
    return sent + _mail(f"Copie : {title}", body, letter.shortfall_id, _all_at(others))


def send_answer(*, observation_id: int) -> int:
    """To the facilitator, who proposes, and to the buyer, who decides."""
    rows = Observation.objects.select_related("organisation", *_told("shortfall"))
    row = rows.filter(pk=observation_id).first()
    if row is None:
        return 0
    contract = row.shortfall.commitment.contract
    count = row.files.count()
    files = f"\n\nPièces jointes : {count}." if count else ""
    return _mail(
        f"Observations reçues : « {contract.object} »",
        f"{row.organisation.name} présente ses observations sur les heures d’insertion du marché "
        f"« {contract.object} » ({contract.reference}) :\n\n{row.text}{files}",
        row.shortfall_id,
        _all_at(_following(contract)),
    )


def send_proposed(*, proposal_id: int) -> int:
    """To the buyer; nothing once it was withdrawn."""
    rows = Proposal.objects.select_related(*_told("shortfall")).filter(withdrawn_at=None)
    row = rows.filter(pk=proposal_id).first()
    if row is None:
        return 0
    contract = row.shortfall.commitment.contract
    return _mail(
        f"Pénalité proposée, à décider : « {contract.object} »",
        f"{contract.facilitator.name} vous propose une pénalité de {Euros(row.amount_cents)} pour "
        f"{Hours(row.missing_minutes)} non réalisées dans le marché « {contract.object} » "
        f"({contract.reference}). Vous seul décidez : l’appliquer, la réduire, accepter un plan de "
        "rattrapage ou y renoncer.",
        row.shortfall_id,
        people_at(contract.buyer_id),
    )


def send_decided(*, decision_id: int) -> int:
    """To the party, whole; to the facilitator, a copy."""
    rows = Decision.objects.select_related("proposal", *_told("proposal__shortfall"))
    row = rows.filter(pk=decision_id).first()
    if row is None:
        return 0
    printed, shortfall = decision_of(row), row.proposal.shortfall
    contract = shortfall.commitment.contract
    title = f"{printed.paper.title} : « {contract.object} »"
    sent = _to_party(title, printed, shortfall)
    body = f"{contract.buyer.name} a décidé :\n\n{printed.text}"
    return sent + _mail(f"Copie : {title}", body, shortfall.pk, people_at(contract.facilitator_id))


def send_closed(*, shortfall_id: int) -> int:
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
    return _mail(f"Point clos : « {contract.object} »", body, row.pk, to)


def _told(path: str) -> list[str]:
    at = f"{path}__" if path else ""
    contract = f"{at}commitment__contract"
    return [f"{contract}__buyer", f"{contract}__facilitator", f"{at}commitment__clause"]


def _to_party(title: str, printed: Printed, row: Shortfall) -> int:
    return _mail(title, printed.text, row.pk, _people_of_leads(row))


def _people_of_leads(row: Shortfall) -> list[str]:
    """Those who answer for the contract: its lead, its co-contractors, not their subcontractors."""
    parties = row.commitment.contract.parties.filter(until=None)
    theirs = parties.exclude(role=PartyRole.SUBCONTRACTOR).order_by("pk")
    return [one for party in theirs for one in people_of(party)]


def _following(contract: Contract) -> tuple[int, int]:
    return contract.facilitator_id, contract.buyer_id


def _all_at(organisations: Iterable[int]) -> list[str]:
    return [one for pk in organisations for one in people_at(pk)]


def _mail(subject: str, body: str, shortfall_id: int, to: list[str]) -> int:
    """One mail each: nobody reads the address of another."""
    address = f"{settings.ADDRESS}{reverse('compliance:show', args=[shortfall_id])}"
    closing = BYE.format(committee=settings.COMMITTEE)
    whole, one_line = f"{HELLO}{body}\n\n{ONLINE}\n{address}{closing}", " ".join(subject.split())
    return sum(EmailMessage(one_line, whole, to=[one]).send() for one in dict.fromkeys(to))
