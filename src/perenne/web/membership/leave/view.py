"""Leaves the committee: a page that says what changes, and a button."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.membership import actions, queries
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.web.design.forms import Form

LEFT = "Votre organisme a quitté le comité. Votre espace reste ouvert."


@page(act="membership.leave")
def leave(request: Visit) -> HttpResponse:
    membership = queries.membership_of(request.actor)
    if membership is None:
        raise NotFound
    queries.membership_card(membership.id, seen_by=request.actor, act=request.act)
    form = Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.leave_committee(
                membership_id=membership.id, by=request.actor, today=localdate()
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, LEFT)
            return redirect("desks:today")
    return render(request, "membership/leave/page.html", {"form": form, "membership": membership})
