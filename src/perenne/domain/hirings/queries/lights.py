"""The green light as it is told: yes or no, its days, since when hours count and why.

Nothing here says by which criterion: a company reads it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.queries.admission import light_for, verdict_covering
from perenne.domain.hirings.states import CANCELLED, PLANNED
from perenne.domain.participants.models import Verdict
from perenne.rules.french import in_full

NO_LIGHT = "L’éligibilité n’est pas établie au {} : aucune heure ne compte avant la réponse."
OUT_OF_DATE = (
    "L’avis favorable ne couvre plus le {}, jour à partir duquel les heures compteraient : la "
    "situation est à examiner de nouveau."
)
TAKEN_BACK = (
    "L’avis favorable a été retiré depuis. Les heures déjà validées restent acquises ; pour les "
    "suivantes, voyez avec le facilitateur."
)


@dataclass(frozen=True, slots=True)
class LightCard:
    """`starts_on`, `ends_on`: of the verdict, both included; `counts_from` None: no hour counts.

    `may_be_late`: the verdict came after the hiring, and a written reason would open the hours
    from the first day.
    """

    label: str
    tone: str
    reason: str
    starts_on: date | None = None
    ends_on: date | None = None
    verified_on: date | None = None
    certified: bool = False
    counts_from: date | None = None
    may_be_late: bool = False


def light_of(hiring: Hiring) -> LightCard:
    """Foreseen before it is confirmed, as it was given after. One or two queries."""
    if hiring.state == CANCELLED:
        return LightCard("Sans objet", "neutral", "L’embauche n’a pas eu lieu.")
    verdict = hiring.verdict or verdict_covering(hiring.participant_id, hiring.starts_on)
    if verdict is None:
        return LightCard("Pas de feu vert", "warning", NO_LIGHT.format(in_full(hiring.starts_on)))
    return _foreseen(hiring, verdict) if hiring.state == PLANNED else _given(hiring, verdict)


def _foreseen(hiring: Hiring, verdict: Verdict) -> LightCard:
    light = light_for(hiring, verdict)
    day = light.counts_from
    if day is None:
        return _card("Pas de feu vert", "error", light.reason, verdict)
    if verdict.ends_on is not None and day > verdict.ends_on:
        return _card("Avis expiré", "error", OUT_OF_DATE.format(in_full(day)), verdict)
    late = day > hiring.starts_on
    tone = "warning" if late else "success"
    return _card("Personne éligible", tone, light.reason, verdict, counts_from=day, late=late)


def _given(hiring: Hiring, verdict: Verdict) -> LightCard:
    day = hiring.counts_from
    if verdict.withdrawn_at is not None:
        return _card("Avis retiré", "warning", TAKEN_BACK, verdict, counts_from=day)
    light = light_for(hiring, verdict, regularised_because=hiring.regularised_because)
    late = day is not None and day > hiring.starts_on
    tone = "warning" if late else "success"
    said = light.reason if light.counts_from == day else ""
    return _card("Feu vert", tone, said, verdict, counts_from=day, late=late)


def _card(
    label: str,
    tone: str,
    reason: str,
    verdict: Verdict,
    *,
    counts_from: date | None = None,
    late: bool = False,
) -> LightCard:
    return LightCard(
        label,
        tone,
        reason,
        verdict.starts_on,
        verdict.ends_on,
        verdict.verified_on,
        verdict.certified,
        counts_from,
        late,
    )
