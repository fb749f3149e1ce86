"""A clause is opened, calibrated and worded by its facilitator."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from perenne.domain.clauses.models import Clause
from perenne.domain.clauses.policy import CLAUSES
from perenne.domain.clauses.queries.cards import card_of
from perenne.domain.clauses.queries.grounds import ground_of, proposed_hypotheses
from perenne.domain.clauses.queries.snapshots import REQUIREMENTS as REQUIREMENTS_ASKED
from perenne.domain.clauses.queries.snapshots import refuse_if_stale, terms_of
from perenne.domain.clauses.queries.terms import Terms, write_terms
from perenne.domain.clauses.queries.wording import pieces_of
from perenne.domain.clauses.states import LIFE, ClauseState, VolumeKind
from perenne.domain.procurement.models import Lot
from perenne.domain.procurement.policy import LOTS
from perenne.domain.programming.actions import keep_purchase
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.rules.calibration import (
    Calibration,
    Hypotheses,
    Recalculation,
    Scheme,
    calibrate,
    contractual,
)
from perenne.rules.criterion import CriterionGrid
from perenne.rules.legal_bases import LegalBasis
from perenne.rules.quality import REQUIREMENTS
from perenne.values import Hours


@dataclass(frozen=True, slots=True)
class Volume:
    """What the contract will ask for, and how it follows the life of the contract.

    `due` None: what the hypotheses give, rounded down to the hour as contracts are. `scheme`:
    so many hours by amount invoiced, for an agreement without a firm amount.
    """

    due: Hours | None = None
    reason: str = ""
    scheme: Scheme | None = None
    recalculation: Recalculation = Recalculation.NEVER
    covers_renewals: bool = True


AS_COMPUTED = Volume()


@transaction.atomic
def open_clause(*, purchase_id: int, by: Actor) -> int:
    """A clause in draft on a purchase received, with the hypotheses that the rules propose."""
    purchase = keep_purchase(purchase_id=purchase_id, by=by)
    if purchase.programme.buyer_id is None or purchase.facilitator_id is None:
        raise Refused("Cet achat n’a pas encore d’acheteur connu : demandez-lui de le transmettre.")
    return _open(
        Clause(
            purchase=purchase,
            buyer=purchase.programme.buyer,
            facilitator_id=purchase.facilitator_id,
            months=purchase.months,
            basis=purchase.basis,
        ),
        by,
    )


@transaction.atomic
def open_clause_on_lot(*, lot_id: int, months: int | None, by: Actor) -> int:
    """A clause in draft on a lot; on its purchase too when it was programmed."""
    lot = LOTS.take("lot.edit", by, lot_id)
    if lot.purchase_id is not None:
        return open_clause(purchase_id=lot.purchase_id, by=by)
    if Clause.objects.filter(lot=lot).exists():
        raise Refused("Ce lot a déjà sa clause : ouvrez-la depuis la liste des clauses.")
    asked = lot.consultation
    return _open(
        Clause(lot=lot, buyer=asked.buyer, facilitator=asked.facilitator, months=months), by
    )


@transaction.atomic
def calibrate_clause(
    *,
    clause_id: int,
    hypotheses: Hypotheses,
    volume: Volume = AS_COMPUTED,
    by: Actor,
    on: date,
    seen: int | None = None,
) -> None:
    """`seen`: the version that the form was filled in upon; refused when it is not the last."""
    clause = CLAUSES.take("clause.calibrate", by, clause_id)
    refuse_if_stale(clause, seen)
    find_lot(clause)
    calibration = calibrate(hypotheses)
    kept = contractual(calibration.hours) if volume.due is None else volume.due
    if not kept:
        raise Refused(
            "Ces hypothèses donnent moins d’une heure : augmentez-les, ou écartez cet achat."
        )
    _set(clause, calibration)
    _follow(clause, volume)
    clause.due_minutes, clause.reason = kept.minutes, volume.reason.strip()[:1000]
    clause.state = LIFE.after("clause.calibrate", ClauseState(clause.state))
    clause.calibrated_on, clause.version = on, clause.version + 1
    clause.save()
    record("clause.calibrate", clause, by=by, reason=clause.reason)


@transaction.atomic
def word_clause(*, clause_id: int, terms: Terms, by: Actor, seen: int | None = None) -> None:
    """Settle the legal basis and the terms. Refused when no document can follow from them."""
    if terms.basis is None:
        raise Refused("Choisissez le fondement de la clause.")
    clause = CLAUSES.take("clause.word", by, clause_id)
    refuse_if_stale(clause, seen)
    find_lot(clause)
    write_terms(clause, terms)
    was = terms_of(clause)[REQUIREMENTS_ASKED]
    _require(clause, terms.requirements)
    clause.state = LIFE.after("clause.word", ClauseState(clause.state))
    clause.version += 1
    pieces_of(card_of(clause))
    clause.save()
    asked = terms_of(clause)[REQUIREMENTS_ASKED]
    record("clause.word", clause, by=by, **({"requirements": asked} if asked != was else {}))


@transaction.atomic
def grade_criterion(
    *, clause_id: int, grid: CriterionGrid, by: Actor, seen: int | None = None
) -> None:
    """The sub-criteria and the points that the rules of the consultation announce."""
    clause = CLAUSES.take("clause.word", by, clause_id)
    refuse_if_stale(clause, seen)
    if clause.basis != LegalBasis.CONDITION_AND_CRITERION:
        raise Refused("Le fondement choisi ne comporte pas de critère : changez-le d’abord.")
    clause.criterion = [
        {"code": entry.code.value, "points": entry.points, "label": entry.label.strip()}
        for entry in grid.entries
    ]
    clause.state = LIFE.after("clause.word", ClauseState(clause.state))
    clause.version += 1
    clause.save()
    record("clause.word", clause, by=by)


def find_lot(clause: Clause) -> None:
    """The lot that its purchase has become, once it is put out to tender."""
    if clause.lot_id is None and clause.purchase_id is not None:
        clause.lot = Lot.objects.filter(purchase_id=clause.purchase_id).first()


def _open(clause: Clause, by: Actor) -> int:
    find_lot(clause)
    ground = ground_of(clause.purchase, clause.lot, clause.buyer, clause.months)
    calibration = calibrate(proposed_hypotheses(ground.need))
    clause.due_minutes = contractual(calibration.hours).minutes
    _set(clause, calibration)
    clause.save()
    record("clause.open", clause, by=by)
    return clause.pk


def _follow(clause: Clause, volume: Volume) -> None:
    scheme = volume.scheme
    clause.volume_kind = VolumeKind.PER_INVOICE if scheme else VolumeKind.FIXED
    clause.step_cents = scheme.step.cents if scheme else None
    clause.step_minutes = scheme.hours_per_step.minutes if scheme else None
    clause.trigger_cents = scheme.trigger.cents if scheme else 0
    clause.by_whole_steps = scheme is not None and scheme.by_whole_steps
    clause.recalculation = volume.recalculation
    clause.covers_renewals = volume.covers_renewals


def _require(clause: Clause, wanted: Mapping[str, int]) -> None:
    """The requirements become these; zero is none. Unknown kinds are refused."""
    known = {row.code.value for row in REQUIREMENTS}
    if set(wanted) - known:
        raise Refused("Choisissez des exigences de la liste.")
    clause.requirements.exclude(
        kind__in=[kind for kind, number in wanted.items() if number]
    ).delete()
    for kind, quantity in wanted.items():
        if quantity:
            clause.requirements.update_or_create(kind=kind, defaults={"quantity": quantity})


def _set(clause: Clause, calibration: Calibration) -> None:
    given = calibration.hypotheses
    clause.amount_cents = given.amount.cents
    clause.labour_share_bp = given.labour_share.basis_points
    clause.effort_rate_bp = given.effort_rate.basis_points
    clause.hourly_cost_cents = given.hourly_cost.cents
    clause.computed_minutes = calibration.hours.minutes
