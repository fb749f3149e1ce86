"""Where published data and our clauses disagree: buyer by buyer, or one's own for a buyer."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from perenne.domain.clauses.queries.published import buyers_without_a_number, gaps_by_buyer
from perenne.kit.pages import Visit, page
from perenne.values import Euros
from perenne.web.procurement.decp_tabs import LEDE, TABS, TITLE, for_those_who_follow

MOST = 200


@page(act="published.view")
def gaps(request: Visit) -> HttpResponse:
    for_those_who_follow(request)
    found = gaps_by_buyer(seen_by=request.actor, on=localdate())
    context = {
        "buyers": found[:MOST],
        "more": max(0, len(found) - MOST),
        "unfollowed": sum(one.unfollowed for one in found),
        "amount": Euros(sum(one.unfollowed_amount.cents for one in found)),
        "others": sum(one.others for one in found),
        "nameless": buyers_without_a_number(request.actor),
        "tabs": TABS,
        "title": TITLE,
        "lede": LEDE,
    }
    return render(request, "procurement/decp_gaps/page.html", context)
