"""What people do about meetings, alerts and hours that lack during the simulated year."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from year_doing import WHY, Act, Doing

from perenne.domain.compliance import actions as compliance
from perenne.domain.compliance.actions import Appointment, Minutes, Task, Verdict
from perenne.domain.compliance.models import Letter, PaceAlert, ReviewDecision
from perenne.domain.compliance.states import Attendee, LetterKind, Outcome


def _at_ten(day: date) -> datetime:
    return datetime.combine(day, time(9), UTC)


def _plans_review(doing: Doing) -> None:
    appointment = Appointment(_at_ten(doing.on + timedelta(10)), "Base vie du chantier")
    compliance.plan_review(review_id=doing.key, appointment=appointment, by=doing.by)


def _writes_review(doing: Doing) -> None:
    here = frozenset({Attendee.BUYER, Attendee.COMPANY, Attendee.FACILITATOR})
    tasks = tuple(
        Task(who, f"Envoyer les pièces demandées ({who.value})", doing.on + timedelta(14))
        for who in (Attendee.COMPANY, Attendee.FACILITATOR)
    )
    held = doing.errand.due_on or doing.on
    minutes = Minutes(held, here, "Les heures avancent.", tasks, 0)
    compliance.write_minutes(review_id=doing.key, minutes=minutes, by=doing.by, on=doing.on)


def _ticks(doing: Doing) -> None:
    rows = ReviewDecision.objects.filter(review=doing.key, what=doing.errand.about, done_on=None)
    for row in rows[:1]:
        compliance.tick_decision(decision_id=row.pk, is_done=True, by=doing.by, on=doing.on)


def _receives_letters(doing: Doing) -> None:
    for letter in Letter.objects.filter(shortfall=doing.key, received_on=None):
        compliance.note_receipt(letter_id=letter.pk, received_on=doing.on, by=doing.by, on=doing.on)


def _proposes_or_closes(doing: Doing) -> None:
    if doing.happens(0.5):
        compliance.propose_penalty(shortfall_id=doing.key, by=doing.by, on=doing.on)
    else:
        compliance.close_shortfall(shortfall_id=doing.key, reason=WHY, by=doing.by)


def _decides(doing: Doing) -> None:
    outcome = doing.chance.choice((Outcome.APPLIED, Outcome.WAIVED))
    compliance.decide_shortfall(
        shortfall_id=doing.key, verdict=Verdict(outcome, WHY), by=doing.by, on=doing.on
    )


def _looks_at_alert(doing: Doing) -> None:
    """The worst ones become a shortfall, now and then."""
    for alert in PaceAlert.objects.filter(commitment=doing.key).order_by("-pk")[:1]:
        compliance.look_at_alert(alert_id=alert.pk, by=doing.by, on=doing.on)
    if "Traiter" in doing.errand.kind.verb and doing.happens(0.4):
        compliance.open_shortfall(commitment_id=doing.key, by=doing.by, on=doing.on)


OF_FOLLOWING: dict[tuple[str, str], Act] = {
    ("reviews:plan", "Planifier"): _plans_review,
    ("reviews:write", "Écrire"): _writes_review,
    ("reviews:show", "Diffuser"): lambda it: compliance.share_minutes(
        review_id=it.key, by=it.by, on=it.on
    ),
    ("reviews:show", "Faire"): _ticks,
    ("compliance:answer", "Présenter"): lambda it: compliance.answer_shortfall(
        shortfall_id=it.key, text=WHY, by=it.by
    ),
    ("compliance:show", "Faire"): lambda it: compliance.answer_shortfall(
        shortfall_id=it.key, text=WHY, by=it.by
    ),
    ("compliance:show", "Noter"): _receives_letters,
    ("compliance:show", "Proposer"): _proposes_or_closes,
    ("compliance:show", "Décider"): _decides,
    ("compliance:summon", "Écrire"): lambda it: compliance.summon_by(
        shortfall_id=it.key,
        kinds=(LetterKind.FORMAL_NOTICE, LetterKind.HEARING),
        by=it.by,
        on=it.on,
    ),
    ("pace:show", "Regarder"): _looks_at_alert,
    ("pace:show", "Traiter"): _looks_at_alert,
}
