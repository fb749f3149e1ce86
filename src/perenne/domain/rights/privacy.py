"""What people asked and agreed to; and the queue of jobs, which names nobody but by number."""

from datetime import date

from django.db import connection
from django.db.models import Max, Q
from procrastinate.contrib.django.models import ProcrastinateJob

from perenne.domain.people.privacy import ACCOUNTS, PEOPLE
from perenne.domain.rights.models import (
    ClosureNotice,
    Consent,
    DataRequest,
    Erasure,
    Limitation,
)
from perenne.domain.rights.states import RequestState
from perenne.kit.privacy import (
    Basis,
    Category,
    Expires,
    Processing,
    Subject,
    blanked,
    classify,
    kept,
    mentioning,
    removed,
    replaced,
    same_address,
    through,
)
from perenne.kit.privacy.classes import Rows
from perenne.rules.retention import RecordKind

RIGHTS = Processing(
    code="rights",
    title="Droits des personnes",
    purpose="Répondre aux demandes sur les données, et prouver la réponse donnée",
    basis=Basis.LEGAL_DUTY,
    people="Les personnes qui exercent leurs droits, avec ou sans compte",
    recipients=("La coordination",),
    security=("Identité vérifiée par le compte ou par un lien envoyé à l’adresse",),
)
CONSENTS = Processing(
    code="consents",
    title="Consentements",
    purpose="Prouver chaque accord donné, et le retirer aussi simplement",
    basis=Basis.LEGAL_DUTY,
    people="Les personnes qui ont donné leur accord",
    recipients=("La coordination",),
)
JOBS = Processing(
    code="jobs",
    title="Traitements automatiques",
    purpose="Faire en arrière-plan ce qui prend du temps, et comprendre un échec",
    basis=Basis.OF_THE_CONTROLLER,
    people=PEOPLE,
    recipients=("L’exploitant de la plateforme",),
    security=("Les arguments sont des numéros, jamais des noms ni des adresses",),
)
CHOICE, FREE = Category.CHOICE, Category.FREE_TEXT
PROOF = "Le comité doit pouvoir prouver qu’il a répondu, et quand (cinq ans)."
AGREED = "Le comité doit pouvoir prouver l’accord donné, et son retrait (cinq ans)."

classify(
    DataRequest,
    "Vos demandes",
    processing=RIGHTS,
    keeps=RecordKind.RIGHTS_REQUEST,
    found=[through("person"), same_address("email")],
    personal={
        "full_name": blanked(Category.IDENTITY, "Nom"),
        "email": blanked(Category.CONTACT, "Adresse électronique"),
        "message": blanked(FREE, "Demande"),
        "answer": blanked(FREE, "Réponse"),
        "extension_reason": replaced(
            FREE, "Raison du délai", lambda said: said and "Raison effacée."
        ),
        "kind": kept(CHOICE, "Nature", why=PROOF),
        "received_on": kept(CHOICE, "Reçue le", why=PROOF),
    },
    plain=["id", "committee", "state", "person", "due_on", "closed_on"],
    expires=[
        Expires("answered", "closed_on"),
        Expires(
            "last_change",
            "received_on",
            kind=RecordKind.DRAFT,
            rows=lambda rows: rows.filter(state=RequestState.UNCONFIRMED),
        ),
    ],
)
classify(
    Consent,
    "Vos accords",
    processing=CONSENTS,
    keeps=RecordKind.CONSENT_PROOF,
    found=[through("person")],
    personal={
        "text": kept(CHOICE, "Texte", why=AGREED),
        "version": kept(CHOICE, "Version", why=AGREED),
        "means": kept(CHOICE, "Par quel moyen", why=AGREED),
        "given_at": kept(CHOICE, "Donné le", why=AGREED),
        "withdrawn_at": kept(CHOICE, "Retiré le", why=AGREED),
    },
    plain=["id", "committee", "person", "ended_on"],
    expires=Expires("consent_ended", "ended_on"),
)
classify(
    Erasure,
    "Effacement de votre compte",
    processing=RIGHTS,
    keeps=RecordKind.RIGHTS_REQUEST,
    found=[through("person")],
    personal={"erased_on": kept(CHOICE, "Effacé le", why=PROOF)},
    plain=["id", "committee", "person", "report"],
)
classify(
    Limitation,
    "Gel de vos données",
    processing=RIGHTS,
    keeps=RecordKind.RIGHTS_REQUEST,
    found=[through("person")],
    personal={
        "since": removed(CHOICE, "Depuis le"),
        "lifted_on": removed(CHOICE, "Levé le"),
    },
    plain=["id", "committee", "person", "request"],
)
classify(
    ClosureNotice,
    "Annonces de fermeture de votre compte",
    processing=ACCOUNTS,
    keeps=RecordKind.ACCOUNT,
    found=[through("person")],
    personal={
        "last_day": removed(Category.CONNECTION, "Dernier jour annoncé"),
        "sent_on": removed(Category.CONNECTION, "Annoncé le"),
    },
    plain=["id", "committee", "person"],
)

OF_A_PERSON = "DELETE FROM procrastinate_jobs WHERE id = ANY(%s)"
OVER = ["succeeded", "failed", "cancelled", "aborted"]


def _for_them(subject: Subject) -> Q:
    """Jobs whose arguments give their number."""
    return Q(pk__in=[]) if subject.person_id is None else Q(args__person_id=subject.person_id)


def _drop(rows: Rows) -> int:
    """The library lets nobody delete its rows by its models."""
    with connection.cursor() as cursor:
        cursor.execute(OF_A_PERSON, [list(rows.values_list("pk", flat=True))])
        return int(cursor.rowcount)


def _over(rows: Rows) -> Rows:
    """Those that will not run again, with the last moment of their life."""
    over: Rows = rows.filter(status__in=OVER).annotate(done_at=Max("procrastinateevent__at"))
    return over


def _drop_old(rows: Rows, _today: date) -> int:
    return _drop(rows)


classify(
    ProcrastinateJob,
    "Traitements en attente ou passés",
    processing=JOBS,
    keeps=RecordKind.JOB_TRACE,
    found=[_for_them, mentioning("args", "lock", "queueing_lock")],
    personal={"args": removed(Category.CONNECTION, "Arguments")},
    plain=[
        "id", "queue_name", "task_name", "priority", "lock", "status", "scheduled_at", "attempts",
        "queueing_lock", "abort_requested", "worker",
    ],
    erase=_drop,
    expires=Expires("written", "done_at", rows=_over, dispose=_drop_old),
)  # fmt: skip
