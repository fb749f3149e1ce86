"""Who may see and say what of structures, keep lists of them, and bring in files of them."""

from django.db.models import Q

from perenne.domain.directory.models import Import, SavedList, Structure
from perenne.domain.directory.states import IMPORT_LIFE, LISTED, STRUCTURE_LIFE
from perenne.domain.organisations.policy import its_people
from perenne.kit.actors import Actor, Role
from perenne.kit.policy import NOBODY, Grant, Policy

EVERY_ROW = ~NOBODY
DESCRIBED = frozenset({Role.INCLUSION_STRUCTURE, Role.PRESCRIBER})
"""The roles whose organisations have a place in the directory."""


def the_coordination(actor: Actor) -> Q:
    return EVERY_ROW if actor.role is Role.COORDINATION else NOBODY


def the_house(actor: Actor) -> Q:
    return EVERY_ROW if actor.role in {Role.HOUSE, Role.COMMAND} else NOBODY


def its_own(actor: Actor) -> Q:
    """The structure whose space it is; the seat is asked of the table."""
    return its_people(actor, "organisation_id") if actor.role in DESCRIBED else NOBODY


def facilitators(actor: Actor) -> Q:
    return Q(state=LISTED.value) if actor.role is Role.FACILITATOR else NOBODY


def ripe(act: str) -> Q:
    return Q(state__in=STRUCTURE_LIFE.sources(act))


def who_loads(actor: Actor) -> Q:
    return the_coordination(actor) | (EVERY_ROW if actor.role is Role.COMMAND else NOBODY)


def its_lists(actor: Actor) -> Q:
    return its_people(actor, "owner_id")


def anybody_seated(actor: Actor) -> Q:
    seated = actor.person_id is not None and actor.organisation_id is not None
    return EVERY_ROW if seated and actor.role is not Role.WAITING else NOBODY


STRUCTURE_GRANTS: dict[str, Grant] = {
    "structure.view": lambda actor: (
        Q(state=LISTED.value) | its_own(actor) | the_coordination(actor) | the_house(actor)
    ),
    "structure.present": lambda actor: EVERY_ROW if actor.role in DESCRIBED else NOBODY,
    "structure.describe": lambda actor: (
        its_own(actor) | facilitators(actor) | the_coordination(actor)
    ),
    "structure.hide": lambda actor: the_coordination(actor) & ripe("structure.hide"),
    "structure.show": lambda actor: the_coordination(actor) & ripe("structure.show"),
    "structure.enlist": the_house,
}

LIST_GRANTS: dict[str, Grant] = {
    "saved_list.make": anybody_seated,
    "saved_list.view": its_lists,
    "saved_list.fill": its_lists,
    "saved_list.rename": its_lists,
    "saved_list.drop": its_lists,
}

IMPORT_GRANTS: dict[str, Grant] = {
    "directory.try": who_loads,
    "directory.view": who_loads,
    "directory.apply": lambda actor: (
        who_loads(actor) & Q(state__in=IMPORT_LIFE.sources("directory.apply"))
    ),
    "directory.drop": lambda actor: (
        (who_loads(actor) | the_house(actor)) & Q(state__in=IMPORT_LIFE.sources("directory.drop"))
    ),
}

GRANTS = STRUCTURE_GRANTS | LIST_GRANTS | IMPORT_GRANTS
STRUCTURES = Policy(Structure, STRUCTURE_GRANTS)
LISTS = Policy(SavedList, LIST_GRANTS)
IMPORTS = Policy(Import, IMPORT_GRANTS)
