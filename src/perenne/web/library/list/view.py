"""Every text of the site, with what waits to be published and what was checked long ago."""

from datetime import timedelta

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.timezone import localdate

from perenne.domain.library.queries import Kind, texts_to_edit
from perenne.kit.pages import Visit, page
from perenne.web.design.menu import MenuItem
from perenne.web.library.list.columns import TEXTS
from perenne.web.lists.answer import listed

STALE = timedelta(days=180)
VIEWS = {
    "": ("Tous", None),
    "pages": ("Pages", Kind.PAGE),
    "questions": ("Questions", Kind.QUESTION),
    "actualites": ("Actualités", Kind.NEWS),
}


@page(act="text.edit")
@listed(TEXTS)
def texts(request: Visit) -> HttpResponse:
    chosen = request.GET.get("vue", "")
    chosen = chosen if chosen in VIEWS else ""
    context = {
        "texts": texts_to_edit(seen_by=request.actor, kind=VIEWS[chosen][1]),
        "views": tuple(
            MenuItem(label, f"?vue={name}" if name else "?", current=name == chosen)
            for name, (label, _) in VIEWS.items()
        ),
        "stale_before": localdate() - STALE,
    }
    return TemplateResponse(request, "library/list/page.html", context)
