"""The mails of a need, each about the state of things when it leaves: they name no person."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from django.conf import settings
from django.urls import reverse

from perenne.domain.clauses.queries.reach import people_at, people_of, with_page
from perenne.domain.directory.models import Structure
from perenne.domain.organisations.queries.reaching import mailbox_of
from perenne.domain.participants.queries.answers import answer_in
from perenne.domain.sourcing.models import Candidate, Offer, Opening, Solicitation
from perenne.domain.sourcing.queries.links import Link, is_prescriber, state_of_link, token_of
from perenne.domain.sourcing.queries.needs import RELATED, Need, covered_by, need_of, wanted_by
from perenne.domain.sourcing.states import (
    FILLED,
    HIRED,
    KEPT,
    LEFT,
    OPEN,
    PRESENTED,
    PROPOSED,
    TAKEN_BACK,
    UNANSWERED,
    WITHDRAWN,
)
from perenne.kit.mails.kinds import MailKind, declare
from perenne.kit.mails.sending import Message, send_each
from perenne.rules.french import in_full
from perenne.values import Hours

ASKED = declare("sourcing.asked", "Besoin de personnes près de chez vous")
OFFERED = declare("sourcing.offered", "Offre reçue pour un besoin")
SETTLED = declare("sourcing.settled", "Suite donnée à votre offre")
OVER = declare("sourcing.over", "Besoin pourvu ou fermé")
PRESENTED_TO = declare("sourcing.proposed", "Personne proposée pour un besoin")
BECOME = declare("sourcing.candidate", "Suite donnée à une personne proposée")
BYE = "\n\nPérenne, la plateforme du {committee}"


def send_question(*, solicitation_id: int, now: datetime) -> int:
    """The link to answer: none once it was answered, or the need is over. How many mails left."""
    row = _solicitation(solicitation_id)
    if row is None or state_of_link(row) is not Link.OPEN:
        return 0
    need = need_of(row.opening)
    wanted = "une personne" if need.persons == 1 else f"{need.persons} personnes"
    can = "Connaissez-vous quelqu’un" if is_prescriber(row.structure.kind) else "Pouvez-vous aider"
    link = _address("sourcing:reply", token_of(row.seed))
    message = _about(
        ASKED,
        row.opening,
        f"solicitation/{row.pk}",
        f"{can} ? {in_short(need)}",
        f"Bonjour,\n\n{need.company} cherche {wanted} pour un marché de {need.buyer} qui porte une "
        f"clause sociale d’insertion.\n\n{in_lines(need)}\n\n"
        f"Répondez ou déclinez ici, sans compte, avant le {in_full(row.answer_by)} :\n\n{link}\n\n"
        f"Pas cette fois ? Dites pourquoi ici : {link}?decliner\n\n"
        "Vous êtes quelques-uns à recevoir cette demande, chacun à son tour. Une réponse qui vient "
        "plus tard est lue tant que le besoin est ouvert. Pour ne plus être sollicité, répondez à "
        "ce message.",
    )
    return _mail(message, people_behind(row.structure), now)


def send_offer(*, offer_id: int, now: datetime) -> int:
    """To the company and its facilitator; none once it was settled meanwhile."""
    offer = _offer(offer_id)
    if offer is None or offer.state != PROPOSED:
        return 0
    opening = offer.solicitation.opening
    structure = offer.solicitation.structure.name
    brings = covered_by(wanted_by(opening), offer)
    message = _about(
        OFFERED,
        opening,
        f"offer/{offer.pk}",
        f"{structure} répond : {in_short(need_of(opening))}",
        f"Bonjour,\n\n{structure} propose {_persons(offer.persons)} à partir du "
        f"{in_full(offer.starts_on)}, soit {brings} du besoin « {opening.job_title} ».",
    )
    return _mail_page(message, opening, now)


def send_settled(*, offer_id: int, now: datetime) -> int:
    """A yes or a no to the structure; what it withdrew, to the company and the facilitator."""
    offer = _offer(offer_id)
    if offer is None or offer.state not in {KEPT, LEFT, WITHDRAWN}:
        return 0
    opening = offer.solicitation.opening
    structure = offer.solicitation.structure
    why = f"\n\nMotif : {offer.reason}" if offer.reason else ""
    need = need_of(opening)
    about = f"offer/{offer.pk}/{offer.state}"
    if offer.state == WITHDRAWN:
        subject = f"{structure.name} retire son offre : {in_short(need)}"
        body = f"Bonjour,\n\n{structure.name} retire son offre pour « {need.job_title} ».{why}"
        return _mail_page(_about(SETTLED, opening, about, subject, body), opening, now)
    if offer.state == KEPT:
        subject = f"Votre offre est retenue : {in_short(need)}"
        body = (
            f"Bonjour,\n\n{need.company} retient votre offre pour {Hours(offer.kept_minutes)}, du "
            f"{in_full(offer.starts_on)} au {in_full(need.ends_on)}. Ces heures sont désormais "
            "décomptées de votre capacité. L’entreprise ou le facilitateur vous contacte pour la "
            "suite ; répondez à ce message pour les joindre."
        )
    else:
        subject = f"Votre offre n’est pas retenue : {in_short(need)}"
        body = f"Bonjour,\n\nMerci d’avoir répondu au besoin « {need.job_title} ».{why}"
    return _mail(_about(SETTLED, opening, about, subject, body), people_behind(structure), now)


def send_over(*, solicitation_id: int, now: datetime) -> int:
    """To whoever was asked and need not answer any more, or whose offer waited."""
    row = _solicitation(solicitation_id)
    if row is None or row.opening.state == OPEN or row.state in UNANSWERED:
        return 0
    need = need_of(row.opening)
    said = Link.FILLED if need.state is FILLED else Link.OVER
    why = f"\n\nMotif : {need.reason}" if need.reason else ""
    body = f"Bonjour,\n\n{in_short(need)}\n\n{said.sentence}{why}"
    message = _about(
        OVER,
        row.opening,
        f"solicitation/{row.pk}/over",
        f"{need.state.label} : {in_short(need)}",
        body,
    )
    return _mail(message, people_behind(row.structure), now)


def send_proposed(*, candidate_id: int, now: datetime) -> int:
    """To the company and its facilitator, under the pseudonym."""
    row = _candidate(candidate_id)
    if row is None or row.state != PRESENTED:
        return 0
    code = row.file.participant.code
    message = _about(
        PRESENTED_TO,
        row.opening,
        f"candidate/{row.pk}",
        f"Personne proposée ({code}) : {in_short(need_of(row.opening))}",
        f"Bonjour,\n\n{row.proposed_by.name} propose la personne {code}. "
        f"{answer_in(row.file).sentence}",
    )
    return _mail_page(message, row.opening, now)


def send_candidate(*, candidate_id: int, now: datetime) -> int:
    """To who proposed the person: what became of it."""
    row = _candidate(candidate_id)
    if row is None or row.state in {PRESENTED, TAKEN_BACK}:
        return 0
    code = row.file.participant.code
    became = "est embauchée" if row.state == HIRED else "n’est pas retenue"
    why = f"\n\nMotif : {row.reason}" if row.reason else ""
    page = _address("sourcing:proposals")
    message = _about(
        BECOME,
        row.opening,
        f"candidate/{row.pk}/{row.state}",
        f"La personne {code} {became} : {in_short(need_of(row.opening))}",
        f"Bonjour,\n\nLa personne {code} {became} pour « {row.opening.job_title} ».{why}\n\n"
        f"Vos propositions :\n\n{page}",
    )
    return _mail(message, people_at(row.proposed_by_id), now)


def in_short(need: Need) -> str:
    """« Peintre, 300 h, Meaux, à partir du 30 novembre 2026 »."""
    return f"{need.job_title}, {need.hours}, {need.place}, à partir du {in_full(need.starts_on)}"


def in_lines(need: Need) -> str:
    lines = [
        f"Poste : {need.job_title} ({need.trade_label})",
        f"Personnes : {need.persons}, {need.weekly} par semaine chacune, {need.hours} en tout",
        f"Dates : du {in_full(need.starts_on)} au {in_full(need.ends_on)}",
        f"Lieu : {need.place}",
        f"Marché : {need.object} ({need.reference}), {need.buyer}",
        "Personnes éligibles à l’insertion : le facilitateur vérifie avant l’embauche",
    ]
    if need.wish:
        lines.append(f"À savoir : {need.wish}")
    return "\n".join(f"- {line}" for line in lines)


def people_behind(structure: Structure) -> list[str]:
    """Its own address, else those who keep its space."""
    if structure.email:
        return [structure.email]
    return people_at(structure.organisation_id) if structure.organisation_id else []


def _persons(number: int) -> str:
    return "une personne" if number == 1 else f"{number} personnes"


def _solicitation(pk: int) -> Solicitation | None:
    related = ("structure", *(f"opening__{name}" for name in RELATED))
    return Solicitation.objects.select_related(*related).filter(pk=pk).first()


def _offer(pk: int) -> Offer | None:
    related = ("solicitation__structure", *(f"solicitation__opening__{name}" for name in RELATED))
    return Offer.objects.select_related(*related).filter(pk=pk).first()


def _candidate(pk: int) -> Candidate | None:
    related = ("proposed_by", "file__participant", "file__verdict")
    rows = Candidate.objects.select_related(*related, *(f"opening__{name}" for name in RELATED))
    return rows.filter(pk=pk).first()


def _address(name: str, *arguments: object) -> str:
    return f"{settings.ADDRESS}{reverse(name, args=arguments)}"


def _about(kind: MailKind, opening: Opening, about: str, subject: str, body: str) -> Message:
    """To answer it is to write to the facilitator of the contract."""
    return Message(kind, about, "", subject, body, reply_to=mailbox_of(opening.facilitator_id))


def _mail_page(message: Message, opening: Opening, now: datetime) -> int:
    """To the company and the facilitator, with the page of the need for who may open it."""
    to = dict.fromkeys([*people_of(opening.party), *people_at(opening.facilitator_id)])
    page = f"Le besoin et ses réponses :\n\n{_address('sourcing:show', opening.pk)}"
    contract = opening.commitment.contract
    return send_each(with_page(message, to, page, _bye(), contract=contract), now=now)


def _mail(message: Message, to: Iterable[str], now: datetime) -> int:
    return send_each(replace(message, body=message.body + _bye()).to_each(to), now=now)


def _bye() -> str:
    return BYE.format(committee=settings.COMMITTEE)
