"""The mails of the rights: short, without a personal value in their subject."""

from datetime import date

from django.conf import settings
from django.core.mail import send_mail

from perenne.domain.people.models import Person
from perenne.domain.rights.models import Consent, DataRequest
from perenne.domain.rights.queries.links import CONFIRM_WITHIN, follow_address, withdraw_address
from perenne.domain.rights.queries.texts import consent_text
from perenne.domain.rights.states import RequestKind, RequestState
from perenne.rules.french import in_full, typeset

CNIL = (
    "Si cette réponse ne vous convient pas, vous pouvez saisir la CNIL (3 place de Fontenoy, "
    "TSA 80715, 75334 Paris Cedex 07, ou www.cnil.fr/fr/plaintes), ou le juge."
)
SIGNED = "Le comité"


def send_link(request_id: int) -> None:
    """To somebody without an account: the address that proves the mailbox is theirs."""
    row = DataRequest.objects.filter(pk=request_id, state=RequestState.UNCONFIRMED).first()
    if row:
        _send(
            row.email,
            "Confirmez votre demande",
            f"Une demande sur vos données personnelles ({RequestKind(row.kind).label.lower()}) a "
            f"été faite avec votre adresse. Confirmez-la dans les {CONFIRM_WITHIN // 3600} heures "
            "par cette page, qui vous dira ensuite où elle en est :",
            follow_address(row.pk),
            "Si elle ne vient pas de vous, ne faites rien : elle sera effacée.",
        )


def send_answer(request_id: int) -> None:
    row = DataRequest.objects.filter(pk=request_id).first()
    if row and row.email:
        refused = row.state == RequestState.REFUSED
        _send(
            row.email,
            "Réponse à votre demande sur vos données",
            f"Votre demande du {in_full(row.received_on)} a reçu une réponse :",
            row.answer,
            f"Vous la retrouvez ici : {follow_address(row.pk)}",
            *([CNIL] if refused else []),
        )


def send_extension(request_id: int) -> None:
    row = DataRequest.objects.filter(pk=request_id).first()
    if row and row.email:
        _send(
            row.email,
            "Votre demande demande plus de temps",
            f"Nous vous répondrons avant le {in_full(row.due_on)}, au lieu d’un mois. La raison :",
            row.extension_reason,
            CNIL,
        )


def send_receipt(consent_id: int) -> None:
    """What was agreed to, when, and the way to take it back: one click, no account needed."""
    row = Consent.objects.filter(pk=consent_id, ended_on=None).select_related("person").first()
    if row:
        _send(
            row.person.email,
            "Votre accord, et comment le retirer",
            f"Le {in_full(row.given_at.date())}, vous avez accepté ce texte (version "
            f"{row.version}) :",
            f"« {consent_text(row.text, row.version).text}. »",
            f"Vous pouvez retirer cet accord à tout moment : {withdraw_address(row.pk)}",
        )


def send_closure_notice(person_id: int, last_day: date) -> None:
    row = Person.objects.filter(pk=person_id, is_active=True).first()
    if row:
        _send(
            row.email,
            "Votre compte va être fermé",
            f"Vous ne vous êtes pas connecté depuis longtemps. Sans connexion avant le "
            f"{in_full(last_day)}, votre compte sera fermé et vos données effacées.",
            f"Pour le garder, connectez-vous : {settings.ADDRESS}",
        )


def tell_erased(address: str, answer: str) -> None:
    """The last mail to this address; no job carries it, and nothing keeps it."""
    _send(
        address,
        "Réponse à votre demande sur vos données",
        answer,
        "Vos données sont effacées. Ce qui doit être gardé ne porte plus votre nom.",
        CNIL,
    )


def _send(address: str, subject: str, *paragraphs: str) -> None:
    body = "\n\n".join([*(typeset(said) for said in paragraphs), f"{SIGNED}\n{settings.COMMITTEE}"])
    send_mail(subject, f"{body}\n", None, [address])
