"""« Mes rappels »: what will come in thirty days, how it comes, what has come."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from perenne.domain.notices import queries
from perenne.kit.actors import Role
from perenne.kit.pages import Visit, page

LAST = 5
MOST = 60
"""Mails to come that one page shows: the coordination has those of everybody."""


@page(act="notice.ahead")
def mine(request: Visit) -> HttpResponse:
    coming = queries.ahead(seen_by=request.actor, on=localdate())
    context = {
        "coming": coming[:MOST],
        "others": len(coming) - len(coming[:MOST]),
        "preference": queries.preference_of(request.actor),
        "sent": queries.sent(seen_by=request.actor).items[:LAST],
        "of_all": request.actor.role is Role.COORDINATION,
    }
    return render(request, "notices/mine/page.html", context)
