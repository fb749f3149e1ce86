"""What becomes of every row of a file: none is lost, and each that is set aside says why."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse

from perenne.domain.directory.queries.imports import ImportCard, import_card, imported_rows
from perenne.domain.directory.states import Outcome
from perenne.kit.pages import Visit, page
from perenne.web.design.menu import MenuItem
from perenne.web.directory.import_show.columns import ROWS
from perenne.web.lists.answer import listed


@page(act="directory.view")
@listed(ROWS)
def show(request: Visit, import_id: int) -> HttpResponse:
    card = import_card(import_id, seen_by=request.actor)
    chosen = next((one for one in Outcome if one.value == request.GET.get("vue")), None)
    found = imported_rows(import_id, seen_by=request.actor, outcome=chosen, page=request.number)
    context = {"file": card, "tabs": _tabs(card, chosen), "page": found}
    return TemplateResponse(request, "directory/import_show/page.html", context)


def _tabs(card: ImportCard, chosen: Outcome | None) -> tuple[MenuItem, ...]:
    here = reverse("imports:show", args=[card.id])
    every = MenuItem("Toutes", here, current=chosen is None, count=card.rows)
    outcomes = (
        MenuItem(one.plural, f"{here}?vue={one}", current=one is chosen, count=count)
        for one, count in card.counts
    )
    return (every, *outcomes)
