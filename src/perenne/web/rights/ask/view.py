"""Asks something about one's own data, from one's account."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.rights import actions
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.rights.ask.form import AskForm


@page(act="request.ask")
def ask(request: Visit) -> HttpResponse:
    form = AskForm(
        request.POST if request.method == "POST" else None,
        initial={"kind": request.GET.get("droit", "")},
    )
    if form.is_valid():
        try:
            request_id = actions.ask(asked=form.asked(), by=request.actor, today=localdate())
        except Refused as refusal:
            form.add_error("message", str(refusal))
        else:
            messages.success(request, "Votre demande est enregistrée.")
            return redirect("rights:show", request_id)
    return render(request, "rights/ask/page.html", {"form": form})
