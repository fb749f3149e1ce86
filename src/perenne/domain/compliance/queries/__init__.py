"""What is read of compliance."""

from perenne.domain.compliance.models.shortfalls import MOST_FILES
from perenne.domain.compliance.queries.cards import (
    AnswerCard,
    DecisionCard,
    LetterCard,
    ProposalCard,
    ShortfallCard,
    StepCard,
)
from perenne.domain.compliance.queries.certificates import (
    Certifiable,
    CertificateCard,
    certifiable,
    certificate_behind,
    certificate_card,
    certificates_of,
    recomputed,
)
from perenne.domain.compliance.queries.computing import Asked, Draft
from perenne.domain.compliance.queries.exposures import ExposedCommitment, exposures
from perenne.domain.compliance.queries.files import facts_of_file
from perenne.domain.compliance.queries.lists import (
    ShortfallRow,
    counts_by_stage,
    shortfalls_of,
)
from perenne.domain.compliance.queries.opening import Alerting, alerting_on, penalty_draft
from perenne.domain.compliance.queries.pace import PaceRow, paces
from perenne.domain.compliance.queries.pace_card import PaceCard, pace_card
from perenne.domain.compliance.queries.papers import Printed, printed_decision, printed_letter
from perenne.domain.compliance.queries.reviews import (
    ReviewCard,
    View,
    addable,
    followed,
    review_card,
    reviews_of,
)
from perenne.domain.compliance.queries.showing import letter_to_receive, shortfall_card
from perenne.domain.compliance.queries.site_sheets import SiteSheet, site_sheet
from perenne.domain.compliance.states import Attendee, CertificateState
from perenne.rules.certificates import CertificateKind

__all__ = [
    "MOST_FILES",
    "Alerting",
    "AnswerCard",
    "Asked",
    "Attendee",
    "Certifiable",
    "CertificateCard",
    "CertificateKind",
    "CertificateState",
    "DecisionCard",
    "Draft",
    "ExposedCommitment",
    "LetterCard",
    "PaceCard",
    "PaceRow",
    "Printed",
    "ProposalCard",
    "ReviewCard",
    "ShortfallCard",
    "ShortfallRow",
    "SiteSheet",
    "StepCard",
    "View",
    "addable",
    "alerting_on",
    "certifiable",
    "certificate_behind",
    "certificate_card",
    "certificates_of",
    "counts_by_stage",
    "exposures",
    "facts_of_file",
    "followed",
    "letter_to_receive",
    "pace_card",
    "paces",
    "penalty_draft",
    "printed_decision",
    "printed_letter",
    "recomputed",
    "review_card",
    "reviews_of",
    "shortfall_card",
    "shortfalls_of",
    "site_sheet",
]
