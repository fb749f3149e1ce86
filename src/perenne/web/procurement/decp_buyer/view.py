"""Everything to tell one buyer about what it publishes, one sentence a line."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from perenne.domain.clauses.queries.published import Gap, gaps_of
from perenne.kit.pages import Visit, page
from perenne.kit.paging import number_in
from perenne.kit.refusals import NotFound
from perenne.web.procurement.decp_tabs import for_those_who_follow

SIZE = 30
TONES = {Gap.UNFOLLOWED: "warning", Gap.UNFLAGGED: "error", Gap.UNPUBLISHED: "error"}


@page(act="published.view")
def buyer(request: Visit, siret: str) -> HttpResponse:
    for_those_who_follow(request)
    found = gaps_of(seen_by=request.actor, on=localdate(), siret=siret)
    if not found:
        raise NotFound(siret)
    last = -(-len(found) // SIZE)
    number = min(number_in(request.GET.get("page", "")) or 1, last)
    shown = found[(number - 1) * SIZE : number * SIZE]
    context = {
        "name": found[0].buyer,
        "siret": siret,
        "lines": [(one, TONES.get(one.gap, "neutral")) for one in shown],
        "total": len(found),
        "number": number,
        "last": last,
    }
    return render(request, "procurement/decp_buyer/page.html", context)
