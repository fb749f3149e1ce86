"""A shortfall as the rules of penalties read it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from perenne.domain.compliance.models import Letter, Proposal, Shortfall
from perenne.domain.compliance.queries.standings import Standing
from perenne.domain.compliance.states import LetterKind
from perenne.rules.deadlines import DelayCode, due_on
from perenne.rules.deadlines.spans import FORMAL_NOTICE_DAYS, OBSERVATION_DAYS
from perenne.rules.penalties import PenaltyFile
from perenne.rules.practice import USUAL, Practice

DELAYS = {LetterKind.FORMAL_NOTICE: FORMAL_NOTICE_DAYS, LetterKind.HEARING: OBSERVATION_DAYS}
CODES = {
    LetterKind.FORMAL_NOTICE: DelayCode.FORMAL_NOTICE,
    LetterKind.HEARING: DelayCode.OBSERVATIONS,
}


def facts_of_file(
    row: Shortfall,
    standing: Standing,
    proposal: Proposal | None,
    letters: Mapping[str, Letter] | None = None,
) -> PenaltyFile:
    """`standing`: of the commitment on the day of the question; two queries at most."""
    sent = letters_of(row) if letters is None else letters
    received = {kind: letter.received_on for kind, letter in sent.items()}
    clause = row.commitment.clause
    return PenaltyFile(
        expected=standing.expected,
        done=standing.counted,
        private=not clause.ccag,
        formal_notice_on=received.get(LetterKind.FORMAL_NOTICE),
        observations_asked_on=received.get(LetterKind.HEARING),
        proposed_on=proposal.proposed_on if proposal else None,
        proposed_by=str(proposal.proposed_by_id) if proposal else "",
    )


def letters_of(row: Shortfall) -> dict[str, Letter]:
    return {letter.kind: letter for letter in row.letters.all()}


def delays_of(
    row: Shortfall, letters: Mapping[str, Letter], practice: Practice = USUAL
) -> Practice:
    """Those of the committee; over them that of the clause, and what a letter sent has said."""
    days = {FORMAL_NOTICE_DAYS.code: row.commitment.clause.formal_notice_days}
    days |= {
        DELAYS[LetterKind(kind)].code: letter.days
        for kind, letter in letters.items()
        if letter.days
    }
    return replace(practice, chosen={**practice.chosen, **days})


def days_left_by(kind: LetterKind, row: Shortfall, practice: Practice = USUAL) -> int:
    """What a letter sent today would leave; 0 for an alert, which leaves none."""
    if kind not in DELAYS:
        return 0
    return delays_of(row, {}, practice).of(DELAYS[kind])


def last_day_of(letter: Letter) -> date | None:
    """Of the delay that it leaves, once received; None for an alert."""
    kind = LetterKind(letter.kind)
    if kind not in CODES or letter.received_on is None:
        return None
    practice = delays_of(letter.shortfall, {letter.kind: letter})
    return due_on(CODES[kind], letter.received_on, practice=practice).on
