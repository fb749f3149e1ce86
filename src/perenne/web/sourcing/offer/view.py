"""One offer of work, and who helps to apply for it."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from perenne.domain.sourcing.queries.jobs import counters_near, job_card
from perenne.kit.pages import Visit, public
from perenne.kit.refusals import NotFound


@public
def offer(request: Visit, opening_id: int) -> HttpResponse:
    try:
        card = job_card(opening_id, on=localdate())
    except NotFound as nothing:
        raise Http404 from nothing
    context = {"card": card, "counters": counters_near(opening_id)}
    return render(request, "sourcing/offer/page.html", context)
