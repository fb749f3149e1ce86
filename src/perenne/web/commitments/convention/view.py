"""The agreement of buyer, company and facilitator: to complete in Word, or to sign."""

from django.http import HttpResponse
from django.utils.timezone import localdate, now

from perenne.domain.clauses.queries import commitment_card
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound
from perenne.web.commitments.papers import convention_of, named
from perenne.web.tools.papers import WORD, download, pdf_of, word_of

KINDS = {"docx": (WORD, word_of), "pdf": ("application/pdf", pdf_of)}


@page(act="commitment.take_away")
def convention(request: Visit, commitment_id: int, kind: str) -> HttpResponse:
    card = commitment_card(commitment_id, seen_by=request.actor, act=request.act)
    if kind not in KINDS:
        raise NotFound(kind)
    content_type, written = KINDS[kind]
    made_at = now()
    content = written(convention_of(card, on=localdate(made_at)), made_at=made_at)
    return download(content, content_type, named(card, "convention", kind))
