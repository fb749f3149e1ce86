"""Everything for the first meeting, in one file."""

from django.http import HttpResponse
from django.utils.timezone import localdate, now

from perenne.domain.clauses.queries import commitment_card
from perenne.kit.pages import Visit, page
from perenne.web.commitments.papers import named, pack_of
from perenne.web.tools.papers import download


@page(act="commitment.take_away")
def pack(request: Visit, commitment_id: int) -> HttpResponse:
    card = commitment_card(commitment_id, seen_by=request.actor, act=request.act)
    made_at = now()
    content = pack_of(card, on=localdate(made_at), made_at=made_at)
    return download(content, "application/zip", named(card, "dossier-de-demarrage", "zip"))
