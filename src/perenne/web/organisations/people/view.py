"""Who works in an organisation: invited, named administrator, removed by its administrators."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from perenne.domain.organisations import actions, queries
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.web.organisations.people.form import InviteForm

SENT = "L’invitation est partie. Son lien sert une seule fois, pendant 72 heures."


@page(act="organisation.edit")
def people(request: Visit, organisation_id: int) -> HttpResponse:
    organisation = queries.organisation_page(
        organisation_id, seen_by=request.actor, act=request.act
    )
    is_admin = request.seat.is_admin
    if request.method == "POST" and not is_admin:
        raise NotFound(organisation_id)
    form = InviteForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.invite(
                organisation_id=organisation_id,
                by=request.actor,
                now=timezone.now(),
                **form.cleaned_data,
            )
        except Refused as refusal:
            form.add_error("email", str(refusal))
        else:
            messages.success(request, SENT)
            return redirect("organisations:people", organisation_id)
    context = {"organisation": organisation, "form": form, "is_admin": is_admin}
    lists = _lists(request, organisation_id)
    return render(request, "organisations/people/page.html", {**context, **lists})


def _lists(request: Visit, organisation_id: int) -> dict[str, Any]:
    by, now = request.actor, timezone.now()
    return {
        "colleagues": queries.colleagues_in(organisation_id, seen_by=by),
        "invitations": queries.invitations_from(organisation_id, seen_by=by, now=now),
        "requests": queries.requests_to(organisation_id, seen_by=by),
        "me": by.person_id,
    }
