"""The lines of the journal, as a file that a spreadsheet opens."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate, localtime

from perenne.domain.history import actions
from perenne.domain.history.queries import HistoryLine, lines_to_export
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.kit.sheets.writing import Cell, Table, write_csv
from perenne.web.history.journal.form import SieveForm

HEADINGS = (
    "Numéro", "Date", "Acte", "Code", "Sur", "Identifiant", "Personne", "Organisme", "Rôle",
    "Motif", "Ce qui a changé", "Demande", "Empreinte",
)  # fmt: skip


@page(act="journal.export")
def export(request: Visit) -> HttpResponse:
    form = SieveForm(request.GET or None)
    try:
        lines = lines_to_export(form.sieve(), seen_by=request.actor)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("history:journal")
    actions.note_journal_export(lines=len(lines), by=request.actor)
    name = f"journal-{localdate():%Y-%m-%d}.csv"
    return HttpResponse(
        write_csv(Table("Journal", HEADINGS, tuple(map(_row, lines)))),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _row(line: HistoryLine) -> tuple[Cell, ...]:
    return (
        line.id,
        localtime(line.at),
        line.label,
        line.act,
        line.subject,
        line.subject_id,
        line.who,
        line.organisation,
        line.role,
        line.reason,
        " ; ".join(map(str, line.changes)),
        line.correlation,
        line.hash,
    )
