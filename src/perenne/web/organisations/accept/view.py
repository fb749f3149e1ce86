"""The link of an invitation: the seat is theirs once they sign in, or open an account here."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from perenne.domain.organisations import actions
from perenne.domain.organisations.queries import InvitationCard, Link, invitation_behind
from perenne.kit.pages import SEAT, Visit, page
from perenne.kit.refusals import Refused
from perenne.web.design.forms import Form
from perenne.web.organisations.accept.form import AcceptAsNewcomerForm, AcceptForm
from perenne.web.organisations.newcomers import open_session


@page(act="invitation.accept", visitors=True)
def accept(request: Visit, token: str) -> HttpResponse:
    invitation = invitation_behind(token, now=timezone.now())
    is_known = request.actor.person_id is not None
    kind = AcceptForm if is_known else AcceptAsNewcomerForm
    form = kind(request.POST if request.method == "POST" else None)
    if invitation.link is Link.OPEN and form.is_valid():
        try:
            request.session[SEAT] = _accepted(request, token, invitation, form)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Bienvenue dans l’espace de {invitation.organisation}.")
            return redirect("desks:today")
    context = {
        "invitation": invitation,
        "is_open": invitation.link is Link.OPEN,
        "form": form,
        "is_known": is_known,
        "frame": "design/desk.html" if request.seat else "design/site.html",
    }
    return render(request, "organisations/accept/page.html", context)


def _accepted(request: Visit, token: str, invitation: InvitationCard, form: Form) -> int:
    now = timezone.now()
    if not isinstance(form, AcceptAsNewcomerForm):
        return actions.accept_invitation(token=token, by=request.actor, now=now)
    newcomer = form.newcomer_at(invitation.email)
    seat_id = actions.accept_as_newcomer(token=token, newcomer=newcomer, by=request.actor, now=now)
    open_session(request, newcomer)
    return seat_id
