"""Organisations are not people; those who sit in them are, and so may be their contacts."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, Max, OuterRef, Subquery
from django.db.models.functions import Greatest

from perenne.domain.organisations.models import Invitation, JoinRequest, Kind, Organisation, Seat
from perenne.domain.organisations.states import OrganisationState
from perenne.kit.journal.models import Entry
from perenne.kit.privacy import (
    Basis,
    Category,
    Expires,
    Processing,
    before_erasing,
    blanked,
    classify,
    kept,
    removed,
    same_address,
    through,
)
from perenne.kit.privacy.classes import Rows
from perenne.kit.refusals import Refused
from perenne.rules.retention import RecordKind

ORGANISATIONS = Processing(
    code="organisations",
    title="Organismes et places",
    purpose="Savoir pour quel organisme chaque personne agit, et qui appeler",
    basis=Basis.OF_THE_CONTROLLER,
    people="Les personnes qui agissent pour un organisme",
    recipients=("Les personnes du même organisme", "Les partenaires du dossier", "La coordination"),
    security=("Chaque organisme ne voit que ses dossiers",),
)


OF_THE_ORGANISATION = "Ce motif concerne l’organisme, qui peut le contester."


def _last_contact(rows: Rows) -> Rows:
    """The last time somebody of the organisation signed in, or did something."""
    acts = Entry.objects.filter(organisation_id=OuterRef("pk")).values("organisation_id")
    seats = Seat.objects.filter(organisation=OuterRef("pk")).values("organisation")
    with_day: Rows = rows.exclude(email="", phone="").annotate(
        last_contact=Greatest(
            Subquery(acts.annotate(last=Max("at")).values("last")),
            Subquery(seats.annotate(last=Max("person__last_login")).values("last")),
        )
    )
    return with_day


def _empty_contact(rows: Rows, _today: date) -> int:
    return Organisation.objects.filter(pk__in=list(rows.values_list("pk", flat=True))).update(
        email="", phone=""
    )


classify(
    Organisation,
    "Coordonnées de votre organisme",
    processing=ORGANISATIONS,
    keeps=RecordKind.PROGRAMME_CONTACT,
    found=[same_address("email")],
    personal={
        "email": blanked(Category.CONTACT, "Adresse électronique de l’organisme"),
        "phone": blanked(Category.CONTACT, "Téléphone de l’organisme"),
        "reason": kept(Category.FREE_TEXT, "Motif d’un refus", why=OF_THE_ORGANISATION),
    },
    plain=[
        "id",
        "committee",
        "kind",
        "name",
        "siret",
        "buyer_kind",
        "structure_kind",
        "prescriber_kind",
        "legal_nature",
        "address",
        "commune",
        "state",
        "declared_at",
    ],
    expires=Expires("last_contact", "last_contact", rows=_last_contact, dispose=_empty_contact),
)


def _give_up_seats(rows: Rows) -> int:
    """Nobody is left to run a space: the coordination takes it over, or it is closed."""
    for seat in rows.filter(is_admin=True).select_related("organisation"):
        if not _other_admins(seat).exists():
            _take_over(seat)
    return int(rows.delete()[0])


def _other_admins(seat: Seat) -> Rows:
    same = Seat.objects.filter(organisation=seat.organisation_id, is_admin=True)
    return same.exclude(person=seat.person_id)


def _take_over(seat: Seat) -> None:
    coordination = Seat.objects.filter(
        organisation__kind=Kind.COORDINATION, is_admin=True, person__is_active=True
    ).exclude(person=seat.person_id)
    successor = coordination.order_by("pk").first()
    if successor:
        Seat.objects.update_or_create(
            person_id=successor.person_id,
            organisation_id=seat.organisation_id,
            defaults={"is_admin": True},
        )
    elif seat.organisation.kind == Kind.COORDINATION:
        raise Refused("La coordination garde un administrateur : désignez d’abord quelqu’un.")
    else:
        Organisation.objects.filter(pk=seat.organisation_id).update(
            state=OrganisationState.CLOSED, reason=""
        )


classify(
    Seat,
    "Vos places dans des organismes",
    processing=ORGANISATIONS,
    keeps=RecordKind.ACCOUNT,
    found=[through("person")],
    personal={
        "organisation": removed(Category.WORK, "Organisme"),
        "is_admin": removed(Category.WORK, "Administre l’espace"),
    },
    plain=["id", "committee", "person"],
    erase=_give_up_seats,
)


classify(
    Invitation,
    "Invitations reçues",
    processing=ORGANISATIONS,
    keeps=RecordKind.DRAFT,
    found=[same_address("email")],
    personal={
        "email": removed(Category.CONTACT, "Adresse invitée"),
        "seed": removed(Category.CREDENTIAL, "Graine du lien"),
        "token_print": removed(Category.CREDENTIAL, "Empreinte du lien"),
    },
    plain=["id", "committee", "organisation", "is_admin", "expires_at", "state"],
    expires=Expires("last_change", "expires_at"),
)
classify(
    JoinRequest,
    "Vos demandes pour rejoindre un organisme",
    processing=ORGANISATIONS,
    keeps=RecordKind.ACCOUNT,
    found=[through("person")],
    personal={
        "organisation": removed(Category.WORK, "Organisme"),
        "state": removed(Category.WORK, "Réponse"),
        "asked_at": removed(Category.WORK, "Demandé le"),
    },
    plain=["id", "committee", "person"],
)


def _left_alone(person_id: int) -> Iterable[str]:
    """An organisation that loses its last administrator needs another one first."""
    others = Seat.objects.filter(
        organisation=OuterRef("organisation"), is_admin=True, person__is_active=True
    ).exclude(person=person_id)
    last = Seat.objects.filter(~Exists(others), person=person_id, is_admin=True)
    for name in last.order_by("organisation__name").values_list("organisation__name", flat=True):
        yield (
            f"Cette personne est seule à administrer « {name} » : désignez d’abord une autre "
            "personne, ou demandez à la coordination de reprendre cet espace."
        )


before_erasing(_left_alone)
