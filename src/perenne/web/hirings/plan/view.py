"""A hiring under a commitment is planned: whom, then under which contract of employment."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.hirings.actions import Objected, hire_proposed, plan_hiring
from perenne.domain.hirings.queries import (
    Placement,
    PlanCard,
    last_contract,
    person_to_hire,
    persons_to_hire,
    placement_for,
    placement_of,
    plan_card,
)
from perenne.kit.pages import Visit, page
from perenne.kit.paging import key_in, number_in, words_in
from perenne.kit.refusals import NotFound, Refused
from perenne.web.hirings.plan.form import PlanForm, begun

AGAIN = "Repris de son dernier contrat : corrigez ce qui change."
FROM_A_NEED = "Repris du besoin et de l’offre : corrigez ce qui change. Il reste à dire comment."
DONE = "L’embauche est prévue. Ses heures compteront une fois confirmée par le facilitateur."


@page(act="hiring.plan")
def plan(request: Visit, commitment_id: int) -> HttpResponse:
    """Of a person chosen among those known; or of one proposed for a need, which says the rest."""
    card = plan_card(commitment_id, seen_by=request.actor)
    proposed, asked = _proposed(request, card), request.GET.get("personne", "")
    if not asked and proposed is None:
        return _choose(request, card)
    who = proposed.participant_id if proposed else key_in(asked)
    person = person_to_hire(who, card, seen_by=request.actor, on=localdate())
    last = proposed.begun if proposed else last_contract(person.id, seen_by=request.actor)
    initial = begun(last, card) | ({} if last else {"starts_on": person.hire_on})
    posted = request.POST if request.method == "POST" else None
    form = PlanForm(posted, card=card, initial=initial)
    hiring_id = _planned(request, form, person.id, proposed) if form.is_valid() else None
    if hiring_id is not None:
        messages.success(request, DONE)
        return redirect("hirings:show", hiring_id)
    said = FROM_A_NEED if proposed else AGAIN if last else ""
    context = {"card": card, "person": person, "form": form, "begun": said}
    return render(request, "hirings/plan/page.html", context)


def _proposed(request: Visit, card: PlanCard) -> Placement | None:
    """Named by the proposal; or by the person, when somebody proposed them for this contract."""
    if "candidat" not in request.GET:
        who = key_in(request.GET.get("personne", ""))
        return placement_for(who, card.commitment_id, seen_by=request.actor) if who else None
    found = placement_of(key_in(request.GET["candidat"]), seen_by=request.actor)
    if found.commitment_id != card.commitment_id:
        raise NotFound(found.candidate_id)
    return found


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


def _planned(
    request: Visit, form: PlanForm, participant_id: int, proposed: Placement | None
) -> int | None:
    planned, by = form.planned(participant_id), request.actor
    try:
        if proposed:
            found = proposed.candidate_id
            return hire_proposed(candidate_id=found, planned=planned, by=by, on=localdate())
        return plan_hiring(commitment_id=form.card.commitment_id, planned=planned, by=by)
    except Objected as refusal:
        form.object_to(refusal.by_fact)
    except Refused as refusal:
        form.add_error(None, str(refusal))
    return None
