"""The file of a list, in place of its page, when the address asks for one."""

from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.text import slugify
from django.utils.timezone import localtime

from perenne.domain.history.actions import note_list_taken
from perenne.kit.pages import Visit
from perenne.kit.paging import WHOLE, number_in
from perenne.kit.refusals import Refused
from perenne.kit.sheets.opendocument import MIME as OPEN_DOCUMENT
from perenne.kit.sheets.opendocument import write_open_document
from perenne.kit.sheets.writing import Cell, Table, write_csv, write_workbook
from perenne.web.lists.columns import Context, Listing

ASKED = "fichier"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Format(StrEnum):
    XLSX = "xlsx"
    ODS = "ods"
    CSV = "csv"


TYPES = {
    Format.XLSX: EXCEL,
    Format.ODS: OPEN_DOCUMENT,
    Format.CSV: "text/csv; charset=utf-8",
}
View = Callable[..., HttpResponseBase]


def listed(listing: Listing) -> Callable[[View], View]:
    """On a view that answers by a `TemplateResponse` and shows the page `request.number`.

    With « ?fichier=xlsx » that number is `WHOLE`, and the rows of its context become the file:
    there is no second query, no second policy.
    """

    def with_files(view: View) -> View:
        @wraps(view)
        def answer(request: Visit, *args: Any, **kwargs: Any) -> HttpResponseBase:
            asked = request.GET.get(ASKED, "") if request.method == "GET" else ""
            whole = asked in set(Format)
            request.number = WHOLE if whole else number_in(request.GET.get("page", ""))
            if not whole:
                return view(request, *args, **kwargs)
            try:
                page = view(request, *args, **kwargs)
            except Refused as refusal:
                messages.error(request, str(refusal))
                return HttpResponseRedirect(_without_file(request))
            if not isinstance(page, TemplateResponse):
                return page
            return file_of(listing, page.context_data or {}, request, Format(asked))

        answer.listing = listing  # type: ignore[attr-defined]
        return answer

    return with_files


def file_of(listing: Listing, context: Context, request: Visit, form: Format) -> HttpResponse:
    """Written in the journal when the list names people."""
    table = listing.table(context)
    if listing.personal:
        note_list_taken(
            title=listing.title, form=form.value, lines=len(table.rows), by=request.actor
        )
    content = _written(table, _about(listing, context, request, len(table.rows)), form)
    name = f"{slugify(listing.title)}-{localtime():%Y-%m-%d}.{form}"
    return HttpResponse(
        content,
        content_type=TYPES[form],
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _written(table: Table, about: Table, form: Format) -> bytes:
    """A text file has one table: what it is about stays in its name."""
    if form is Format.CSV:
        return write_csv(table)
    write = write_workbook if form is Format.XLSX else write_open_document
    return write([about, table])


def _about(listing: Listing, context: Context, request: Visit, lines: int) -> Table:
    """The first sheet: what this file is, so that it can be read without its page."""
    seat = request.seat
    rows: list[tuple[Cell, ...]] = [
        ("Liste", listing.title),
        ("Faite le", localtime()),
        ("Pour", f"{seat.organisation} ({seat.kind_label})" if seat else ""),
        *listing.filtered_by(context).items(),
        ("Lignes", lines),
        ("Adresse", request.build_absolute_uri(_without_file(request))),
        ("À savoir", "Ce que cet espace peut voir ce jour-là, et rien d’autre."),
    ]
    return Table("À propos", ("Ce fichier", "Détail"), tuple(rows))


def _without_file(request: Visit) -> str:
    kept = [(name, value) for name, value in request.GET.items() if name not in {ASKED, "page"}]
    return request.path + ("?" + urlencode(kept) if kept else "")
