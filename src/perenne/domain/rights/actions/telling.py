"""The mails of the rights: short, without a personal value in their subject."""

from dataclasses import replace
from datetime import date, datetime

from django.conf import settings

from perenne.domain.people.models import Person
from perenne.domain.rights.models import Consent, DataRequest
from perenne.domain.rights.queries.links import CONFIRM_WITHIN, follow_address, withdraw_address
from perenne.domain.rights.queries.texts import consent_text
from perenne.domain.rights.states import RequestKind, RequestState
from perenne.kit.mails.kinds import declare
from perenne.kit.mails.sending import Message, send
from perenne.rules.french import in_full, typeset

CONFIRM = declare("rights.confirm", "Confirmation d’une demande sur vos données", is_legal=True)
ANSWER = declare("rights.answer", "Réponse à une demande sur vos données", is_legal=True)
EXTENSION = declare("rights.extension", "Délai pour répondre à votre demande", is_legal=True)
RECEIPT = declare("rights.receipt", "Accord donné, et comment le retirer", is_legal=True)
CLOSURE = declare("rights.closure", "Fermeture de votre compte", is_legal=True)
CNIL = (
    "Si cette réponse ne vous convient pas, vous pouvez saisir la CNIL (3 place de Fontenoy, "
    "TSA 80715, 75334 Paris Cedex 07, ou www.cnil.fr/fr/plaintes), ou le juge."
)
SIGNED = "Le comité"


def send_link(request_id: int, *, now: datetime) -> None:
    """To somebody without an account: the address that proves the mailbox is theirs."""
    row = DataRequest.objects.filter(pk=request_id, state=RequestState.UNCONFIRMED).first()
    if row:
        _send(
            Message(CONFIRM, f"request/{row.pk}", row.email, "Confirmez votre demande"),
            now,
            f"Une demande sur vos données personnelles ({RequestKind(row.kind).label.lower()}) a "
            f"été faite avec votre adresse. Confirmez-la dans les {CONFIRM_WITHIN // 3600} heures "
            "par cette page, qui vous dira ensuite où elle en est :",
            follow_address(row.pk),
            "Si elle ne vient pas de vous, ne faites rien : elle sera effacée.",
        )


def send_answer(request_id: int, *, now: datetime) -> None:
    row = DataRequest.objects.filter(pk=request_id).first()
    if row and row.email:
        refused = row.state == RequestState.REFUSED
        message = Message(
            ANSWER, f"request/{row.pk}", row.email, "Réponse à votre demande sur vos données"
        )
        _send(
            message,
            now,
            f"Votre demande du {in_full(row.received_on)} a reçu une réponse :",
            row.answer,
            f"Vous la retrouvez ici : {follow_address(row.pk)}",
            *([CNIL] if refused else []),
        )


def send_extension(request_id: int, *, now: datetime) -> None:
    row = DataRequest.objects.filter(pk=request_id).first()
    if row and row.email:
        message = Message(
            EXTENSION, f"request/{row.pk}", row.email, "Votre demande demande plus de temps"
        )
        _send(
            message,
            now,
            f"Nous vous répondrons avant le {in_full(row.due_on)}, au lieu d’un mois. La raison :",
            row.extension_reason,
            CNIL,
        )


def send_receipt(consent_id: int, *, now: datetime) -> None:
    """What was agreed to, when, and the way to take it back: one click, no account needed."""
    row = Consent.objects.filter(pk=consent_id, ended_on=None).select_related("person").first()
    if row:
        message = Message(
            RECEIPT,
            f"consent/{row.pk}",
            row.person.email,
            "Votre accord, et comment le retirer",
        )
        _send(
            message,
            now,
            f"Le {in_full(row.given_at.date())}, vous avez accepté ce texte (version "
            f"{row.version}) :",
            f"« {consent_text(row.text, row.version).text}. »",
            f"Vous pouvez retirer cet accord à tout moment : {withdraw_address(row.pk)}",
        )


def send_closure_notice(person_id: int, last_day: date, *, now: datetime) -> None:
    row = Person.objects.filter(pk=person_id, is_active=True).first()
    if row:
        message = Message(
            CLOSURE, f"person/{row.pk}/{last_day}", row.email, "Votre compte va être fermé"
        )
        _send(
            message,
            now,
            f"Vous ne vous êtes pas connecté depuis longtemps. Sans connexion avant le "
            f"{in_full(last_day)}, votre compte sera fermé et vos données effacées.",
            f"Pour le garder, connectez-vous : {settings.ADDRESS}",
        )


def tell_erased(address: str, answer: str, *, about: str, now: datetime) -> None:
    """The last mail to this address; no job carries it, and nothing keeps it."""
    subject = "Réponse à votre demande sur vos données"
    _send(
        Message(ANSWER, about, address, subject, is_forgotten=True),
        now,
        answer,
        "Vos données sont effacées. Ce qui doit être gardé ne porte plus votre nom.",
        CNIL,
    )


def _send(message: Message, now: datetime, *paragraphs: str) -> None:
    body = "\n\n".join([*(typeset(said) for said in paragraphs), f"{SIGNED}\n{settings.COMMITTEE}"])
    send(replace(message, body=f"{body}\n"), now=now)
