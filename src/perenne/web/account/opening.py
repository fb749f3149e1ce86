"""Opening a session for somebody who has just opened their account."""

from allauth.account.adapter import get_adapter
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest

from perenne.domain.people.actions import note_session


def open_session(request: HttpRequest, person: AbstractBaseUser) -> None:
    """As signing in does: another number, a cookie that dies, a line in the list of sessions."""
    adapter = get_adapter()
    adapter.login(request, person)
    note_session(
        person_id=person.pk,
        key=request.session.session_key or "",
        ip=adapter.get_client_ip(request),
        user_agent=request.META.get("HTTP_USER_AGENT", ""),
    )
