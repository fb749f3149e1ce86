"""The hours of insertion to come, by segment, EPCI and quarter: for whoever prepares to work."""

from collections.abc import Iterable

from django.http import HttpResponse
from django.shortcuts import render

from perenne.domain.assessments.queries import Edition, ForecastRow, last_edition
from perenne.kit.pages import Visit, public
from perenne.kit.sheets.writing import Table, write_csv
from perenne.web.assessments.forecast.drawing import chart_of, hours_said, quarter_said
from perenne.web.assessments.sieve import only_asked, said_in


@public
def forecast(request: Visit) -> HttpResponse:
    whole = last_edition()
    context: dict[str, object] = {"whole": whole, "asked": said_in(request.GET)}
    if whole is not None:
        edition = only_asked(whole, request.GET)
        context |= {
            "edition": edition,
            "quarters": [quarter_said(one) for one in whole.quarters],
            "tables": [
                ("Par segment d’achats", "Segment", _said(edition.segments)),
                ("Par intercommunalité", "Intercommunalité", _said(edition.epcis)),
            ],
            "chart": chart_of(whole.quarters, whole.totals[:-1]),
            "total": hours_said(whole.totals[-1]),
            "note": note_on(whole),
            "segment": request.GET.get("segment", ""),
            "epci": request.GET.get("epci", ""),
        }
    return render(request, "assessments/forecast/page.html", context)


@public
def export(request: Visit) -> HttpResponse:
    """What the page shows, no more."""
    whole = last_edition()
    rows: list[tuple[str | int, ...]] = []
    quarters: tuple[str, ...] = ()
    if whole is not None:
        edition, quarters = only_asked(whole, request.GET), whole.quarters
        for label, found in (("Segment", edition.segments), ("EPCI", edition.epcis)):
            rows += [(label, row.label, *map(_cell, (*row.hours, row.total))) for row in found]
    table = Table("Prévisions", ("Axe", "Nom", *quarters, "Total"), tuple(rows))
    return HttpResponse(
        write_csv(table),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="previsions-heures.csv"'},
    )


def note_on(edition: Edition) -> str:
    """What a reader is told of the cells that are hidden; "" where none is."""
    return NOTE if edition.hides else ""


NOTE = (
    "s. : secret statistique. La case porte sur moins de trois acheteurs, un seul en fait plus de "
    "85 %, ou la case permettrait d’en recalculer une autre."
)


def _said(rows: Iterable[ForecastRow]) -> list[tuple[str, list[str], str]]:
    return [
        (row.label, [hours_said(one) for one in row.hours], hours_said(row.total)) for row in rows
    ]


def _cell(hours: int | None) -> str | int:
    return "s." if hours is None else hours
