"""What people do about what waits for them, by the real actions: one function for each errand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import TypeAlias

from perenne.domain.clauses import actions as clauses
from perenne.domain.clauses.actions import Terms
from perenne.domain.clauses.actions.consenting import Answer
from perenne.domain.clauses.models import CommitmentShare
from perenne.domain.clauses.queries import basis_decision, clause_card
from perenne.domain.clauses.states import PROPOSED
from perenne.domain.compliance import actions as compliance
from perenne.domain.compliance.actions import Appointment, Minutes, Task, Verdict
from perenne.domain.compliance.models import Letter, PaceAlert, ReviewDecision
from perenne.domain.compliance.states import Attendee, LetterKind, Outcome
from perenne.domain.enquiries import actions as enquiries
from perenne.domain.hirings import actions as hirings
from perenne.domain.hirings.queries import crew_of
from perenne.domain.hours import actions as hours
from perenne.domain.hours.actions import Line
from perenne.domain.hours.actions.speaking import answer_voice
from perenne.domain.hours.models import Sheet
from perenne.domain.hours.queries.plan_lists import companies_waiting
from perenne.domain.hours.states import DECLARED, DISPUTED, OPEN
from perenne.domain.organisations import actions as organisations
from perenne.domain.participants import actions as participants
from perenne.domain.participants.actions import NoticeMeans, SeenProof, Step, Typed
from perenne.domain.procurement import actions as contracts
from perenne.domain.procurement.models import Lot
from perenne.domain.procurement.states import PUBLISHED
from perenne.domain.programming import actions as programming
from perenne.kit.actors import Actor
from perenne.rules.eligibility import EligibilityCategory, ProofKind
from perenne.rules.globalisation import Consent
from perenne.rules.penalties import Formula, Tariff
from perenne.rules.working_days import is_working_day
from perenne.rules.wording import Ccag, Globalisation, Publics
from perenne.values import Errand, Euros, add_months

WHY = "Motif donné pendant l’année simulée, pour que chacun comprenne ce qui a été décidé."


@dataclass(frozen=True, slots=True)
class Doing:
    """Somebody, at a moment, before an errand of their desk."""

    by: Actor
    now: datetime
    errand: Errand
    chance: Random

    @property
    def on(self) -> date:
        return self.now.date()

    @property
    def key(self) -> int:
        return int(self.errand.keys[0])

    def happens(self, share: float) -> bool:
        return self.chance.random() < share


Act: TypeAlias = Callable[[Doing], object]


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


def _answers_share(doing: Doing) -> None:
    share = CommitmentShare.objects.filter(pk=int(doing.errand.keys[-1]), state=PROPOSED.value)
    for one in share:
        if doing.happens(0.8):
            clauses.accept_share(share_id=one.pk, by=doing.by, on=doing.on)
        else:
            clauses.refuse_share(share_id=one.pk, reason=WHY, by=doing.by, on=doing.on)


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
    participants.work_on_file(
        file_id=doing.key, typed=yes, step=step, by=doing.by, today=doing.on
    )


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
    rows = ReviewDecision.objects.filter(
        review=doing.key, what=doing.errand.about, done_on=None
    )
    for row in rows[:1]:
        compliance.tick_decision(decision_id=row.pk, is_done=True, by=doing.by, on=doing.on)


def _receives_letters(doing: Doing) -> None:
    for letter in Letter.objects.filter(shortfall=doing.key, received_on=None):
        compliance.note_receipt(
            letter_id=letter.pk, received_on=doing.on, by=doing.by, on=doing.on
        )


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


def _calibrates(doing: Doing) -> None:
    card = clause_card(doing.key, seen_by=doing.by)
    hypotheses = replace(card.hypotheses, hourly_cost=Euros.of(30))
    clauses.calibrate_clause(
        clause_id=doing.key, hypotheses=hypotheses, by=doing.by, on=doing.on,
        volume=clauses.Volume(reason=WHY),
    )  # fmt: skip


def _words(doing: Doing) -> None:
    card = clause_card(doing.key, seen_by=doing.by)
    terms = Terms(
        basis=basis_decision(card).proposed,
        ccag=Ccag.TRAVAUX,
        publics=Publics.OPEN_LIST,
        globalisation=Globalisation.ACCEPTED,
        penalty=Tariff(formula=Formula.PER_HOUR, rate=Euros.of(50)),
    )
    clauses.word_clause(clause_id=doing.key, terms=terms, by=doing.by)


def _approves(doing: Doing) -> None:
    """One in six is sent back."""
    if doing.happens(0.15):
        clauses.send_clause_back(clause_id=doing.key, reason=WHY, by=doing.by)
        return
    number = doing.errand.number or 1
    clauses.approve_clause(clause_id=doing.key, number=number, by=doing.by, on=doing.on)


def _tries_a_plan(doing: Doing) -> None:
    for company in companies_waiting(seen_by=doing.by)[:1]:
        hours.propose_plan(by=doing.by, on=doing.on, siret=company.siret)


def _studies(doing: Doing) -> None:
    if doing.happens(0.5):
        programming.keep_purchase(purchase_id=doing.key, by=doing.by)
    else:
        programming.leave_purchase_aside(purchase_id=doing.key, reason=WHY, by=doing.by)


def _ends_hiring(doing: Doing) -> None:
    ended = min(doing.errand.due_on or doing.on, doing.on)
    hirings.end_hiring(
        hiring_id=doing.key, ended_on=ended, by=doing.by, on=doing.on, reason=WHY
    )


def _kicks_off(doing: Doing) -> None:
    clauses.kick_off_commitment(commitment_id=doing.key, held_on=doing.on, by=doing.by)


def _gives_news(doing: Doing) -> None:
    participants.give_news(
        exit_id=int(doing.errand.keys[-1]), situation=participants.Situation.LONG_FIXED_TERM,
        by=doing.by, today=doing.on,
    )  # fmt: skip


def _starts(doing: Doing) -> None:
    clauses.start_execution(
        contract_id=doing.key, notified_on=doing.on, starts_on=doing.on, by=doing.by
    )


def _consents(doing: Doing) -> None:
    consent = doing.chance.choice((Consent.OPEN, Consent.REFUSED))
    said = Answer(consent, reason=WHY)
    clauses.answer_consent(commitment_id=doing.key, said=said, by=doing.by, on=doing.on)


def _sends_again(doing: Doing) -> None:
    rows = CommitmentShare.objects.filter(commitment=doing.key, state=PROPOSED.value)
    for share in rows:
        clauses.resend_share(share_id=share.pk, by=doing.by, now=doing.now)


def _lots_fail(doing: Doing) -> None:
    """Nobody answered the tender."""
    for lot in Lot.objects.filter(consultation=doing.key, state=PUBLISHED):
        contracts.find_lot_unsuccessful(lot_id=lot.pk, reason=WHY, by=doing.by)


ACTS: dict[tuple[str, str], Act] = {
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
    ("globalisation:list", "Refaire"): lambda it: hours.redo_plans(
        reason=WHY, by=it.by, on=it.on
    ),
    ("clauses:reply", "Accepter"): _answers_share,
    ("clauses:consent", "Répondre"): _consents,
    ("clauses:calibrate", "Calibrer"): _calibrates,
    ("clauses:word", "Choisir"): _words,
    ("clauses:show", "Soumettre"): lambda it: clauses.submit_clause(
        clause_id=it.key, by=it.by, on=it.on
    ),
    ("clauses:show", "Valider"): _approves,
    ("clauses:publish", "Publier"): lambda it: clauses.publish_consultation(
        consultation_id=it.key, on=it.on, by=it.by
    ),
    ("clauses:start", "Notifier"): _starts,
    ("clauses:kick_off", "Faire"): _kicks_off,
    ("clauses:commitment", "Relancer"): _sends_again,
    ("hirings:confirm", "Confirmer"): lambda it: hirings.confirm_hiring(
        hiring_id=it.key, by=it.by
    ),
    ("hirings:show", "Renouveler"): _ends_hiring,
    ("participants:show", "Vérifier"): _verifies_person,
    ("participants:answer", "Présenter"): lambda it: participants.complete_file(
        file_id=it.key, by=it.by
    ),
    ("participants:answer", "Prévoir"): lambda it: participants.withdraw_file(
        file_id=it.key, by=it.by
    ),
    ("participants:news", "Demander"): _gives_news,
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
        shortfall_id=it.key, kinds=(LetterKind.FORMAL_NOTICE, LetterKind.HEARING), by=it.by,
        on=it.on,
    ),
    ("pace:show", "Regarder"): _looks_at_alert,
    ("pace:show", "Traiter"): _looks_at_alert,
    ("contact:show", "Répondre"): lambda it: enquiries.answer_enquiry(
        enquiry_id=it.key, text=WHY, by=it.by, today=it.on
    ),
    ("organisations:show", "Vérifier"): lambda it: organisations.verify_organisation(
        organisation_id=it.key, by=it.by
    ),
    ("programming:study", "Étudier"): _studies,
    ("procurement:consultation", "Dire"): _lots_fail,
}  # fmt: skip
"""By page and first word of the errand. What is not here nobody does: it is reminded of in vain."""


def act_for(errand: Errand) -> Act | None:
    return ACTS.get((errand.kind.address, errand.kind.verb.split()[0]))
