"""One chart of each kind, with figures made up for the gallery."""

from datetime import date

from perenne.values import Hours
from perenne.web.design.charts import (
    Band,
    Bar,
    Chart,
    Level,
    Marker,
    Series,
    Stack,
    Stroke,
    Tone,
    Wording,
    bar_chart,
    line_chart,
    share_chart,
)

ENDS = tuple(date(2026, month, 1) for month in range(1, 13))
DONE = (0, 20, 55, 90, 150, 210, 300)
DUE = tuple(75 * number for number in range(12))


def written(minutes: int) -> str:
    return str(Hours(minutes))


def drawings() -> tuple[Chart, ...]:
    return _hours(), _structures(), _people()


def _hours() -> Chart:
    due = tuple((day, 60 * hours) for day, hours in zip(ENDS, DUE, strict=True))
    done = tuple((day, 60 * hours) for day, hours in zip(ENDS, DONE, strict=False))
    to_come = tuple(
        (day, 60 * (300 + 40 * step), 60 * (300 + 75 * step)) for step, day in enumerate(ENDS[6:])
    )
    return line_chart(
        Wording("heures-du-lot", "Heures attendues et réalisées", written, unit=60),
        (
            Series("Attendues", due, Tone.INFO, Stroke.DASHED),
            Series("Réalisées", done, Tone.GREEN),
        ),
        band=Band("Prévision", to_come),
        markers=(
            Marker(ENDS[2], 55 * 60, "Retard à surveiller"),
            Marker(ENDS[4], 150 * 60, "Retard important", Level.ALARM),
        ),
        today=ENDS[6],
    )


def _structures() -> Chart:
    return bar_chart(
        Wording("heures-par-structure", "Heures par structure", written, unit=60),
        (
            Bar("Régie de quartier de Sénart", 60 * 1260, 60 * 1500),
            Bar("Le Relais briard, entreprise de travail temporaire d’insertion", 60 * 840),
            Bar("GEIQ bâtiment", 60 * 310, 60 * 200),
        ),
        columns=("Structure", "Réalisées", "Attendues"),
    )


def _people() -> Chart:
    return share_chart(
        Wording("personnes-par-age", "Personnes selon leur âge"),
        ("Moins de 26 ans", "26 à 49 ans", "50 ans et plus", "Âge inconnu"),
        (Stack("2025", (18, 31, 9, 2)), Stack("2026", (27, 35, 14, 0))),
        what="Année",
    )
