"""The persons that one proposed, and what became of them: no more than who proposed may see."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from perenne.domain.sourcing.actions import withdraw_candidate
from perenne.domain.sourcing.policy import ANSWERING
from perenne.domain.sourcing.queries import proposals_of
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.web.lists.answer import listed
from perenne.web.sourcing.proposals.columns import PROPOSALS


@page(act="candidate.view")
@listed(PROPOSALS)
def proposals(request: Visit) -> HttpResponse:
    if request.actor.role not in ANSWERING:
        raise NotFound
    context = {"page": proposals_of(request.actor, page=request.number)}
    return TemplateResponse(request, "sourcing/proposals/page.html", context)


@page(act="candidate.withdraw")
@require_POST
def withdraw_person(request: Visit, candidate_id: int) -> HttpResponse:
    if request.actor.role not in ANSWERING:
        raise NotFound
    try:
        withdraw_candidate(candidate_id=candidate_id, by=request.actor, on=localdate())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "La proposition est retirée : l’entreprise est prévenue.")
    return redirect("sourcing:proposals")
