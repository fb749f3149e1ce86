"""Second factors: how their secrets are kept, and when they are asked for."""

import base64
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import qrcode
from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.stages import AuthenticateStage
from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.http import HttpRequest
from qrcode.image.svg import SvgPathFillImage

from perenne.domain.people.queries import factors_of
from perenne.kit.actors import NEAR_PERSONS
from perenne.kit.pages import Visit
from perenne.web.account.sentences import ERRORS

PURPOSE = b"perenne: secrets of second factors"


class FactorAdapter(DefaultMFAAdapter):
    error_messages: Mapping[str, Any] = {**DefaultMFAAdapter.error_messages, **ERRORS}

    def get_totp_issuer(self) -> str:
        return "Pérenne"

    def build_totp_svg(self, url: str) -> str:
        """On a white ground, which a dark theme must not take away from the reader's eye."""
        drawn: bytes = qrcode.make(url, image_factory=SvgPathFillImage).to_string()
        return drawn.decode()

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Passkeys are those of one name of the site."""
        return {"id": context.request.get_host().partition(":")[0], "name": "Pérenne"}

    def generate_authenticator_name(self, user: object, type: object) -> str:
        return "Ma clé d’accès"

    def can_delete_authenticator(self, authenticator: object) -> bool:
        return not must_keep(context.request)

    def encrypt(self, text: str) -> str:
        return (
            box(settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS).encrypt(text.encode()).decode()
        )

    def decrypt(self, encrypted_text: str) -> str:
        keys = box(settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
        return keys.decrypt(encrypted_text.encode()).decode()


@lru_cache
def box(*secrets: str) -> MultiFernet:
    """Writes with the first key, reads with any: keys can be changed without losing anything."""
    return MultiFernet([Fernet(_key(secret)) for secret in secrets])


def _key(secret: str) -> bytes:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=PURPOSE).derive(secret.encode())
    return base64.urlsafe_b64encode(derived)


def has_shown_second_factor(request: HttpRequest) -> bool:
    """In this very session: by code, by passkey, or by ProConnect when it says so."""
    records = get_authentication_records(request, request.user)
    return any(record.get("method") == "mfa" for record in records)


def is_required_of(visit: Visit) -> bool:
    return settings.SECOND_FACTOR == "required" and visit.actor.role in NEAR_PERSONS


def must_keep(visit: Visit) -> bool:
    """Whether a factor is the last one of somebody who may not be without."""
    return is_required_of(visit) and factors_of(visit.user.pk or 0).count <= 1


class SecondFactorStage(AuthenticateStage):
    """Asked of whoever has one, unless ProConnect says that it asked for one itself."""

    def _should_handle(self, request: HttpRequest) -> bool:
        identity = (self.login.signal_kwargs or {}).get("sociallogin")
        level = identity.account.extra_data.get("acr") if identity else None
        if level in settings.PROCONNECT.levels:
            record_authentication(request, self.login.user, "mfa", type="proconnect", acr=level)
            return False
        return bool(super()._should_handle(request))
