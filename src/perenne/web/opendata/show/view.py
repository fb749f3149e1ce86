"""The hours and the persons of the committee, as each edition told them: nothing is counted."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from perenne.domain.assessments.queries.statistics import (
    TABLES,
    StatisticsCard,
    may_publish,
    statistics_edition,
    statistics_editions,
)
from perenne.kit.pages import Visit, public
from perenne.kit.refusals import NotFound
from perenne.rules.secrecy.calendar import DAYS_AFTER
from perenne.rules.secrecy.counting import CROSS, LISTS
from perenne.web.design.charts import Bar, Chart, Wording, bar_chart
from perenne.web.opendata.show.crossing import crossing_of
from perenne.web.opendata.telling import (
    FIELDS,
    LICENCE,
    LICENCE_URL,
    NOTE,
    hours_said,
    period_said,
    persons_said,
)

QUARTERS_DRAWN = 8


@public
def index(request: Visit) -> HttpResponse:
    """The last quarter."""
    editions = statistics_editions()
    return _shown(request, editions, editions[0].quarter if editions else "")


@public
def show(request: Visit, period: str) -> HttpResponse:
    """A quarter, or a year that is over."""
    editions = statistics_editions()
    if editions and period == editions[0].quarter:
        return redirect("opendata:index")
    try:
        return _shown(request, editions, period)
    except NotFound as never:
        raise Http404 from never


def _shown(request: Visit, editions: tuple[StatisticsCard, ...], period: str) -> HttpResponse:
    context: dict[str, object] = {
        "editions": editions,
        "days": DAYS_AFTER.value,
        "publishes": may_publish(request.actor),
    }
    if period:
        closing = {one.year: one.quarter for one in editions if one.year}
        edition = statistics_edition(editions, closing.get(period, period))
        context |= _told(edition, period) | {
            "periods": [
                (period_said(one), one)
                for card in editions
                for one in filter(None, (card.year, card.quarter))
            ],
            "chart": chart_of(editions),
            "fields": FIELDS,
            "licence": (LICENCE, LICENCE_URL),
        }
    return render(request, "opendata/show/page.html", context)


def _told(edition: StatisticsCard, period: str) -> dict[str, object]:
    total = edition.total(period)
    return {
        "edition": edition,
        "period": period,
        "said": period_said(period),
        "hours": hours_said(total.minutes),
        "persons": persons_said(total.persons),
        "each": hours_said(total.minutes // total.persons)
        if total.minutes and total.persons
        else "",
        "is_silent": all(one.is_hidden for one in edition.figures if one.period == period),
        "tables": [(TABLES[code], _rows(edition, code, period)) for code in LISTS],
        "crossing": crossing_of(edition.table(CROSS, period)),
        "note": NOTE if edition.hides else "",
    }


def _rows(edition: StatisticsCard, code: str, period: str) -> list[tuple[str, str, str]]:
    return [
        (one.labels[0], hours_said(one.minutes), persons_said(one.persons))
        for one in edition.table(code, period)
        if one.minutes != 0 or one.persons
    ]


def chart_of(editions: tuple[StatisticsCard, ...]) -> Chart | None:
    """The quarters whose total is told, the oldest first; None when there is no comparison."""
    totals = [(one.quarter, one.total(one.quarter).minutes) for one in editions]
    bars = [
        Bar(period_said(quarter), minutes)
        for quarter, minutes in reversed(totals[:QUARTERS_DRAWN])
        if minutes
    ]
    if len(bars) < 2:
        return None
    wording = Wording(
        "trimestres", "Heures comptées par trimestre", lambda it: f"{hours_said(it)} h"
    )
    return bar_chart(wording, bars, columns=("Trimestre", "Heures", ""))
