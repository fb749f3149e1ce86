"""The template of a company: its crew of the month, a box for each day."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from perenne.domain.hours.queries.importing import template_for
from perenne.kit.files.naming import attachment
from perenne.kit.files.uses import EXCEL
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.kit.sheets.writing import write_workbook


@page(act="import.receive")
def template(request: Visit) -> HttpResponse:
    asked = request.GET.get("month", "")
    try:
        month = date.fromisoformat(f"{asked}-01")
    except ValueError as wrong:
        raise NotFound(asked) from wrong
    try:
        table = template_for(request.GET.get("siret", ""), month, seen_by=request.actor)
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return redirect("hours:upload")
    return HttpResponse(
        write_workbook([table]),
        content_type=EXCEL,
        headers={"Content-Disposition": attachment(f"heures-{asked}.xlsx")},
    )
