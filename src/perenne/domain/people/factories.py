from itertools import count

from perenne.domain.people.models import Person

PASSWORD = "une longue phrase de passe"  # noqa: S105 - the same for every person of the tests
_number = count(1)


def new_person(**facts: object) -> Person:
    usual = {"email": f"personne{next(_number)}@exemple.test", "full_name": "Camille Martin"}
    person = Person(**{**usual, **facts})
    person.set_unusable_password()
    person.save()
    return person
