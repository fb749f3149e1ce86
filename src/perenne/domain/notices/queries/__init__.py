"""What is to be said, what was, and how people want it."""

from perenne.domain.notices.queries.agenda import agenda_address, agenda_of, holder_of
from perenne.domain.notices.queries.ahead import PlannedMail, PlannedThing, ahead
from perenne.domain.notices.queries.due import Digest, Told, due_on
from perenne.domain.notices.queries.preferences import PreferenceCard, preference_of
from perenne.domain.notices.queries.sent import SentMail, sent

__all__ = [
    "Digest",
    "PlannedMail",
    "PlannedThing",
    "PreferenceCard",
    "SentMail",
    "Told",
    "agenda_address",
    "agenda_of",
    "ahead",
    "due_on",
    "holder_of",
    "preference_of",
    "sent",
]
