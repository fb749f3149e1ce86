"""The annex to the acte d’engagement, with what a tenderer has already typed."""

from __future__ import annotations

from perenne.rules.legal_bases import LegalBasis
from perenne.rules.wording import ClauseTerms, Facilitator, Piece, annex_for
from perenne.web.tools.simulate.form import SimulationForm

UNKNOWN_BUYER = "[nom de l’acheteur]"
UNKNOWN_CONTRACT = "[objet du marché]"
UNKNOWN_SEGMENT = "[segment d’achat]"


def annex_of(form: SimulationForm, facilitator: Facilitator) -> Piece:
    """What is not known stays a visible blank; the buyer’s own annex, if any, comes first."""
    said = form.cleaned_data
    terms = ClauseTerms(
        buyer=said["buyer"] or UNKNOWN_BUYER,
        contract=said["contract"] or UNKNOWN_CONTRACT,
        segment=form.finding.label if form.finding.trade else UNKNOWN_SEGMENT,
        basis=LegalBasis.PERFORMANCE_CONDITION,
        hours=said["hours"],
        facilitator=facilitator,
        lot=said["lot"] or None,
        months=said["months"],
    )
    return annex_for(terms, form.foreseen)
