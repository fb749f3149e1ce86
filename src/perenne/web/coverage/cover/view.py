"""The coordination says that a body answers for one more place."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from perenne.domain.coverage import actions, queries
from perenne.domain.territories.queries import epcis_of, gazetteer
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.kit.tenancy import current_committee
from perenne.web.coverage.cover.form import AreaForm


@page(act="coverage.cover")
def cover(request: Visit) -> HttpResponse:
    queries.admitted(request.act, request.actor)
    home = current_committee().upper()
    form = AreaForm(
        request.POST or None,
        bodies=queries.bodies(),
        buyers=queries.buyers(),
        epcis=epcis_of(home),
        places=gazetteer(home),
    )
    if form.is_valid():
        try:
            actions.cover(
                facilitator_id=form.cleaned_data["body"],
                place=form.place(),
                limits=form.limits(),
                by=request.actor,
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "La zone est ajoutée : les prochains achats la suivent.")
            return redirect("coverage:list")
    return render(request, "coverage/cover/page.html", {"form": form})
