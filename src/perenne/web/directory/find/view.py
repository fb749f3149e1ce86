"""« Annuaire »: who can do the work, what and where first; a list, and the same on a map."""

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.gzip import gzip_page

from perenne.domain.directory.queries.lists import lists_of
from perenne.domain.directory.queries.search import look_for, networks_known, points_found
from perenne.domain.territories.queries import gazetteer_at_home
from perenne.kit.pages import Visit, page, public
from perenne.kit.tenancy import current_committee
from perenne.web.coverage.answer import Lead
from perenne.web.directory.find.columns import FOUND
from perenne.web.directory.find.form import SearchForm
from perenne.web.directory.free import with_free_hours
from perenne.web.lists.answer import listed

MOST_PROPOSED = 8


@page(act="structure.view", visitors=True)
@listed(FOUND)
def find(request: Visit) -> HttpResponse:
    form = _form(request)
    search = form.search(current_committee().upper())
    found = look_for(search, seen_by=request.actor, on=localdate(), number=request.number)
    page = with_free_hours(found.page, on=localdate())
    said = form.filters_said()
    context = {
        "form": form,
        "search": search,
        "page": page,
        "unknown": found.unknown,
        "filters": said,
        "more": f"Plus de filtres ({len(said)})" if said else "Plus de filtres",
        "may_keep": request.seat is not None,
        "query": request.GET.urlencode(),
        "on_map": any(row.latitude is not None for row in page.items),
        "tiles": settings.MAP_TILES,
        "credit": settings.MAP_CREDIT,
        "frame": "design/desk.html" if request.seat else "design/site.html",
    }
    return TemplateResponse(request, "directory/find/page.html", context)


@page(act="structure.view", visitors=True)
@gzip_page
def points(request: Visit) -> HttpResponse:
    """Latitude, longitude, name and address of each one found, for the map alone."""
    search = _form(request).search(current_committee().upper())
    found = points_found(search, seen_by=request.actor, on=localdate())
    return JsonResponse(
        {
            "unit": 1_000_000,
            "points": [
                [latitude, longitude, name, reverse("directory:show", args=[key])]
                for key, latitude, longitude, name in found
            ],
        }
    )


@public
def suggest(request: Visit) -> HttpResponse:
    """The communes that what is being typed may become: each searches there."""
    asked = request.GET.copy()
    found = gazetteer_at_home(current_committee().upper()).beginning(asked.get("ou", "").strip())
    leads = []
    for commune in found[:MOST_PROPOSED]:
        asked["ou"] = commune.name
        url = f"{reverse('directory:find')}?{asked.urlencode()}"
        leads.append(Lead(commune.name, ", ".join(commune.postcodes), url))
    return render(request, "coverage/choice.html", {"leads": leads})


def _form(request: Visit) -> SearchForm:
    return SearchForm(
        request.GET,
        networks=networks_known(asked=request.GET.get("reseau", "")),
        lists=[(one.id, one.name) for one in lists_of(request.actor)],
    )
