"""Which part of the rules of penalties each role plays."""

from perenne.kit.actors import Actor, Role
from perenne.rules.deadlines import Actor as Part
from perenne.rules.penalties import Person

PARTS = {
    Role.BUYER: Part.BUYER,
    Role.FACILITATOR: Part.FACILITATOR,
    Role.COORDINATION: Part.FACILITATOR,
    Role.COMPANY: Part.CONTRACTOR,
    Role.INCLUSION_STRUCTURE: Part.CONTRACTOR,
}


def person(by: Actor) -> Person:
    return Person(PARTS[by.role], str(by.person_id))
