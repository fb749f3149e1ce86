"""Organisations are not people; those who sit in them are, and so may be their contacts."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, Max, OuterRef, Subquery
from django.db.models.functions import Greatest

from perenne.domain.organisations.models import Organisation, Seat
from perenne.kit.journal.models import Entry
from perenne.kit.privacy import (
    Basis,
    Category,
    Expires,
    Processing,
    before_erasing,
    blanked,
    classify,
    removed,
    same_address,
    through,
)
from perenne.kit.privacy.classes import Rows
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
    },
    plain=["id", "committee", "kind", "name", "siret", "buyer_kind", "commune"],
    expires=Expires("last_contact", "last_contact", rows=_last_contact, dispose=_empty_contact),
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
