"""The coordination verifies, refuses, suspends, restores; who was refused presents itself again."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from perenne.domain.organisations import actions, queries
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.organisations.acts import told
from perenne.web.organisations.judge.form import ReasonForm


@dataclass(frozen=True, slots=True)
class Decision:
    """What is said around a reason."""

    title: str
    button: str
    done: str


REFUSAL = Decision("Refuser cet organisme", "Refuser", "L’organisme est refusé, et sait pourquoi.")
SUSPENSION = Decision(
    "Suspendre cet organisme", "Suspendre", "L’organisme est suspendu, et sait pourquoi."
)


@page(act="organisation.verify")
@require_POST
def verify(request: Visit, organisation_id: int) -> HttpResponse:
    said = "L’organisme est vérifié : son espace est ouvert."
    return _pressed(request, organisation_id, actions.verify_organisation, said)


@page(act="organisation.restore")
@require_POST
def restore(request: Visit, organisation_id: int) -> HttpResponse:
    said = "L’organisme est rétabli : son espace est ouvert."
    return _pressed(request, organisation_id, actions.restore_organisation, said)


@page(act="organisation.present_again")
@require_POST
def present_again(request: Visit, organisation_id: int) -> HttpResponse:
    said = "La coordination va vérifier de nouveau votre organisme."
    return _pressed(request, organisation_id, actions.present_again, said)


@page(act="organisation.refuse")
def refuse(request: Visit, organisation_id: int) -> HttpResponse:
    return _reasoned(request, organisation_id, actions.refuse_organisation, REFUSAL)


@page(act="organisation.suspend")
def suspend(request: Visit, organisation_id: int) -> HttpResponse:
    return _reasoned(request, organisation_id, actions.suspend_organisation, SUSPENSION)


def _pressed(
    request: Visit, organisation_id: int, act: Callable[..., None], said: str
) -> HttpResponse:
    queries.organisation_page(organisation_id, seen_by=request.actor, act=request.act)
    told(request, lambda: act(organisation_id=organisation_id, by=request.actor), said)
    return redirect("organisations:show", organisation_id)


def _reasoned(
    request: Visit, organisation_id: int, act: Callable[..., None], decision: Decision
) -> HttpResponse:
    organisation = queries.organisation_page(
        organisation_id, seen_by=request.actor, act=request.act
    )
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            act(organisation_id=organisation_id, by=request.actor, **form.cleaned_data)
        except Refused as refusal:
            form.add_error("reason", str(refusal))
        else:
            messages.success(request, decision.done)
            return redirect("organisations:show", organisation_id)
    context = {"form": form, "organisation": organisation, "decision": decision}
    return render(request, "organisations/judge/page.html", context)
