"""The curve of a commitment: expected, counted, what may come, the alerts that were given."""

from datetime import date

from perenne.domain.compliance.queries import PaceCard
from perenne.rules.french import in_full, typeset
from perenne.rules.pace import Level
from perenne.values import Hours
from perenne.web.design.charts import (
    Band,
    Chart,
    Marker,
    Series,
    Stroke,
    Tone,
    Wording,
    line_chart,
)
from perenne.web.design.charts import Level as Loudness

LOUD = {Level.WATCH: Loudness.WARNING, Level.ALARM: Loudness.ALARM}


def chart_of(card: PaceCard, today: date) -> Chart:
    """Values are minutes; the scale falls on whole hours."""
    due = tuple((day, hours.minutes) for day, hours in card.curve)
    done = tuple((day, hours.minutes) for day, hours in card.done)
    band = tuple((day, low.minutes, high.minutes) for day, low, high in card.band)
    return line_chart(
        Wording("rythme", "Heures attendues et comptées", _written, unit=60, says=_said(card)),
        (
            Series("Attendues", due, Tone.INFO, Stroke.DASHED),
            Series("Comptées", done, Tone.GREEN),
        ),
        band=Band("Prévision", band) if band else None,
        markers=tuple(
            Marker(it.opened_on, it.counted.minutes, it.row.label, LOUD[it.row.level])
            for it in card.episodes
        ),
        today=today,
    )


def _written(minutes: int) -> str:
    return f"{Hours(minutes).rounded}\u00a0h"


def _said(card: PaceCard) -> str:
    pace = card.row.pace
    if not card.curve:
        return typeset("Le jour de démarrage n'est pas fixé : il n'y a pas encore de courbe.")
    said = (
        f"Au {in_full(pace.measured_on)}, {_written(pace.reading.counted.minutes)} sont comptées "
        f"pour {_written(pace.reading.expected.minutes)} attendues"
    )
    if pace.forecast is not None:
        said += f" ; prévision à la fin : {pace.forecast.said} sur {_written(pace.due.minutes)}"
    return typeset(f"{said}.")
