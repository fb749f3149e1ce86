"""Accounts, and the tables of allauth and Django that hold something of those who have one."""

from datetime import date

from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from perenne.domain.people.models import Person
from perenne.kit.privacy import (
    Basis,
    Category,
    Expires,
    Processing,
    blanked,
    classify,
    itself,
    nobody_in,
    removed,
    replaced,
    same_address,
    through,
)
from perenne.kit.privacy.classes import Rows
from perenne.kit.privacy.sessions import in_session
from perenne.rules.retention import RecordKind

PEOPLE = "Les personnes qui ont un compte"
ACCOUNTS = Processing(
    code="accounts",
    title="Comptes",
    purpose="Ouvrir un espace à chaque personne, et l’y reconnaître",
    basis=Basis.CONTRACT,
    people=PEOPLE,
    recipients=(
        "Les personnes du même organisme",
        "La coordination",
        "Le facilitateur, l’acheteur ou l’entreprise avec qui un dossier est partagé",
    ),
    security=(
        "Mot de passe de 15 caractères au moins, dont seule l’empreinte Argon2 est gardée",
        "Cloison entre les comités tenue par la base de données",
    ),
)
CONNECTIONS = Processing(
    code="connections",
    title="Connexions",
    purpose="Garder chaque session ouverte, et protéger les comptes",
    basis=Basis.OF_THE_CONTROLLER,
    people=PEOPLE,
    recipients=("La personne elle-même",),
    security=("Cookie de session illisible par les scripts", "Sessions effacées à leur terme"),
)
CONTACT, CREDENTIAL, CONNECTION = Category.CONTACT, Category.CREDENTIAL, Category.CONNECTION
SENDING = "sending"

nobody_in("django_migrations", "django_content_type")
nobody_in("auth_permission", "auth_group", "auth_group_permissions")
nobody_in("socialaccount_socialapp_sites", SocialApp._meta.db_table)
nobody_in("procrastinate_workers", "procrastinate_events", "procrastinate_periodic_defers")

classify(
    Person,
    "Votre compte",
    processing=ACCOUNTS,
    keeps=RecordKind.ACCOUNT,
    found=[itself, same_address("email")],
    personal={
        "full_name": replaced(Category.IDENTITY, "Nom", "Compte effacé"),
        "email": replaced(CONTACT, "Adresse électronique", "compte-{pk}@efface.invalid"),
        "phone": blanked(CONTACT, "Téléphone", consent=SENDING),
        "password": replaced(CREDENTIAL, "Mot de passe", "!"),
        "last_login": blanked(CONNECTION, "Dernière connexion"),
        "joined_at": replaced(
            CONNECTION, "Compte ouvert le", lambda moment: moment.replace(day=1, hour=12, minute=0)
        ),
    },
    plain=["id", "committee", "is_active"],
    also={"is_active": False},
)
classify(
    EmailAddress,
    "Vos adresses électroniques",
    processing=ACCOUNTS,
    keeps=RecordKind.ACCOUNT,
    found=[through("user"), same_address("email")],
    personal={"email": removed(CONTACT, "Adresse électronique")},
    plain=["id", "user", "verified", "primary"],
)
classify(
    EmailConfirmation,
    "Confirmations d’adresse en attente",
    processing=ACCOUNTS,
    keeps=RecordKind.DRAFT,
    found=[through("email_address__user")],
    personal={"key": removed(CREDENTIAL, "Clé de confirmation")},
    plain=["id", "email_address", "created", "sent"],
    expires=Expires("last_change", "created"),
)
classify(
    Authenticator,
    "Vos moyens de double authentification",
    processing=ACCOUNTS,
    keeps=RecordKind.ACCOUNT,
    found=[through("user")],
    personal={
        "type": removed(CONNECTION, "Moyen"),
        "data": removed(CREDENTIAL, "Secret"),
        "created_at": removed(CONNECTION, "Ajouté le"),
        "last_used_at": removed(CONNECTION, "Utilisé le"),
    },
    plain=["id", "user"],
)
classify(
    SocialAccount,
    "Votre identité ProConnect",
    processing=ACCOUNTS,
    keeps=RecordKind.ACCOUNT,
    found=[through("user")],
    personal={
        "provider": removed(CONNECTION, "Service"),
        "uid": removed(Category.IDENTITY, "Identifiant"),
        "extra_data": removed(Category.IDENTITY, "Ce que le service a dit de vous"),
        "last_login": removed(CONNECTION, "Dernière connexion"),
        "date_joined": removed(CONNECTION, "Première connexion"),
    },
    plain=["id", "user"],
)
classify(
    SocialToken,
    "Jetons de ProConnect",
    processing=ACCOUNTS,
    keeps=RecordKind.ACCOUNT,
    found=[through("account__user")],
    personal={
        "token": removed(CREDENTIAL, "Jeton"),
        "token_secret": removed(CREDENTIAL, "Secret du jeton"),
    },
    plain=["id", "app", "account", "expires_at"],
)
classify(
    UserSession,
    "Vos connexions",
    processing=CONNECTIONS,
    keeps=RecordKind.ACCESS_LOG,
    found=[through("user")],
    personal={
        "ip": removed(CONNECTION, "Adresse IP"),
        "user_agent": removed(CONNECTION, "Navigateur"),
        "created_at": removed(CONNECTION, "Ouverte le"),
        "last_seen_at": removed(CONNECTION, "Vue le"),
        "session_key": removed(CREDENTIAL, "Clé de la session"),
        "data": removed(CONNECTION, "Détails"),
    },
    plain=["id", "user"],
    expires=Expires("written", "last_seen_at"),
)


def _expired(rows: Rows, _today: date) -> int:
    """With the trace of each session, which says nothing more once it is closed."""
    keys = list(rows.values_list("pk", flat=True))
    UserSession.objects.filter(session_key__in=keys).delete()
    return rows.delete()[0]


classify(
    Session,
    "Vos sessions ouvertes",
    processing=CONNECTIONS,
    keeps=RecordKind.ACCESS_LOG,
    found=[in_session],
    personal={
        "session_key": removed(CREDENTIAL, "Clé de la session"),
        "session_data": removed(CREDENTIAL, "Contenu de la session"),
    },
    plain=["expire_date"],
    expires=Expires("", "expire_date", dispose=_expired),
)
