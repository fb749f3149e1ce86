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
from perenne.domain.compliance.queries.computing import Asked, Draft
from perenne.domain.compliance.queries.exposures import ExposedCommitment, exposures
from perenne.domain.compliance.queries.files import facts_of_file
from perenne.domain.compliance.queries.lists import (
    Exposed,
    ShortfallRow,
    counts_by_stage,
    exposed_commitments,
    shortfalls_of,
)
from perenne.domain.compliance.queries.opening import Alerting, alerting_on, penalty_draft
from perenne.domain.compliance.queries.papers import Printed, printed_decision, printed_letter
from perenne.domain.compliance.queries.showing import letter_to_receive, shortfall_card

__all__ = [
    "MOST_FILES",
    "Alerting",
    "AnswerCard",
    "Asked",
    "DecisionCard",
    "Draft",
    "Exposed",
    "ExposedCommitment",
    "LetterCard",
    "Printed",
    "ProposalCard",
    "ShortfallCard",
    "ShortfallRow",
    "StepCard",
    "alerting_on",
    "counts_by_stage",
    "exposed_commitments",
    "exposures",
    "facts_of_file",
    "letter_to_receive",
    "penalty_draft",
    "printed_decision",
    "printed_letter",
    "shortfall_card",
    "shortfalls_of",
]
