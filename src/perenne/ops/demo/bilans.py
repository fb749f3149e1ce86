"""Bilans of the demo: that of the first facilitator's largest contract, told, frozen and signed."""

from datetime import date, datetime, time

from django.utils.timezone import make_aware

from perenne.domain.assessments.actions import Of, freeze_bilan, write_narrative
from perenne.domain.assessments.queries.annexes import contracts_in
from perenne.domain.assessments.scopes import Scope, ScopeKind
from perenne.domain.assessments.states import Block
from perenne.kit.actors import Actor
from perenne.values import Period

TEXTS = {
    Block.CONTEXT: (
        "Le chantier a commencé avec une équipe réduite, puis s’est étoffé avec le second œuvre."
    ),
    Block.HIGHLIGHTS: (
        "- Deux personnes embauchées au-delà de la clause.\n"
        "- Une formation aux gestes et postures pour toute l’équipe."
    ),
    Block.PERSPECTIVES: (
        "L’entreprise proposera un **contrat en alternance** à la personne la plus jeune."
    ),
}


def bilans_are_signed(facilitators: list[Actor], *, today: date) -> int | None:
    """Its number; None where nobody has any contract yet."""
    year = Period(date(today.year, 1, 1), date(today.year + 1, 1, 1))
    for facilitator in facilitators:
        own = Scope(ScopeKind.FACILITATOR, str(facilitator.organisation_id))
        held = contracts_in(own, year, seen_by=facilitator, on=today)
        busy = [one for one in held if one.value("hours_done")]
        if busy:
            return _signed(Of(busy[0].scope, year), facilitator, today)
    return None


def _signed(of: Of, facilitator: Actor, today: date) -> int:
    now = make_aware(datetime.combine(today, time(9)))
    for block, text in TEXTS.items():
        write_narrative(of=of, block=block, text=text, base=0, by=facilitator, now=now)
    return freeze_bilan(
        of=of, base=0, quality="Responsable du pôle clauses", by=facilitator, on=today
    )
