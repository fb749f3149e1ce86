"""Whose address is it, and was it confirmed?"""

from allauth.account.models import EmailAddress

from perenne.domain.people.models import Person


def is_confirmed(person_id: int) -> bool:
    """Whether they answered the mail sent to the address they sign in with."""
    theirs = EmailAddress.objects.filter(user_id=person_id, primary=True, verified=True)
    return bool(theirs.exists())


def is_taken(email: str, *, but: int) -> bool:
    """Whether somebody else signs in with this address."""
    return Person.objects.filter(email__iexact=email).exclude(pk=but).exists()


def person_confirmed_at(email: str) -> Person | None:
    """The person who confirmed this address; an account that did not is not theirs yet."""
    confirmed = EmailAddress.objects.select_related("user").filter(
        email=email.lower(), verified=True, primary=True, user__is_active=True
    )
    found: EmailAddress | None = confirmed.first()
    return found.user if found else None
