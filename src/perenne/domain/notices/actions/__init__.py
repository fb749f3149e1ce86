"""How reminders are chosen and sent. The only writers of this app."""

from perenne.domain.notices.actions.agendas import close_agenda, open_agenda
from perenne.domain.notices.actions.preferring import close_inbox, open_inbox, prefer
from perenne.domain.notices.actions.reminding import remind

__all__ = ["close_agenda", "close_inbox", "open_agenda", "open_inbox", "prefer", "remind"]
