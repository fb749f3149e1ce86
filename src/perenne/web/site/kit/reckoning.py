"""What the law and practice say of each segment that this buyer chose, and who answers for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from perenne.domain.coverage.queries import Router
from perenne.domain.organisations.queries import Contact, contact_at
from perenne.kit.refusals import NotFound
from perenne.rules.calibration import Hypotheses, calibrate, contractual, least_amount
from perenne.rules.calibration.numbers import FLOOR_HOURS
from perenne.rules.legal_bases import LegalBasis
from perenne.rules.needs import BuyerKind, ContractKind, Need
from perenne.rules.segments import Segment, Trade, chosen, main_trade
from perenne.rules.thresholds import Duty, duty, thresholds
from perenne.rules.wording import ClauseTerms, Facilitator, Regime
from perenne.values import Euros, Hours
from perenne.web.site.kit.form import KitForm

CONTRACT = "[objet du marché]"
NOBODY = Facilitator("", "", "", "")


@dataclass(frozen=True, slots=True)
class Chosen:
    """One segment: `hours` None without an amount; `floor` is the amount of the least volume."""

    segment: Segment
    trade: Trade
    duty: Duty
    threshold: Euros | None
    hours: Hours | None
    floor: Euros | None
    facilitator: Facilitator
    terms: ClauseTerms


@dataclass(frozen=True, slots=True)
class Kit:
    buyer: str
    kind: BuyerKind
    commune: str
    amount: Euros | None
    months: int | None
    segments: tuple[Chosen, ...]

    @property
    def facilitators(self) -> tuple[tuple[Facilitator, tuple[Segment, ...]], ...]:
        """Each once, with the segments that it answers for."""
        found: dict[Facilitator, tuple[Segment, ...]] = {}
        for one in self.segments:
            found[one.facilitator] = (*found.get(one.facilitator, ()), one.segment)
        return tuple(found.items())


def kit_of(form: KitForm, *, buyer_id: int | None) -> Kit:
    """The answers must have been checked; `buyer_id`: an area may be kept for this buyer."""
    said = form.cleaned_data
    contacts: dict[int, Facilitator] = {}
    return Kit(
        buyer=said["buyer"],
        kind=BuyerKind(said["kind"]),
        commune=form.place.name if form.place else "",
        amount=said["amount"],
        months=said["months"],
        segments=tuple(
            _chosen(segment, said, _facilitator(form, segment, buyer_id, contacts))
            for segment in form.chosen
        ),
    )


def _chosen(segment: Segment, said: dict[str, Any], facilitator: Facilitator) -> Chosen:
    trade = main_trade(segment)
    buyer, finding = BuyerKind(said["kind"]), chosen(trade)
    need = Need(
        object=segment.label,
        cpv=None,
        amount=said["amount"],
        amount_high=None,
        whole_amount=said["amount"],
        months=said["months"],
        consulted_on=None,
        buyer=buyer,
        kind=trade.contract_kind,
    )
    found = duty(need, finding=finding)
    bounds = thresholds(need, finding=finding) if buyer is not BuyerKind.PRIVATE else ()
    based = _hypotheses(trade, said["amount"] or Euros.of(1))
    hours = contractual(calibrate(based).hours) if said["amount"] else None
    return Chosen(
        segment=segment,
        trade=trade,
        duty=found,
        threshold=bounds[-1] if bounds else None,
        hours=hours or None,
        floor=least_amount(FLOOR_HOURS.value, based),
        facilitator=facilitator,
        terms=_terms(segment, trade, said, hours or None, facilitator, found),
    )


def _hypotheses(trade: Trade, amount: Euros) -> Hypotheses:
    return Hypotheses(
        amount, trade.labour_share.value, trade.effort_rate.value, trade.hourly_cost.value
    )


def _terms(
    segment: Segment, trade: Trade, said: dict[str, Any], hours: Hours | None,
    facilitator: Facilitator, found: Duty,
) -> ClauseTerms:  # fmt: skip
    """The condition of performance: every kind of buyer and of contract may write it."""
    regime = Regime.PUBLIC_CONTRACT
    if trade.contract_kind is ContractKind.CONCESSION:
        regime = Regime.CONCESSION
    if said["kind"] == BuyerKind.PRIVATE:
        regime = Regime.PRIVATE
    return ClauseTerms(
        buyer=said["buyer"],
        contract=CONTRACT,
        segment=segment.label,
        basis=LegalBasis.PERFORMANCE_CONDITION,
        hours=hours,
        facilitator=facilitator,
        months=said["months"],
        regime=regime,
        duty_applies=found.verdict.binds,
    )


def _facilitator(
    form: KitForm, segment: Segment, buyer_id: int | None, contacts: dict[int, Facilitator]
) -> Facilitator:
    """Who answers in the commune for this segment; `contacts` are those already asked."""
    router: Router | None = form.router
    if router is None or form.place is None:
        return NOBODY
    body = router.at(form.place, "", segment.value, buyer_id).facilitator
    if body is None:
        return NOBODY
    if body.id not in contacts:
        contacts[body.id] = _contact(body.id, body.name)
    return contacts[body.id]


def _contact(body_id: int, name: str) -> Facilitator:
    try:
        known: Contact = contact_at(body_id)
    except NotFound:
        return Facilitator("", name, "", "")
    return Facilitator(known.name, known.organisation, known.email, known.phone)
