"""One piece of the consultation file, as a Word document or as an accessible PDF."""

from django.http import HttpResponse
from django.utils.text import slugify
from django.utils.timezone import now

from perenne.domain.clauses import queries
from perenne.domain.clauses.queries import ClauseCard
from perenne.kit.docx import render
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.rules.wording import Piece
from perenne.web.clauses.wording.document import document_of
from perenne.web.clauses.wording.printing import pdf_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"


@page(act="clause.take_away")
def wording(request: Visit, clause_id: int, piece: str) -> HttpResponse:
    clause, found = _piece(request, clause_id, piece)
    content = render(document_of(found, clause, made_at=now()))
    return sent(content, WORD, f"{name_of(piece, clause)}.docx")


@page(act="clause.take_away")
def printed(request: Visit, clause_id: int, piece: str) -> HttpResponse:
    clause, found = _piece(request, clause_id, piece)
    return sent(pdf_of(found, made_at=now()), PDF, f"{name_of(piece, clause)}.pdf")


def name_of(piece: str, clause: ClauseCard) -> str:
    return f"{piece}-{slugify(clause.object)[:60]}"


def sent(content: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(
        content,
        content_type=kind,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _piece(request: Visit, clause_id: int, piece: str) -> tuple[ClauseCard, Piece]:
    clause = queries.clause_card(clause_id, seen_by=request.actor, act=request.act)
    try:
        return clause, next(one for one in queries.pieces_of(clause) if one.code == piece)
    except (StopIteration, Refused) as missing:
        raise NotFound(piece) from missing
