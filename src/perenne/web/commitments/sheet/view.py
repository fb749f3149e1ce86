"""The sheet of the company, as an accessible PDF."""

from django.http import HttpResponse
from django.utils.timezone import localdate, now

from perenne.domain.clauses.queries import commitment_card
from perenne.kit.pages import Visit, page
from perenne.web.commitments.papers import named, sheet_of
from perenne.web.tools.papers import download, pdf_of


@page(act="commitment.take_away")
def sheet(request: Visit, commitment_id: int) -> HttpResponse:
    card = commitment_card(commitment_id, seen_by=request.actor, act=request.act)
    made_at = now()
    content = pdf_of(sheet_of(card, on=localdate(made_at)), made_at=made_at)
    return download(content, "application/pdf", named(card, "fiche-entreprise", "pdf"))
