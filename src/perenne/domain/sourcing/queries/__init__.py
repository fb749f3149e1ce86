"""What one may ask about needs, whom they were sent to, and what was answered."""

from perenne.domain.sourcing.queries.asked import (
    AskedRow,
    ProposalRow,
    Turn,
    asked,
    need_to_propose_for,
    open_needs,
    proposals_of,
    quiet_until,
    solicitation_card,
    solicitations_of,
)
from perenne.domain.sourcing.queries.links import Answered, Link, ReplyCard, solicitation_by_link
from perenne.domain.sourcing.queries.needs import Need
from perenne.domain.sourcing.queries.openings import (
    AskedCard,
    CandidateCard,
    OfferCard,
    OpeningCard,
    OpeningRow,
    opening_card,
    openings_for,
)
from perenne.domain.sourcing.queries.starting import (
    CommitmentChoice,
    NewNeed,
    commitments_to_open_under,
    may_open,
    new_need,
)

__all__ = [
    "Answered",
    "AskedCard",
    "AskedRow",
    "CandidateCard",
    "CommitmentChoice",
    "Link",
    "Need",
    "NewNeed",
    "OfferCard",
    "OpeningCard",
    "OpeningRow",
    "ProposalRow",
    "ReplyCard",
    "Turn",
    "asked",
    "commitments_to_open_under",
    "may_open",
    "need_to_propose_for",
    "new_need",
    "open_needs",
    "opening_card",
    "openings_for",
    "proposals_of",
    "quiet_until",
    "solicitation_by_link",
    "solicitation_card",
    "solicitations_of",
]
