"""A hiring under a commitment is planned: whom, then under which contract of employment."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.hirings.actions import Objected, plan_hiring
from perenne.domain.hirings.queries import (
    PlanCard,
    last_contract,
    person_to_hire,
    persons_to_hire,
    plan_card,
)
from perenne.kit.pages import Visit, page
from perenne.kit.paging import key_in, number_in, words_in
from perenne.kit.refusals import Refused
from perenne.web.hirings.plan.form import PlanForm, begun

DONE = "L’embauche est prévue. Ses heures compteront une fois confirmée par le facilitateur."


@page(act="hiring.plan")
def plan(request: Visit, commitment_id: int) -> HttpResponse:
    card, asked = plan_card(commitment_id, seen_by=request.actor), request.GET.get("personne", "")
    if not asked:
        return _choose(request, card)
    person = person_to_hire(key_in(asked), card, seen_by=request.actor, on=localdate())
    last = last_contract(person.id, seen_by=request.actor)
    initial = begun(last, card) | ({} if last else {"starts_on": person.hire_on})
    posted = request.POST if request.method == "POST" else None
    form = PlanForm(posted, card=card, initial=initial)
    hiring_id = _planned(request, form, person.id) if form.is_valid() else None
    if hiring_id is not None:
        messages.success(request, DONE)
        return redirect("hirings:show", hiring_id)
    context = {"card": card, "person": person, "form": form, "is_again": bool(last)}
    return render(request, "hirings/plan/page.html", context)


def _choose(request: Visit, card: PlanCard) -> HttpResponse:
    words = words_in(request.GET.get("q", ""))
    found = persons_to_hire(
        card,
        seen_by=request.actor,
        on=localdate(),
        words=words,
        page=number_in(request.GET.get("page", "")),
    )
    context = {"card": card, "page": found, "words": words}
    return render(request, "hirings/plan/choose.html", context)


def _planned(request: Visit, form: PlanForm, participant_id: int) -> int | None:
    planned, under = form.planned(participant_id), form.card.commitment_id
    try:
        return plan_hiring(commitment_id=under, planned=planned, by=request.actor)
    except Objected as refusal:
        form.object_to(refusal.by_fact)
    except Refused as refusal:
        form.add_error(None, str(refusal))
    return None
