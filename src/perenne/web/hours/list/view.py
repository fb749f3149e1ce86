"""The months of the companies that one follows: to validate, discussed, awaited, validated."""

from django.http import HttpResponse
from django.shortcuts import render

from perenne.kit.pages import Visit, page
from perenne.web.hours.list.listing import asked_in, listing


@page(act="sheet.view")
def sheets(request: Visit) -> HttpResponse:
    context = listing(asked_in(request.GET), request.actor)
    return render(request, "hours/list/page.html", context)
