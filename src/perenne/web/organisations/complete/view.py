"""The fields that the register fills while a SIRET is typed; nothing as long as it is not whole."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from perenne.kit.pages import Visit, page
from perenne.web.organisations.identity import IdentityForm


@page(act="organisation.declare", visitors=True)
@require_POST
def complete(request: Visit) -> HttpResponse:
    form = IdentityForm(request.POST).completed()
    if form.proposal is None:
        return HttpResponse(status=204)
    return render(request, "organisations/complete/page.html", {"form": form})
