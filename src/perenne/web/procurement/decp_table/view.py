"""The gaps as a workbook or a CSV, each with its sentence."""

from django.http import HttpResponse
from django.utils.timezone import localdate

from perenne.domain.clauses.queries.published import GapRow, gaps_of
from perenne.kit.files.uses import EXCEL
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound
from perenne.kit.sheets.writing import Cell, Table, write_csv, write_workbook
from perenne.web.procurement.decp_tabs import for_those_who_follow

HEADINGS = (
    "Acheteur", "SIRET", "Écart", "Contrat", "Objet", "Montant HT", "Notifié le", "Suivi ici",
    "Publié", "Message à envoyer",
)  # fmt: skip
KINDS = {"xlsx": EXCEL, "csv": "text/csv; charset=utf-8"}


@page(act="published.view")
def gaps_table(request: Visit, kind: str) -> HttpResponse:
    for_those_who_follow(request)
    if kind not in KINDS:
        raise NotFound(kind)
    siret = request.GET.get("acheteur", "")
    found = gaps_of(seen_by=request.actor, on=localdate(), siret=siret)
    table = Table("Écarts", HEADINGS, tuple(_cells(one) for one in found))
    content = write_csv(table) if kind == "csv" else write_workbook([table])
    name = f"ecarts-donnees-essentielles.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=KINDS[kind], headers=headers)


def _cells(row: GapRow) -> tuple[Cell, ...]:
    return (
        row.buyer, row.siret, row.gap.label, row.reference, row.object, row.amount,
        row.notified_on, row.ours, row.theirs, row.sentence,
    )  # fmt: skip
