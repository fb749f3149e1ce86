"""A need that is given up: why, told to all who were asked."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.sourcing.actions import close_opening
from perenne.domain.sourcing.queries import opening_card
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.web.sourcing.close.form import CloseForm

DONE = "Le besoin est fermé : tous ceux qui ont été sollicités sont prévenus."


@page(act="opening.close")
def close(request: Visit, opening_id: int) -> HttpResponse:
    card = opening_card(opening_id, seen_by=request.actor)
    if not card.may_settle:
        raise NotFound(opening_id)
    form = CloseForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        why = form.cleaned_data["reason"]
        try:
            close_opening(opening_id=opening_id, reason=why, by=request.actor, on=localdate())
        except Refused as refusal:
            form.add_error("reason", str(refusal))
        else:
            messages.success(request, DONE)
            return redirect("sourcing:show", opening_id)
    return render(request, "sourcing/close/page.html", {"need": card.need, "form": form})
