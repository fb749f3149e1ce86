"""People far from employment, their eligibility files, and the verdicts on them."""

from perenne.domain.participants.models.files import EligibilityFile, FileLink, Knower, ProofSeen
from perenne.domain.participants.models.participants import (
    NoticeGiven,
    NoticeMeans,
    Participant,
    PersonalLink,
)
from perenne.domain.participants.models.pathways import Exit, FollowUp, Situation
from perenne.domain.participants.models.verdicts import Verdict

__all__ = [
    "EligibilityFile",
    "Exit",
    "FileLink",
    "FollowUp",
    "Knower",
    "NoticeGiven",
    "NoticeMeans",
    "Participant",
    "PersonalLink",
    "ProofSeen",
    "Situation",
    "Verdict",
]
