"""The file as it was sent, with what becomes of each row in one more column."""

from django.http import HttpResponse
from django.utils.timezone import localdate

from perenne.domain.hours.queries.importing import marked_file
from perenne.kit.files.naming import attachment
from perenne.kit.files.uses import EXCEL
from perenne.kit.pages import Visit, page
from perenne.kit.sheets.writing import write_workbook


@page(act="import.view")
def upload_errors(request: Visit, import_id: int) -> HttpResponse:
    tables = marked_file(import_id, seen_by=request.actor, on=localdate())
    return HttpResponse(
        write_workbook(tables),
        content_type=EXCEL,
        headers={"Content-Disposition": attachment(f"heures-a-corriger-{import_id}.xlsx")},
    )
