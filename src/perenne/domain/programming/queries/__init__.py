"""What one may ask about programmes. Every answer is a card: plain, frozen, complete."""

from perenne.domain.programming.queries.bundles import (
    BundleCard,
    bundle_card,
    bundle_to_add_to,
)
from perenne.domain.programming.queries.comparisons import (
    ComparisonCard,
    Filter,
    PairingRow,
    comparison_card,
    every_pairing_of,
    may_judge,
    others_to_join,
    pairing_row,
    pairings_of,
)
from perenne.domain.programming.queries.facts import PurchaseFacts, Question
from perenne.domain.programming.queries.files import headings_to_match
from perenne.domain.programming.queries.loads import open_purchases, takers
from perenne.domain.programming.queries.memos import (
    MemoAsked,
    MemoCard,
    memo_asked,
    memo_card,
    memos_on,
)
from perenne.domain.programming.queries.programmes import (
    Counts,
    ProgrammeCard,
    ProgrammeRow,
    programme_card,
    programmes_of,
    recipients_of,
)
from perenne.domain.programming.queries.purchases import (
    AsideRow,
    PurchaseCard,
    Sieve,
    every_purchase_in,
    lines_set_aside,
    page_with,
    purchase_card,
    purchase_is_seen,
    purchases_in,
)
from perenne.domain.programming.queries.reading import ReadProgramme, programme_in
from perenne.domain.programming.queries.screening import ScreenedLine, Screening
from perenne.domain.programming.queries.shares import ShareRow, shares_by_buyer
from perenne.domain.programming.queries.verdicts import VerdictCard, card_of_verdict

__all__ = [
    "AsideRow",
    "BundleCard",
    "ComparisonCard",
    "Counts",
    "Filter",
    "MemoAsked",
    "MemoCard",
    "PairingRow",
    "ProgrammeCard",
    "ProgrammeRow",
    "PurchaseCard",
    "PurchaseFacts",
    "Question",
    "ReadProgramme",
    "ScreenedLine",
    "Screening",
    "ShareRow",
    "Sieve",
    "VerdictCard",
    "bundle_card",
    "bundle_to_add_to",
    "card_of_verdict",
    "comparison_card",
    "every_pairing_of",
    "every_purchase_in",
    "headings_to_match",
    "lines_set_aside",
    "may_judge",
    "memo_asked",
    "memo_card",
    "memos_on",
    "open_purchases",
    "others_to_join",
    "page_with",
    "pairing_row",
    "pairings_of",
    "programme_card",
    "programme_in",
    "programmes_of",
    "purchase_card",
    "purchase_is_seen",
    "purchases_in",
    "recipients_of",
    "shares_by_buyer",
    "takers",
]
