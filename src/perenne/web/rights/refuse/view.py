"""Refuses a request, with the reason that the person will read."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.rights import actions, queries
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.rights.refuse.form import RefusalForm


@page(act="request.refuse")
def refuse(request: Visit, request_id: int) -> HttpResponse:
    card = queries.request_to_move(request_id, seen_by=request.actor, act=request.act)
    form = RefusalForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.refuse_request(
                request_id=card.id, by=request.actor, today=localdate(), **form.cleaned_data
            )
        except Refused as refusal:
            form.add_error("reason", str(refusal))
        else:
            messages.success(request, "Le refus est enregistré et envoyé.")
            return redirect("rights:show", card.id)
    return render(request, "rights/refuse/page.html", {"form": form, "asked": card})
