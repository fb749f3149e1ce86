"""The charter of the committee, in the version that somebody accepted."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from perenne.domain.membership import queries
from perenne.kit.pages import Visit, public
from perenne.kit.refusals import NotFound


@public
def charter(request: Visit, version: str) -> HttpResponse:
    try:
        found = queries.charter(version)
    except NotFound as unknown:
        raise Http404 from unknown
    return render(request, "membership/charter/page.html", {"charter": found})
