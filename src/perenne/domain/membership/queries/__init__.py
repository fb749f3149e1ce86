"""What one may ask about adhesions."""

from perenne.domain.membership.queries.charter import CURRENT, Charter, charter
from perenne.domain.membership.queries.members import (
    MemberRow,
    MembershipCard,
    Sieve,
    members_of,
    membership_card,
    membership_of,
)

__all__ = [
    "CURRENT",
    "Charter",
    "MemberRow",
    "MembershipCard",
    "Sieve",
    "charter",
    "members_of",
    "membership_card",
    "membership_of",
]
