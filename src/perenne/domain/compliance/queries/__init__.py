"""What is read of compliance."""

from perenne.domain.compliance.queries.certificates import (
    Certifiable,
    CertificateCard,
    certifiable,
    certificate_behind,
    certificate_card,
    certificates_of,
    recomputed,
)
from perenne.domain.compliance.queries.exposures import ExposedCommitment, exposures
from perenne.domain.compliance.queries.files import facts_of_file
from perenne.domain.compliance.queries.pace import PaceRow, paces
from perenne.domain.compliance.queries.pace_card import PaceCard, pace_card
from perenne.domain.compliance.queries.reviews import (
    ReviewCard,
    View,
    addable,
    followed_object,
    review_card,
    reviews_of,
)
from perenne.domain.compliance.queries.site_sheets import SiteSheet, site_sheet
from perenne.domain.compliance.states import Attendee, CertificateState
from perenne.rules.certificates import CertificateKind

__all__ = [
    "Attendee",
    "Certifiable",
    "CertificateCard",
    "CertificateKind",
    "CertificateState",
    "ExposedCommitment",
    "PaceCard",
    "PaceRow",
    "ReviewCard",
    "SiteSheet",
    "View",
    "addable",
    "certifiable",
    "certificate_behind",
    "certificate_card",
    "certificates_of",
    "exposures",
    "facts_of_file",
    "followed_object",
    "pace_card",
    "paces",
    "recomputed",
    "review_card",
    "reviews_of",
    "site_sheet",
]
