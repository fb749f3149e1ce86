"""A clause goes back to its wording, or is dropped; the reason is kept."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from perenne.domain.clauses import actions, queries
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.clauses.send_back.form import ReasonForm


@dataclass(frozen=True, slots=True)
class Said:
    """What is said around the reason."""

    title: str
    lede: str
    button: str
    done: str


BACK = Said(
    "Renvoyer à la rédaction",
    "Le facilitateur reprend les termes, puis soumet une nouvelle version. Votre motif ouvre un "
    "commentaire.",
    "Renvoyer",
    "La clause est renvoyée à la rédaction.",
)
DROP = Said(
    "Abandonner la clause",
    "La clause n’est plus suivie et ne peut pas être reprise. Son dossier reste lisible.",
    "Abandonner",
    "La clause est abandonnée.",
)


@page(act="clause.send_back")
def send_back(request: Visit, clause_id: int) -> HttpResponse:
    return _reasoned(request, clause_id, actions.send_clause_back, BACK)


@page(act="clause.drop")
def drop(request: Visit, clause_id: int) -> HttpResponse:
    return _reasoned(request, clause_id, actions.drop_clause, DROP)


def _reasoned(request: Visit, clause_id: int, act: Callable[..., None], said: Said) -> HttpResponse:
    clause = queries.clause_card(clause_id, seen_by=request.actor, act=request.act)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            act(clause_id=clause_id, reason=form.cleaned_data["reason"], by=request.actor)
        except Refused as refusal:
            form.add_error("reason", str(refusal))
        else:
            messages.success(request, said.done)
            return redirect("clauses:show", clause_id)
    context = {"clause": clause, "form": form, "said": said}
    return render(request, "clauses/send_back/page.html", context)
