"""The state of a contract on one page, for the table of the site meeting."""

from django.http import HttpResponse
from django.utils.text import slugify
from django.utils.timezone import localdate, now

from perenne.domain.compliance.queries import site_sheet
from perenne.kit.pages import Visit, page
from perenne.kit.pdf import compile_pdf
from perenne.web.reviews.state.facts import state_facts
from perenne.web.tools.papers import download


@page(act="commitment.print_state")
def state(request: Visit, commitment_id: int) -> HttpResponse:
    made_at = now()
    today = localdate(made_at)
    sheet = site_sheet(commitment_id, seen_by=request.actor, on=today)
    content = compile_pdf("web/reviews/state/state.typ", state_facts(sheet, today), made_at=made_at)
    return download(content, "application/pdf", f"etat-{slugify(sheet.object)[:50]}.pdf")
