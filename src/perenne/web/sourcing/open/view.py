"""« 1 peintre, 300 h, dès lundi, à Meaux »: people are asked for, for one commitment."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now

from perenne.domain.sourcing.actions import open_opening
from perenne.domain.sourcing.queries import commitments_to_open_under, may_open, new_need
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.web.sourcing.open.form import NeedForm, begun

SENT = "La demande est ouverte. Les structures et les prescripteurs sollicités répondront ici."


@page(act="opening.open")
def choose(request: Visit) -> HttpResponse:
    """For which commitment; the only one is taken at once."""
    if not may_open(request.actor):
        raise NotFound
    choices = commitments_to_open_under(request.actor)
    if len(choices) == 1:
        return redirect("sourcing:open", choices[0].id)
    return render(request, "sourcing/open/choose.html", {"choices": choices})


@page(act="opening.open")
def ask(request: Visit, commitment_id: int) -> HttpResponse:
    card = new_need(commitment_id, seen_by=request.actor, on=localdate())
    form = NeedForm(
        request.POST if request.method == "POST" else None,
        parties=card.parties,
        initial=begun(card),
    )
    opening_id = _opened(request, commitment_id, form) if form.is_valid() else None
    if opening_id is not None:
        messages.success(request, SENT)
        return redirect("sourcing:show", opening_id)
    return render(request, "sourcing/open/page.html", {"card": card, "form": form})


def _opened(request: Visit, commitment_id: int, form: NeedForm) -> int | None:
    try:
        return open_opening(
            commitment_id=commitment_id,
            facts=form.facts(),
            by=request.actor,
            on=localdate(),
            now=now(),
        )
    except Refused as refusal:
        form.add_error(None, str(refusal))
    return None
