"""What becomes of every contract of a file: none is lost, bad ones are explained."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from perenne.domain.procurement.queries.decp_files import (
    DecpFileCard,
    Fate,
    RecordRow,
    decp_file,
    every_record,
    records_of,
)
from perenne.kit.files.uses import EXCEL
from perenne.kit.pages import Visit, page
from perenne.kit.paging import number_in
from perenne.kit.sheets.writing import Cell, Table, write_workbook
from perenne.web.design.menu import MenuItem
from perenne.web.procurement.decp_tabs import for_those_who_follow

TONES = {Fate.NEW: "success", Fate.UPDATED: "success", Fate.BAD: "error", Fate.TWICE: "warning"}
HEADINGS = (
    "N°", "Devenir", "Pourquoi", "Acheteur", "Contrat", "Objet", "Montant HT", "Durée (mois)",
    "Notifié le", "Considérations sociales", "Anomalies",
)  # fmt: skip


@page(act="decp.view")
def report(request: Visit, file_id: int) -> HttpResponse:
    for_those_who_follow(request)
    card = decp_file(file_id, seen_by=request.actor)
    chosen = next((fate for fate in Fate if fate.value == request.GET.get("vue")), None)
    found = records_of(
        file_id,
        seen_by=request.actor,
        fate=chosen,
        page=number_in(request.GET.get("page", "")),
    )
    context = {
        "file": card,
        "tabs": _tabs(card, chosen),
        "page": found,
        "rows": [(row, TONES.get(row.fate, "neutral")) for row in found.items],
    }
    return render(request, "procurement/decp_report/page.html", context)


@page(act="decp.view")
def report_table(request: Visit, file_id: int) -> HttpResponse:
    for_those_who_follow(request)
    card = decp_file(file_id, seen_by=request.actor)
    rows = tuple(_cells(row) for row in every_record(file_id, seen_by=request.actor))
    content = write_workbook([Table("Contrats", HEADINGS, rows)])
    name = f"contrats-lus-{card.id}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=EXCEL, headers=headers)


def _tabs(card: DecpFileCard, chosen: Fate | None) -> tuple[MenuItem, ...]:
    here = reverse("decp:report", args=[card.id])
    every = MenuItem("Tous", here, current=chosen is None, count=card.contracts)
    applied = card.applied_on is not None
    fates = (
        MenuItem(
            fate.done if applied else fate.label,
            f"{here}?vue={fate}",
            current=fate is chosen,
            count=count,
        )
        for fate, count in card.counts
    )
    return (every, *fates)


def _cells(row: RecordRow) -> tuple[Cell, ...]:
    oddities = " ".join(f"{one.field} : {one.sentence}" for one in row.anomalies)
    return (
        row.position, row.fate.label, row.reason, row.buyer, row.reference, row.object,
        row.amount, row.months, row.notified_on, row.social, oddities,
    )  # fmt: skip
