"""The list of members, as a workbook or as a text file that Excel opens."""

from django.http import HttpResponse
from django.utils.timezone import localtime

from perenne.domain.membership import queries
from perenne.domain.membership.queries import MemberRow
from perenne.kit.actors import Role
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound
from perenne.kit.sheets.writing import Cell, Table, write_csv, write_workbook
from perenne.web.membership.sieve import sieve_in

HEADINGS = (
    "Organisme", "Nature", "SIRET", "Commune", "Adresse électronique", "Téléphone",
    "Charte signée par", "Version de la charte", "Membre depuis le", "Situation", "Fin",
)  # fmt: skip
TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


@page(act="membership.list")
def export(request: Visit, kind: str) -> HttpResponse:
    if request.actor.role is not Role.COORDINATION or kind not in TYPES:
        raise NotFound(kind)
    rows = queries.every_member(seen_by=request.actor, sieve=sieve_in(request.GET))
    table = Table("Membres", HEADINGS, tuple(_cells(row) for row in rows))
    content = write_csv(table) if kind == "csv" else write_workbook([table])
    named = {"Content-Disposition": f'attachment; filename="membres-du-comite.{kind}"'}
    return HttpResponse(content, content_type=TYPES[kind], headers=named)


def _cells(row: MemberRow) -> tuple[Cell, ...]:
    return (
        row.name, row.kind_label, row.siret, row.commune, row.email, row.phone, row.signed_by,
        row.charter_version, localtime(row.joined_at).date(), row.state.label, row.ended_on,
    )  # fmt: skip
