"""Which account an identity opens: the one it was linked to, or that of its confirmed address."""

import logging
from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from perenne.domain.people.queries import person_confirmed_at
from perenne.web.account.proconnect.provider import NAME, proconnect

LOG = logging.getLogger(__name__)
REFUSED = "ProConnect n’a pas pu vous identifier. Recommencez depuis la page de connexion."
CANCELLED = "Vous avez arrêté l’identification. Recommencez, ou choisissez un autre moyen."
UNKNOWN = (
    "Aucun compte confirmé ne porte l’adresse que ProConnect nous donne. Connectez-vous par mot "
    "de passe et confirmez votre adresse, ou demandez à votre organisme de vous inviter."
)


class IdentityAdapter(DefaultSocialAccountAdapter):
    def get_provider(self, request: HttpRequest, provider: str, client_id: Any = None) -> Any:
        if provider in {NAME, "openid_connect"}:
            return proconnect(request)
        return super().get_provider(request, provider, client_id)

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def authenticate_by_email(self, sociallogin: SocialLogin) -> tuple[Any, str] | None:
        """Never an account whose address was not confirmed: it may be somebody else's."""
        for address in sociallogin.email_addresses:
            person = person_confirmed_at(address.email)
            if person:
                return person, address.email
        return None

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        if not sociallogin.is_existing:
            raise ImmediateHttpResponse(refused(request, UNKNOWN))

    def on_authentication_error(self, request: HttpRequest, provider: Any, **known: Any) -> None:
        """The reason goes to the log: whoever forges answers must not read it."""
        is_cancelled = known.get("error") == "cancelled"
        if not is_cancelled:
            LOG.warning("ProConnect refused: %s", known.get("exception") or known.get("error"))
        raise ImmediateHttpResponse(refused(request, CANCELLED if is_cancelled else REFUSED))


def refused(request: HttpRequest, sentence: str) -> HttpResponse:
    return render(request, "account/proconnect/page.html", {"sentence": sentence}, status=403)
