from itertools import count

from allauth.account.models import EmailAddress

from perenne.domain.people.models import Person

PASSWORD = "une longue phrase de passe"  # noqa: S105 - the same for every person of the tests
_number = count(1)


def new_person(**facts: object) -> Person:
    """Somebody who confirmed their address, and has no password unless one is set."""
    usual = {"email": f"personne{next(_number)}@exemple.test", "full_name": "Camille Martin"}
    person = Person(**{**usual, **facts})
    person.set_unusable_password()
    person.save()
    EmailAddress.objects.create(
        user=person, email=person.email.lower(), primary=True, verified=True
    )
    return person
