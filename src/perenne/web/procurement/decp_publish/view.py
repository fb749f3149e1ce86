"""Our contracts, ready to be published in the national format or waiting for an answer."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from perenne.domain.clauses.queries.essential_data import contracts_to_publish
from perenne.domain.procurement.queries.decp_publishing import completable, file_of
from perenne.kit.pages import Visit, page
from perenne.kit.paging import number_in
from perenne.web.procurement.decp_tabs import LEDE, TABS, TITLE, for_those_who_follow

SIZE = 30


@page(act="contract.publish")
def publish(request: Visit) -> HttpResponse:
    for_those_who_follow(request)
    found = contracts_to_publish(seen_by=request.actor, on=localdate())
    ready = [one for one in found if one.is_ready]
    waiting = [one for one in found if not one.is_ready]
    last = max(1, -(-len(waiting) // SIZE))
    number = min(number_in(request.GET.get("page", "")) or 1, last)
    context = {
        "ready": ready,
        "waiting": waiting[(number - 1) * SIZE : number * SIZE],
        "waiting_count": len(waiting),
        "completable": completable(seen_by=request.actor),
        "number": number,
        "last": last,
        "tabs": TABS,
        "title": TITLE,
        "lede": LEDE,
    }
    return render(request, "procurement/decp_publish/page.html", context)


@page(act="contract.publish")
def take_away(request: Visit) -> HttpResponse:
    """The contracts that are ready, checked against the official schema on the way."""
    for_those_who_follow(request)
    content = file_of(contracts_to_publish(seen_by=request.actor, on=localdate()))
    headers = {"Content-Disposition": f'attachment; filename="decp-{localdate():%Y-%m-%d}.json"'}
    return HttpResponse(content, content_type="application/json", headers=headers)
