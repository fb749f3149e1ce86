"""Every verdict and every line set aside, as a workbook."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.text import slugify

from perenne.domain.programming import queries
from perenne.kit.pages import Visit, page
from perenne.kit.sheets.writing import write_workbook
from perenne.web.programming.export.tables import aside_table, purchases_table

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@page(act="programme.view", visitors=True)
def export(request: Visit, programme_id: UUID) -> HttpResponse:
    programme = queries.programme_card(programme_id, seen_by=request.actor)
    purchases = queries.every_purchase_in(programme_id, seen_by=request.actor)
    aside = queries.lines_set_aside(programme_id, seen_by=request.actor)
    content = write_workbook([purchases_table(purchases), aside_table(aside)])
    name = f"avis-{slugify(programme.title)[:60]}.xlsx"
    return HttpResponse(
        content,
        content_type=EXCEL,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
