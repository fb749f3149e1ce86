"""An account is opened once, for one address."""

from allauth.account.models import EmailAddress
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from perenne.domain.people.models import Person
from perenne.kit.refusals import Refused

TAKEN = (
    "Un compte existe déjà pour cette adresse : connectez-vous, votre programmation vous attendra."
)


@transaction.atomic
def open_account(
    *, email: str, full_name: str, password: str, phone: str = "", is_confirmed: bool = False
) -> int:
    """The person's id. Refused when the address is taken or the password too weak.

    `is_confirmed` where a link that only the mailbox held led here (an invitation).
    """
    address = email.strip().lower()
    if Person.objects.filter(email=address).exists():
        raise Refused(TAKEN)
    person = Person(email=address, full_name=full_name.strip(), phone=phone.strip())
    try:
        validate_password(password, person)
    except ValidationError as weak:
        raise Refused(" ".join(weak.messages)) from weak
    person.set_password(password)
    try:
        with transaction.atomic():
            person.save()
            EmailAddress.objects.create(
                user=person, email=address, primary=True, verified=is_confirmed
            )
    except IntegrityError as twin:  # opened in the meantime, by another click
        raise Refused(TAKEN) from twin
    return person.pk
