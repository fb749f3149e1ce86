"""What one may ask about promises."""

from perenne.domain.promises.queries.cards import MonthRow, PledgeRow, PromiseCard, promise_card
from perenne.domain.promises.queries.facts import promising
from perenne.domain.promises.queries.groups import OfferWeight, Sharing, sharing_in
from perenne.domain.promises.queries.loads import (
    Free,
    Load,
    Pledge,
    free_hours,
    loads_of,
    net_capacity,
)
from perenne.domain.promises.queries.local import (
    Asked,
    LocalCard,
    LocalStructure,
    commune_of_clause,
    local_card,
)
from perenne.domain.promises.queries.warnings import PromiseWarning, warnings_under

__all__ = [
    "Asked",
    "Free",
    "Load",
    "LocalCard",
    "LocalStructure",
    "MonthRow",
    "OfferWeight",
    "Pledge",
    "PledgeRow",
    "PromiseCard",
    "PromiseWarning",
    "Sharing",
    "commune_of_clause",
    "free_hours",
    "loads_of",
    "local_card",
    "net_capacity",
    "promise_card",
    "promising",
    "sharing_in",
    "warnings_under",
]
