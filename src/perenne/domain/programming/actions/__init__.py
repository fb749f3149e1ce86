"""What one may do to programmes. The only writers of this app's tables."""

from perenne.domain.programming.actions.bundling import (
    give_enclosure,
    receive_files,
    send_bundle,
    send_bundle_as_new_buyer,
)
from perenne.domain.programming.actions.correcting import correct_purchase
from perenne.domain.programming.actions.forgetting import forget_abandoned, forget_programme
from perenne.domain.programming.actions.giving import give_source
from perenne.domain.programming.actions.receiving import match_headings, receive_programme
from perenne.domain.programming.actions.screening import screen_programme
from perenne.domain.programming.actions.sending import (
    Newcomer,
    send_as_new_buyer,
    send_programme,
)
from perenne.domain.programming.actions.sorting import (
    keep_purchase,
    leave_purchase_aside,
    take_purchase_back,
)

__all__ = [
    "Newcomer",
    "correct_purchase",
    "forget_abandoned",
    "forget_programme",
    "give_enclosure",
    "give_source",
    "keep_purchase",
    "leave_purchase_aside",
    "match_headings",
    "receive_files",
    "receive_programme",
    "screen_programme",
    "send_as_new_buyer",
    "send_bundle",
    "send_bundle_as_new_buyer",
    "send_programme",
    "take_purchase_back",
]
