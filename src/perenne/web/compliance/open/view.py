"""The company is alerted: what it will read is shown before it leaves."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.compliance.actions import open_shortfall
from perenne.domain.compliance.queries import alerting_on
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.design.forms import Form


@page(act="shortfall.open")
def open_one(request: Visit, commitment_id: int) -> HttpResponse:
    today = localdate()
    card = alerting_on(commitment_id, seen_by=request.actor, on=today)
    form = Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            pk = open_shortfall(commitment_id=commitment_id, by=request.actor, on=today)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "L’entreprise est prévenue, l’acheteur en a copie.")
            return redirect("compliance:show", pk)
    return render(request, "compliance/open/page.html", {"card": card, "form": form})
