"""« Carte des facilitateurs »: a search, a map, and the same thing as a list."""

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.views.decorators.gzip import gzip_page

from perenne.domain.coverage.queries import drawn, holders_of, mark_of
from perenne.domain.territories.queries import Found, gazetteer, outlines_mark, outlines_of
from perenne.kit.pages import Visit, public
from perenne.kit.tenancy import current_committee
from perenne.web.coverage.answer import card_url, leads_to, router_today
from perenne.web.coverage.map.drawing import map_of
from perenne.web.coverage.search import SearchForm

YEAR = 31_536_000  # seconds


@public
def show(request: Visit) -> HttpResponse:
    code = current_committee().upper()
    form = SearchForm(request.GET, "carte")
    found = form.found_in(gazetteer(code)) if form.is_bound else Found()
    leads = leads_to(found, card_url)
    if found.is_one:
        return redirect(leads[0].url)
    holders = holders_of(router_today())
    mark, sources = outlines_mark(code)
    context = {
        "form": form,
        "leads": leads,
        "is_guess": found.is_guess,
        "holders": holders,
        "mark": mark_of(holders, mark) if mark else "",
        "sources": sources,
        "tones": sorted({holder.tone for holder in holders}),
        "tiles": settings.MAP_TILES,
        "credit": settings.MAP_CREDIT,
    }
    return render(request, "coverage/map/page.html", context)


@public
@gzip_page
def outlines(request: Visit) -> HttpResponse:
    """What the script draws; under the address that names its mark, it never changes."""
    code = current_committee().upper()
    holders = holders_of(router_today())
    mark, _ = outlines_mark(code)
    etag = quote_etag(mark_of(holders, mark))
    answer = get_conditional_response(request, etag=etag)
    if answer is None:
        answer = JsonResponse(map_of(drawn(holders, outlines_of(code))))
        answer["ETag"] = etag
    if request.GET.get("v") == etag.strip('"'):
        patch_cache_control(answer, public=True, max_age=YEAR, immutable=True)
    else:
        patch_cache_control(answer, public=True, no_cache=True)
    return answer
