"""ProConnect as allauth must see it: its provider, and how its answers are read."""

from secrets import token_urlsafe
from typing import Any

from allauth.account.models import EmailAddress
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp, SocialLogin, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from perenne.web.account.proconnect.tokens import Expected, Forged, identity_in

NAME = "proconnect"
SIGNED = "application/jwt"


class ProConnectAdapter(OpenIDConnectOAuth2Adapter):
    """Everything that it reads is signed, for us, now, in answer to this very request."""

    nonce = ""
    """Of the state that came back; the callback puts it here."""

    def complete_login(
        self, request: HttpRequest, app: SocialApp, token: SocialToken, **kwargs: Any
    ) -> SocialLogin:
        id_token = kwargs["response"].get("id_token") or ""
        try:
            identity = identity_in(
                id_token,
                self._signed_userinfo(token.token),
                nonce=self.nonce,
                expected=self._expected(app),
            )
        except Forged as forged:
            raise OAuth2Error(str(forged)) from forged
        return self.get_provider().sociallogin_from_response(request, identity)

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:
        return request.build_absolute_uri(reverse("account:proconnect_return"))

    def _signed_userinfo(self, access_token: str) -> str:
        with get_adapter().get_requests_session() as asking:
            answer = asking.get(
                self.profile_url, headers={"Authorization": f"Bearer {access_token}"}
            )
        answer.raise_for_status()
        if answer.headers.get("Content-Type", "").split(";")[0].strip() != SIGNED:
            raise Forged("userinfo: not signed")
        return str(answer.text)

    def _expected(self, app: SocialApp) -> Expected:
        """Its own configuration must bear the name under which we know it."""
        if self.openid_config.get("issuer") != settings.PROCONNECT.issuer:
            raise Forged("issuer: the configuration is that of another one")
        with get_adapter().get_requests_session() as asking:
            answer = asking.get(self.openid_config["jwks_uri"])
        answer.raise_for_status()
        return Expected(settings.PROCONNECT.issuer, app.client_id, answer.json().get("keys", ()))


class ProConnect(OpenIDConnectProvider):
    oauth2_adapter_class = ProConnectAdapter

    def redirect(
        self, request: HttpRequest, process: str, next_url: str | None = None, **kwargs: Any
    ) -> HttpResponse:
        """The nonce stays with the state, in the session of who asks."""
        nonce = token_urlsafe(24)
        kwargs["auth_params"] = {"nonce": nonce}
        kwargs["scope"] = self.get_scope()
        answer: HttpResponse = super().redirect(
            request, "login", next_url=next_url, nonce=nonce, **kwargs
        )
        return answer

    def get_callback_url(self) -> str:
        return reverse("account:proconnect_return")

    def extract_uid(self, data: dict[str, Any]) -> str:
        """One issuer and one subject: an identity is nothing without the other half."""
        return f"{data['iss']}|{data['sub']}"

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:
        """What is kept: neither name nor employer."""
        return {key: data[key] for key in ("iss", "sub", "acr") if key in data}

    def extract_common_fields(self, data: dict[str, Any]) -> dict[str, Any]:
        return {}

    def extract_email_addresses(self, data: dict[str, Any]) -> list[EmailAddress]:
        """ProConnect vouches for the addresses that it gives, unless it says that it does not."""
        if not data.get("email") or data.get("email_verified") is False:
            return []
        return [EmailAddress(email=data["email"], verified=True, primary=True)]


def proconnect(request: HttpRequest) -> ProConnect:
    known = settings.PROCONNECT
    if not known.issuer:
        raise Http404
    app = SocialApp(
        provider="openid_connect",
        provider_id=NAME,
        name="ProConnect",
        client_id=known.client_id,
        secret=known.client_secret,
        settings={
            "server_url": known.issuer,
            "oauth_pkce_enabled": True,
            "scope": ["openid", "email"],
            "token_auth_method": "client_secret_post",
        },
    )
    return ProConnect(request, app=app)
