"""Its own people keep the page of an organisation up to date."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from perenne.domain.organisations import actions, queries
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.organisations.edit.form import EditForm, initial_of


@page(act="organisation.edit")
def edit(request: Visit, organisation_id: int) -> HttpResponse:
    organisation = queries.organisation_page(
        organisation_id, seen_by=request.actor, act=request.act
    )
    posted = request.POST if request.method == "POST" else None
    form = EditForm(posted, organisation=organisation, initial=initial_of(organisation))
    if posted is not None and posted.get("act") == "complete":
        form = form.completed()
    elif form.is_valid():
        try:
            actions.edit_organisation(
                organisation_id=organisation_id, identity=form.identity(), by=request.actor
            )
        except Refused as refusal:
            form.add_error("siret", str(refusal))
        else:
            messages.success(request, "La fiche est à jour.")
            return redirect("organisations:show", organisation_id)
    context = {"form": form, "organisation": organisation}
    return render(request, "organisations/edit/page.html", context)
