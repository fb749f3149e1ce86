"""What one may do to programmes. The only writers of this app's tables."""

from perenne.domain.programming.actions.bundling import (
    give_enclosure,
    receive_files,
    send_bundle,
    send_bundle_as_new_buyer,
)
from perenne.domain.programming.actions.comparing import compare_programme, link_programme
from perenne.domain.programming.actions.correcting import correct_purchase
from perenne.domain.programming.actions.forgetting import forget_abandoned, forget_programme
from perenne.domain.programming.actions.giving import give_source
from perenne.domain.programming.actions.handing import cover_absences, reassign_purchase
from perenne.domain.programming.actions.justifying import Motive, justify_purchase
from perenne.domain.programming.actions.pairing import (
    confirm_pairing,
    join_pairings,
    separate_pairing,
)
from perenne.domain.programming.actions.receiving import match_headings, receive_programme
from perenne.domain.programming.actions.screening import (
    screen_left_behind,
    screen_programme,
)
from perenne.domain.programming.actions.sending import (
    Newcomer,
    send_as_new_buyer,
    send_programme,
)
from perenne.domain.programming.actions.showing import hide_purchase, show_purchase
from perenne.domain.programming.actions.sorting import (
    keep_purchase,
    leave_purchase_aside,
    take_purchase_back,
)

__all__ = [
    "Motive",
    "Newcomer",
    "compare_programme",
    "confirm_pairing",
    "correct_purchase",
    "cover_absences",
    "forget_abandoned",
    "forget_programme",
    "give_enclosure",
    "give_source",
    "hide_purchase",
    "join_pairings",
    "justify_purchase",
    "keep_purchase",
    "leave_purchase_aside",
    "link_programme",
    "match_headings",
    "reassign_purchase",
    "receive_files",
    "receive_programme",
    "screen_left_behind",
    "screen_programme",
    "send_as_new_buyer",
    "send_bundle",
    "send_bundle_as_new_buyer",
    "send_programme",
    "separate_pairing",
    "show_purchase",
    "take_purchase_back",
]
