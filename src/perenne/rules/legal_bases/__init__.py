"""The five possibilities: which fits a lot, to whom a contract is reserved, how they combine."""

from perenne.rules.legal_bases.combining import Combination, Note, combine
from perenne.rules.legal_bases.devices import Device
from perenne.rules.legal_bases.drafts import Draft, Effect
from perenne.rules.legal_bases.fitting import BasisDecision, Rejected, fitting_bases
from perenne.rules.legal_bases.limits import CLAUSE_LIMITS
from perenne.rules.legal_bases.names import (
    LEGAL_BASES,
    LegalBasis,
    Scored,
    essential_data,
    founding_articles,
)
from perenne.rules.legal_bases.old_articles import OLD_ARTICLES, OldReading, read_old_article
from perenne.rules.legal_bases.oversteps import Overstep, oversteps
from perenne.rules.legal_bases.pairings import COMBINATIONS, Outcome
from perenne.rules.legal_bases.publishing import PUBLISHED_FROM, must_be_published
from perenne.rules.legal_bases.regimes import Regime, regime_of
from perenne.rules.legal_bases.reservations import (
    RESERVATIONS,
    Access,
    ReservedTo,
    may_answer,
    may_reserve,
)
from perenne.rules.legal_bases.social_economy import (
    SocialEconomyLot,
    may_be_awarded_again,
    may_reserve_to_social_economy,
)

__all__ = [
    "CLAUSE_LIMITS",
    "COMBINATIONS",
    "LEGAL_BASES",
    "OLD_ARTICLES",
    "PUBLISHED_FROM",
    "RESERVATIONS",
    "Access",
    "BasisDecision",
    "Combination",
    "Device",
    "Draft",
    "Effect",
    "LegalBasis",
    "Note",
    "OldReading",
    "Outcome",
    "Overstep",
    "Regime",
    "Rejected",
    "ReservedTo",
    "Scored",
    "SocialEconomyLot",
    "combine",
    "essential_data",
    "fitting_bases",
    "founding_articles",
    "may_answer",
    "may_be_awarded_again",
    "may_reserve",
    "may_reserve_to_social_economy",
    "must_be_published",
    "oversteps",
    "read_old_article",
    "regime_of",
]
