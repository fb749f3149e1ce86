"""Who counts for a clause, with which proofs: searched in the list of the rules."""

from itertools import groupby

from django.http import Http404, HttpResponse
from django.shortcuts import render

from perenne.domain.library.queries import Section, pages_of
from perenne.kit.pages import Visit, public
from perenne.web.site.acts import acts_of
from perenne.web.site.addresses import address_of
from perenne.web.site.blocks.publics import publics_like
from perenne.web.site.publics.form import PublicsForm
from perenne.web.site.texts import shown, whole_address

SLUG = "publics-eligibles"


@public
def publics(request: Visit) -> HttpResponse:
    cards = pages_of(Section.COMPANIES)
    card = next((card for card in cards if card.slug == SLUG), None)
    if card is None:
        raise Http404(SLUG)
    form = PublicsForm(request.GET if "q" in request.GET else None)
    asked = form.cleaned_data["q"] if form.is_valid() else ""
    found = publics_like(asked)
    context = {
        "text": shown(card),
        "form": form,
        "asked": asked,
        "total": len(found),
        "groups": [(label, list(rows)) for label, rows in groupby(found, lambda row: row.group)],
        "section": Section.COMPANIES,
        "pages": [(other.said.title, address_of(other), other is card) for other in cards],
        "acts": acts_of(Section.COMPANIES),
        "address": whole_address(request),
    }
    return render(request, "site/publics/page.html", context)
