"""The work that is near: for people who look for a job, without an account, in plain words."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.timezone import localdate

from perenne.domain.organisations.queries import commune_named
from perenne.domain.sourcing.queries.jobs import jobs_open
from perenne.kit.pages import Visit, public
from perenne.kit.paging import words_in
from perenne.web.lists.answer import listed
from perenne.web.sourcing.offers.columns import JOBS

NEAR = ("Dans cette commune", "À côté, dans la même intercommunalité", "")


@public
@listed(JOBS)
def offers(request: Visit) -> HttpResponse:
    place, words = (words_in(request.GET.get(name, "")) for name in ("lieu", "metier"))
    near = commune_named(place)
    found = jobs_open(on=localdate(), number=request.number, near=near, words=words)
    context = {
        "page": found,
        "rows": [(one, NEAR[one.near]) for one in found.items],
        "place": place,
        "words": words,
        "is_lost": bool(place) and near is None,
    }
    return TemplateResponse(request, "sourcing/offers/page.html", context)
