"""The file itself: every row of it, complete or not, with the version of its mapping."""

from django.http import HttpResponse
from django.utils.timezone import localdate

from perenne.domain.assessments.queries.consolidation import Year, consolidation
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound
from perenne.kit.sheets.opendocument import write_open_document
from perenne.kit.sheets.writing import Table, write_csv, write_workbook
from perenne.rules.consolidation import Accounting

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODS = "application/vnd.oasis.opendocument.spreadsheet"


@page(act="bilan.consolidate")
def take(request: Visit, code: str, year: int, kind: str) -> HttpResponse:
    if kind not in {"csv", "xlsx", "ods"} or not 2000 <= year < 2100:
        raise NotFound(kind)
    today = localdate()
    told = consolidation(code, Year(year), seen_by=request.actor, on=today)
    main = Table(told.mapping.label, told.headings, told.table)
    about = Table("À propos", ("Ce fichier", ""), about_it(told, year, f"{today:%d/%m/%Y}"))
    if kind == "csv":
        content, media = write_csv(main), "text/csv; charset=utf-8"
    elif kind == "xlsx":
        content, media = write_workbook([main, about]), XLSX
    else:
        content, media = write_open_document([main, about]), ODS
    name = f"{code}-{year}-v{told.mapping.version}.{kind}"
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=media, headers=disposition)


def about_it(told: Accounting, year: int, today: str) -> tuple[tuple[str, str | int], ...]:
    mapping = told.mapping
    return (
        ("Année", year),
        ("Fait le", today),
        ("Version des colonnes", mapping.version),
        ("Source", str(mapping.source)),
        ("Confiance", mapping.confidence.label),
        ("Format", mapping.form),
        ("Lignes", len(told.rows)),
        ("Complètes", told.complete),
        ("À compléter", told.incomplete),
    )
