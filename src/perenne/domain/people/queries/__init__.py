"""What one may ask about accounts."""

from perenne.domain.people.queries.accounts import is_confirmed, is_taken, person_confirmed_at
from perenne.domain.people.queries.factors import Factors, Passkey, app_of, factors_of
from perenne.domain.people.queries.sessions import SessionCard, sessions_of

__all__ = [
    "Factors",
    "Passkey",
    "SessionCard",
    "app_of",
    "factors_of",
    "is_confirmed",
    "is_taken",
    "person_confirmed_at",
    "sessions_of",
]
