"""What people prefer, and what they were reminded of."""

from perenne.domain.notices.models.calendars import AgendaLink
from perenne.domain.notices.models.preferences import Inbox, Preference
from perenne.domain.notices.models.reminders import Reminder

__all__ = ["AgendaLink", "Inbox", "Preference", "Reminder"]
