"""The terms of a clause in a few words each, for the summary of its page."""

from collections.abc import Iterator

from perenne.domain.clauses.events import CCAGS, GLOBALISATION, PUBLICS
from perenne.domain.clauses.queries import ClauseCard, Terms
from perenne.rules.penalties import FORMULAS, Formula
from perenne.rules.quality import REQUIREMENTS


def told_terms(clause: ClauseCard) -> tuple[tuple[str, str], ...]:
    """Label and value; nothing before the legal basis is chosen."""
    return tuple(_told(clause)) if clause.terms.basis and clause.is_worded else ()


def _told(clause: ClauseCard) -> Iterator[tuple[str, str]]:
    said, held = clause.terms, clause.terms.monitoring
    assert said.basis is not None
    yield "Fondement", said.basis.label
    if said.criterion_weight:
        yield "Pondération du critère", str(said.criterion_weight)
    yield "CCAG", CCAGS[said.ccag.value] if said.ccag else "aucun"
    yield "Publics", f"{PUBLICS[said.publics.value]}, éligibles {held.entitlement_months} mois"
    yield "Globalisation", _globalisation(clause)
    if scheme := clause.scheme:
        yield "Volume", f"{scheme.hours_per_step} par tranche de {scheme.step} facturés"
    yield "Recalcul en cas d’avenant", clause.recalculation.label
    for row in REQUIREMENTS:
        if quantity := said.requirements.get(row.code.value):
            yield row.label, f"{quantity} {row.unit}"
    yield "Relevé d’heures", f"{held.rhythm.label}, le {held.statement_day} au plus tard"
    yield "Réunion de mise au point", f"dans les {held.kick_off_days} jours"
    yield "Points de suivi", f"tous les {held.review_months} mois"
    yield (
        "Bilans",
        (
            f"tous les {held.assessment_months} mois, puis {held.final_assessment_months} mois "
            "après la fin"
        ),
    )
    yield "Pénalité", _penalty(said)


def _globalisation(clause: ClauseCard) -> str:
    said = clause.terms
    limit = f" ({said.globalisation_cap} du volume)" if said.globalisation_cap else ""
    by = f", signé par : {said.consent_function}" if said.consent_function else ""
    agreed = f" – accord du {clause.approved_on:%d/%m/%Y}{by}" if clause.approved_on else ""
    return f"{GLOBALISATION[said.globalisation.value]}{limit}{agreed}"


def _penalty(said: Terms) -> str:
    if said.penalty is None:
        return "aucune par heure non réalisée"
    if said.penalty.formula is Formula.PER_HOUR:
        return f"{said.penalty.rate} par heure non réalisée"
    return FORMULAS[said.penalty.formula].label
