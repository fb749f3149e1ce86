"""Her own page: my hours, my contracts, my right, what is known of me, who to call."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate, now

from perenne.domain.hours.queries.own_page import own_page
from perenne.kit.pages import Visit, page
from perenne.web.person.door import behind_a_link


@page(act="own_page.view", visitors=True)
@behind_a_link
def own(request: Visit, token: str) -> HttpResponse:
    found = own_page(seen_by=request.actor, now=now())
    on = localdate()
    context = {
        "own": found,
        "token": token,
        "running": [job for job in found.jobs if job.runs(on)],
        "others": [job for job in found.jobs if not job.runs(on)],
        "dpo": settings.DPO,
    }
    return render(request, "person/own/page.html", context)
