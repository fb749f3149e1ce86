"""The calibration note as an accessible PDF."""

from django.http import HttpResponse
from django.utils.text import slugify
from django.utils.timezone import localdate, now

from perenne.domain.clauses import queries
from perenne.kit.pages import Visit, page
from perenne.kit.pdf import compile_pdf
from perenne.web.clauses.note.facts import note_facts


@page(act="clause.take_away")
def note(request: Visit, clause_id: int) -> HttpResponse:
    clause = queries.clause_card(clause_id, seen_by=request.actor, act=request.act)
    made_at = now()
    facts = note_facts(clause, today=localdate(made_at))
    content = compile_pdf("web/clauses/note/note.typ", facts, made_at=made_at)
    name = f"note-de-calibrage-{slugify(clause.object)[:60]}.pdf"
    return HttpResponse(
        content,
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
