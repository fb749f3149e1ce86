"""One piece of the consultation file as a Word document."""

from django.http import HttpResponse
from django.utils.text import slugify
from django.utils.timezone import now

from perenne.domain.clauses import queries
from perenne.kit.docx import render
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.web.clauses.wording.document import document_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@page(act="clause.take_away")
def wording(request: Visit, clause_id: int, piece: str) -> HttpResponse:
    clause = queries.clause_card(clause_id, seen_by=request.actor, act=request.act)
    try:
        found = next(one for one in queries.pieces_of(clause) if one.code == piece)
    except (StopIteration, Refused) as missing:
        raise NotFound(piece) from missing
    content = render(document_of(found, clause, made_at=now()))
    name = f"{piece}-{slugify(clause.object)[:60]}.docx"
    return HttpResponse(
        content,
        content_type=WORD,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
