"""Every piece at once, of a clause or of all the lots of a consultation: Word and PDF in a zip."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from django.http import HttpResponse
from django.utils.text import slugify
from django.utils.timezone import now

from perenne.domain.clauses import queries
from perenne.domain.clauses.queries import ClauseCard
from perenne.kit.docx import render
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.web.clauses.wording.document import document_of
from perenne.web.clauses.wording.printing import pdf_of
from perenne.web.clauses.wording.view import name_of, sent

ZIP = "application/zip"


@page(act="clause.take_away")
def bundle(request: Visit, clause_id: int) -> HttpResponse:
    clause = queries.clause_card(clause_id, seen_by=request.actor, act=request.act)
    return _zipped([clause], f"dossier-{slugify(clause.object)[:60]}.zip")


@page(act="clause.take_away")
def lots_bundle(request: Visit, consultation_id: int) -> HttpResponse:
    """Not found where no lot has a clause that one may take away."""
    clauses = queries.clauses_of_consultation(consultation_id, seen_by=request.actor)
    if not clauses:
        raise NotFound(consultation_id)
    return _zipped(clauses, f"dossier-de-consultation-{consultation_id}.zip")


def _zipped(clauses: Iterable[ClauseCard], name: str) -> HttpResponse:
    file, made_at = BytesIO(), now()
    with ZipFile(file, "w", ZIP_DEFLATED) as folder:
        for clause in clauses:
            _add(folder, clause, made_at)
    return sent(file.getvalue(), ZIP, name)


def _add(folder: ZipFile, clause: ClauseCard, made_at: datetime) -> None:
    """A folder for each clause; one that cannot be worded says why in its place."""
    lot = slugify(f"{clause.lot} {clause.object}")[:60] or str(clause.id)
    try:
        pieces = queries.pieces_of(clause)
    except Refused as refusal:
        folder.writestr(f"{lot}/a-corriger.txt", str(refusal))
        return
    for piece in pieces:
        name = f"{lot}/{name_of(piece.code, clause)}"
        folder.writestr(f"{name}.docx", render(document_of(piece, clause, made_at=made_at)))
        folder.writestr(f"{name}.pdf", pdf_of(piece, made_at=made_at))
