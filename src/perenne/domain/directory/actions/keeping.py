"""Lists of structures that an organisation keeps at hand."""

from django.db import IntegrityError, transaction

from perenne.domain.directory.models import SavedList, SavedStructure
from perenne.domain.directory.policy import LISTS, STRUCTURES
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import NotFound, Refused

NAMELESS = "Donnez un nom à la liste."
TAKEN = "Une liste porte déjà ce nom : choisissez-en un autre."
FULL = "Une liste tient 500 structures au plus : commencez-en une autre."
MOST_SAVED = 500
LONGEST_NAME = 100


@transaction.atomic
def make_list(*, name: str, by: Actor) -> int:
    """The id of a new list of the organisation that one acts for."""
    LISTS.admit("saved_list.make", by)
    row = SavedList(owner_id=by.organisation_id or 0, name=_name(name))
    _save(row)
    record("saved_list.make", row, by=by)
    return row.pk


@transaction.atomic
def rename_list(*, list_id: int, name: str, by: Actor) -> None:
    row = LISTS.take("saved_list.rename", by, list_id)
    row.name = _name(name)
    _save(row)
    record("saved_list.rename", row, by=by)


@transaction.atomic
def drop_list(*, list_id: int, by: Actor) -> None:
    row = LISTS.take("saved_list.drop", by, list_id)
    record("saved_list.drop", row, by=by)
    row.delete()


@transaction.atomic
def save_structure(*, list_id: int, structure_id: int, by: Actor) -> None:
    """Saving twice changes nothing."""
    row = LISTS.take("saved_list.fill", by, list_id)
    if not STRUCTURES.allows("structure.view", by, structure_id):
        raise NotFound(structure_id)
    if SavedStructure.objects.filter(list=row).count() >= MOST_SAVED:
        raise Refused(FULL)
    _, is_new = SavedStructure.objects.get_or_create(list=row, structure_id=structure_id)
    if is_new:
        record("saved_list.fill", row, by=by, added=structure_id)


@transaction.atomic
def take_out(*, list_id: int, structure_id: int, by: Actor) -> None:
    row = LISTS.take("saved_list.fill", by, list_id)
    gone, _ = SavedStructure.objects.filter(list=row, structure=structure_id).delete()
    if gone:
        record("saved_list.fill", row, by=by, removed=structure_id)


def _name(said: str) -> str:
    name = " ".join(said.split())[:LONGEST_NAME]
    if not name:
        raise Refused(NAMELESS)
    return name


def _save(row: SavedList) -> None:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as twin:
        if "saved_list_has_a_name_of_its_own" not in str(twin):
            raise
        raise Refused(TAKEN) from twin
