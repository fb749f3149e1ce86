"""What is to be said, what was, and how people want it."""

from perenne.domain.notices.queries.ahead import PlannedMail, PlannedThing, ahead
from perenne.domain.notices.queries.preferences import PreferenceCard, preference_of
from perenne.domain.notices.queries.sent import SentMail, sent

__all__ = [
    "PlannedMail",
    "PlannedThing",
    "PreferenceCard",
    "SentMail",
    "ahead",
    "preference_of",
    "sent",
]
