"""A letter leaves: what it says is kept with it, and its mail is asked for."""

from datetime import date

from perenne.domain.compliance.models import Letter, Shortfall
from perenne.domain.compliance.queries.computing import draft_of
from perenne.domain.compliance.queries.files import days_left_by
from perenne.domain.compliance.queries.standings import Standing
from perenne.domain.compliance.states import LetterKind
from perenne.kit.actors import Actor
from perenne.kit.jobs import enqueue
from perenne.kit.last_line import telling
from perenne.kit.refusals import Refused
from perenne.rules.penalties import to_plain

SENT_ALREADY = "Cette lettre est déjà partie : indiquez plutôt le jour de sa réception."


def send_letter(
    row: Shortfall, kind: LetterKind, standing: Standing, *, by: Actor, on: date
) -> int:
    """The hearing alone tells an amount, where the clause writes one."""
    letter = Letter(
        shortfall=row,
        kind=kind,
        sent_on=on,
        sent_by_id=by.organisation_id or 0,
        expected_minutes=standing.expected.minutes,
        counted_minutes=standing.counted.minutes,
        settled_minutes=standing.settled.minutes,
        measured_on=standing.on,
        days=days_left_by(kind, row),
        inputs=_contemplated(row, standing, on) if kind is LetterKind.HEARING else None,
    )
    with telling({"letter_of_a_kind_is_sent_once": SENT_ALREADY}):
        letter.save()
    enqueue("compliance.tell_letter", letter_id=letter.pk)
    return letter.pk


def _contemplated(row: Shortfall, standing: Standing, on: date) -> object:
    try:
        return to_plain(draft_of(row, standing, on).inputs)
    except Refused:
        return None
