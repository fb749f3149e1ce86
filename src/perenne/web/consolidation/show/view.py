"""What a consolidation file will hold, and what is missing before it leaves."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from perenne.domain.assessments.queries.consolidation import (
    Year,
    consolidation,
    consolidations_for,
)
from perenne.kit.pages import Visit, page
from perenne.web.consolidation.show.form import ConsolidationForm

KINDS = {"xlsx": "Excel (xlsx)", "ods": "LibreOffice (ods)", "csv": "Texte (csv)"}
MOST = 50
"""Rows that wait, on the page; the file has them all."""


@page(act="bilan.consolidate")
def show(request: Visit) -> HttpResponse:
    """The last year that is over, until another one is chosen."""
    today = localdate()
    files = consolidations_for(request.actor, on=today)
    asked = {"fichier": files[0].code, "annee": str(today.year - 1), **request.GET.dict()}
    form = ConsolidationForm(asked, files=files, today=today)
    context: dict[str, object] = {"form": form, "kinds": KINDS}
    if form.is_valid():
        year = Year(form.cleaned_data["annee"])
        told = consolidation(form.cleaned_data["fichier"], year, seen_by=request.actor, on=today)
        waiting = [row for row in told.rows if not row.is_complete]
        context |= {
            "told": told,
            "year": str(year.number),
            "waiting": [(row.cells[:3], row.state) for row in waiting[:MOST]],
            "headings": told.mapping.headings[:3],
            "more": max(0, len(waiting) - MOST),
        }
    return render(request, "consolidation/show/page.html", context)
