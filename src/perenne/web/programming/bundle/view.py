"""Files that came together: the verdicts of each, and one step that sends them all."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth import authenticate
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.programming import actions, queries
from perenne.kit.actors import Role
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.account.opening import open_session
from perenne.web.design.forms import Form
from perenne.web.programming.receive.view import STEPS
from perenne.web.programming.send.form import NewcomerForm, SendForm
from perenne.web.programming.send.view import AGREED

SENT = "Tout est transmis. Le facilitateur vous répondra depuis cet espace."


@page(act="bundle.view", visitors=True)
def bundle(request: Visit, bundle_id: UUID) -> HttpResponse:
    shown = queries.bundle_card(bundle_id, seen_by=request.actor)
    kind = NewcomerForm if request.actor.is_visitor else SendForm
    form = kind(request.POST if request.method == "POST" and shown.may_send else None)
    if form.is_valid():
        try:
            _send(request, bundle_id, form)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, SENT + (AGREED if kind is NewcomerForm else ""))
            return redirect("programming:bundle", bundle_id)
    context = {
        "bundle": shown,
        "form": form,
        "labels": STEPS,
        "is_owner": request.actor.role in {Role.BUYER, Role.VISITOR},
        "frame": "design/desk.html" if request.seat else "design/site.html",
    }
    return render(request, "programming/bundle/page.html", context)


def _send(request: Visit, bundle_id: UUID, form: Form) -> None:
    if not isinstance(form, NewcomerForm):
        actions.send_bundle(bundle_id=bundle_id, by=request.actor, today=localdate())
        return
    newcomer = form.newcomer()
    actions.send_bundle_as_new_buyer(
        bundle_id=bundle_id, newcomer=newcomer, by=request.actor, today=localdate()
    )
    person = authenticate(request, email=newcomer.email, password=newcomer.password)
    if person is not None:
        open_session(request, person)
