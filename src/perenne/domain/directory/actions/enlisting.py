"""Organisations that have a space find their place in the directory, and leave it with it."""

from datetime import date

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from perenne.domain.directory.models import Origin, Structure
from perenne.domain.directory.policy import STRUCTURES
from perenne.domain.directory.states import LISTED, STRUCTURE_LIFE, StructureSource, kind_of
from perenne.domain.organisations.models import STRUCTURE, Kind, Organisation
from perenne.domain.organisations.states import OrganisationState
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused

DESCRIBED = (STRUCTURE, Kind.PRESCRIBER)
GONE = (OrganisationState.CLOSED.value, OrganisationState.REFUSED.value)
NO_SPACE = "Votre espace n’est pas encore vérifié : la coordination vous répond sous deux jours."


@transaction.atomic
def enlist(*, by: Actor, on: date) -> int:
    """Link, add and hide as spaces came and went; how many entered the directory."""
    STRUCTURES.admit("structure.enlist", by)
    link_spaces()
    missing = _without_structure().filter(state=OrganisationState.VERIFIED.value)
    rows = [_made_of(organisation, on) for organisation in missing]
    for row in rows:
        record("structure.enlist", row, by=by)
    _follow_spaces(by)
    return len(rows)


@transaction.atomic
def present_structure(*, by: Actor, today: date) -> int:
    """The id of the structure of the organisation that one acts for: made, where it has none."""
    STRUCTURES.admit("structure.present", by)
    organisation = (
        Organisation.objects.select_for_update(no_key=True)
        .filter(pk=by.organisation_id or 0, state=OrganisationState.VERIFIED.value)
        .first()
    )
    if organisation is None:
        raise Refused(NO_SPACE)
    row = Structure.objects.filter(organisation=organisation).first() or _linked(organisation)
    if row is None:
        row = _made_of(organisation, today)
        record("structure.present", row, by=by)
    return row.pk


def link_spaces() -> None:
    """Whoever has a space here and is in the directory under the same SIRET is one and the same."""
    known = Structure.objects.filter(siret=OuterRef("siret"), organisation=None)
    for organisation in _without_structure().filter(Exists(known)).exclude(state__in=GONE):
        _linked(organisation)


def _without_structure() -> QuerySet[Organisation, Organisation]:
    placed = Structure.objects.filter(organisation=OuterRef("pk"))
    return Organisation.objects.filter(~Exists(placed), kind__in=DESCRIBED).order_by("pk")


def _linked(organisation: Organisation) -> Structure | None:
    """Of several under one number, that of its kind; else the first that came."""
    if not organisation.siret:
        return None
    kind = kind_of(organisation.structure_kind, organisation.prescriber_kind)
    rows = Structure.objects.filter(siret=organisation.siret, organisation=None)
    found = min(rows, key=lambda row: (row.kind != kind, row.pk), default=None)
    if found is not None:
        found.organisation = organisation
        found.save(update_fields=["organisation"])
    return found


def _made_of(organisation: Organisation, on: date) -> Structure:
    """What it said of itself when it opened its space; no file writes over that."""
    said = {
        "name": organisation.name,
        "siret": organisation.siret,
        "address": organisation.address,
        "commune_id": organisation.commune_id,
        "email": organisation.email,
        "phone": organisation.phone,
    }
    return Structure.objects.create(
        **said,
        kind=kind_of(organisation.structure_kind, organisation.prescriber_kind),
        organisation=organisation,
        source=StructureSource.OWN.value,
        said_on=on,
        own=sorted(name for name, value in said.items() if value),
    )


def _follow_spaces(by: Actor) -> None:
    """A suspended space is hidden. One that is closed is let go: what a file says of it stays."""
    rows = Structure.objects.filter(state=LISTED.value)
    known = Exists(Origin.objects.filter(structure=OuterRef("pk")))
    suspended = rows.filter(organisation__state=OrganisationState.SUSPENDED.value)
    for row in [*suspended, *rows.filter(~known, organisation__state__in=GONE)]:
        row.state = STRUCTURE_LIFE.after("structure.hide", LISTED)
        row.save(update_fields=["state"])
        record("structure.hide", row, by=by)
    Structure.objects.filter(organisation__state__in=GONE).update(organisation=None)
