"""People far from employment, their eligibility files, and the verdicts on them."""

from perenne.domain.participants.models.files import EligibilityFile, ProofSeen
from perenne.domain.participants.models.participants import Participant, PersonalLink
from perenne.domain.participants.models.pathways import Exit, FollowUp
from perenne.domain.participants.models.verdicts import Verdict

__all__ = [
    "EligibilityFile",
    "Exit",
    "FollowUp",
    "Participant",
    "PersonalLink",
    "ProofSeen",
    "Verdict",
]
