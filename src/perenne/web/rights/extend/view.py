"""Takes two months more, with the reasons that the person will read."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.rights import actions, queries
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.rights.extend.form import ExtensionForm


@page(act="request.extend")
def extend(request: Visit, request_id: int) -> HttpResponse:
    card = queries.request_to_move(request_id, seen_by=request.actor, act=request.act)
    form = ExtensionForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.extend_request(
                request_id=card.id, by=request.actor, today=localdate(), **form.cleaned_data
            )
        except Refused as refusal:
            form.add_error("reason", str(refusal))
        else:
            messages.success(request, "Le délai est prolongé, la personne est prévenue.")
            return redirect("rights:show", card.id)
    return render(request, "rights/extend/page.html", {"form": form, "asked": card})
