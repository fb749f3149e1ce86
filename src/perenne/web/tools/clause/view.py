"""A ready clause of one device: the text for each document, what to settle, what to look at."""

from django.http import HttpResponse
from django.shortcuts import render

from perenne.kit.pages import Visit, public
from perenne.web.tools.answers import link_to
from perenne.web.tools.clause.form import ClauseForm
from perenne.web.tools.clause.segment import segment_card
from perenne.web.tools.clause.settling import points_of
from perenne.web.tools.devices import device_of, pieces_of
from perenne.web.tools.picks import segments


@public
def clause(request: Visit, device: str) -> HttpResponse:
    card = device_of(device)
    form = ClauseForm(request.GET, basis=card.basis)
    context: dict[str, object] = {"card": card, "form": form, "pieces": (), "points": ()}
    form.is_valid()
    if form.terms:
        slug = form.cleaned_data["segment"]
        context |= {
            "segment": segment_card(slug, segments()[slug], card.basis) if slug else None,
            "pieces": pieces_of(form.terms),
            "points": points_of(form.terms),
            "link": link_to(request.path, form.said),
        }
    return render(request, "tools/clause/page.html", context)
