"""A bilan handed out: an accessible PDF, or tables; few persons are never told in a file."""

from collections.abc import Callable, Mapping
from datetime import datetime

from django.http import HttpResponse
from django.utils.text import slugify
from django.utils.timezone import localdate, now

from perenne.domain.assessments.queries.frozen import FrozenCard, frozen_card
from perenne.domain.assessments.queries.keeping import Kept
from perenne.kit.pages import Visit, page
from perenne.kit.pdf import compile_pdf
from perenne.kit.refusals import NotFound
from perenne.kit.sheets.opendocument import write_open_document
from perenne.kit.sheets.writing import write_csv, write_workbook
from perenne.web.bilans.addresses import slug_of_months
from perenne.web.bilans.file.facts import facts_of
from perenne.web.bilans.file.sheets import one_table, tables_of
from perenne.web.bilans.reading import asked_in, whole_of

TEMPLATE = "web/bilans/file/bilan.typ"
SHEETS: Mapping[str, tuple[str, Callable[[Kept], bytes]]] = {
    "xlsx": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        lambda kept: write_workbook(tables_of(kept)),
    ),
    "ods": (
        "application/vnd.oasis.opendocument.spreadsheet",
        lambda kept: write_open_document(tables_of(kept)),
    ),
    "csv": ("text/csv; charset=utf-8", lambda kept: write_csv(one_table(kept))),
}
PDF = "pdf"


@page(act="bilan.list")
def file(request: Visit, scope: str, months: str, kind: str) -> HttpResponse:
    check(kind)
    kept = whole_of(asked_in(scope, months), request.actor, on=localdate())
    return handed(kept, kind, made_at=now())


@page(act="bilan.view")
def frozen_file(request: Visit, bilan_id: int, kind: str) -> HttpResponse:
    check(kind)
    card = frozen_card(bilan_id, seen_by=request.actor)
    return handed(card.kept, kind, made_at=card.frozen_at, signed=card)


def check(kind: str) -> None:
    """NotFound for a kind of file that nobody makes."""
    if kind != PDF and kind not in SHEETS:
        raise NotFound(kind)


def handed(
    kept: Kept, kind: str, *, made_at: datetime, signed: FrozenCard | None = None
) -> HttpResponse:
    if kind == PDF:
        content, media = pdf_of(kept, made_at=made_at, signed=signed), "application/pdf"
    else:
        media, make = SHEETS[kind]
        content = make(kept)
    version = f"-v{signed.version}" if signed else ""
    title = kept.bilan.title.replace("œ", "oe")
    stem = f"{slugify(title)[:50]}-{slug_of_months(kept.bilan.months)}{version}"
    name = f'attachment; filename="bilan-{stem}.{kind}"'
    return HttpResponse(content, content_type=media, headers={"Content-Disposition": name})


def pdf_of(kept: Kept, *, made_at: datetime, signed: FrozenCard | None = None) -> bytes:
    return compile_pdf(TEMPLATE, facts_of(kept, signed=signed), made_at=made_at)
