"""The year to come of a structure: what it promised, beside what it said it has."""

from perenne.domain.promises.queries import PromiseCard
from perenne.values import Hours
from perenne.web.design.charts import Chart, Series, Stroke, Tone, Wording, line_chart


def chart_of(card: PromiseCard) -> Chart:
    """Values are minutes by month, at the first day of each."""
    promised = tuple((row.month, row.promised.minutes) for row in card.months)
    stated = tuple((row.month, card.whole.minutes) for row in card.months)
    return line_chart(
        Wording("promesses", "Heures par mois", _written, unit=60, says=_said(card)),
        (
            Series("Promises", promised, Tone.GREEN),
            Series("Dites possibles", stated, Tone.INFO, Stroke.DASHED),
        ),
    )


def _written(minutes: int) -> str:
    return f"{Hours(minutes).rounded}\u00a0h"


def _said(card: PromiseCard) -> str:
    too_much = sum(row.is_too_much for row in card.months)
    most = max((row.promised for row in card.months), default=Hours(0))
    said = (
        f"Au plus {_written(most.minutes)} promises par mois, pour {_written(card.whole.minutes)} "
        "dites possibles"
    )
    if not too_much:
        return f"{said}."
    return f"{said}\u00a0; trop, {too_much} mois sur {len(card.months)}."
