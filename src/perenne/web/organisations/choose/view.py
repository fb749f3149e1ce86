"""Which space to open: one way in for each kind of organisation."""

from django.http import HttpResponse
from django.shortcuts import render

from perenne.kit.pages import Visit, page
from perenne.web.organisations.kinds import WAYS


@page(act="organisation.declare", visitors=True)
def choose(request: Visit) -> HttpResponse:
    context = {
        "ways": WAYS,
        "frame": "design/desk.html" if request.seat else "design/site.html",
        "is_known": request.actor.person_id is not None,
    }
    return render(request, "organisations/choose/page.html", context)
