"""A clause in words: the pieces for the consultation file, and why its legal basis fits."""

from perenne.domain.clauses.models import ClauseVersion
from perenne.domain.clauses.queries.cards import ClauseCard
from perenne.domain.clauses.queries.freezing import piece_from
from perenne.domain.clauses.states import OPEN_TO_CHANGE
from perenne.kit.refusals import Refused
from perenne.rules import legal_bases
from perenne.rules.calibration import calibrate
from perenne.rules.eligibility import annex_on_publics
from perenne.rules.legal_bases import BasisDecision, LegalBasis, fitting_bases
from perenne.rules.segments import find_segment
from perenne.rules.thresholds import kind_of
from perenne.rules.wording import (
    ClauseTerms,
    Facilitator,
    Piece,
    Regime,
    annexes_for,
    notice_for,
    pieces_for,
)


def basis_decision(clause: ClauseCard) -> BasisDecision:
    """What the rules propose for this lot at this volume, and what they reject."""
    finding = find_segment(clause.need.object, clause.need.cpv)
    return fitting_bases(clause.need, finding, clause.duty, calibrate(clause.hypotheses))


def pieces_of(clause: ClauseCard) -> tuple[Piece, ...]:
    """As they were submitted, once they were; else as the terms give them today.

    Refused, in French, when the terms do not go together.
    """
    if clause.state not in OPEN_TO_CHANGE and (kept := _submitted(clause)):
        return kept
    terms = wording_terms(clause)
    notice = notice_for(terms)
    return (
        *((notice,) if notice else ()),
        *pieces_for(terms),
        *annexes_for(terms),
        annex_on_publics(terms),
    )


def _submitted(clause: ClauseCard) -> tuple[Piece, ...]:
    rows = ClauseVersion.objects.filter(clause_id=clause.id).order_by("-number")
    texts = rows.values_list("texts", flat=True).first() or ()
    return tuple(map(piece_from, texts))


def wording_terms(clause: ClauseCard) -> ClauseTerms:
    said, who = clause.terms, clause.facilitator
    try:
        return ClauseTerms(
            buyer=clause.buyer,
            contract=clause.operation or clause.object,
            segment=clause.segment,
            basis=said.basis or LegalBasis.PERFORMANCE_CONDITION,
            hours=clause.hours_due,
            facilitator=Facilitator(who.name, who.organisation, who.email, who.phone),
            lot=clause.object if clause.operation else clause.lot or None,
            months=clause.need.lasting,
            regime=regime_of(clause),
            publics=said.publics,
            globalisation=said.globalisation,
            globalisation_cap=said.globalisation_cap,
            penalty=said.penalty,
            late_day=said.late_day,
            absence=said.absence,
            monitoring=said.monitoring,
            requirements=said.requirements,
            scheme=clause.scheme,
            recalculation=clause.recalculation,
            covers_renewals=clause.covers_renewals,
            hourly_cost=clause.hypotheses.hourly_cost,
            criterion=clause.criterion,
            ccag=said.ccag,
            duty_applies=clause.duty.verdict.binds,
            criterion_weight=said.criterion_weight,
            reserved_to=said.reserved_to,
            ccap_article=said.ccap_article,
        )
    except ValueError as objection:
        raise Refused(str(objection)) from objection


def regime_of(clause: ClauseCard) -> Regime:
    finding = find_segment(clause.need.object, clause.need.cpv)
    return legal_bases.regime_of(clause.need.buyer, kind_of(clause.need, finding))
