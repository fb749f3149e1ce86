"""Two lines brought together by the rules: right, wrong; or two lines to bring together."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from perenne.domain.programming import actions, queries
from perenne.domain.programming.queries import PairingRow
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.web.programming.judge_match.form import JoinForm

DONE = {
    "confirm": "Le rapprochement est confirmé.",
    "separate": "Les deux lignes sont séparées : l’une est retirée, l’autre ajoutée.",
}


@page(act="pairing.view")
def judge_match(request: Visit, pairing_id: int) -> HttpResponse:
    programme_id, row = queries.pairing_row(pairing_id, seen_by=request.actor, act=request.act)
    if not queries.may_judge(pairing_id, by=request.actor):
        raise NotFound(pairing_id)
    if row.before and row.after:
        return _together(request, row, programme_id)
    others = queries.others_to_join(pairing_id, seen_by=request.actor)
    form = JoinForm(request.POST or None, others=others)
    if form.is_valid():
        other = form.cleaned_data["other"]
        try:
            actions.join_pairings(pairing_id=pairing_id, other_id=other, by=request.actor)
        except Refused as refusal:
            form.add_error("other", str(refusal))
        else:
            messages.success(request, "Les deux lignes sont rapprochées.")
            return redirect("programming:compare", programme_id)
    context = {"row": row, "form": form, "programme_id": programme_id, "others": others}
    return render(request, "programming/judge_match/page.html", context)


def _together(request: Visit, row: PairingRow, programme_id: object) -> HttpResponse:
    act = request.POST.get("act", "") if request.method == "POST" else ""
    if act in DONE:
        try:
            if act == "confirm":
                actions.confirm_pairing(pairing_id=row.id, by=request.actor)
            else:
                actions.separate_pairing(pairing_id=row.id, by=request.actor)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, DONE[act])
        return redirect("programming:compare", programme_id)
    context = {"row": row, "programme_id": programme_id}
    return render(request, "programming/judge_match/page.html", context)
