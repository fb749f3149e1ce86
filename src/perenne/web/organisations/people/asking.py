"""The buttons beside an invitation, and beside a request to join."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from perenne.domain.organisations import actions, queries
from perenne.kit.pages import Visit, page
from perenne.web.organisations.acts import told

RESENT = "L’invitation est repartie, avec un nouveau lien : le précédent ne sert plus."
WITHDRAWN = "L’invitation est retirée : son lien ne sert plus."


@page(act="invitation.resend")
@require_POST
def resend(request: Visit, invitation_id: int) -> HttpResponse:
    by = request.actor
    here = queries.organisation_of_invitation(invitation_id, seen_by=by, act=request.act)
    told(
        request,
        lambda: actions.resend_invitation(invitation_id=invitation_id, by=by, now=timezone.now()),
        RESENT,
    )
    return redirect("organisations:people", here)


@page(act="invitation.withdraw")
@require_POST
def withdraw(request: Visit, invitation_id: int) -> HttpResponse:
    by = request.actor
    here = queries.organisation_of_invitation(invitation_id, seen_by=by, act=request.act)
    told(
        request,
        lambda: actions.withdraw_invitation(invitation_id=invitation_id, by=by),
        WITHDRAWN,
    )
    return redirect("organisations:people", here)


@page(act="join_request.grant")
@require_POST
def grant(request: Visit, request_id: int) -> HttpResponse:
    by = request.actor
    here = queries.organisation_of_request(request_id, seen_by=by, act=request.act)
    said = "Cette personne travaille maintenant dans votre espace."
    told(request, lambda: actions.grant_request(request_id=request_id, by=by), said)
    return redirect("organisations:people", here)


@page(act="join_request.decline")
@require_POST
def decline(request: Visit, request_id: int) -> HttpResponse:
    by = request.actor
    here = queries.organisation_of_request(request_id, seen_by=by, act=request.act)
    said = "La demande est refusée : la personne en est informée."
    told(request, lambda: actions.decline_request(request_id=request_id, by=by), said)
    return redirect("organisations:people", here)
