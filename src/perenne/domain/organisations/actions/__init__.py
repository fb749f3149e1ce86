"""What one may do to organisations. The only writers of this app’s tables."""

from perenne.domain.organisations.actions.closing import close_space
from perenne.domain.organisations.actions.editing import edit_organisation
from perenne.domain.organisations.actions.inviting import (
    accept_as_newcomer,
    accept_invitation,
    invite,
    resend_invitation,
    withdraw_invitation,
)
from perenne.domain.organisations.actions.joining import (
    ask_to_join,
    ask_to_join_as_newcomer,
    decline_request,
    grant_request,
)
from perenne.domain.organisations.actions.judging import (
    present_again,
    refuse_organisation,
    restore_organisation,
    suspend_organisation,
    verify_organisation,
)
from perenne.domain.organisations.actions.mailing import (
    send_answer,
    send_invitation,
    send_request,
    send_verdict,
)
from perenne.domain.organisations.actions.registering import (
    AlreadyHere,
    Identity,
    Newcomer,
    declare_as_newcomer,
    declare_organisation,
    register_buyer,
    register_coordination,
    register_facilitator,
)
from perenne.domain.organisations.actions.seating import (
    leave,
    name_admin,
    remove_seat,
    withdraw_admin,
)

__all__ = [
    "AlreadyHere",
    "Identity",
    "Newcomer",
    "accept_as_newcomer",
    "accept_invitation",
    "ask_to_join",
    "ask_to_join_as_newcomer",
    "close_space",
    "declare_as_newcomer",
    "declare_organisation",
    "decline_request",
    "edit_organisation",
    "grant_request",
    "invite",
    "leave",
    "name_admin",
    "present_again",
    "refuse_organisation",
    "register_buyer",
    "register_coordination",
    "register_facilitator",
    "remove_seat",
    "resend_invitation",
    "restore_organisation",
    "send_answer",
    "send_invitation",
    "send_request",
    "send_verdict",
    "suspend_organisation",
    "verify_organisation",
    "withdraw_admin",
    "withdraw_invitation",
]
