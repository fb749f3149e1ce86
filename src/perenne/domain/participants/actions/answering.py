"""Yes or no, since when, until when; and a yes that is taken back."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models.functions import Now

from perenne.domain.participants.models import EligibilityFile, Participant, Verdict
from perenne.domain.participants.policy import FILES, VERDICTS
from perenne.domain.participants.queries.assessing import Assessed, assessed
from perenne.domain.participants.queries.persons import was_informed
from perenne.domain.participants.queries.verdicts import standing, standing_within
from perenne.domain.participants.states import FILE_LIFE, FileState
from perenne.kit.actors import Actor
from perenne.kit.french.dates import written
from perenne.kit.jobs import enqueue
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.rules.eligibility import Course, Entry, State, window
from perenne.rules.eligibility.windows import REVIEW_MONTHS
from perenne.rules.practice import USUAL
from perenne.values import add_months

SHORTEST = 5
SAY_WHY = "Dites pourquoi, en cinq caractères au moins : seul le facilitateur le lit."
NOT_INFORMED = (
    "Informez d’abord la personne : remettez-lui la notice sur ses données, et cochez comment."
)
MERGED = "Cette fiche a été réunie à une autre : retirez la demande."


@transaction.atomic
def confirm_eligibility(
    *, file_id: int, by: Actor, today: date, course: Course = Course.FIXED_TERM,
    ends_on: date | None = None,
) -> None:  # fmt: skip
    """`course`: the shape of the job that is planned; `ends_on` its last day when it is known.

    A verdict that already covers the hiring answers by itself. Refused while the facts contradict
    each other or the proofs lack, or before the person was told what is done with her data.
    """
    file = FILES.take("eligibility.confirm", by, file_id)
    person = _locked(file.participant_id)
    held = standing(person.pk, file.hire_on)
    if held is None:
        found = assessed(file)
        _check(found)
        if not was_informed(person.pk):
            raise Refused(NOT_INFORMED)
        first, last = _days(file, today, course, ends_on)
        _refuse_overlap(person, first, last)
        verdict = Verdict(
            file=file,
            participant=person,
            is_eligible=True,
            ground=found.decision.main or "",
            certified=found.certified,
            starts_on=first,
            ends_on=last,
            decided_by_id=file.facilitator_id,
        )
        verdict.save()
    _answer("eligibility.confirm", file, by)


@transaction.atomic
def refuse_eligibility(*, file_id: int, reason: str, by: Actor) -> None:
    """Why stays with the facilitator: it tells the situation. It enters no journal."""
    file = FILES.take("eligibility.refuse", by, file_id)
    if len(reason.strip()) < SHORTEST:
        raise Refused(SAY_WHY)
    file.reason = reason.strip()
    person = _locked(file.participant_id)
    Verdict(
        file=file, participant=person, is_eligible=False, decided_by_id=file.facilitator_id
    ).save()
    _answer("eligibility.refuse", file, by)


@transaction.atomic
def withdraw_verdict(*, verdict_id: int, reason: str, by: Actor) -> None:
    """It opens no hiring any more; those that it opened, and their hours, are seen elsewhere."""
    verdict = VERDICTS.take("verdict.withdraw", by, verdict_id)
    if len(reason.strip()) < SHORTEST:
        raise Refused(SAY_WHY)
    with_moment = Verdict.objects.filter(pk=verdict.pk)
    with_moment.update(withdrawn_at=Now(), withdrawn_because=reason.strip())
    record("verdict.withdraw", verdict, by=by)
    enqueue("participants.tell_answer", file_id=verdict.file_id)


def _locked(participant_id: int) -> Participant:
    person = Participant.objects.select_for_update(of=("self",), no_key=True).get(pk=participant_id)
    if person.merged_into_id is not None:
        raise Refused(MERGED)
    return person


def _check(found: Assessed) -> None:
    if found.contradictions:
        raise Refused(" ".join(row.question for row in found.contradictions))
    if found.decision.state is State.ELIGIBLE:
        return
    lacking = [said for said in found.decision.questions if said]
    raise Refused(" ".join(lacking or found.decision.reasons))


def _days(
    file: EligibilityFile, today: date, course: Course, ends_on: date | None
) -> tuple[date, date]:
    """Both in the window; what nothing limits is reviewed after the months of the committee."""
    if ends_on is not None and ends_on < file.hire_on:
        raise Refused("Le contrat finirait avant l’embauche : corrigez sa date de fin.")
    found = window(Entry(course, file.hire_on, file.hire_on, today, ends_on))
    end = found.end or add_months(found.start, USUAL.of(REVIEW_MONTHS))
    return found.start, end - timedelta(1)


def _refuse_overlap(person: Participant, first: date, last: date) -> None:
    """Eligible once at a time: the entitlement of a person is one clock (I7)."""
    other = standing_within(person.pk, first, last)
    if other is not None:
        raise Refused(
            f"Cette personne est déjà éligible du {_said(other.starts_on)} au "
            f"{_said(other.ends_on)} : retirez cet avis, ou décalez l’embauche."
        )


def _answer(act: str, file: EligibilityFile, by: Actor) -> None:
    file.state = FILE_LIFE.after(act, FileState(file.state))
    file.lacking = []
    file.save()
    record(act, file, by=by)
    enqueue("participants.tell_answer", file_id=file.pk)


def _said(day: date | None) -> str:
    return written(day) if day else "…"
