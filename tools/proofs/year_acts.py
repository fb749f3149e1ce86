"""What people do about what waits for them, by the real actions: one function for each errand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

from year_acts_clauses import OF_CLAUSES
from year_acts_follow import OF_FOLLOWING
from year_doing import WHY, Act, Doing

from perenne.domain.enquiries import actions as enquiries
from perenne.domain.hirings import actions as hirings
from perenne.domain.hirings.actions import PlannedHiring
from perenne.domain.hirings.queries import commitment_to_hire_under, crew_of, plan_card
from perenne.domain.hours import actions as hours
from perenne.domain.hours.actions import Line
from perenne.domain.hours.actions.speaking import answer_voice
from perenne.domain.hours.models import Sheet
from perenne.domain.hours.queries.plan_lists import companies_waiting
from perenne.domain.hours.states import DECLARED, DISPUTED, OPEN
from perenne.domain.organisations import actions as organisations
from perenne.domain.participants import actions as participants
from perenne.domain.participants.actions import NoticeMeans, SeenProof, Step, Typed
from perenne.domain.participants.models import EligibilityFile
from perenne.domain.procurement.models import Contract
from perenne.kit.actors import Actor
from perenne.kit.refusals import Refused
from perenne.rules.eligibility import EligibilityCategory, ProofKind
from perenne.rules.hirings import ModalityCode, Shape
from perenne.rules.working_days import is_working_day
from perenne.values import Errand, add_months


def declare_month(statement_id: int, by: Actor, now: datetime, chance: Random) -> None:
    """What the crew worked; nothing where nobody did."""
    for sheet in Sheet.objects.filter(
        statement=statement_id, state__in=[OPEN, DISPUTED]
    ).select_related("statement"):
        crew = crew_of(sheet.statement.siret, sheet.month, seen_by=by)
        lines = [
            _worked(one.hiring_id, one.days.start, one.days.end, chance)
            for one in crew
            if one.commitment_id == sheet.commitment_id
        ]
        if lines:
            hours.declare_sheet(sheet_id=sheet.pk, lines=lines, by=by, now=now)
        elif sheet.state == OPEN:
            hours.declare_nothing(sheet_id=sheet.pk, by=by, now=now)


def _worked(hiring_id: int, start: date, end: date, chance: Random) -> Line:
    days = sum(is_working_day(start + timedelta(n)) for n in range((end - start).days))
    return Line(hiring_id, max(60, days * chance.choice((360, 400, 420))))


def _declares(doing: Doing) -> None:
    declare_month(doing.key, doing.by, doing.now, doing.chance)


def _corrects(doing: Doing) -> None:
    """Half of the time in words, else by other hours."""
    if doing.happens(0.5):
        rows = Sheet.objects.filter(statement=doing.key, state=DISPUTED)
        for sheet in rows:
            hours.comment_sheet(sheet_id=sheet.pk, text=WHY, by=doing.by)
    else:
        _declares(doing)


def _validates(doing: Doing) -> None:
    """One in eight is disputed."""
    rows = Sheet.objects.filter(
        state=DECLARED, commitment__contract__facilitator=doing.by.organisation_id
    )
    ids = list(rows.order_by("pk").values_list("pk", flat=True))
    disputed = [pk for pk in ids if doing.happens(0.12)]
    for pk in disputed:
        hours.dispute_sheet(sheet_id=pk, reason=WHY, by=doing.by)
    ready = [pk for pk in ids if pk not in disputed]
    if ready:
        hours.validate_sheets(sheet_ids=ready, by=doing.by, now=doing.now)


def _verifies_person(doing: Doing) -> None:
    """Yes for most, no, or a proof is asked for."""
    situation = {
        "seeking": True, "registered_on": add_months(doing.on, -30), "months_worked": 1,
    }  # fmt: skip
    proof = SeenProof(ProofKind.FRANCE_TRAVAIL, doing.on)
    yes = Typed(situation, (EligibilityCategory.DELD,), proof, NoticeMeans.SPOKEN)
    step = doing.chance.choice((Step.CONFIRM, Step.CONFIRM, Step.ASK, Step.REFUSE))
    if step is Step.ASK:
        yes = replace(yes, proof=None)
    if step is Step.REFUSE:
        yes = Typed({"seeking": False}, reason=WHY)
    participants.work_on_file(file_id=doing.key, typed=yes, step=step, by=doing.by, today=doing.on)


def _tries_a_plan(doing: Doing) -> None:
    for company in companies_waiting(seen_by=doing.by)[:1]:
        hours.propose_plan(by=doing.by, on=doing.on, siret=company.siret)


def _ends_hiring(doing: Doing) -> None:
    ended = min(doing.errand.due_on or doing.on, doing.on)
    hirings.end_hiring(hiring_id=doing.key, ended_on=ended, by=doing.by, on=doing.on, reason=WHY)


def _plans_hiring(doing: Doing) -> None:
    """Under the contract that was asked about, else another of theirs: for six months."""
    asked = EligibilityFile.objects.get(pk=doing.key)
    contracts = Contract.objects.filter(parties__organisation=doing.by.organisation_id)
    ids = (asked.contract_id, *contracts.order_by("pk").values_list("pk", flat=True))
    found = (commitment_to_hire_under(one, seen_by=doing.by) for one in ids)
    commitment_id = next((one for one in found if one is not None), None)
    if commitment_id is None:
        raise Refused("Aucun de leurs marchés n’est en cours.")
    starts_on = max(asked.hire_on, doing.on)
    planned = PlannedHiring(
        participant_id=asked.participant_id,
        party_id=plan_card(commitment_id, seen_by=doing.by).parties[0][0],
        modality=ModalityCode.FIXED_TERM,
        shape=Shape.FIXED_TERM,
        job_title="Agent d’entretien",
        weekly_minutes=doing.chance.choice((26, 30, 35)) * 60,
        starts_on=starts_on,
        ends_on=add_months(starts_on, 6) - timedelta(1),
    )
    hirings.plan_hiring(commitment_id=commitment_id, planned=planned, by=doing.by)


def _gives_news(doing: Doing) -> None:
    participants.give_news(
        exit_id=int(doing.errand.keys[-1]), situation=participants.Situation.LONG_FIXED_TERM,
        by=doing.by, today=doing.on,
    )  # fmt: skip


ACTS: dict[tuple[str, str], Act] = {
    **OF_CLAUSES,
    **OF_FOLLOWING,
    ("hours:statement", "Déclarer"): _declares,
    ("hours:statement", "Corriger"): _corrects,
    ("hours:sheets", "Valider"): _validates,
    ("hours:sheet", "Lire"): lambda it: hours.settle_sheet(sheet_id=it.key, by=it.by),
    ("person:answer", "Répondre"): lambda it: answer_voice(
        voice_id=it.key, answer=WHY, by=it.by, now=it.now
    ),
    ("globalisation:show", "Relire"): lambda it: (
        hours.approve_plan(plan_id=it.key, by=it.by, on=it.on)
        if it.happens(0.7)
        else hours.discard_plan(plan_id=it.key, by=it.by)
    ),
    ("globalisation:list", "Globaliser"): _tries_a_plan,
    ("globalisation:list", "Refaire"): lambda it: hours.redo_plans(reason=WHY, by=it.by, on=it.on),
    ("hirings:confirm", "Confirmer"): lambda it: hirings.confirm_hiring(hiring_id=it.key, by=it.by),
    ("hirings:show", "Renouveler"): _ends_hiring,
    ("participants:show", "Vérifier"): _verifies_person,
    ("participants:answer", "Présenter"): lambda it: participants.complete_file(
        file_id=it.key, by=it.by
    ),
    ("participants:answer", "Prévoir"): _plans_hiring,
    ("participants:news", "Demander"): _gives_news,
    ("contact:show", "Répondre"): lambda it: enquiries.answer_enquiry(
        enquiry_id=it.key, text=WHY, by=it.by, today=it.on
    ),
    ("organisations:show", "Vérifier"): lambda it: organisations.verify_organisation(
        organisation_id=it.key, by=it.by
    ),
}
"""By page and first word of the errand. What is not here nobody does: it is reminded of in vain."""


def act_for(errand: Errand) -> Act | None:
    return ACTS.get((errand.kind.address, errand.kind.verb.split()[0]))
