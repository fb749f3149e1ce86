"""Workbooks taken away: the template of a company, and a file with what becomes of each row."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate

from perenne.domain.hours.queries.importing import marked_file, template_for
from perenne.kit.files.naming import attachment
from perenne.kit.files.uses import EXCEL
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.kit.sheets.writing import Table, write_workbook


@page(act="import.receive")
def template(request: Visit) -> HttpResponse:
    """The crew of the month, and a box for each day."""
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
    return _workbook([table], f"heures-{asked}.xlsx")


@page(act="import.view")
def errors(request: Visit, import_id: int) -> HttpResponse:
    """The file as it was sent, with one more column."""
    tables = marked_file(import_id, seen_by=request.actor, on=localdate())
    return _workbook(tables, f"heures-a-corriger-{import_id}.xlsx")


def _workbook(tables: list[Table], name: str) -> HttpResponse:
    return HttpResponse(
        write_workbook(tables),
        content_type=EXCEL,
        headers={"Content-Disposition": attachment(name)},
    )
