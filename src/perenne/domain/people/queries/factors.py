"""What a person has beside their password."""

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator


@dataclass(frozen=True, slots=True)
class Passkey:
    id: int
    name: str
    added_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class Factors:
    has_app: bool
    passkeys: tuple[Passkey, ...]
    codes_left: int
    """Recovery codes that were not used yet."""

    @property
    def count(self) -> int:
        """Codes do not count: they replace a factor, they are not one."""
        return int(self.has_app) + len(self.passkeys)


def factors_of(person_id: int) -> Factors:
    rows = list(Authenticator.objects.filter(user_id=person_id).order_by("pk"))
    kinds = Authenticator.Type
    codes = next((row for row in rows if row.type == kinds.RECOVERY_CODES), None)
    return Factors(
        has_app=any(row.type == kinds.TOTP for row in rows),
        passkeys=tuple(
            Passkey(row.pk, row.wrap().name, row.created_at, row.last_used_at)
            for row in rows
            if row.type == kinds.WEBAUTHN
        ),
        codes_left=len(codes.wrap().get_unused_codes()) if codes else 0,
    )


def app_of(person_id: int) -> int:
    """The application that gives them codes; 0 when there is none."""
    apps = Authenticator.objects.filter(user_id=person_id, type=Authenticator.Type.TOTP)
    return int(apps.values_list("pk", flat=True).first() or 0)
