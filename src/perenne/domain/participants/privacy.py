"""People far from employment: their names go when time is up or when they ask; minutes stay."""

from datetime import date

from django.db.models import DateField, OuterRef, Subquery
from django.db.models.functions import Cast, Greatest

from perenne.domain.participants.actions import forget_participants
from perenne.domain.participants.models import (
    EligibilityFile,
    Exit,
    FileLink,
    FollowUp,
    NoticeGiven,
    Participant,
    PersonalLink,
    ProofSeen,
    Verdict,
)
from perenne.kit.actors import HOUSE
from perenne.kit.privacy import (
    Basis,
    Category,
    Expires,
    Processing,
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

PERSONS = Processing(
    code="participants",
    title="Personnes en insertion",
    purpose="Vérifier qu’une personne peut compter au titre d’une clause, et suivre son parcours",
    basis=Basis.OF_THE_CONTROLLER,
    people="Les personnes éloignées de l’emploi pour qui une vérification est demandée",
    recipients=("Le facilitateur", "L’employeur et l’acheteur : la réponse seule, oui ou non"),
    security=(
        "Jamais de numéro de sécurité sociale",
        "La situation et les justificatifs ne sont montrés qu’au facilitateur",
    ),
)
IDENTITY, CONTACT = Category.IDENTITY, Category.CONTACT
SOCIAL, FREE, CHOICE = Category.SOCIAL, Category.FREE_TEXT, Category.CHOICE
FILE = RecordKind.PERSON_FILE
COUNTED = "Sans nom ni date de naissance, cela ne sert plus qu’aux totaux."
TRACE = "La trace suit le dossier de la personne, et s’efface avec lui."
THEIRS = [same_address("participant__email"), same_address("participant__merged_into__email")]


def _with_last_contact(rows: Rows) -> Rows:
    """Not erased yet; while a verdict lasts the person is followed."""
    files = EligibilityFile.objects.filter(participant=OuterRef("pk")).order_by("-asked_at")
    verdicts = Verdict.objects.filter(participant=OuterRef("pk"), ends_on__isnull=False)
    last = Greatest(
        Cast("opened_at", DateField()),
        Cast(Subquery(files.values("asked_at")[:1]), DateField()),
        Subquery(verdicts.order_by("-ends_on").values("ends_on")[:1]),
    )
    found: Rows = rows.filter(erased_on__isnull=True).annotate(last_on=last)
    return found


def _forget(rows: Rows) -> int:
    return forget_participants(rows, by=HOUSE)


def _dispose(rows: Rows, _today: date) -> int:
    return _forget(rows)


classify(
    Participant,
    "Votre fiche de personne accompagnée",
    processing=PERSONS,
    keeps=FILE,
    found=[same_address("email"), same_address("merged_into__email"), mentioning("phone")],
    personal={
        "first_name": blanked(IDENTITY, "Prénom"),
        "last_name": blanked(IDENTITY, "Nom"),
        "folded_name": blanked(IDENTITY, "Nom sans accents"),
        "born_on": blanked(IDENTITY, "Date de naissance"),
        "sex": blanked(IDENTITY, "Sexe"),
        "email": blanked(CONTACT, "Adresse électronique"),
        "phone": blanked(CONTACT, "Téléphone"),
        "commune": blanked(CONTACT, "Commune"),
    },
    plain=["id", "committee", "code", "prescriber", "merged_into", "erased_on", "opened_at"],
    erase=_forget,
    expires=Expires("last_contact", "last_on", rows=_with_last_contact, dispose=_dispose),
)
classify(
    EligibilityFile,
    "Vos demandes d’éligibilité",
    processing=PERSONS,
    keeps=FILE,
    found=THEIRS,
    personal={
        "situation": blanked(SOCIAL, "Situation"),
        "claimed": blanked(SOCIAL, "Critères annoncés"),
        "lacking": blanked(SOCIAL, "Pièces demandées"),
        "reason": replaced(SOCIAL, "Motif de la réponse", lambda said: said and "Motif effacé."),
        "hire_on": kept(CHOICE, "Embauche prévue le", why=COUNTED),
        "asked_at": kept(CHOICE, "Demandée le", why=COUNTED),
    },
    plain=["id", "committee", "participant", "asked_by", "facilitator", "contract", "state"],
)
classify(
    ProofSeen,
    "Justificatifs vus, et ceux que vous avez vus",
    processing=PERSONS,
    keeps=RecordKind.PROOF_TRACE,
    found=[through("seen_by"), same_address("file__participant__email")],
    personal={
        "seen_by": blanked(Category.WORK, "Vu par"),
        "kind": kept(SOCIAL, "Nature", why=TRACE),
        "ground": kept(SOCIAL, "Critère prouvé", why=TRACE),
        "dated_on": kept(CHOICE, "Daté du", why=TRACE),
        "valid_until": kept(CHOICE, "Valable jusqu’au", why=TRACE),
        "seen_on": kept(CHOICE, "Vu le", why=TRACE),
        "copy": kept(SOCIAL, "Copie", why=TRACE),
    },
    plain=["id", "committee", "file"],
)
classify(
    Verdict,
    "Réponses sur votre éligibilité",
    processing=PERSONS,
    keeps=FILE,
    found=THEIRS,
    personal={
        "is_eligible": kept(CHOICE, "Éligible", why=COUNTED),
        "ground": kept(SOCIAL, "Critère retenu", why=COUNTED),
        "certified": kept(CHOICE, "Justificatif vu", why=COUNTED),
        "starts_on": kept(CHOICE, "À partir du", why=COUNTED),
        "ends_on": kept(CHOICE, "Jusqu’au", why=COUNTED),
        "verified_at": kept(CHOICE, "Vérifiée le", why=COUNTED),
        "withdrawn_because": kept(FREE, "Motif du retrait", why=COUNTED),
    },
    plain=["id", "committee", "file", "participant", "decided_by", "verified_on", "withdrawn_at"],
)
classify(
    PersonalLink,
    "Votre lien personnel",
    processing=PERSONS,
    keeps=FILE,
    found=THEIRS,
    personal={
        "token_print": removed(Category.CREDENTIAL, "Empreinte du lien"),
        "expires_at": removed(Category.CONNECTION, "Valable jusqu’au"),
    },
    plain=["id", "committee", "participant", "made_at", "revoked_at", "opens_file"],
    expires=Expires("", "expires_at"),
)
classify(
    FileLink,
    "Questions envoyées sur votre situation",
    processing=PERSONS,
    keeps=FILE,
    found=[
        same_address("email"),
        same_address("file__participant__email"),
        same_address("file__participant__merged_into__email"),
    ],
    personal={
        "email": removed(CONTACT, "Adresse de qui a reçu la question"),
        "token_print": removed(Category.CREDENTIAL, "Empreinte du lien"),
        "said": removed(SOCIAL, "Réponses données par ce lien"),
    },
    plain=["id", "committee", "file", "knower", "asked_on", "expires_at", "answered_at"],
    expires=Expires("", "expires_at", rows=lambda rows: rows.filter(answered_at__isnull=True)),
)
classify(
    NoticeGiven,
    "Information sur vos données : quand et comment vous l’avez reçue",
    processing=PERSONS,
    keeps=FILE,
    found=THEIRS,
    personal={
        "means": kept(CHOICE, "Par quel moyen", why=COUNTED),
        "given_on": kept(CHOICE, "Reçue le", why=COUNTED),
    },
    plain=["id", "committee", "participant", "version", "given_by"],
)
classify(
    Exit,
    "Votre sortie de parcours",
    processing=PERSONS,
    keeps=FILE,
    found=THEIRS,
    personal={
        "left_on": kept(CHOICE, "Sortie le", why=COUNTED),
        "situation": kept(SOCIAL, "Situation à la sortie", why=COUNTED),
    },
    plain=["id", "committee", "participant"],
)
classify(
    FollowUp,
    "Nouvelles après votre sortie",
    processing=PERSONS,
    keeps=FILE,
    found=[same_address("exit__participant__email")],
    personal={"situation": kept(SOCIAL, "Situation", why=COUNTED)},
    plain=["id", "committee", "exit", "months", "asked_on"],
)
