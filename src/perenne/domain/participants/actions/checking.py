"""The facilitator notes the situation and the proofs seen, or asks for those that lack."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from perenne.domain.participants.models import FileLink, ProofSeen
from perenne.domain.participants.policy import FILES
from perenne.domain.participants.queries.assessing import assessed, ground_proved_by
from perenne.domain.participants.queries.facts import situation_typed
from perenne.domain.participants.states import FILE_LIFE, FileState
from perenne.kit.actors import Actor
from perenne.kit.jobs import enqueue
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.rules.eligibility import PROOFS, EligibilityCategory, ProofKind


@dataclass(frozen=True, slots=True)
class SeenProof:
    """What is written on it; `seen_on` is the day of the act."""

    kind: ProofKind
    dated_on: date
    valid_until: date | None = None


@transaction.atomic
def state_facts(
    *, file_id: int, typed: Mapping[str, Any], claimed: Sequence[EligibilityCategory], by: Actor
) -> None:
    """Keep the situation as it was said; Refused when a fact is impossible.

    What was answered by a link is in it now, or was left out on purpose: it is kept twice nowhere.
    """
    file = FILES.take("eligibility.state_facts", by, file_id)
    file.situation, file.claimed = situation_typed(typed), sorted(claimed)
    assessed(file)
    file.save()
    FileLink.objects.filter(file=file).exclude(said={}).update(said={})
    record("eligibility.state_facts", file, by=by)


@transaction.atomic
def note_proof(*, file_id: int, proof: SeenProof, by: Actor, today: date) -> None:
    """Its kind, its days, who saw it and when; no copy of it is kept."""
    file = FILES.take("eligibility.note_proof", by, file_id)
    if proof.dated_on > today:
        raise Refused("La date du justificatif est à venir : recopiez celle qui y est écrite.")
    if proof.valid_until is not None and proof.valid_until < proof.dated_on:
        raise Refused("Le justificatif finirait avant d’avoir commencé : corrigez ses dates.")
    same = file.proofs.filter(kind=proof.kind, dated_on=proof.dated_on)
    if same.exists():
        raise Refused(f"Cette pièce est déjà notée : {PROOFS[proof.kind].label}.")
    row = ProofSeen(
        file=file,
        kind=proof.kind,
        ground=ground_proved_by(proof.kind, assessed(file).decision),
        dated_on=proof.dated_on,
        valid_until=proof.valid_until,
        seen_on=today,
        seen_by_id=by.person_id,
    )
    row.save()
    record("eligibility.note_proof", file, by=by)


@transaction.atomic
def ask_for_proofs(*, file_id: int, by: Actor) -> None:
    """What the law still asks for is written down, for the facilitator and the prescriber alone."""
    file = FILES.take("eligibility.ask_for_proofs", by, file_id)
    found = assessed(file)
    lacking = [*found.decision.questions, *(row.question for row in found.contradictions)]
    if not lacking:
        raise Refused("Rien ne manque : confirmez l’éligibilité, ou refusez-la.")
    file.state = FILE_LIFE.after("eligibility.ask_for_proofs", FileState(file.state))
    file.lacking = [said for said in lacking if said]
    file.save()
    record("eligibility.ask_for_proofs", file, by=by)
    enqueue("participants.tell_answer", file_id=file.pk)
