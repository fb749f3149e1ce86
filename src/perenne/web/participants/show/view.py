"""One person, whole, for the facilitator: what is known, what lacks, and the answer."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.participants.actions import Step, work_on_file
from perenne.domain.participants.queries import FileCard, file_card
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.participants.show.form import SheetForm, held

DONE = {
    Step.KEEP: "C’est noté.",
    Step.ASK: "Le dossier attend des pièces. Un prescripteur les lit ; une entreprise, non.",
    Step.CONFIRM: "La personne est éligible. Qui l’a demandé est prévenu.",
    Step.REFUSE: "La personne n’est pas éligible. Qui l’a demandé est prévenu, sans le motif.",
}


@page(act="eligibility.view")
def show(request: Visit, file_id: int) -> HttpResponse:
    card = file_card(file_id, seen_by=request.actor)
    form = SheetForm(request.POST if request.method == "POST" else None, initial=held(card))
    if form.is_valid() and _work(request, card, form):
        return redirect("participants:show", file_id)
    return render(request, "participants/show/page.html", {"card": card, "form": form})


def _work(request: Visit, card: FileCard, form: SheetForm) -> bool:
    asked = request.POST.get("act", "")
    step = Step(asked) if asked in set(Step) else Step.KEEP
    try:
        work_on_file(
            file_id=card.row.id, typed=form.typed(), step=step, by=request.actor, today=localdate()
        )
    except Refused as refusal:
        form.add_error("reason" if step is Step.REFUSE else None, str(refusal))
        return False
    messages.success(request, DONE[step])
    return True
