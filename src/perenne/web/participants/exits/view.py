"""Persons who left: those about whom news are due first."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from perenne.domain.participants.queries import all_exits
from perenne.kit.pages import Visit, page
from perenne.kit.paging import number_in


@page(act="exit.view")
def exits(request: Visit) -> HttpResponse:
    on = localdate()
    found = all_exits(seen_by=request.actor, page=number_in(request.GET.get("page", "")), on=on)
    context = {"page": found, "rows": [(one, one.due(on)) for one in found.items]}
    return render(request, "participants/exits/page.html", context)
