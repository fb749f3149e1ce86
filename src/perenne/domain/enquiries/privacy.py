"""A message is that of who wrote it: it goes whole, with its files and its answers."""

from datetime import date

from django.db.models import Q

from perenne.domain.enquiries.actions import forget_enquiries
from perenne.domain.enquiries.models import Enquiry, EnquiryFile, Reply
from perenne.domain.enquiries.states import DRAFT
from perenne.kit.actors import HOUSE
from perenne.kit.files.models import StoredFile
from perenne.kit.privacy import (
    Basis,
    Category,
    Expires,
    Processing,
    Subject,
    also_found,
    blanked,
    classify,
    kept,
    removed,
    same_address,
    through,
)
from perenne.kit.privacy.classes import Rows
from perenne.rules.retention import RecordKind

MESSAGES = Processing(
    code="enquiries",
    title="Messages adressés au comité",
    purpose="Répondre à qui écrit, relire un dossier de consultation, réparer ce qui est signalé",
    basis=Basis.CONSENT,
    people="Les personnes qui écrivent par les formulaires du site",
    recipients=("Le facilitateur du lieu", "La coordination"),
    security=("Lien de suivi signé", "Fichiers joints mis en quarantaine et analysés"),
)
IDENTITY, CONTACT, FREE = Category.IDENTITY, Category.CONTACT, Category.FREE_TEXT


def _written_by(subject: Subject) -> Q:
    """By their account, their address, and the drafts of their open sessions."""
    keys = [key for key in subject.sessions.values() if key]
    by_account = through("person")(subject)
    return by_account | same_address("email")(subject) | Q(visitor_key__in=keys, person=None)


def _files_of(subject: Subject) -> Q:
    theirs = Enquiry.objects.filter(_written_by(subject))
    return Q(pk__in=EnquiryFile.objects.filter(enquiry__in=theirs).values("file_id"))


def _in_theirs(subject: Subject) -> Q:
    return Q(enquiry__in=Enquiry.objects.filter(_written_by(subject)))


def _erase(rows: Rows) -> int:
    return forget_enquiries(rows, by=HOUSE)


def _dispose(rows: Rows, _today: date) -> int:
    return forget_enquiries(rows, by=HOUSE)


classify(
    Enquiry,
    "Messages que vous avez écrits",
    processing=MESSAGES,
    keeps=RecordKind.ENQUIRY,
    found=[_written_by],
    personal={
        "full_name": removed(IDENTITY, "Nom"),
        "email": removed(CONTACT, "Adresse électronique"),
        "phone": removed(CONTACT, "Téléphone"),
        "organisation": removed(Category.WORK, "Organisme"),
        "message": removed(FREE, "Message"),
        "object": removed(FREE, "Objet"),
        "buyer": removed(Category.WORK, "Acheteur"),
        "page": removed(FREE, "Page"),
        "typed": removed(FREE, "Brouillon"),
        "received_at": removed(Category.CONNECTION, "Reçu le"),
        "visitor_key": removed(Category.CREDENTIAL, "Clé du brouillon"),
    },
    plain=[
        "id", "committee", "kind", "state", "person", "amount_cents", "launch_on", "closes_on",
        "commune", "recipient", "routing_reason", "suspicion", "fingerprint", "consent_version",
        "started_on", "last_on",
    ],
    expires=[
        Expires(
            "last_contact", "last_on", rows=lambda rows: rows.exclude(state=DRAFT),
            dispose=_dispose,
        ),
        Expires(
            "last_change", "last_on", kind=RecordKind.DRAFT,
            rows=lambda rows: rows.filter(state=DRAFT), dispose=_dispose,
        ),
    ],
    erase=_erase,
)  # fmt: skip
classify(
    EnquiryFile,
    "Fichiers joints à vos messages",
    processing=MESSAGES,
    keeps=RecordKind.ENQUIRY,
    found=[_in_theirs],
    personal={"file": removed(FREE, "Fichier")},
    plain=["id", "committee", "enquiry", "position"],
)
classify(
    Reply,
    "Réponses à vos messages, et celles que vous avez écrites",
    processing=MESSAGES,
    keeps=RecordKind.ENQUIRY,
    found=[_in_theirs, through("author")],
    personal={
        "author": blanked(Category.WORK, "Auteur"),
        "body": kept(FREE, "Texte", why="La réponse suit le message auquel elle répond."),
        "written_at": kept(
            Category.CONNECTION, "Écrit le", why="La réponse suit le message auquel elle répond."
        ),
    },
    plain=["id", "committee", "enquiry", "author_body", "to_sender"],
)
also_found(StoredFile, _files_of)
