"""What one may do to accounts."""

from perenne.domain.people.actions.closing import close_account, end_sessions, note_session
from perenne.domain.people.actions.opening import open_account
from perenne.domain.people.actions.second_factor import spend_code

__all__ = ["close_account", "end_sessions", "note_session", "open_account", "spend_code"]
